import { type Effects, UserError } from '../base/index.ts';
import { getBlob } from '../capture/index.ts';
import { acceptedRow, heldAs, type Proposal, proposalOf } from '../law/index.ts';
import { readNotice } from '../read/index.ts';
import { appendDecisions, type Decision, type DecisionDraft, inForce, readDecisions } from './decisions.ts';
import { appendEvent } from './events.ts';
import { appendLaw, readBook } from './laws.ts';
import { recordTime } from './meta.ts';
import { inTransaction, type OpenRecord } from './open.ts';
import { rebuild } from './rebuild.ts';

/** A policy text that sources name, with where it was read and what became of it. */
export interface ProposedInstrument extends Proposal {
  /** SHA-256 of the newest notice of it. */
  capture: string;
  publisher: string | null;
  /** `waits` for a person; `held` by the record already; accepted or rejected; `not-yet-law` is only watched. */
  state: 'waits' | 'held' | 'accepted' | 'rejected' | 'not-yet-law';
  /** Id of the instrument that it is or became, or null. */
  instrument: string | null;
  decision: Decision | null;
}

/** What captured notices propose, the newest notice of each text, oldest first. A pure reading of captures and decisions: nothing of it is stored. */
export async function proposals(record: OpenRecord, until = '9999'): Promise<ProposedInstrument[]> {
  const { db, captures } = record;
  const rows = await db
    .selectFrom('capture')
    .select(['sha', 'publisher'])
    .where('reader', '=', 'notice')
    .where('recorded', '<=', until)
    .orderBy('id')
    .execute();
  const [book, decisions] = [await readBook(db, until), inForce(await readDecisions(db, until))];
  const found = new Map<string, ProposedInstrument>();
  for (const { sha: capture, publisher } of rows) {
    const proposal = proposalIn(captures, capture);
    if (!proposal) continue;
    const decision = decisions.get(`instrument:${proposal.id}`) ?? null;
    const held = heldAs(book, proposal)?.id ?? null;
    const became = decision?.value.instrument?.instrument_id ?? null;
    const state = stateOf(proposal, decision, held);
    const instrument = state === 'accepted' ? became : held;
    found.delete(proposal.id);
    found.set(proposal.id, { ...proposal, capture, publisher, state, instrument, decision });
  }
  return [...found.values()];
}

// A reading of bytes never changes, and the queue is asked for after every decision.
const read = new Map<string, Proposal>();

function proposalIn(captures: string, sha: string): Proposal | null {
  const bytes = read.has(sha) ? null : getBlob(captures, sha);
  const proposal = bytes && proposalOf(readNotice(bytes));
  if (proposal) read.set(sha, proposal);
  return read.get(sha) ?? null;
}

function stateOf(
  { stage }: Proposal,
  decision: Decision | null,
  held: string | null,
): ProposedInstrument['state'] {
  if (decision?.kind === 'accept') return 'accepted';
  // A bill that was turned down is news again once it is law.
  const rejected =
    decision?.kind === 'reject' && (decision.value.instrument?.issued || stage === 'not-yet-law');
  if (rejected) return 'rejected';
  if (held) return 'held';
  return stage === 'law' ? 'waits' : 'not-yet-law';
}

/** What somebody decides about a proposed instrument. */
export interface ProposalRequest {
  kind: 'accept' | 'reject';
  id: string;
  /** Columns of the row that the person writes otherwise. */
  set?: Record<string, string>;
  actor: string;
  reason: string;
}

/** Writes a decision about a proposed instrument down; an accepted one becomes an instrument whose source is the capture, by this alone. Throws a UserError for one that waits for nothing. */
export async function decideProposal(
  record: OpenRecord,
  request: ProposalRequest,
  effects: Effects,
): Promise<Decision> {
  const draft = await proposalDraft(record, request, effects);
  const [made] = await appendDecisions(record, [draft], effects);
  await rebuild(record);
  return made as Decision;
}

/** The decision about a proposed instrument, to be sealed; the row of an accepted one is written already. */
export async function proposalDraft(
  record: OpenRecord,
  { kind, id, set = {}, actor, reason }: ProposalRequest,
  effects: Effects,
): Promise<DecisionDraft> {
  const found = (await proposals(record)).find((one) => one.id === id);
  if (!found)
    throw new UserError(
      `proposal ${JSON.stringify(id)} is not in the record; "countersign instruments --proposed" lists them`,
    );
  if (!actor.trim() || (kind === 'reject' && !reason.trim()))
    throw new UserError(`${kind} of ${JSON.stringify(id)} says not who or why; give --actor and --reason`);
  const { state, instrument, capture } = found;
  if (state === 'accepted' || (state === 'held' && kind === 'accept'))
    throw new UserError(
      `proposal ${JSON.stringify(id)} is in the record as ${JSON.stringify(instrument)}; correct it with --load`,
      'settled',
    );
  if (state === 'rejected' && kind === 'reject')
    throw new UserError(
      `proposal ${JSON.stringify(id)} was rejected by ${found.decision?.actor}; accept it, or leave it`,
      'settled',
    );
  const decisions = (await readDecisions(record.db, '9999')).filter(
    ({ subject }) => subject === `instrument:${id}`,
  );
  const row = kind === 'accept' ? acceptedRow(found, `sha256:${capture}`, set) : found.row;
  if (kind === 'accept') await addAccepted(record, row, effects);
  return {
    kind,
    subject: `instrument:${id}`,
    value: { instrument: row, document: capture },
    answers: decisions.at(-1)?.hash ?? null,
    actor,
    reason,
  };
}

// Written before the decision: cut off between the two, it counts for nothing and its proposal still waits.
function addAccepted(record: OpenRecord, row: Proposal['row'], effects: Effects): Promise<void> {
  return inTransaction(record.db, async (db) => {
    const time = await recordTime(db, effects);
    const added = await appendLaw(db, { instruments: [row], provisions: [] }, time);
    await appendEvent(db, 'law', { sources: 0, ...added }, effects);
  });
}
