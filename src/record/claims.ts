import { sql } from 'kysely';
import { boundsOf, type Day } from '../base/index.ts';
import type { Claim, Evidence, Line } from '../claim/index.ts';
import { type RowRef, signedDay, tidy } from '../resolve/index.ts';
import { citedClaim, citedSource, citedSources, type OnceCited } from './cited.ts';
import type { Patch } from './decisions.ts';
import { claimOfRow, type ListingRow, listingIds, listingRows } from './listings.ts';
import type { RecordedClaim, SourceInfo } from './model.ts';
import type { Db } from './open.ts';
import { claimOfRowId, type RowSource } from './row-ids.ts';
import { lastGiven } from './sightings.ts';
import { isFamily } from './spoken.ts';

/** What narrows a search of claims; every condition that is given must hold. */
export interface ClaimQuery {
  id?: string;
  agency?: string;
  capture?: string;
  programme?: string;
  position?: string;
  speaker?: string;
  review?: string;
  kind?: string;
  /** Dated on or before this day, or maybe so; what has no date is left out. */
  on?: Day;
}

const LATE = '9999-12-31';
const LISTS_PUBLISHER = 'U.S. Immigration and Customs Enforcement';

/** Claims that are no rows of lists, as review left them, newest first; rejected ones too. */
export async function wordClaims(db: Db, query: ClaimQuery): Promise<RecordedClaim[]> {
  let select = selectWords(db);
  if (query.id) select = select.where('c.id', '=', query.id);
  if (query.agency) select = select.where('a.agency', '=', query.agency);
  const { capture } = query;
  if (capture) select = select.where((e) => e.or([e('p.sha', '=', capture), e('n.sha', '=', capture)]));
  if (query.review) select = select.where('a.review', '=', query.review);
  if (query.programme === '287g') select = select.where(PROGRAMME, 'like', '287g%');
  else if (query.programme) select = select.where(PROGRAMME, '=', query.programme);
  if (query.position) select = select.where(POSITION, '=', query.position);
  if (query.speaker) select = select.where('c.speaker', 'like', `%${query.speaker}%`);
  if (query.kind) select = select.where('c.kind', '=', query.kind);
  const rows = await select.orderBy('c.date', 'desc').orderBy('c.id').execute();
  return rows.map(toRecorded);
}

/** Claims that fit, as `wordClaims`; rows of lists are many and come only where `capture` names their list. */
export async function claimsThatFit(db: Db, query: ClaimQuery): Promise<RecordedClaim[]> {
  const { capture, on } = query;
  const words = (await wordClaims(db, query)).filter((claim) => on === undefined || datedBy(claim, on));
  if (!capture || words.length > 0) return words;
  const rows = await listingRows(db, (select) => select.where('c.sha', '=', capture).orderBy('g.row'));
  if (rows.length === 0) return [];
  const day = (await listDays(db)).get(capture) ?? null;
  return rows.map((row) => listingAsRecorded(row, day)).filter((claim) => fits(claim, query));
}

function fits(
  claim: RecordedClaim,
  { agency, programme, position, speaker, review, kind, on }: ClaimQuery,
): boolean {
  return (
    (!agency || claim.agencyId === agency) &&
    (!programme || claim.programme === programme || (programme === '287g' && isFamily(claim.programme))) &&
    (!position || claim.position === position) &&
    (!speaker || (claim.speaker ?? '').toLowerCase().includes(speaker.toLowerCase())) &&
    (!review || claim.review === review) &&
    (!kind || claim.kind === kind) &&
    (on === undefined || datedBy(claim, on))
  );
}

function datedBy({ date }: RecordedClaim, on: Day): boolean {
  const bounds = date === null ? null : boundsOf(date);
  return bounds !== null && (bounds.min ?? bounds.max ?? LATE) <= on;
}

// What a person corrected counts, not what the machine read.
const PROGRAMME = sql<string>`coalesce(a.patch ->> 'programme', c.programme)`;
const POSITION = sql<string>`coalesce(a.patch ->> 'position', c.position)`;

function selectWords(db: Db) {
  return db
    .selectFrom('claim as c')
    .innerJoin('claim_state as a', 'a.seq', 'c.seq')
    .leftJoin('decision as d', 'd.hash', 'a.decision')
    .leftJoin('capture as p', 'p.id', 'c.capture')
    .leftJoin('source as s', 's.id', 'c.source')
    .leftJoin('anchor as n', 'n.claim', 'c.id')
    .selectAll('c')
    .select(['n.sha as anchorSha', 'n.published as anchorPublished', 'n.evidence as anchorEvidence'])
    .select(['a.agency as agencyId', 'a.review', 'a.patch', 'p.sha', 'p.title as captureTitle'])
    .select((e) => [
      e.fn.coalesce(lastGiven('publisher', 'c.capture'), 'p.publisher').as('capturePublisher'),
      e.fn.coalesce(lastGiven('published', 'c.capture'), 'p.published').as('capturePublished'),
    ])
    .select(['s.title as sourceTitle', 's.publisher as sourcePublisher'])
    .select(['s.published as sourcePublished', 's.url as sourceUrl'])
    .select([
      'd.seq as decisionSeq',
      'd.hash as decisionHash',
      'd.kind as decisionKind',
      'd.actor',
      'd.reason',
      'd.recorded as decided',
    ])
    .select((e) =>
      e
        .selectFrom('sighting as g')
        .select('g.origin')
        .whereRef('g.capture', '=', 'c.capture')
        .orderBy('g.id')
        .limit(1)
        .as('origin'),
    );
}

type WordRecord = Awaited<ReturnType<ReturnType<typeof selectWords>['execute']>>[number];

function toRecorded(row: WordRecord): RecordedClaim {
  const machine: Claim = {
    id: row.id,
    kind: row.kind as Claim['kind'],
    agency: { written: row.written, name: row.name, state: row.state, place: row.place },
    programme: row.programme as Claim['programme'],
    position: row.position as Claim['position'],
    speaker: row.speaker,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    speaksForAgency: row.speaks_for_agency === 1,
    via: row.via,
    date: row.date,
    effective: row.effective,
    evidence:
      row.anchorEvidence === null
        ? (JSON.parse(row.evidence) as Evidence[])
        : [JSON.parse(row.anchorEvidence) as Evidence],
    rules: JSON.parse(row.rules) as string[],
    confidence: row.confidence,
  };
  const { agency: _, ...patch } = row.patch === null ? {} : (JSON.parse(row.patch) as Patch);
  const differs = Object.keys(patch) as (keyof typeof patch)[];
  return {
    ...machine,
    ...patch,
    agencyId: row.agencyId,
    source: anchoredIn(row) ?? sourceOf(row),
    recordedFrom: row.recorded,
    review: row.review as RecordedClaim['review'],
    machine: differs.length === 0 ? null : Object.fromEntries(differs.map((key) => [key, machine[key]])),
    decision: decisionOf(row),
    summary: row.summary,
  };
}

function decisionOf(row: WordRecord): RecordedClaim['decision'] {
  const { decisionSeq: seq, decisionHash: hash, decisionKind: kind, actor, reason, decided: recorded } = row;
  if (seq === null || hash === null) return null;
  return { seq, hash, kind: kind ?? '', actor: actor ?? '', reason: reason ?? '', recorded: recorded ?? '' };
}

/** The capture in which the words of a cited claim stand, with what the citation says of it; null for any other claim. */
function anchoredIn(row: WordRecord): SourceInfo | null {
  const { anchorSha: capture, anchorPublished: published } = row;
  if (capture === null) return null;
  const cited = sourceOf(row);
  return { ...cited, id: `sha256:${capture}`, published: published ?? cited.published, capture };
}

interface SourceColumns {
  source: string | null;
  sha: string | null;
  origin: string | null;
  captureTitle: string | null;
  capturePublisher: string | null;
  capturePublished: string | null;
  sourceTitle: string | null;
  sourcePublisher: string | null;
  sourcePublished: string | null;
  sourceUrl: string | null;
}

function sourceOf(row: SourceColumns): SourceInfo {
  return {
    id: row.source ?? `sha256:${row.sha}`,
    title: row.sourceTitle ?? row.captureTitle,
    publisher: row.sourcePublisher ?? row.capturePublisher,
    published: row.sourcePublished ?? row.capturePublished,
    url: row.sourceUrl ?? webAddress(row.origin),
    capture: row.sha,
  };
}

/** A cited source, a capture or a cited list by its id, or null. */
export async function sourceById(db: Db, id: string, until = '9999'): Promise<SourceInfo | null> {
  if (!id.startsWith('sha256:')) {
    const row = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row || row.recorded > until) return null;
    const { title, publisher, published, url } = row;
    return { id, title, publisher, published, url, capture: null };
  }
  const row = await db
    .selectFrom('capture as c')
    .innerJoin('sighting as s', 's.capture', 'c.id')
    .select((e) => [
      'c.sha',
      'c.title',
      e.fn.coalesce(lastGiven('publisher', 'c.id'), 'c.publisher').as('publisher'),
      e.fn.coalesce(lastGiven('published', 'c.id'), 'c.published').as('published'),
      's.origin',
    ])
    .where('c.sha', '=', id.slice(7))
    .where('c.recorded', '<=', until)
    .orderBy('s.id')
    .executeTakeFirst();
  if (!row) return citedSource(db, id);
  const { sha, title, publisher, published, origin } = row;
  return { id, title, publisher, published, url: webAddress(origin), capture: sha };
}

/** An origin that a reader can follow; the path of a local file is none. */
export function webAddress(origin: string | null): string | null {
  return origin && /^https?:\/\//i.test(origin) ? origin : null;
}

/** A row of a list as a recorded claim, with the list's day as its source's date. */
export function listingAsRecorded(row: ListingRow, day: string | null): RecordedClaim {
  return {
    ...claimOfRow(row),
    date: day,
    agencyId: row.agency,
    source: {
      id: `sha256:${row.capture}`,
      title: row.kind === 'pending' ? 'Pending agencies' : 'Participating agencies',
      publisher: LISTS_PUBLISHER,
      published: day,
      url: null,
      capture: row.capture,
    },
    recordedFrom: row.recorded,
    review: 'rule',
    machine: null,
    decision: null,
    summary: null,
  };
}

/** The days that the record's lists bear, by capture hash; one for a repeat of an earlier content is its own day. */
export async function listDays(db: Db): Promise<Map<string, string>> {
  const days = new Map<string, string>();
  const rows = await db
    .selectFrom('publication as p')
    .innerJoin('capture as c', 'c.id', 'p.capture')
    .select(['c.sha', 'p.day', 'p.repeats'])
    .execute();
  for (const { sha, day, repeats } of rows) {
    days.set(sha, day);
    for (const repeat of JSON.parse(repeats) as { capture: string; day: string }[])
      if (!days.has(repeat.capture)) days.set(repeat.capture, repeat.day);
  }
  return days;
}

/** The claim of a row where it stands: in a captured list, or cited. */
export async function claimAtRow(
  db: Db,
  { capture, row }: RowRef,
  days: ReadonlyMap<string, string>,
): Promise<RecordedClaim | null> {
  if (row < 0) return citedClaim(db, capture, row);
  const [found] = await listingRows(db, (query) =>
    query.where('c.sha', '=', capture).where('g.row', '=', row),
  );
  return found ? listingAsRecorded(found, days.get(found.capture) ?? null) : null;
}

/**
 * One claim by id, or null, as known until a moment. A row's claim is found by the ids that its list's rows make
 * (`row-ids.ts`); with `dir`, the record's folder, they are kept there.
 */
export async function claimById(
  db: Db,
  id: string,
  { until = '9999', dir = null }: { until?: string; dir?: string | null } = {},
): Promise<RecordedClaim | null> {
  // What cannot be an id is not looked for among the rows of lists.
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const [word] = await wordClaims(db, { id });
  if (word) return word;
  // An id of a row says the programme, which rules read from the whole line.
  const { rows } = await sql<{ read: string | null }>`select group_concat(programme) as read
    from (select programme from line_agency order by line)`.execute(db);
  return claimOfRowId(db, id, { sources: await rowSources(db, until), read: rows[0]?.read ?? '', dir });
}

/** Every list of which rows make claims: the captured, newest first, and the cited, captured since or not. */
async function rowSources(db: Db, until: string): Promise<RowSource[]> {
  const days = await listDays(db);
  const captures = await db
    .selectFrom('list as l')
    .innerJoin('capture as c', 'c.id', 'l.capture')
    .select(['l.capture', 'c.sha'])
    .orderBy('c.sha')
    .execute();
  const dayOf = ({ sha }: { sha: string }) => days.get(sha) ?? '';
  captures.sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  const captured = captures.map(({ capture, sha }) => ({
    key: sha,
    ids: () => listingIds(db, capture),
    claim: async (number: number, id: string) => {
      const [row] = await listingRows(db, (query) =>
        query.where('g.capture', '=', capture).where('g.row', '=', number),
      );
      const claim = row ? listingAsRecorded(row, days.get(row.capture) ?? null) : null;
      return claim?.id === id ? claim : null;
    },
  }));
  return [...captured, ...(await citedSources(db, until, (row) => anchored(db, row, days)))];
}

/** The claim of a captured row that was cited before its list was captured, or null. */
async function anchored(
  db: Db,
  was: OnceCited,
  days: ReadonlyMap<string, Day>,
): Promise<RecordedClaim | null> {
  const rows = await listingRows(db, (query) => query.where('c.sha', '=', was.sha));
  const found = rows.find(({ line, programme }) => was.programme === programme && isPrinted(line, was));
  return found ? listingAsRecorded(found, days.get(found.capture) ?? null) : null;
}

function isPrinted(line: Line, { text, signed }: { text: string; signed: string | null }): boolean {
  return tidy(line.agency) === text && (signedDay(line.signed)?.value ?? null) === signed;
}
