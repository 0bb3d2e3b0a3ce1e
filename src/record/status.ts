import type { Day } from '../base/index.ts';
import type { Position, Programme } from '../claim/index.ts';
import type { Agency } from '../resolve/index.ts';
import { countyOf } from './agencies.ts';
import { OPEN_END } from './derive.ts';
import { idsInForce } from './listings.ts';
import type { StatusQuery, StatusRow } from './model.ts';
import type { Db } from './open.ts';

// Up to here the rows of the agencies asked for are looked up one by one; beyond, the whole list is read.
const MANY_AGENCIES = 50;

/**
 * Who holds which position on a day, ordered by state, name and programme. A position that a list shows has one row for
 * each row of the list in force. `certain` is false on days between two lists (or dates) that disagree.
 */
export async function statusOn(db: Db, query: Omit<StatusQuery, 'known'>): Promise<StatusRow[]> {
  const held = await heldOn(db, query);
  const agencies = [...new Set(held.map((row) => row.agency))];
  const ids = await idsInForce(db, query.on, agencies.length > MANY_AGENCIES ? null : agencies);
  return held.flatMap((row) => statusRows(row, query.on, ids));
}

type HeldRow = Awaited<ReturnType<typeof heldOn>>[number];

function heldOn(db: Db, { on, agency, state, position, programme }: Omit<StatusQuery, 'known'>) {
  let query = db
    .selectFrom('interval as i')
    .innerJoin('agency as a', 'a.id', 'i.agency')
    .selectAll('i')
    .select(['a.name', 'a.state', 'a.facts'])
    .where((e) => e(e.fn.coalesce('i.from_min', 'i.from_max'), '<=', on))
    .where('i.to_max', '>', on);
  if (agency) query = query.where('i.agency', '=', agency);
  if (state) query = query.where('a.state', '=', state);
  if (position) query = query.where('i.position', '=', position);
  // `287g` means every model.
  if (programme === '287g') query = query.where('i.programme', 'like', '287g%');
  else if (programme) query = query.where('i.programme', '=', programme);
  return query
    .orderBy('a.state')
    .orderBy('a.name')
    .orderBy('a.id')
    .orderBy('i.programme')
    .orderBy('i.position')
    .orderBy('i.from_max')
    .orderBy('i.id')
    .execute();
}

function statusRows(row: HeldRow, on: Day, ids: Map<number, string[]>): StatusRow[] {
  const words = JSON.parse(row.claims) as string[];
  const listed = row.agreement === null || row.position === 'ends' ? [] : (ids.get(row.agreement) ?? []);
  const base: StatusRow = {
    agency: row.agency,
    name: row.name,
    state: row.state,
    county: countyOf(JSON.parse(row.facts) as Agency),
    programme: row.programme as Programme,
    position: row.position as Position,
    from: edtfStart(row.from_min, row.from_max),
    to: edtfEnd(row.to_min, row.to_max),
    certain: row.from_max <= on && on < row.to_min,
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
