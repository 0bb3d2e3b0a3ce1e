import { boundsOf, type Effects, UserError } from '../base/index.ts';
import { CLAIM_KINDS, POSITIONS, PROGRAMMES } from '../claim/index.ts';
import { wordClaims } from './claims.ts';
import {
  appendDecisions,
  type Decision,
  DecisionConflict,
  type DecisionDraft,
  type DecisionKind,
  type DecisionValue,
  type Patch,
  readDecisions,
} from './decisions.ts';
import { aliasKey } from './identity.ts';
import { captureId } from './meta.ts';
import type { Db, OpenRecord } from './open.ts';
import { proposalDraft, proposals } from './proposals.ts';
import { rebuild } from './rebuild.ts';

/** What somebody decides, by the numbers that people see. */
export interface DecisionRequest {
  kind: DecisionKind;
  /** Id of a claim, a question of identity or a proposed instrument; an agency's id or a name; for `undo` the number of a decision. */
  target: string;
  /** The other agency, for `same`, `distinct` and `alias`. */
  other?: string;
  /** State of a name, for `alias`. */
  state?: string | null;
  /** The person's values, for `correct` and `propose`. */
  patch?: Patch;
  /** SHA-256 of the captured document that shows it. */
  document?: string;
  /** Number of the decision on the same thing that this one answers; none when it is the first. */
  answers?: number | null;
  actor: string;
  reason: string;
}

/**
 * Writes decisions down, all or none, and derives what follows. Throws a DecisionConflict, with the first decision in
 * it, when another came between; nothing is overwritten.
 */
export async function decide(
  record: OpenRecord,
  requests: DecisionRequest[],
  effects: Effects,
): Promise<Decision[]> {
  const drafts: DecisionDraft[] = [];
  for (const request of requests) drafts.push(await draftOf(record, request, effects));
  const made = await appendDecisions(record, drafts, effects);
  await rebuild(record);
  return made;
}

async function draftOf(
  record: OpenRecord,
  request: DecisionRequest,
  effects: Effects,
): Promise<DecisionDraft> {
  const { db } = record;
  const { kind, actor, reason, target } = request;
  if (!actor.trim())
    throw new UserError(`actor ${JSON.stringify(actor)} of a decision is blank; say who decides`);
  if (!reason.trim() && kind !== 'accept')
    throw new UserError(
      `reason ${JSON.stringify(reason)} of ${kind} is blank; say why in a few words`,
      'no-reason',
    );
  if (kind === 'undo') return undoDraft(db, request);
  if ((kind === 'accept' || kind === 'reject') && (await isProposed(record, target))) {
    // Whoever says what it answers has not seen what came after; else it answers the last.
    const { answers } = request;
    const first = (await readDecisions(db, '9999'))
      .filter((one) => one.subject === `instrument:${target}`)
      .at(-1);
    if (answers !== undefined && first && first.seq !== answers) throw new DecisionConflict(first);
    return proposalDraft(record, { kind, id: target, actor, reason }, effects);
  }
  const { subject, value } =
    kind === 'same' || kind === 'distinct' || kind === 'alias'
      ? await identityOf(db, request)
      : await claimOf(db, request);
  return { kind, subject, value, actor, reason, answers: await hashOf(db, request.answers ?? null) };
}

// Claims and questions of identity have ids made of their content; a proposed instrument is named by its source's number.
const CONTENT_ID = /^[0-9a-f]{32}$/;

async function isProposed(record: OpenRecord, target: string): Promise<boolean> {
  return !CONTENT_ID.test(target) && (await proposals(record)).some(({ id }) => id === target);
}

async function hashOf(db: Db, seq: number | null): Promise<string | null> {
  return seq === null ? null : (await decisionNumbered(db, String(seq))).hash;
}

async function decisionNumbered(db: Db, seq: string): Promise<{ hash: string; subject: string }> {
  const row = /^\d+$/.test(seq)
    ? await db
        .selectFrom('decision')
        .select(['hash', 'subject'])
        .where('seq', '=', Number(seq))
        .executeTakeFirst()
    : undefined;
  if (!row)
    throw new UserError(
      `decision ${JSON.stringify(seq)} is not in the record; "countersign review log" lists them`,
    );
  return row;
}

/** Taking a decision back answers that decision, unless the request names a later one that was seen. */
async function undoDraft(
  db: Db,
  { target, answers, actor, reason }: DecisionRequest,
): Promise<DecisionDraft> {
  const { hash, subject } = await decisionNumbered(db, target);
  const seen = (await hashOf(db, answers ?? null)) ?? hash;
  return { kind: 'undo', subject, value: { revokes: hash }, answers: seen, actor, reason };
}

async function identityOf(
  db: Db,
  request: DecisionRequest,
): Promise<{ subject: string; value: DecisionValue }> {
  const { target: a, other: b = '', state = null } = request;
  const kind = request.kind as 'same' | 'distinct' | 'alias';
  if (kind === 'alias' && !a.trim())
    throw new UserError(
      `name ${JSON.stringify(a)} of an alias is blank; give the words that mean the agency`,
    );
  await requireAgency(db, b);
  if (kind === 'alias')
    return { subject: `alias:${aliasKey(a, state)}`, value: { identity: { kind, a, b, state } } };
  await requireAgency(db, a);
  if (a === b) throw new UserError(`agency ${JSON.stringify(a)} is given twice; name two`);
  const [here, there] = [stateIn(a), stateIn(b)];
  if (kind === 'same' && here !== there)
    throw new UserError(
      `agencies ${JSON.stringify(a)} and ${JSON.stringify(b)} stand in two states, ${here} and ${there}; one agency stands in one`,
    );
  return { subject: `agencies:${[a, b].sort().join(' ')}`, value: { identity: { kind, a, b, state: null } } };
}

// The id of an agency names its state: `us-tx-…`.
function stateIn(id: string): string {
  return (id.split('-')[1] ?? '').toUpperCase();
}

async function requireAgency(db: Db, id: string): Promise<void> {
  for (const table of ['agency', 'redirect', 'registry'] as const) {
    if (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) return;
  }
  // One that only a proposal names becomes an agency of the record by the reviewer's word.
  if (await db.selectFrom('claim_state').select('agency').where('agency', '=', id).executeTakeFirst()) return;
  throw new UserError(
    `agency ${JSON.stringify(id)} is not in the record; look for it with "countersign find"`,
  );
}

/** Why a question of identity cannot be rejected or corrected, and what answers it. */
function notIdentity({ kind, target }: DecisionRequest, row: { text: string; agencies: string }): string {
  const agencies = JSON.parse(row.agencies) as string[];
  const pair = agencies.length > 1 ? agencies.slice(0, 2).join(' ') : 'ID ID';
  return `${kind} says nothing to ${JSON.stringify(target)}: it asks which agency ${JSON.stringify(row.text)} is; answer with "review same ${pair}", "review distinct ${pair}" or "review alias NAME ID", or "review accept" it to leave it as it is`;
}

async function claimOf(db: Db, request: DecisionRequest): Promise<{ subject: string; value: DecisionValue }> {
  const { kind, target, patch, document } = request;
  const question = await db
    .selectFrom('candidate')
    .select(['text', 'agencies'])
    .where('id', '=', target)
    .executeTakeFirst();
  if (question) {
    if (kind === 'accept') return { subject: `candidate:${target}`, value: {} };
    throw new UserError(notIdentity(request, question));
  }
  const [claim] = await wordClaims(db, { id: target });
  if (!claim) {
    throw new UserError(
      `claim ${JSON.stringify(target)} is no claim of prose or of a cited source; "countersign review" lists what waits (what a list prints stands)`,
      'gone',
    );
  }
  if (patch) await checkPatch(db, patch);
  const isChange = kind === 'correct' || kind === 'propose';
  if (isChange && (!patch || Object.keys(patch).length === 0))
    throw new UserError(`${kind} of ${JSON.stringify(target)} changes nothing; give --set field=value`);
  const agency = patch?.agency ?? claim.agencyId;
  if (agency === null && (kind === 'accept' || kind === 'correct')) {
    throw new UserError(
      `claim ${JSON.stringify(target)} has no agency yet; correct it with --set agency=ID`,
      'no-agency',
    );
  }
  if (document && (await captureId(db, document)) === null)
    throw new UserError(`document ${JSON.stringify(document)} is not captured; add it first`);
  // What the machine read stands beside the person's values; earlier corrections are part of what the person saw.
  const {
    agencyId,
    source,
    recordedFrom: _r,
    review: _v,
    machine,
    decision: _d,
    summary: _s,
    ...seen
  } = claim;
  const value: DecisionValue = {
    machine: { claim: { ...seen, ...machine }, capture: source.capture, agency: agencyId },
  };
  const held = machine
    ? Object.fromEntries(Object.keys(machine).map((key) => [key, seen[key as keyof typeof seen]]))
    : {};
  const full = { ...held, ...(kind !== 'reject' && agency !== null && { agency }), ...patch } as Patch;
  return { subject: `claim:${target}`, value: { ...value, patch: full, ...(document && { document }) } };
}

const TEXTS = ['speaker', 'role', 'onBehalfOf', 'via'] as const;

/** Throws a UserError for a value that the vocabulary does not have. */
async function checkPatch(db: Db, patch: Patch): Promise<void> {
  const words: [keyof Patch, readonly string[]][] = [
    ['kind', CLAIM_KINDS],
    ['programme', PROGRAMMES],
    ['position', POSITIONS],
  ];
  for (const [field, known] of words) {
    const value = patch[field];
    if (value !== undefined && !known.includes(String(value)))
      throw new UserError(`${field} ${JSON.stringify(value)} is unknown; use one of ${known.join(', ')}`);
  }
  for (const field of ['date', 'effective'] as const) {
    const value = patch[field];
    if (value && !boundsOf(value))
      throw new UserError(
        `${field} ${JSON.stringify(value)} is no date; write it as 2017-02-21, 2017-02 or 2017`,
      );
  }
  const fields: readonly string[] = [
    'agency',
    'speaksForAgency',
    'date',
    'effective',
    ...TEXTS,
    ...words.map(([field]) => field),
  ];
  const other = Object.keys(patch).find((field) => !fields.includes(field));
  if (other)
    throw new UserError(
      `field ${JSON.stringify(other)} cannot be corrected; use one of ${fields.join(', ')}`,
    );
  if (patch.agency !== undefined) await requireAgency(db, patch.agency);
}
