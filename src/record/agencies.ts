import { type Agency, type AgencyKind, countyName, type Findable, findableOf } from '../resolve/index.ts';
import { recallNames } from './kept-names.ts';
import type { Found } from './model.ts';
import type { Db } from './open.ts';

/** An agency in a list of all: enough to name it and to place it. */
export interface AgencyInfo {
  id: string;
  name: string;
  kind: AgencyKind;
  state: string;
  /** County FIPS codes, the main one first. */
  counties: string[];
  /** Name of the main county, or null. */
  county: string | null;
  ori: readonly string[];
}

/** Every agency that the record knows, in the order of their ids. */
export async function allAgencies(db: Db): Promise<Agency[]> {
  const rows = await db.selectFrom('agency').select('facts').orderBy('id').execute();
  return rows.map((row) => JSON.parse(row.facts) as Agency);
}

/** An agency by id, or null. */
export async function agencyById(db: Db, id: string): Promise<Agency | null> {
  const row = await db.selectFrom('agency').select('facts').where('id', '=', id).executeTakeFirst();
  return row ? (JSON.parse(row.facts) as Agency) : null;
}

/** Name of an agency's main county, or null: a state or a town is none. */
export function countyOf({ counties: [main] }: Pick<Agency, 'counties'>): string | null {
  return main === undefined ? null : countyName(main);
}

/** An agency as lists of agencies show it. */
export function infoOf(agency: Agency): AgencyInfo {
  const { id, name, kind, state, counties, ori } = agency;
  return { id, name, kind, state, counties, county: countyOf(agency), ori };
}

/** Ids of the agencies of which any evidence speaks: a position, a claim (proposed ones too), an agreement, a contradiction. */
export async function evidentAgencies(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('interval')
    .select('agency')
    .union(
      db
        .selectFrom('claim_state')
        .select('agency')
        .where('agency', 'is not', null)
        .$narrowType<{ agency: string }>(),
    )
    .union(db.selectFrom('agreement').select('agency'))
    .union(db.selectFrom('contradiction').select('agency'))
    .execute();
  return new Set(rows.map(({ agency }) => agency));
}

/** Every agency as a search sees it, with what a result shows of it. */
export async function findableAgencies(db: Db): Promise<(Findable & Found)[]> {
  await recallNames(db);
  const all = await allAgencies(db);
  return all.map((agency) => ({ ...findableOf(agency), county: countyOf(agency), kind: agency.kind }));
}
