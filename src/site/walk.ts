import { type IntervalTable, NO_DAY } from './intervals-binary.ts';
import { countFacts, lensOf, type Standings, standAgency } from './standing.ts';

/** Agencies by the days on which anything of theirs begins or ends; `start[n]` is where those of day `first + n` begin. */
interface Turns {
  first: number;
  start: Int32Array;
  agencies: Int32Array;
}

/**
 * A walk through the days: asked for one, answers what `standingsOn` would, but looks again only at agencies of which
 * something begins or ends between that day and the one asked for before. The arrays of an answer are those of the next:
 * who needs them longer copies them.
 */
export function walkOf(table: IntervalTable, programme: string | null = null): (day: number) => Standings {
  const lens = lensOf(table, programme);
  const rows = rowsOf(table);
  const standing = new Uint8Array(table.spot.length);
  const facts = new Uint8Array(table.spot.length);
  let last: number | null = null;
  let turns: Turns | null = null;

  const all = (day: number) => {
    for (let agency = 0; agency < standing.length; agency++)
      standAgency(lens, day, agency, rows[agency]!, rows[agency + 1]!, standing, facts);
  };
  const between = (from: number, to: number) => {
    turns ??= turnsOf(table);
    const at = (day: number) => turns!.start[clamp(day - turns!.first, turns!.start.length - 1)]!;
    const [begin, end] = [at(Math.min(from, to) + 1), at(Math.max(from, to) + 1)];
    for (let i = begin; i < end; i++) {
      const agency = turns.agencies[i]!;
      standAgency(lens, to, agency, rows[agency]!, rows[agency + 1]!, standing, facts);
    }
  };
  return (day) => {
    if (last === null) all(day);
    else if (day !== last) between(last, day);
    last = day;
    return {
      standing,
      facts,
      get counts() {
        return countFacts(facts);
      },
    };
  };
}

/** Where the rows of each agency begin, and after the last one where they end. */
function rowsOf({ agency, spot }: IntervalTable): Int32Array {
  const rows = new Int32Array(spot.length + 1);
  for (let i = 0; i < agency.length; i++) rows[agency[i]! + 1]!++;
  for (let a = 0; a < spot.length; a++) rows[a + 1]! += rows[a]!;
  return rows;
}

/** Sorted by counting: days are few and near each other. */
function turnsOf(table: IntervalTable): Turns {
  const columns = [table.fromMin, table.fromMax, table.toMin, table.toMax];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const each = (visit: (day: number, row: number) => void) => {
    for (const column of columns)
      for (let row = 0; row < column.length; row++) if (column[row] !== NO_DAY) visit(column[row]!, row);
  };
  let total = 0;
  each((day) => {
    if (day < first) first = day;
    if (day > last) last = day;
    total++;
  });
  if (total === 0) return { first: 0, start: new Int32Array(1), agencies: new Int32Array(0) };
  const start = new Int32Array(last - first + 2);
  each((day) => {
    start[day - first + 1]!++;
  });
  for (let n = 1; n < start.length; n++) start[n]! += start[n - 1]!;
  const next = start.slice();
  const agencies = new Int32Array(total);
  each((day, row) => {
    agencies[next[day - first]!++] = table.agency[row]!;
  });
  return { first, start, agencies };
}

function clamp(n: number, max: number): number {
  return Math.min(max, Math.max(0, n));
}
