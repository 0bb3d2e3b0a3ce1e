import { canonicalJson } from '../base/index.ts';
import { wordClaims } from './claims.ts';
import { type Decision, readDecisions } from './decisions.ts';
import { type LostAnchor, lostAnchors } from './lost.ts';
import type { RecordedClaim } from './model.ts';
import type { Db, OpenRecord } from './open.ts';
import { type ProposedInstrument, proposals } from './proposals.ts';

/** What waits for a person, or was decided: a claim, a question of identity, a correction from outside, two decisions that disagree, words that a page lost, a policy text. */
export interface ReviewItem {
  /** What a decision on it names. */
  subject: string;
  type: 'claim' | 'identity' | 'correction' | 'disagreement' | 'lost' | 'instrument';
  state: RecordedClaim['review'];
  /** Why it waits. */
  reason: string;
  /** Items of one rule can be decided in one go. */
  batch: string;
  text: string;
  claim: RecordedClaim | null;
  /** The policy text that a live source newly names, or null. */
  instrument: ProposedInstrument | null;
  /** Its quotations that the newest capture of its page does not have any more. */
  lost: LostAnchor[];
  /** Agencies that it may be about. */
  candidates: string[];
  /** Rows of lists that raised the question. */
  rows: { capture: string; row: number }[];
  /** Every decision on it, oldest first; the next one answers the last. */
  decisions: Decision[];
}

/** What narrows a queue. */
export interface ReviewQuery {
  subject?: string;
  type?: ReviewItem['type'];
  agency?: string;
  state?: string;
  batch?: string;
  /** Decided items too. */
  all?: boolean;
  limit?: number;
}

/**
 * What waits for review: decisions that disagree and corrections from outside, then claims whose words their page has lost, then claims whose agency no rule decides,
 * then questions of identity, policy texts, and the other proposals, the least certain first.
 */
export async function reviewQueue(record: OpenRecord, query: ReviewQuery): Promise<ReviewItem[]> {
  const { db } = record;
  const decisions = bySubject(await readDecisions(db, '9999'));
  const all = [
    ...(await claimItems(record, decisions)),
    ...(await identityItems(db, decisions)),
    ...(await instrumentItems(record, decisions)),
  ];
  const items = all.filter((item) => fits(item, query));
  const doubt = ({ claim }: ReviewItem) => claim?.confidence ?? 0;
  items.sort((a, b) => placeOf(a) - placeOf(b) || doubt(a) - doubt(b) || (a.subject < b.subject ? -1 : 1));
  return items.slice(0, query.limit ?? items.length);
}

function placeOf({ type, claim }: ReviewItem): number {
  if (type === 'disagreement') return 0;
  if (type === 'correction') return 1;
  if (type === 'lost') return 2;
  if (type === 'claim' && claim?.agencyId === null) return 3;
  return type === 'identity' ? 4 : type === 'instrument' ? 5 : 6;
}

function bySubject(decisions: readonly Decision[]): Map<string, Decision[]> {
  const subjects = new Map<string, Decision[]>();
  for (const decision of decisions)
    subjects.set(decision.subject, [...(subjects.get(decision.subject) ?? []), decision]);
  return subjects;
}

function fits(item: ReviewItem, { subject, type, agency, state, batch, all }: ReviewQuery): boolean {
  if (subject !== undefined) return item.subject === subject;
  const waits = (item.type !== 'claim' && item.type !== 'instrument') || item.state === 'proposed';
  if (!all && !waits) return false;
  if (type && item.type !== type) return false;
  if (agency && item.claim?.agencyId !== agency && !item.candidates.includes(agency)) return false;
  if (state && (item.claim?.agency.state ?? item.instrument?.row.jurisdiction) !== state) return false;
  return batch === undefined || item.batch === batch;
}

async function claimItems(
  record: OpenRecord,
  decisions: ReadonlyMap<string, Decision[]>,
): Promise<ReviewItem[]> {
  const { db } = record;
  const gone = await lostAnchors(record);
  const states = await db.selectFrom('claim_state').select(['claim', 'open', 'candidates']).execute();
  const open = new Map(states.map((row) => [row.claim, row]));
  const claims = await wordClaims(db, {});
  return claims.flatMap((claim) => {
    const subject = `claim:${claim.id}`;
    const own = decisions.get(subject) ?? [];
    const lost = gone.get(claim.id) ?? [];
    if (claim.review === 'rule' && own.length === 0 && lost.length === 0) return [];
    const state = open.get(claim.id);
    const type = typeOf(own, lost);
    return {
      subject,
      type,
      state: claim.review,
      reason:
        REASONS[type] ??
        state?.open ??
        (claim.review === 'proposed' ? 'read in prose and not yet looked at' : claim.review),
      batch: claim.rules.join(' '),
      text: claim.agency.name,
      claim,
      instrument: null,
      lost,
      candidates: JSON.parse(state?.candidates ?? '[]') as string[],
      rows: [],
      decisions: own,
    };
  });
}

const REASONS: Partial<Record<ReviewItem['type'], string>> = {
  disagreement: 'two decisions answer the same state of it',
  correction: 'a correction from outside',
  lost: 'its page was captured again and has other words',
};

function typeOf(decisions: readonly Decision[], lost: readonly LostAnchor[]): ReviewItem['type'] {
  if (disagrees(decisions)) return 'disagreement';
  const last = decisions.at(-1);
  if (waitingCorrection({ decisions })) return 'correction';
  // Who decided later has seen the page as it is now.
  return lost.some(({ recorded, readAnew }) => !readAnew && (!last || last.recorded < recorded))
    ? 'lost'
    : 'claim';
}

/** True when two records were merged in which people decided the same thing unaware of one another, and nobody has since. */
export function disagrees(decisions: readonly Decision[]): boolean {
  const last = decisions.at(-1);
  if (!last) return false;
  const rivals = decisions.filter((decision) => decision !== last && decision.answers === last.answers);
  return rivals.some(
    (rival) =>
      rival.kind !== last.kind || canonicalJson(rival.value.patch) !== canonicalJson(last.value.patch),
  );
}

/** The correction from outside that waits on a claim, or null: whoever accepts it decides on its values. */
export function waitingCorrection(item: { decisions: readonly Decision[] } | undefined): Decision | null {
  const last = item?.decisions.at(-1);
  return last?.kind === 'propose' ? last : null;
}

async function identityItems(db: Db, decisions: ReadonlyMap<string, Decision[]>): Promise<ReviewItem[]> {
  const rows = await db.selectFrom('candidate').selectAll().orderBy('id').execute();
  return rows.flatMap((row) => {
    const subject = `candidate:${row.id}`;
    const own = decisions.get(subject) ?? [];
    // Somebody looked at it and left it as it is.
    if (own.at(-1)?.kind === 'accept') return [];
    return {
      subject,
      type: 'identity' as const,
      state: 'proposed' as const,
      reason: row.reason,
      batch: row.reason,
      text: row.text,
      claim: null,
      instrument: null,
      lost: [],
      candidates: JSON.parse(row.agencies) as string[],
      rows: JSON.parse(row.rows) as ReviewItem['rows'],
      decisions: own,
    };
  });
}

/** Policy texts that live sources newly name; what is held already or no law yet asks nobody. */
async function instrumentItems(
  record: OpenRecord,
  decisions: ReadonlyMap<string, Decision[]>,
): Promise<ReviewItem[]> {
  return (await proposals(record)).flatMap((instrument) => {
    const { id, state, row } = instrument;
    if (state === 'held' || state === 'not-yet-law') return [];
    const subject = `instrument:${id}`;
    return {
      subject,
      type: 'instrument' as const,
      state: state === 'waits' ? ('proposed' as const) : state,
      reason: 'a live source newly names it',
      batch: 'policy-text',
      text: row.title ?? id,
      claim: null,
      instrument,
      lost: [],
      candidates: [],
      rows: [],
      decisions: decisions.get(subject) ?? [],
    };
  });
}
