import { sql } from 'kysely';
import type { Day } from '../base/index.ts';
import type { Position, Programme } from '../claim/index.ts';
import { pathTo } from './day-tree.ts';
import { OPEN_END } from './derive.ts';
import { idsInForce } from './listings.ts';
import type { StatusQuery, StatusRow } from './model.ts';
import type { Db } from './open.ts';

// Up to here the rows of the agencies asked for are looked up one by one; beyond, the whole list is read.
const MANY = 50;

/**
 * Who holds which position on a day, ordered by state, name and programme. A position that a list shows has one row for
 * each row of the list in force. `certain` is false on days between two lists (or dates) that disagree, and from a year
 * after the last word where nothing but words shows it.
 */
export async function statusOn(db: Db, query: Omit<StatusQuery, 'known'>): Promise<StatusRow[]> {
  const held = await heldOn(db, query);
  const agencies = held.length > MANY ? null : [...new Set(held.map(({ row }) => row.agency))];
  const ids = await idsInForce(db, query.on, agencies);
  const rows: StatusRow[] = [];
  for (const { row, agreement } of held) {
    const listed = agreement === '' || row.position === 'ends' ? undefined : ids.get(Number(agreement));
    if (!listed) rows.push(row);
    else for (const id of listed) rows.push({ ...row, claims: [id, ...row.claims] });
  }
  return rows;
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

/** A position held on a day, without the rows of lists that show it, and the number of its agreement or nothing. */
interface Held {
  row: StatusRow;
  agreement: string;
}

// Handing a dozen columns of 20,000 rows over from the database costs more than finding them; one column costs half, and
// `format` a third less than `||`, which copies what it has for every column that it adds.
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
];
const PACKED = sql<string>`format(${sql.lit(COLUMNS.map(() => '%s').join(BETWEEN))}, ${sql.join(COLUMNS.map((column) => sql.ref(column)))})`;

/** One string for each column of `COLUMNS`, in their order. */
type Columns = [
  state: string,
  name: string,
  agency: string,
  programme: string,
  position: string,
  fromMax: string,
  toMax: string,
  signed: string,
  county: string,
  fromMin: string,
  toMin: string,
  certainTo: string,
  agreement: string,
  claims: string,
];

function unpacked(packed: string, on: Day): Held {
  const [state, name, agency, programme, position, fromMax, toMax, , county, ...rest] = packed.split(
    BETWEEN,
  ) as Columns;
  const [fromMin, toMin, certainTo, agreement, claims] = rest;
  const row: StatusRow = {
    agency,
    name,
    state,
    county: county || null,
    programme: programme as Programme,
    position: position as Position,
    from: edtfStart(fromMin, fromMax),
    to: edtfEnd(toMin, toMax),
    certain: fromMax <= on && on < toMin && (certainTo === '' || on < certainTo),
    claims: JSON.parse(claims) as string[],
  };
  return { row, agreement };
}

async function heldOn(
  db: Db,
  { on, agency, state, position, programme }: Omit<StatusQuery, 'known'>,
): Promise<Held[]> {
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
    .map((packed) => unpacked(packed, on));
}

/** The start as EDTF: a day, or the two days between which it lies; `..` before a day when only the latest is known. */
function edtfStart(min: Day | '', max: Day): string {
  if (min === '') return `../${max}`;
  return min === max ? max : `${min}/${max}`;
}

/** The end as EDTF: `..` while nothing ended it, a day, or the two days between which it lies. */
function edtfEnd(min: Day, max: Day): string {
  if (max === OPEN_END) return min === OPEN_END ? '..' : `${min}/..`;
  return min === max ? max : `${min}/${max}`;
}
