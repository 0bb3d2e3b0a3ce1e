import { type IntervalTable, ROLES } from './intervals-binary.ts';
import type { Mark, Shown } from './painter.ts';
import type { Standings } from './standing.ts';

const COUNTY = ROLES.indexOf('county');
const STATE = ROLES.indexOf('state');

// A standing's code is below this.
const CODES = 16;

/** The marks of each spot (two keys: agencies of a place, and statewide ones), and how many agencies of each code stand behind them. */
interface Spots {
  counts: Uint16Array;
  marks: Mark[][];
}

/** What the map shows, with what the next step may keep of it. */
export interface MapState extends Shown {
  spots: Spots;
}

/**
 * What the map shows: the code of each county (index: county id) and the marks, at `scale` pixels a map unit. Marks that are
 * as in `before` are its very objects.
 */
export function mapState(
  table: IntervalTable,
  { standing }: Pick<Standings, 'standing'>,
  counties: number,
  scale: number,
  before: MapState | null = null,
): MapState {
  const codes = new Uint8Array(counties + 1);
  // Agencies of one spot and one standing are one mark, the bigger the more they are.
  const counts = new Uint16Array(table.spots.length * 2 * CODES);
  for (let agency = 0; agency < standing.length; agency++) {
    const code = standing[agency]!;
    const at = table.spot[agency]!;
    if (code === 0 || at < 0) continue;
    const role = table.role[agency]!;
    if (role === COUNTY) {
      const county = table.spots[at]!.county;
      if (codes[county] === 0 || code < codes[county]!) codes[county] = code;
    } else counts[(at * 2 + (role === STATE ? 1 : 0)) * CODES + code]!++;
  }
  const marks = Array.from({ length: table.spots.length * 2 }, (_, key) => {
    const kept = before?.spots.marks[key];
    return kept && sameCounts(counts, before.spots.counts, key) ? kept : marksOf(table, key, counts, scale);
  });
  return { codes, marks: marks.flat(), spots: { counts, marks } };
}

function sameCounts(a: Uint16Array, b: Uint16Array, key: number): boolean {
  for (let i = key * CODES; i < (key + 1) * CODES; i++) if (a[i] !== b[i]) return false;
  return true;
}

const NONE: Mark[] = [];

function marksOf(table: IntervalTable, key: number, counts: Uint16Array, scale: number): Mark[] {
  const spot = table.spots[key >> 1]!;
  const square = (key & 1) === 1;
  const entries: [code: number, count: number][] = [];
  for (let code = 1; code < CODES; code++) {
    const count = counts[key * CODES + code]!;
    if (count > 0) entries.push([code, count]);
  }
  if (entries.length === 0) return NONE;
  return entries.map(([code, count], i) => {
    const radius = (square ? 3 : 1.5 + 0.7 * Math.sqrt(Math.min(count, 16))) * scale;
    // Several standings at one spot stand in a row, centred on it.
    const shift = (i - (entries.length - 1) / 2) * 6 * scale;
    return { x: spot.x * scale + shift, y: spot.y * scale, radius, square, code, row: key };
  });
}
