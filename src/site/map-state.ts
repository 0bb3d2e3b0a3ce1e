import { type IntervalTable, ROLES } from './intervals-binary.ts';
import type { Mark, Shown } from './painter.ts';
import type { Standings } from './standing.ts';

const COUNTY = ROLES.indexOf('county');
const STATE = ROLES.indexOf('state');

/** What the map shows: the code of each county (index: county id) and the marks, at `scale` pixels a map unit. */
export function mapState(
  table: IntervalTable,
  { standing }: Pick<Standings, 'standing'>,
  counties: number,
  scale: number,
): Shown {
  const codes = new Uint8Array(counties + 1);
  // Agencies of one spot and one standing are one mark, the bigger the more they are.
  const groups = new Map<number, Map<number, number>>();
  standing.forEach((code, agency) => {
    const at = table.spot[agency]!;
    if (code === 0 || at < 0) return;
    const role = table.role[agency]!;
    if (role === COUNTY) {
      const county = table.spots[at]!.county;
      if (codes[county] === 0 || code < codes[county]!) codes[county] = code;
      return;
    }
    const key = at * 2 + (role === STATE ? 1 : 0);
    const group = groups.get(key) ?? new Map<number, number>();
    group.set(code, (group.get(code) ?? 0) + 1);
    groups.set(key, group);
  });
  const marks = [...groups].flatMap(([key, group]) => marksOf(table, key, group, scale));
  return { codes, marks };
}

function marksOf(table: IntervalTable, key: number, group: Map<number, number>, scale: number): Mark[] {
  const spot = table.spots[key >> 1]!;
  const square = (key & 1) === 1;
  const entries = [...group].sort((a, b) => a[0] - b[0]);
  return entries.map(([code, count], i) => {
    const radius = (square ? 3 : 1.5 + 0.7 * Math.sqrt(Math.min(count, 16))) * scale;
    // Several standings at one spot stand in a row, centred on it.
    const shift = (i - (entries.length - 1) / 2) * 6 * scale;
    return { x: spot.x * scale + shift, y: spot.y * scale, radius, square, code };
  });
}
