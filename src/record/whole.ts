import type { Day } from '../base/index.ts';
import type { Agreement, RowRef } from '../resolve/index.ts';
import { allAgencies } from './agencies.ts';
import { boundaryRows, intervalsOf, viewOf } from './agency-view.ts';
import { changesBetween } from './changes.ts';
import { citedClaims } from './cited.ts';
import { wordClaims } from './claims.ts';
import { readDecisions } from './decisions.ts';
import { type Explanation, explanationOf, namedLists } from './explain.ts';
import { type RowsAround, readListingStore } from './listing-store.ts';
import type { AgencyView, Change, RecordedClaim } from './model.ts';
import type { Db } from './open.ts';
import { type PublicationReport, publicationReport, publicationsOf } from './publications.ts';
import { statusOn } from './status.ts';

/** The answers that pages of single agencies need, out of one pass over each table. */
export interface Whole {
  agency(id: string): AgencyView | null;
  explain(id: string): Promise<Explanation | null>;
  rows(capture: string, around: number, count: number): RowsAround | null;
  /** What changed about an agency, newest first, up to the day of the whole. */
  changes(agency: string): Change[];
  publication(capture: string): Promise<PublicationReport | null>;
}

/** Reads a record whole as of a day. Every answer is that of the reader's own question for one agency. */
export async function readWhole(db: Db, on: Day): Promise<Whole> {
  const lists = await namedLists(db);
  const store = await readListingStore(db);
  const cited = await citedClaims(db);
  const agencies = new Map((await allAgencies(db)).map((agency) => [agency.id, agency]));
  const words = grouped(await wordClaims(db, {}), ({ agencyId }) => agencyId);
  const status = grouped(await statusOn(db, { on }), ({ agency }) => agency);
  const intervals = grouped(await intervalsOf(db, null), ({ agency }) => agency);
  const changes = grouped(await changesBetween(db, { from: '1900-01-01', to: on }), ({ agency }) => agency);
  const facts = db.selectFrom('agreement').select(['agency', 'facts']).orderBy('idx');
  const agreements = grouped(await facts.execute(), ({ agency }) => agency);
  const basis = grouped(
    await db.selectFrom('basis').selectAll().orderBy('rule').orderBy('id').execute(),
    ({ agency }) => agency,
  );
  const decisions = await readDecisions(db, '9999');
  const redirects = grouped(await db.selectFrom('redirect').selectAll().execute(), ({ target }) => target);
  const citedRows = grouped(await db.selectFrom('cited_row').selectAll().execute(), ({ agency }) => agency);
  const publications = await publicationsOf(db);
  const claimAt = (ref: RowRef): RecordedClaim | null =>
    ref.row < 0 ? cited(ref.capture, ref.row) : store.claim(ref, lists.days);
  const agreementsOf = (id: string) => agreements(id).map((one) => JSON.parse(one.facts) as Agreement);
  return {
    agency: (id) => {
      const agency = agencies.get(id);
      if (!agency) return null;
      const listed = boundaryRows(agreementsOf(id)).map(claimAt);
      return viewOf(agency, {
        words: words(id),
        listed: listed.filter((claim) => claim !== null),
        status: status(id),
        intervals: intervals(id),
      });
    },
    explain: async (id) => {
      const agency = agencies.get(id);
      if (!agency) return null;
      return explanationOf(agency, lists, {
        basis: basis(id),
        agreements: agreementsOf(id),
        decisions,
        redirects: redirects(id).map((redirect) => redirect.id),
        printed: store.printed(id),
        cited: citedRows(id),
        claimAt,
      });
    },
    rows: (capture, around, count) => store.around(capture, around, count),
    changes,
    publication: (capture) => publicationReport(db, capture, publications),
  };
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): (key: string) => Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return (key) => groups.get(key) ?? [];
}
