import type { Day } from '../base/index.ts';
import type { Claim } from '../claim/index.ts';
import { type Agency, type Agreement, countyName, type RowRef } from '../resolve/index.ts';
import { agencyById } from './agencies.ts';
import { claimAtRow, listDays, wordClaims } from './claims.ts';
import { OPEN_END } from './derive.ts';
import type { AgencyView, Approx, Interval, RecordedClaim, StatusRow } from './model.ts';
import type { Db } from './open.ts';
import { statusOn } from './status.ts';

/** Everything that an agency's page shows, as of a day; null for an id that the record does not know. */
export async function agencyView(db: Db, id: string, on: Day): Promise<AgencyView | null> {
  const agency = await agencyById(db, id);
  if (!agency) return null;
  const days = await listDays(db);
  const rows = boundaryRows(await agreementFacts(db, id));
  const listed = await Promise.all(rows.map((ref) => claimAtRow(db, ref, days)));
  return viewOf(agency, {
    words: await wordClaims(db, { agency: id }),
    listed: listed.filter((claim) => claim !== null),
    status: await statusOn(db, { on, agency: id }),
    intervals: await intervalsOf(db, id),
  });
}

/** What the record holds of an agency: claims that are no rows, rows at the ends of its runs, status, intervals. */
export interface AgencyParts {
  words: RecordedClaim[];
  listed: RecordedClaim[];
  status: StatusRow[];
  intervals: Interval[];
}

/** An agency's view out of its parts. */
export function viewOf(agency: Agency, { words, listed, status, intervals }: AgencyParts): AgencyView {
  const { id, name, kind, state, place, ori, aliases } = agency;
  return {
    id,
    name,
    kind,
    state,
    counties: agency.counties.map((fips) => ({ fips, name: countyName(fips) })),
    place,
    ori,
    aliases,
    status,
    intervals,
    claims: [...words, ...listed].sort((a, b) => compare(b.date, a.date) || citedLast(a, b)),
  };
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

// Of one day, what can be read in its place comes before what is only cited.
function citedLast(a: RecordedClaim, b: RecordedClaim): number {
  return Number(a.source.capture === null) - Number(b.source.capture === null);
}

/** The derived intervals of one agency, or of all, oldest first. */
export async function intervalsOf(db: Db, agency: string | null): Promise<Interval[]> {
  return (await intervalRows(db, agency)).map(toInterval);
}

/** Ids of the sources that show each interval of `intervalsOf` of all, in its order: first and last list of an agreement, or those of claims. */
export async function intervalSources(db: Db): Promise<string[][]> {
  const lists = await agreementLists(db);
  const sourceOf = new Map((await wordClaims(db, {})).map(({ id, source }) => [id, source.id]));
  return (await intervalRows(db, null)).map(({ agreementId, claims }) => {
    const said = (JSON.parse(claims) as string[]).flatMap((id) => sourceOf.get(id) ?? []);
    return [...new Set([...(lists.get(agreementId ?? '') ?? []), ...said])];
  });
}

/** The first and the last list on which each agreement stood, by its id. */
export async function agreementLists(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('agreement').select(['id', 'facts']).execute();
  return new Map(
    rows.map(({ id, facts }) => {
      const { runs } = JSON.parse(facts) as Agreement;
      const ends = [runs[0]?.first.capture, runs.at(-1)?.last.capture];
      return [id, [...new Set(ends)].flatMap((sha) => (sha ? [`sha256:${sha}`] : []))];
    }),
  );
}

function intervalRows(db: Db, agency: string | null) {
  let query = db
    .selectFrom('interval as i')
    .leftJoin('agreement as g', 'g.idx', 'i.agreement')
    .selectAll('i')
    .select('g.id as agreementId')
    .orderBy('i.agency')
    .orderBy('i.programme')
    .orderBy('i.from_max')
    .orderBy('i.position')
    .orderBy('g.id')
    .orderBy('i.from_any')
    .orderBy('i.to_max');
  if (agency !== null) query = query.where('i.agency', '=', agency);
  return query.execute();
}

function toInterval(row: Awaited<ReturnType<typeof intervalRows>>[number]): Interval {
  return {
    agency: row.agency,
    programme: row.programme as Claim['programme'],
    position: row.position as Claim['position'],
    from: approx(row.from_min, row.from_max, row.about.includes('from')),
    said: row.said === 1,
    to:
      row.to_min === OPEN_END
        ? null
        : approx(row.to_min, row.to_max === OPEN_END ? null : row.to_max, row.about.includes('to')),
    certainTo: row.certain_to,
    lastSeen: row.last_seen,
    seenMin: row.seen_min,
    agreement: row.agreementId,
    signed: row.signed,
  };
}

function approx(min: Day | null, max: Day | null, about: boolean): Approx {
  return about ? { min, max, about } : { min, max };
}

/** The agreements of an agency, in the order in which they were derived. */
export async function agreementFacts(db: Db, agency: string): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .select('facts')
    .where('agency', '=', agency)
    .orderBy('idx')
    .execute();
  return rows.map(({ facts }) => JSON.parse(facts) as Agreement);
}

/** The rows with which each of an agency's runs on a list begins and ends: what shows its intervals. */
export function boundaryRows(agreements: readonly Agreement[]): RowRef[] {
  const refs = new Map<string, RowRef>();
  for (const { runs } of agreements)
    for (const { first, last } of runs)
      for (const { capture, row } of [first, last]) refs.set(`${capture} ${row}`, { capture, row });
  return [...refs.values()];
}
