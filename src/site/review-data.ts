import { type Day, sha256 } from '../base/index.ts';
import {
  type AgencyInfo,
  type Decision,
  inForce,
  type RecordReader,
  type ReviewItem,
  type RowsAround,
} from '../record/index.ts';
import { type ShownClaim, showClaim } from './claim-card.tsx';
import { type Shown, showEvidence } from './evidence.tsx';
import type { Snapshot } from './snapshot.ts';

/** A question with what its page shows beside it. */
export interface Question {
  item: ReviewItem;
  /** The claim with its evidence, or null for a question of identity. */
  shown: ShownClaim | null;
  /** The paragraphs around the evidence. */
  around: { before: string; after: string } | null;
  rows: { capture: string; row: number; around: RowsAround | null }[];
  /** Where the values of a proposed policy text stand in its notice. */
  notice: Shown[];
  candidates: AgencyInfo[];
  /** The two agencies of which it asks whether they are one. */
  pair: [string, string] | null;
  /** Decisions on whether the two are one. */
  pairDecisions: Decision[];
}

/** What all of the reviewer's pages show: how much waits, how much was done today. */
export interface Progress {
  waiting: number;
  today: number;
  own: number;
  /** The newest decision of this reviewer that can be taken back today. */
  last: Decision | null;
}

/** One rule with how many of its proposals wait. */
export interface Batch {
  name: string;
  items: ReviewItem[];
}

/** The question that a subject names, whether it waits or was decided; null where the record has none (any more). */
export async function questionOf(
  reader: RecordReader,
  snapshot: Snapshot,
  subject: string,
): Promise<Question | null> {
  const [found] = await reader.review({ subject });
  const item = found ?? pairItem(subject);
  if (!item) return null;
  const ids = item.type === 'identity' ? item.candidates : item.claim?.agencyId ? [] : item.candidates;
  const pair = item.type === 'identity' && ids.length === 2 ? (ids as [string, string]) : null;
  const pairDecisions = pair ? await reader.decisions({ subject: pairSubject(pair) }) : [];
  if (!found && pairDecisions.length === 0) return null;
  const shown = item.claim ? await showClaim(reader, item.claim) : null;
  return {
    item,
    shown,
    around: await aroundOf(reader, item),
    rows: await Promise.all(
      item.rows
        .slice(0, 4)
        .map(async (one) => ({ ...one, around: await reader.rows(one.capture, one.row, 1) })),
    ),
    notice: await noticeOf(reader, item),
    candidates: ids.map((id) => agencyIn(snapshot, id)),
    pair,
    pairDecisions,
  };
}

async function noticeOf(reader: RecordReader, { instrument }: ReviewItem): Promise<Shown[]> {
  if (!instrument) return [];
  const { capture, evidence } = instrument;
  return showEvidence(reader, { evidence: Object.values(evidence), source: { capture } });
}

/** What a decision on whether two agencies are one names. */
export function pairSubject(pair: readonly [string, string]): string {
  return `agencies:${[...pair].sort().join(' ')}`;
}

/** Once decided, a question of identity leaves the queue; its two agencies still name it. */
function pairItem(subject: string): ReviewItem | null {
  const [, a, b] = /^agencies:(\S+) (\S+)$/.exec(subject) ?? [];
  if (!a || !b) return null;
  const nothing = {
    claim: null,
    instrument: null,
    lost: [],
    rows: [],
    decisions: [],
    reason: '',
    batch: '',
    text: '',
  };
  return { ...nothing, subject, type: 'identity', state: 'proposed', candidates: [a, b] };
}

/** An agency as lists show it; one that only a proposal names by its id. */
export function agencyIn({ agencies, indexOf }: Snapshot, id: string): AgencyInfo {
  const known = agencies[indexOf.get(id) ?? -1];
  const state = (id.split('-')[1] ?? '').toUpperCase();
  return known ?? { id, name: id, kind: 'other', state, counties: [], county: null, ori: [] };
}

const AROUND = 400;

async function aroundOf(reader: RecordReader, { claim }: ReviewItem): Promise<Question['around']> {
  const evidence = claim?.evidence.find((one) => one.type === 'text');
  const capture = claim?.source.capture;
  if (!evidence || !capture) return null;
  const reading = await reader.text(capture);
  if (!reading) return null;
  const at = reading.blocks.findIndex(({ start, end }) => start <= evidence.start && evidence.start < end);
  const textAt = (index: number) => {
    const block = reading.blocks[index];
    return block ? reading.text.slice(block.start, Math.min(block.end, block.start + AROUND)) : '';
  };
  return at < 0 ? null : { before: textAt(at - 1), after: textAt(at + 1) };
}

/** How much waits and how much was done on a day (UTC), by everybody and by one reviewer. */
export async function progressOf(reader: RecordReader, actor: string, day: Day): Promise<Progress> {
  const decisions = await reader.decisions();
  const today = decisions.filter(({ recorded }) => recorded.startsWith(day));
  const held = [...inForce(decisions).values()].filter(
    (one) => one.actor === actor && one.recorded.startsWith(day),
  );
  return {
    waiting: (await reader.review({})).length,
    today: today.length,
    own: today.filter((one) => one.actor === actor).length,
    last: held.reduce<Decision | null>((last, one) => (last && last.seq > one.seq ? last : one), null),
  };
}

/** What waits, by the rule that proposed it, the largest first. */
export function batchesOf(items: readonly ReviewItem[]): Batch[] {
  const batches = new Map<string, ReviewItem[]>();
  for (const item of items) batches.set(item.batch, [...(batches.get(item.batch) ?? []), item]);
  return [...batches]
    .map(([name, own]) => ({ name, items: own }))
    .sort((a, b) => b.items.length - a.items.length || (a.name < b.name ? -1 : 1));
}

/** What one click can accept: claims with an agency that nobody has touched. */
export function acceptable(items: readonly ReviewItem[]): ReviewItem[] {
  return items.filter(
    ({ type, claim, decisions }) => type === 'claim' && claim?.agencyId && decisions.length === 0,
  );
}

const SAMPLES = 5;

/** A few of a batch, by their ids' hashes: no order of the queue decides which are looked at. */
export function samplesOf(items: readonly ReviewItem[]): ReviewItem[] {
  const key = ({ subject }: ReviewItem) => sha256(subject);
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, SAMPLES);
}

/** A hash of exactly what was offered, so that nothing else is accepted with it. */
export function sealOf(items: readonly ReviewItem[]): string {
  return sha256(
    items
      .map(({ subject }) => subject)
      .sort()
      .join('\n'),
  );
}

/** Decisions made in one go as `first-last`, for an address or a form. */
export function rangeOf(decisions: readonly Decision[]): string {
  return decisions.length === 0 ? '' : `${decisions[0]!.seq}-${decisions.at(-1)!.seq}`;
}

/** The decisions of such a range; no more than this reviewer's own. */
export async function decisionsIn(reader: RecordReader, range: string, actor: string): Promise<Decision[]> {
  const [from = 0, to = 0] = range.split('-').map(Number);
  if (!range) return [];
  return (await reader.decisions()).filter((one) => one.seq >= from && one.seq <= to && one.actor === actor);
}
