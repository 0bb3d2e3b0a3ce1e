import { sql } from 'kysely';
import { addDays, type Day, type Effects } from '../base/index.ts';
import { getBlob } from '../capture/index.ts';
import type { AgreementFacts } from '../claim/index.ts';
import type { LawBook } from '../law/index.ts';
import type { TextReading } from '../read/index.ts';
import { type Agency, type Findable, find } from '../resolve/index.ts';
import { type AgencyInfo, allAgencies, evidentAgencies, findableAgencies, infoOf } from './agencies.ts';
import { type AgencyTableRow, agencyTable } from './agency-table.ts';
import { agencyView, agreementLists, intervalSources, intervalsOf } from './agency-view.ts';
import { type AgreementRow, agreementRows } from './agreements.ts';
import { type ChangeQuery, changesBetween } from './changes.ts';
import { type ClaimQuery, claimById, claimsThatFit, sourceById } from './claims.ts';
import { type ContradictionQuery, type ContradictionRow, contradictionRows } from './contradiction-rows.ts';
import { countsOf, type RecordCounts } from './counts.ts';
import { type DecisionRequest, decide } from './decide.ts';
import { type Decision, readDecisions } from './decisions.ts';
import { type Explanation, explain, type NamedLists, namedLists } from './explain.ts';
import { agencyFinder, finderNow, type Hit, type KeptFinder } from './kept-finder.ts';
import { readBook } from './laws.ts';
import { type LinkLag, linkLags } from './link-lags.ts';
import { type RowsAround, shownRows } from './listing-store.ts';
import { listingRows } from './listings.ts';
import { type LostAnchor, lostAnchors } from './lost.ts';
import { memorandumOf } from './memoranda.ts';
import { lastRecorded } from './meta.ts';
import type {
  AgencyView,
  Change,
  Found,
  Interval,
  RecordedClaim,
  SourceInfo,
  StatusQuery,
  StatusRow,
} from './model.ts';
import type { Db, OpenRecord } from './open.ts';
import { type ProposedInstrument, proposals } from './proposals.ts';
import {
  newestList,
  type PublicationInfo,
  type PublicationReport,
  publicationNamed,
  publicationReport,
  publicationsOf,
} from './publications.ts';
import { type ReviewItem, type ReviewQuery, reviewQueue } from './queue.ts';
import { bringUp } from './rebuild.ts';
import { type RecordChange, type RecordChangeQuery, recordChanges, restatements } from './record-log.ts';
import { type RegisterQuery, type Registers, registersOf } from './registers.ts';
import { type RecordRoot, rootOf } from './root.ts';
import { asKnown, asKnownOfPast, closeScopes, endOf, noScopes } from './scope.ts';
import { captureAt, type RecordedSighting, readSightings } from './sightings.ts';
import { statusOn } from './status.ts';
import { textOf } from './texts.ts';
import { readWhole, type Whole } from './whole.ts';

/** A list and the day that its publisher gives it. */
export interface ListInfo {
  /** SHA-256 of the list. */
  capture: string;
  /** True where the list is cited and its bytes are not captured. */
  cited: boolean;
  kind: string;
  day: Day;
}

/** What can be asked of a record. `known` asks as the record knew it at the end of that day. */
export interface RecordReader {
  status(query: StatusQuery): Promise<StatusRow[]>;
  agency(id: string, at: { on: Day; known?: Day }): Promise<AgencyView | null>;
  redirectOf(id: string, known?: Day): Promise<string | null>;
  /** Why an agency's rows are one and why it has its status. */
  explain(id: string, known?: Day): Promise<Explanation | null>;
  /** Everything that pages of single agencies ask, read in one pass: for a publication of all of them. */
  whole(on: Day): Promise<Whole>;
  agencies(known?: Day): Promise<AgencyInfo[]>;
  agenciesInFull(): Promise<Agency[]>;
  /** Ids of the agencies of which any evidence speaks, proposed claims too. */
  evidentAgencies(known?: Day): Promise<Set<string>>;
  /** Every agency as `agencies` prints it: spellings, places, codes and how the registry has it. */
  agencyTable(known?: Day): Promise<AgencyTableRow[]>;
  /** Agreements of an agency or of all; with `on` those that were listed on that day, each certain or not. */
  agreements(
    agency: string | null,
    at?: { on?: Day | undefined; known?: Day | undefined },
  ): Promise<AgreementRow[]>;
  find(text: string, limit?: number, known?: Day): Promise<Found[]>;
  /** Every agency as `find` sees it, in the order of their ids: for a search elsewhere that finds the same. */
  findable(known?: Day): Promise<Findable[]>;
  intervals(known?: Day): Promise<Interval[]>;
  /** Ids of the sources that show each of all intervals, in their order. */
  intervalSources(known?: Day): Promise<string[][]>;
  /** The first and the last list of each agreement, by its id. */
  agreementLists(known?: Day): Promise<Map<string, string[]>>;
  changes(query: ChangeQuery & { known?: Day }): Promise<Change[]>;
  /** Counts of agencies and agreements over time, by state and model if asked: what charts are drawn from. */
  registers(query: RegisterQuery & { known?: Day }): Promise<Registers>;
  claims(query: ClaimQuery & { known?: Day }): Promise<RecordedClaim[]>;
  claim(id: string, known?: Day): Promise<RecordedClaim | null>;
  source(id: string, known?: Day): Promise<SourceInfo | null>;
  text(capture: string): Promise<TextReading | null>;
  /** What a captured 287(g) memorandum says beside its claim; null for any other capture. */
  memorandum(capture: string): Promise<AgreementFacts | null>;
  rows(capture: string, around: number, count: number): Promise<RowsAround | null>;
  counts(known?: Day): Promise<RecordCounts>;
  /** What waits for review, or was decided. */
  review(query: ReviewQuery): Promise<ReviewItem[]>;
  /** Every decision, oldest first; those on one subject, or of one day. */
  decisions(query?: { subject?: string; day?: Day; known?: Day }): Promise<Decision[]>;
  /** Writes decisions down and derives what follows; throws a DecisionConflict when another came between. */
  decide(requests: DecisionRequest[], effects: Effects): Promise<Decision[]>;
  /** What was done to the record itself on these days of record time, and what it says otherwise since about days before. */
  recordChanges(query: RecordChangeQuery): Promise<RecordChange[]>;
  /** One hash over the whole log, for a release to name; up to the end of a day, or a moment, of record time. */
  root(known?: string): Promise<RecordRoot>;
  /** Where and when a capture was seen. */
  sightings(capture: string, known?: Day): Promise<RecordedSighting[]>;
  /** The newest capture of an address, by its hash, or null. */
  captureAt(origin: string): Promise<string | null>;
  /** Quotations that the newest capture of their page lacks, by claim. */
  lostAnchors(): Promise<Map<string, LostAnchor[]>>;
  /** How long agreements listed from a day on waited for the link to their memorandum. */
  linkLags(from: Day, known?: Day): Promise<LinkLag[]>;
  /** Every distinct list, oldest first. */
  publications(known?: Day): Promise<PublicationInfo[]>;
  /** What a list shows otherwise than the one before it, by the hash of its bytes; null for no list. */
  publication(capture: string, known?: Day): Promise<PublicationReport | null>;
  /** The publication that a hash, its beginning or a day means. Throws a UserError when none does. */
  publicationNamed(name: string): Promise<PublicationInfo>;
  /** The lists in the order of their days. */
  lists(known?: Day): Promise<ListInfo[]>;
  /** The day of the newest list of agreements on or before a day, as known on another; null before the first. */
  newestList(on: Day, known?: Day): Promise<Day | null>;
  /** Captures of official registries, oldest first. */
  registries(): Promise<string[]>;
  /** The bytes of a capture as received, or null when they are missing. */
  bytes(capture: string): Buffer | null;
  contradictions(query: ContradictionQuery & { known?: Day }): Promise<ContradictionRow[]>;
  /** The instruments and provisions that it holds. */
  law(known?: Day): Promise<LawBook>;
  /** Policy texts that sources name, for a person to look at. */
  proposals(known?: Day): Promise<ProposedInstrument[]>;
  close(): Promise<void>;
}

/** A reader of an open record. Derives first when a kill left the derived tables behind the log. */
export async function readRecord(record: OpenRecord): Promise<RecordReader> {
  await bringUp(record);
  const { db } = record;
  const scopes = noScopes();
  const at = <Answer>(known: Day | undefined, ask: (db: Db) => Promise<Answer>) =>
    asKnown(record, scopes, known, ask);
  let named: { recorded: string | null; lists: NamedLists } | null = null;
  let lost: { recorded: string | null; anchors: Map<string, LostAnchor[]> } | null = null;
  let search: KeptFinder | null = null;
  return {
    status: ({ known, ...query }) => asKnownOfPast(record, scopes, known, (scope) => statusOn(scope, query)),
    agency: (id, { on, known }) => at(known, (scope) => agencyView(scope, id, on)),
    explain: (id, known) =>
      at(known, async (scope) => {
        if (scope !== db) return explain(scope, id, await namedLists(scope));
        const recorded = await lastRecorded(db);
        if (named?.recorded !== recorded) named = { recorded, lists: await namedLists(db) };
        return explain(db, id, named.lists);
      }),
    redirectOf: (id, known) =>
      at(known, async (scope) => {
        const found = scope.selectFrom('redirect').select('target').where('id', '=', id);
        return (await found.executeTakeFirst())?.target ?? null;
      }),
    whole: (on) => readWhole(db, on),
    agencies: (known) => at(known, async (scope) => (await allAgencies(scope)).map(infoOf)),
    agenciesInFull: () => allAgencies(db),
    evidentAgencies: (known) => at(known, (scope) => evidentAgencies(scope)),
    agencyTable: (known) => at(known, (scope) => agencyTable(scope, untilOf(known))),
    agreements: (agency, { on, known } = {}) => at(known, (scope) => agreementRows(scope, agency, on)),
    find: async (text, limit, known) => {
      if (known !== undefined)
        return at(known, async (scope) => find(await agencyFinder(scope), text, limit).map(shown));
      search = await finderNow(record, search);
      return find(search.finder, text, limit).map(shown);
    },
    findable: (known) => at(known, (scope) => findableAgencies(scope)),
    intervalSources: (known) => at(known, (scope) => intervalSources(scope)),
    agreementLists: (known) => at(known, (scope) => agreementLists(scope)),
    intervals: (known) => at(known, (scope) => intervalsOf(scope, null)),
    changes: ({ known, ...query }) => at(known, (scope) => changesBetween(scope, query)),
    registers: ({ known, ...query }) =>
      at(known, async (scope) => {
        const [intervals, lists] = [await intervalsOf(scope, null), await listsOf(scope)];
        const agencies = await scope.selectFrom('agency').select(['id', 'state']).execute();
        const states = new Map(agencies.map(({ id, state }) => [id, state]));
        return registersOf({ intervals, lists, states }, query);
      }),
    claims: ({ known, ...query }) =>
      at(known, async (scope) => (await claimsThatFit(scope, query)).filter(learnedBy(known))),
    claim: (id, known) =>
      at(known, async (scope) => {
        const dir = scope === db ? record.dir : null;
        const claim = await claimById(scope, id, { until: untilOf(known), dir });
        return claim && learnedBy(known)(claim) ? claim : null;
      }),
    source: (id, known) => at(known, (scope) => sourceById(scope, id, untilOf(known))),
    text: (capture) => textOf(record, capture),
    memorandum: (capture) => memorandumOf(record, capture),
    rows: (capture, around, count) => rowsAround(record, capture, around, count),
    counts: (known) => at(known, (scope) => countsOf(scope, scope === db ? null : untilOf(known))),
    review: (query) => reviewQueue(record, query),
    decisions: async ({ subject, day, known } = {}) => {
      const all = await readDecisions(db, untilOf(known));
      return all.filter(
        (one) => (!subject || one.subject === subject) && (!day || one.recorded.startsWith(day)),
      );
    },
    decide: (requests, effects) => decide(record, requests, effects),
    recordChanges: async (query) => {
      const known = addDays(query.from, -1);
      const [before, after] = [
        await at(known, (scope) => intervalsOf(scope, null)),
        await at(query.to, (scope) => intervalsOf(scope, null)),
      ];
      const restated = before.length === 0 ? [] : restatements(before, after, known);
      const told = { recorded: endOf(query.to), why: `as known on ${known} and on ${query.to}`, who: null };
      return [...restated.map((one) => ({ ...told, ...one })), ...(await recordChanges(db, query))];
    },
    root: (known) => rootOf(db, untilOf(known)),
    sightings: (capture, known) => readSightings(db, { capture, until: untilOf(known) }),
    lostAnchors: async () => {
      const recorded = await lastRecorded(db);
      if (lost?.recorded !== recorded) lost = { recorded, anchors: await lostAnchors(record) };
      return lost.anchors;
    },
    captureAt: (origin) => captureAt(db, origin),
    linkLags: (from, known) => at(known, (scope) => linkLags(scope, from)),
    lists: (known) => at(known, (scope) => listsOf(scope)),
    newestList: (on, known) => at(known, (scope) => newestList(scope, on)),
    publications: (known) => at(known, (scope) => publicationsOf(scope)),
    publication: (capture, known) => at(known, (scope) => publicationReport(scope, capture)),
    publicationNamed: (name) => publicationNamed(db, name),
    registries: async () => {
      const rows = await db
        .selectFrom('capture')
        .select('sha')
        .where('form', '=', 'registry')
        .orderBy('recorded')
        .orderBy('sha')
        .execute();
      return rows.map(({ sha }) => sha);
    },
    bytes: (capture) => getBlob(record.captures, capture),
    contradictions: ({ known, ...query }) =>
      at(known, (scope) => contradictionRows(scope, query, untilOf(known))),
    law: (known) => readBook(db, untilOf(known)),
    proposals: (known) => proposals(record, untilOf(known)),
    close: async () => {
      await closeScopes(scopes);
      await db.destroy();
    },
  };
}

/** Whether the record had a claim by then: rows of lists are looked up in the log, which knows no scope. */
function learnedBy(known: Day | undefined): (claim: RecordedClaim) => boolean {
  const until = untilOf(known);
  return ({ recordedFrom }) => recordedFrom <= until;
}

function untilOf(known: string | undefined): string {
  return known === undefined ? '9999' : known.includes('T') ? known : endOf(known);
}

async function rowsAround(
  { db }: OpenRecord,
  capture: string,
  around: number,
  count: number,
): Promise<RowsAround | null> {
  const rows = await listingRows(db, (query) =>
    query
      .where('c.sha', '=', capture)
      .where('g.row', '>=', around - count)
      .where('g.row', '<=', around + count)
      .orderBy('g.row'),
  );
  return shownRows(rows);
}

async function listsOf(db: Db): Promise<ListInfo[]> {
  return db
    .selectFrom('publication as p')
    .leftJoin('capture as c', 'c.id', 'p.capture')
    .leftJoin('cited_list as l', (join) => join.on('l.idx', '=', sql<number>`-1 - p.capture`))
    .select((e) => [
      e.fn.coalesce('c.sha', 'l.sha').$notNull().as('capture'),
      'p.kind',
      'p.day',
      e('p.capture', '<', 0).as('cited'),
    ])
    .orderBy('p.day')
    .orderBy('p.ord')
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, cited: Boolean(row.cited) })));
}

function shown({ id, name, state, county, kind }: Hit): Found {
  return { id, name, state, county, kind };
}
