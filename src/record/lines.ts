import { sql } from 'kysely';
import type { Line } from '../claim/index.ts';
import type { Db, OpenRecord } from './open.ts';

/** The columns of a distinct row, in the order in which they are compared. */
export const LINE_COLUMNS = [
  'state',
  'agency',
  'type',
  'county',
  'support',
  'signed',
  'moa',
  'addendum',
  'moa_link',
  'addendum_link',
] as const;

type Cells = [string, string, string, string, string, string, string, string, string, string];

/** Every distinct row of the record by its number less one. One text for all: handing over 9,000 rows of ten columns costs four times as much. */
export async function readLines(db: Db): Promise<Line[]> {
  const cells = sql.join(LINE_COLUMNS.map((column) => sql.ref(column)));
  const { rows } = await sql<{
    lines: string;
  }>`select json_group_array(json_array(${cells})) as lines from (select * from line order by id)`.execute(
    db,
  );
  return (JSON.parse(rows[0]?.lines ?? '[]') as Cells[]).map(
    ([state, agency, type, county, support, signed, moa, addendum, moaLink, addendumLink]) => ({
      state,
      agency,
      type,
      county,
      support,
      signed,
      moa,
      addendum,
      moaLink,
      addendumLink,
    }),
  );
}

/** The values of a line in the order of `LINE_COLUMNS`. */
export function cellsOf(line: Line): Cells {
  const { state, agency, type, county, support, signed, moa, addendum, moaLink, addendumLink } = line;
  return [state, agency, type, county, support, signed, moa, addendum, moaLink, addendumLink];
}

/** All distinct rows of a record in memory, and the number of each by its content. */
export interface KnownLines {
  lines: Line[];
  numbers: Map<string, number>;
}

// A year of lists has some nine thousand distinct lines: they are looked up in memory, and loaded again when another
// program made the count differ.
const cache = new WeakMap<OpenRecord, KnownLines>();

/** The distinct rows of a record, loaded on first use. */
export async function knownLines(record: OpenRecord, db: Db): Promise<KnownLines> {
  const { n } = await db
    .selectFrom('line')
    .select(db.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const cached = cache.get(record);
  if (cached?.lines.length === n) return cached;
  const lines = await readLines(db);
  const known = { lines, numbers: new Map(lines.map((line, index) => [lineKey(line), index + 1])) };
  cache.set(record, known);
  return known;
}

/** Forgets the rows in memory, as after a transaction that numbered some of them and was taken back. */
export function forgetLines(record: OpenRecord): void {
  cache.delete(record);
}

/** The number of a line, and whether it is new and was numbered now. The same text has one number in a record. */
export function numberOf({ lines, numbers }: KnownLines, line: Line): { id: number; fresh: boolean } {
  const key = lineKey(line);
  const known = numbers.get(key);
  if (known !== undefined) return { id: known, fresh: false };
  const id = lines.push(line);
  numbers.set(key, id);
  return { id, fresh: true };
}

function lineKey(line: Line): string {
  return cellsOf(line).join('\u001f');
}
