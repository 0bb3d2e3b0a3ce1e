import { sql } from 'kysely';
import type { Day } from '../base/index.ts';
import type { Position, Programme } from '../claim/index.ts';
import { pathTo } from './day-tree.ts';
import { OPEN_END } from './derive.ts';
import { idsInForce } from './listings.ts';
import type { StatusQuery, StatusRow } from './model.ts';
import type { Db } from './open.ts';

// Up to here the rows of the agencies asked for are looked up one by one; beyond, the whole list is read.
const MANY_AGENCIES = 50;

/**
 * Who holds which position on a day, ordered by state, name and programme. A position that a list shows has one row for
 * each row of the list in force. `certain` is false on days between two lists (or dates) that disagree, and from a year
 * after the last word where nothing but words shows it.
 */
export async function statusOn(db: Db, query: Omit<StatusQuery, 'known'>): Promise<StatusRow[]> {
  const held = await heldOn(db, query);
  const agencies = [...new Set(held.map((row) => row.agency))];
  const ids = await idsInForce(db, query.on, agencies.length > MANY_AGENCIES ? null : agencies);
  return held.flatMap((row) => statusRows(row, query.on, ids));
}

/** The intervals that cover a day, found in the tree of days: the cost grows with the answer and not with history. */
function covering(db: Db, on: Day) {
  const { earlier, later, node } = pathTo(on);
  return db.with(
    // Found once, also where the past is seen too and the database asks for it in each of its parts.
    (cte) => cte('covering').materialized(),
    (from) => {
      const at = (nodes: number[]) => from.selectFrom('interval').select('id').where('node', 'in', nodes);
      return at([node, 0])
        .unionAll(at([...earlier, 0]).where('to_max', '>', on))
        .unionAll(at([...later, 0]).where('from_any', '<=', on));
    },
  );
}

/** An interval that holds on a day, with its agency's names. */
interface HeldRow {
  agency: string;
  name: string;
  state: string;
  county: string | null;
  programme: string;
  position: string;
  from_min: Day | null;
  from_max: Day;
  to_min: Day;
  to_max: Day;
  certain_to: Day;
  agreement: number | null;
  claims: string;
}

// Handing a dozen columns of 20,000 rows over from the database costs more than finding them; one column costs half.
// The first eight are the order of the answer: it is that of the texts, which the separator, lower than any letter, keeps.
const BETWEEN = '\u001f';
const COLUMNS = [
  'a.state',
  'a.name',
  'i.agency',
  'i.programme',
  'i.position',
  'i.from_max',
  'i.to_max',
  'i.signed',
  'a.county',
  'i.from_min',
  'i.to_min',
  'i.certain_to',
  'i.agreement',
  'i.claims',
].map((column) => sql`coalesce(${sql.ref(column)}, '')`);
const PACKED = sql<string>`${sql.join(COLUMNS, sql` || ${sql.lit(BETWEEN)} || `)}`;

function unpacked(row: string): HeldRow {
  const parts = row.split(BETWEEN) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [
    state,
    name,
    agency,
    programme,
    position,
    from_max,
    to_max,
    ,
    county,
    first,
    to_min,
    certain_to,
    agreement,
    claims,
  ] = parts;
  return {
    agency,
    name,
    state,
    county: county || null,
    programme,
    position,
    from_min: first || null,
    from_max,
    to_min,
    to_max,
    certain_to: certain_to || OPEN_END,
    agreement: agreement === '' ? null : Number(agreement),
    claims,
  };
}

async function heldOn(
  db: Db,
  { on, agency, state, position, programme }: Omit<StatusQuery, 'known'>,
): Promise<HeldRow[]> {
  let query = covering(db, on)
    .selectFrom('interval as i')
    .innerJoin('agency as a', 'a.id', 'i.agency')
    .select(PACKED.as('packed'))
    .where('i.from_any', '<=', on)
    .where('i.to_max', '>', on);
  query = agency
    ? query.where('i.agency', '=', agency)
    : query.where('i.id', 'in', (from) => from.selectFrom('covering').select('covering.id'));
  if (state) query = query.where('a.state', '=', state);
  if (position) query = query.where('i.position', '=', position);
  // `287g` means every model.
  if (programme === '287g') query = query.where('i.programme', 'like', '287g%');
  else if (programme) query = query.where('i.programme', '=', programme);
  const rows = await query.execute();
  return rows
    .map(({ packed }) => packed)
    .sort()
    .map(unpacked);
}

function statusRows(row: HeldRow, on: Day, ids: Map<number, string[]>): StatusRow[] {
  const words = JSON.parse(row.claims) as string[];
  const listed = row.agreement === null || row.position === 'ends' ? [] : (ids.get(row.agreement) ?? []);
  const base: StatusRow = {
    agency: row.agency,
    name: row.name,
    state: row.state,
    county: row.county,
    programme: row.programme as Programme,
    position: row.position as Position,
    from: edtfStart(row.from_min, row.from_max),
    to: edtfEnd(row.to_min, row.to_max),
    certain: row.from_max <= on && on < row.to_min && on < row.certain_to,
    claims: words,
  };
  return listed.length === 0 ? [base] : listed.map((id) => ({ ...base, claims: [id, ...words] }));
}

/** The start as EDTF: a day, or the two days between which it lies; `..` before a day when only the latest is known. */
function edtfStart(min: Day | null, max: Day): string {
  if (min === null) return `../${max}`;
  return min === max ? max : `${min}/${max}`;
}

/** The end as EDTF: `..` while nothing ended it, a day, or the two days between which it lies. */
function edtfEnd(min: Day, max: Day): string {
  if (max === OPEN_END) return min === OPEN_END ? '..' : `${min}/..`;
  return min === max ? max : `${min}/${max}`;
}
