import { boundsOf, dayOf, UserError } from '../base/index.ts';
import {
  type Decision,
  DecisionConflict,
  type DecisionKind,
  type DecisionRequest,
  type Found,
  type RecordReader,
  waitingCorrection,
} from '../record/index.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { Review, type ReviewData } from './review.tsx';
import { batchesOf, decisionsIn, progressOf, type Question, questionOf, rangeOf } from './review-data.ts';
import { type Entered, patchOf } from './review-edit.tsx';
import type { Sitting } from './review-routes.tsx';
import type { Words } from './words-en.ts';

/** What the page shows beside its question. */
interface Told {
  entered?: Entered;
  done?: Decision[];
  fault?: string;
  conflict?: Decision;
  code?: 200 | 400 | 409;
}

/** The reviewer's page and the decisions that come from it. */
export const Desk = { show, decide };

async function show(sitting: Sitting): Promise<Response> {
  const { c, reader, actor } = sitting;
  const done = await decisionsIn(reader, c.req.query('done') ?? '', actor);
  return draw(sitting, c.req.query('at') ?? null, c.req.query('batch') ?? '', { done });
}

async function decide(sitting: Sitting): Promise<Response> {
  const { c, page, reader, effects } = sitting;
  const entered = textsOf(await c.req.parseBody());
  // `act` is what to do; `kind` is a field of the claim.
  const { batch = '', act = '', subject = '', pair } = entered;
  if (entered.look) return draw(sitting, subject, batch, { entered });
  const queue = await reader.review(batch ? { batch } : {});
  try {
    const requests = await requestsOf(sitting, entered);
    const done = await reader.decide(requests, effects);
    const at = act === 'undo' ? await waitingAgain(reader, done) : after(queue, subject);
    const query = { at, batch: batch || undefined, done: rangeOf(done) };
    return c.redirect(page.to('review', query), 303);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const conflict = error instanceof DecisionConflict ? error.first : undefined;
    const back = { ...entered, open: act };
    // A question of identity that somebody settled is gone; its two agencies still show what was decided.
    const gone = pair !== undefined && (await reader.review({ subject })).length === 0;
    const first = conflict ?? (gone ? (await reader.decisions({ subject: pair })).at(-1) : undefined);
    const told: Told = first
      ? { entered: back, conflict: first, code: 409 }
      : { entered: back, fault: faultIn(page, error), code: 400 };
    return draw(sitting, gone ? pair : (conflict?.subject ?? subject), batch, told);
  }
}

/** A fault in the language of the page; one that only the command line knows is given in its own words. */
function faultIn({ lang, words }: Page, { code, message }: UserError): string {
  const { review } = words;
  if (code === 'said' || lang === 'en') return message;
  return review.faults[code as keyof typeof review.faults] ?? fill(review.refused, { message });
}

function textsOf(body: Record<string, unknown>): Entered {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** The question behind the one that was decided, else one before it. */
function after(queue: readonly { subject: string }[], subject: string): string | undefined {
  const index = queue.findIndex((item) => item.subject === subject);
  return (queue[index + 1] ?? queue.find((item) => item.subject !== subject))?.subject;
}

/** What an undoing put back: the thing itself, or the question whose two agencies it names. */
async function waitingAgain(reader: RecordReader, [first]: Decision[]): Promise<string | undefined> {
  if (!first?.subject.startsWith('agencies:')) return first?.subject;
  const [a, b] = first.subject.slice(9).split(' ') as [string, string];
  const items = await reader.review({ type: 'identity' });
  return (
    items.find(({ candidates }) => candidates.includes(a) && candidates.includes(b))?.subject ?? first.subject
  );
}

async function requestsOf(sitting: Sitting, entered: Entered): Promise<DecisionRequest[]> {
  const { page, reader, actor } = sitting;
  const { review } = page.words;
  const kind = entered.act as DecisionKind;
  const reason = (entered.reason ?? '').trim();
  if (kind === 'undo') {
    const own = await decisionsIn(reader, entered.seqs ?? '', actor);
    return own.map(({ seq }) => ({ kind, target: String(seq), actor, reason: reason || review.undoReason }));
  }
  const { target = '', other, answers } = entered;
  const base = { kind, target, actor, reason, answers: answers ? Number(answers) : null };
  if (kind === 'same' || kind === 'distinct') return [{ ...base, ...(other && { other }) }];
  if (kind === 'accept' || kind === 'reject') return [base];
  if (kind !== 'correct')
    throw new UserError(
      `decision ${JSON.stringify(kind)} is none of this page; use its buttons`,
      'no-button',
    );
  const [item] = await reader.review({ subject: `claim:${target}` });
  if (!item?.claim)
    throw new UserError(`claim ${JSON.stringify(target)} is not in the record; go to the next`, 'gone');
  const proposal = waitingCorrection(item);
  if (entered.take && proposal) {
    return [{ ...base, patch: proposal.value.patch ?? {}, reason: reason || proposal.reason }];
  }
  checkDates(page.words, entered);
  const patch = patchOf(item.claim, entered);
  if (Object.keys(patch).length === 0) throw new UserError(review.changesNothing, 'said');
  if (!(patch.agency ?? item.claim.agencyId)) throw new UserError(`${review.noAgency}.`, 'said');
  return [{ ...base, patch }];
}

function checkDates({ review }: Words, entered: Entered): void {
  for (const field of ['date', 'effective']) {
    const value = entered[field]?.trim();
    if (value && !boundsOf(value))
      throw new UserError(fill(review.badDate, { value: JSON.stringify(value) }), 'said');
  }
}

async function draw(
  sitting: Sitting,
  at: string | null,
  batch: string,
  { entered = {}, done = [], fault, conflict, code = 200 }: Told,
): Promise<Response> {
  const { c, page, reader, actor, effects } = sitting;
  const everything = await reader.review({});
  const queue = batch ? everything.filter((item) => item.batch === batch) : everything;
  const subject = at ?? queue[0]?.subject ?? null;
  const question = subject === null ? null : await questionOf(reader, page.snapshot, subject);
  const index = queue.findIndex((item) => item.subject === subject);
  const found = question ? await choices(reader, question, entered) : [];
  const data: ReviewData = {
    actor,
    signed: sitting.signed,
    progress: await progressOf(reader, actor, dayOf(new Date(effects.now()))),
    batches: batchesOf(everything),
    batch,
    asked: question && { page, question, found, entered, batch },
    gone: subject !== null && question === null,
    place: index + 1,
    of: queue.length,
    previous: queue[index - 1]?.subject ?? null,
    next: queue[index + 1]?.subject ?? (index < 0 ? (queue[0]?.subject ?? null) : null),
    done,
    fault: fault ?? null,
    conflict: conflict ?? null,
  };
  return c.html(`<!doctype html>${<Review page={page} data={data} />}`, code);
}

/** Agencies to choose from: what was searched, else the claim's own and those that it may be about, else the nearest names. */
async function choices(
  reader: RecordReader,
  { item, candidates }: Question,
  entered: Entered,
): Promise<Found[]> {
  const { claim } = item;
  if (!claim) return [];
  if (entered.look && entered.find) return reader.find(entered.find.slice(0, 200), 8);
  const { name, state } = claim.agency;
  const own = claim.agencyId ? await reader.agency(claim.agencyId, { on: '9999-12-31' }) : null;
  if (own)
    return [
      {
        id: own.id,
        name: own.name,
        state: own.state,
        county: own.counties[0]?.name ?? own.place,
        kind: own.kind,
      },
    ];
  return candidates.length > 0 ? candidates : reader.find(`${name} ${state ?? ''}`, 8);
}
