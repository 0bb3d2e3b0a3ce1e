import type { Selectable } from 'kysely';
import { canonicalJson, type Effects, sha256, UserError } from '../base/index.ts';
import type { Claim, Position, Programme } from '../claim/index.ts';
import type { IdentityDecision } from '../resolve/index.ts';
import { later, recordTime } from './meta.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';
import type { Tables } from './schema.ts';

/** The kinds of decision. `propose` is a correction from outside, which waits; `undo` revokes an earlier decision. */
export const DECISION_KINDS = [
  'accept',
  'correct',
  'reject',
  'same',
  'distinct',
  'alias',
  'propose',
  'undo',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** The values of a claim that a person can correct. `agency` is an agency's id. */
export interface Patch {
  agency?: string;
  kind?: Claim['kind'];
  programme?: Programme;
  position?: Position;
  speaker?: string | null;
  role?: string | null;
  onBehalfOf?: string | null;
  speaksForAgency?: boolean;
  via?: string | null;
  date?: string | null;
  effective?: string | null;
}

/** A claim as the machine had it when somebody decided: kept beside the person's values for ever. */
export interface Snapshot {
  claim: Claim;
  /** SHA-256 of its capture, or null for a cited claim. */
  capture: string | null;
  /** Agency that the rules gave it, or null. */
  agency: string | null;
}

/** What a decision says, by its kind. */
export interface DecisionValue {
  machine?: Snapshot;
  patch?: Patch;
  /** SHA-256 of the captured document with which a correction came. */
  document?: string;
  identity?: IdentityDecision;
  /** The row that an accepted proposal of an instrument became, or the one that was rejected. */
  instrument?: Record<string, string | undefined>;
  /** Hash of the decision that this one takes back. */
  revokes?: string;
}

/** A decision of the log. */
export interface Decision {
  /** Its number in this record. */
  seq: number;
  hash: string;
  prev: string[];
  kind: DecisionKind;
  /** `claim:ID`, `candidate:ID`, `agencies:A B`, `alias:STATE NAME` or `instrument:ID`. */
  subject: string;
  value: DecisionValue;
  answers: string | null;
  actor: string;
  reason: string;
  recorded: string;
}

/** A decision before it is sealed into the chain. */
export type DecisionDraft = Pick<Decision, 'kind' | 'subject' | 'value' | 'answers' | 'actor' | 'reason'>;

/** The hash that seals a decision over its content and over the decisions before it. */
export function sealOf(decision: Omit<Decision, 'seq' | 'hash'>): string {
  const { prev, kind, subject, value, answers, actor, reason, recorded } = decision;
  return sha256(canonicalJson({ prev, kind, subject, value, answers, actor, reason, recorded }));
}

/** The decisions recorded up to a moment, in the order in which they were made. */
export async function readDecisions(db: Db, until: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('recorded', '<=', until)
    .orderBy('recorded')
    .orderBy('hash')
    .execute();
  return rows.map(toDecision);
}

function toDecision(row: Selectable<Tables['decision']>): Decision {
  return {
    ...row,
    kind: row.kind as DecisionKind,
    prev: JSON.parse(row.prev) as string[],
    value: JSON.parse(row.value) as DecisionValue,
  };
}

/** The hashes of the decisions that no other has sealed: one, or several after a merge. */
export function headsOf(decisions: readonly Pick<Decision, 'hash' | 'prev'>[]): string[] {
  const sealed = new Set(decisions.flatMap(({ prev }) => prev));
  return decisions.flatMap(({ hash }) => (sealed.has(hash) ? [] : [hash])).sort();
}

/** By subject, what holds: the newest decision that was not taken back; nothing where all were. Proposals decide nothing. */
export function inForce(decisions: readonly Decision[]): Map<string, Decision> {
  const revoked = revokedBy(decisions);
  const held = new Map<string, Decision>();
  for (const decision of decisions) {
    const decides = decision.kind !== 'undo' && decision.kind !== 'propose';
    if (decides && !revoked.has(decision.hash)) held.set(decision.subject, decision);
  }
  return held;
}

/** The hashes of what was taken back. The newest word counts: who takes back an undoing has the decision again. */
function revokedBy(decisions: readonly Decision[]): Set<string> {
  const revoked = new Set<string>();
  for (const { hash, value } of decisions.toReversed())
    if (value.revokes && !revoked.has(hash)) revoked.add(value.revokes);
  return revoked;
}

/** The decisions on identity that hold. */
export function identityDecisions(decisions: readonly Decision[]): IdentityDecision[] {
  return [...inForce(decisions).values()].flatMap(({ value }) => value.identity ?? []);
}

/** Another decision came between: shown, so that the second reviewer decides again. */
export class DecisionConflict extends UserError {
  override name = 'DecisionConflict';
  readonly first: Decision;
  constructor(first: Decision) {
    const { seq, kind, subject, actor, reason, recorded } = first;
    const said = reason ? `, ${JSON.stringify(reason)}` : '';
    super(
      `decision ${seq} on ${JSON.stringify(subject)} came first (${kind} by ${actor} at ${recorded}${said}); look at it, and answer it with --answers ${seq}`,
    );
    this.first = first;
  }
}

/**
 * Writes decisions down, all or none, each sealed over the one before. Throws a DecisionConflict when a draft does not
 * answer the newest decision on its subject. Acknowledged when it returns; nothing is ever overwritten.
 */
export function appendDecisions(
  record: OpenRecord,
  drafts: DecisionDraft[],
  effects: Effects,
): Promise<Decision[]> {
  return inTransaction(record.db, async (db) => {
    const before = await chainOf(db);
    const newest = new Map(before.map(({ subject, hash }) => [subject, hash]));
    let prev = headsOf(before);
    let time = await recordTime(db, effects);
    const made: Decision[] = [];
    for (const draft of drafts) {
      const first = newest.get(draft.subject);
      if (first && first !== draft.answers) throw new DecisionConflict(await decisionByHash(db, first));
      // The order of decisions never hangs on a tie.
      time = later(time, (made.at(-1) ?? before.at(-1))?.recorded);
      const content = { ...draft, prev, recorded: time };
      const decision = await insertDecision(db, { ...content, hash: sealOf(content) });
      made.push(decision);
      newest.set(decision.subject, decision.hash);
      prev = [decision.hash];
    }
    if (made.length > 0) await recordTime(db, { ...effects, now: () => Date.parse(time) });
    return made;
  });
}

async function chainOf(db: Db): Promise<Pick<Decision, 'hash' | 'prev' | 'subject' | 'recorded'>[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['hash', 'prev', 'subject', 'recorded'])
    .orderBy('recorded')
    .orderBy('hash')
    .execute();
  return rows.map((row) => ({ ...row, prev: JSON.parse(row.prev) as string[] }));
}

async function decisionByHash(db: Db, hash: string): Promise<Decision> {
  return toDecision(
    await db.selectFrom('decision').selectAll().where('hash', '=', hash).executeTakeFirstOrThrow(),
  );
}

async function insertDecision(db: Db, decision: Omit<Decision, 'seq'>): Promise<Decision> {
  await db
    .insertInto('decision')
    .values({ ...decision, prev: JSON.stringify(decision.prev), value: canonicalJson(decision.value) })
    .execute();
  const { seq } = await db
    .selectFrom('decision')
    .select('seq')
    .where('hash', '=', decision.hash)
    .executeTakeFirstOrThrow();
  return { seq, ...decision };
}

/** What is wrong with the chain: a line for each decision whose seal or whose predecessor does not fit. */
export function chainFaults(decisions: readonly Decision[]): string[] {
  const known = new Set<string>();
  return decisions.flatMap((decision) => {
    const faults: string[] = [];
    if (sealOf(decision) !== decision.hash)
      faults.push(`decision ${decision.seq}: its seal does not fit what it says`);
    for (const hash of decision.prev)
      if (!known.has(hash)) faults.push(`decision ${decision.seq}: the one before it, ${hash}, is not here`);
    known.add(decision.hash);
    return faults;
  });
}
