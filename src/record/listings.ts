import { sql } from 'kysely';
import { contentId, type Day } from '../base/index.ts';
import { type Claim, type Evidence, type Line, type List, listingClaim, selectorOf } from '../claim/index.ts';
import { citedIds } from './cited.ts';
import type { Db } from './open.ts';

/** A row of a list with what it was read as. */
export interface ListingRow {
  capture: string;
  kind: List['kind'];
  sheet: string;
  columns: List['columns'];
  row: number;
  line: Line;
  /** When the record learned it, RFC 3339. */
  recorded: string;
  agreement: number | null;
  agency: string | null;
  name: string;
  state: string | null;
  programme: Claim['programme'];
  signed: Day | null;
}

/** The claim that a row makes. */
export function claimOfRow(row: ListingRow): Claim {
  return listingClaim(row.capture, row, row.row, row.line, {
    name: row.name || row.line.agency.trim(),
    state: row.state,
    county: row.line.county.trim() || null,
    programme: row.programme,
    kind: row.kind,
    signed: row.signed,
  });
}

function selectRows(db: Db) {
  return db
    .selectFrom('listing as g')
    .innerJoin('line as n', 'n.id', 'g.line')
    .innerJoin('list as l', 'l.capture', 'g.capture')
    .innerJoin('capture as c', 'c.id', 'g.capture')
    .leftJoin('line_agency as a', 'a.line', 'g.line')
    .select(['c.sha', 'c.recorded', 'l.kind', 'l.sheet', 'l.columns', 'g.row'])
    .select([
      'a.agreement',
      'a.agency as agencyId',
      'a.name',
      'a.state as agencyState',
      'a.programme',
      'a.signed as signedDay',
    ])
    .select(['n.state', 'n.agency', 'n.type', 'n.county', 'n.support', 'n.signed', 'n.moa', 'n.addendum'])
    .select(['n.moa_link as moaLink', 'n.addendum_link as addendumLink']);
}

type RowQuery = ReturnType<typeof selectRows>;

/** Rows of lists, narrowed by `narrow` over listing `g`, line `n`, list `l`, capture `c` and line_agency `a`. */
export async function listingRows(db: Db, narrow: (query: RowQuery) => RowQuery): Promise<ListingRow[]> {
  const rows = await narrow(selectRows(db)).execute();
  return rows.map((row) => {
    const { state, agency, type, county, support, signed, moa, addendum, moaLink, addendumLink } = row;
    return {
      capture: row.sha,
      kind: row.kind,
      sheet: row.sheet,
      columns: JSON.parse(row.columns) as List['columns'],
      row: row.row,
      line: { state, agency, type, county, support, signed, moa, addendum, moaLink, addendumLink },
      recorded: row.recorded,
      agreement: row.agreement,
      agency: row.agencyId,
      name: row.name ?? '',
      state: row.agencyState,
      programme: (row.programme ?? '287g') as Claim['programme'],
      signed: row.signedDay,
    };
  });
}

/**
 * Claim ids of the rows that show each agreement (by its index) on a day: rows of the lists in force, which are the
 * newest of each kind that day or before. `agencies` narrows to some.
 */
export async function idsInForce(db: Db, on: Day, agencies: string[] | null): Promise<Map<number, string[]>> {
  const ids = new Map<number, string[]>();
  for (const kinds of [['participating', 'page'], ['pending']] as const) {
    const inForce = await db
      .selectFrom('publication')
      .select('capture')
      .where('kind', 'in', kinds)
      .where('day', '<=', on)
      .orderBy('day', 'desc')
      .orderBy('ord', 'desc')
      .executeTakeFirst();
    if (!inForce) continue;
    const add = (agreement: number, id: string) => {
      const known = ids.get(agreement);
      if (known) known.push(id);
      else ids.set(agreement, [id]);
    };
    if (inForce.capture < 0) {
      for (const { agreement, id } of await citedIds(db, -1 - inForce.capture, agencies)) add(agreement, id);
      continue;
    }
    let rows = db
      .selectFrom('listing as g')
      .innerJoin('line_agency as a', 'a.line', 'g.line')
      .innerJoin('line as n', 'n.id', 'g.line')
      .innerJoin('list as l', 'l.capture', 'g.capture')
      .innerJoin('capture as c', 'c.id', 'g.capture')
      .select([
        'c.sha as capture',
        'l.kind',
        'l.sheet',
        'g.row',
        'n.agency as written',
        'a.programme',
        'a.agreement',
      ])
      .where('g.capture', '=', inForce.capture)
      .where('a.agreement', 'is not', null)
      .orderBy('g.row');
    if (agencies) rows = rows.where('a.agency', 'in', agencies);
    for (const { agreement, ...row } of await rows.execute()) {
      add(agreement ?? -1, listingId({ ...row, programme: row.programme as Claim['programme'] }));
    }
  }
  return ids;
}

/** The ids of the claims that the rows of a list make (its row in `capture`), each with the row's number. */
export async function listingIds(db: Db, capture: number): Promise<[id: string, row: number][]> {
  const list = await db
    .selectFrom('list as l')
    .innerJoin('capture as c', 'c.id', 'l.capture')
    .select(['c.sha as capture', 'l.kind', 'l.sheet'])
    .where('l.capture', '=', capture)
    .executeTakeFirstOrThrow();
  // One text for all rows: a quarter of a million of them are handed over before an id is known to be none.
  const { rows } = await sql<{
    rows: string;
  }>`select json_group_array(json_array(g."row", n.agency, a.programme)) as rows
    from listing as g join line as n on n.id = g.line left join line_agency as a on a.line = g.line
    where g.capture = ${capture}`.execute(db);
  const all = JSON.parse(rows[0]?.rows ?? '[]') as [number, string, Claim['programme'] | null][];
  return all.map(([row, written, programme]) => [
    listingId({ ...list, row, written, programme: programme ?? '287g' }),
    row,
  ]);
}

/** The id of the claim that a row makes, without the claim: a status of the whole country needs thousands. */
function listingId(
  row: Pick<ListingRow, 'capture' | 'kind' | 'sheet' | 'row' | 'programme'> & { written: string },
): string {
  const { capture, kind, sheet, row: number, programme, written } = row;
  const evidence: Evidence = { type: 'row', sheet, row: number, cells: [] };
  const position = kind === 'pending' ? 'will-join' : 'takes-part';
  return contentId(capture, selectorOf(evidence), 'listing', written, programme, position);
}
