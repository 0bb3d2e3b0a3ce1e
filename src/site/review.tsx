import type { Decision } from '../record/index.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { type Asked, Key } from './review-actions.tsx';
import type { Batch, Progress } from './review-data.ts';
import { acceptable, rangeOf } from './review-data.ts';
import { kindIn, QuestionView } from './review-question.tsx';
import { stampInWords } from './when.ts';

/** What the reviewer's page shows. */
export interface ReviewData {
  actor: string;
  progress: Progress;
  batches: Batch[];
  batch: string;
  asked: Asked | null;
  /** The question was asked for by name and is not there any more. */
  gone: boolean;
  /** Where the question stands in the queue, from 1; 0 outside it. */
  place: number;
  of: number;
  previous: string | null;
  next: string | null;
  /** What was just done, and a fault or a conflict to show first. */
  done: Decision[];
  fault: string | null;
  conflict: Decision | null;
  /** Whether reviewers sign in, and so can sign out. */
  signed: boolean;
}

/** The reviewer's page: one question beside its source, what was done, what waits. */
export function Review({ page, data }: { page: Page; data: ReviewData }) {
  const { words } = page;
  const { review } = words;
  const { asked, batch } = data;
  const at = (subject: string) => page.to('review', { at: subject, batch: batch || undefined });
  const empty = data.gone ? review.gone : batch ? review.noneHere : review.none;
  return (
    <Layout page={page} title={review.title} styles={['review.css']} scripts={['review.js']}>
      <Head page={page} data={data} />
      {data.conflict && <Conflict page={page} first={data.conflict} />}
      {data.fault && (
        <p class="notice fault" role="alert">
          {data.fault}
        </p>
      )}
      {asked ? <QuestionView {...asked} /> : <p class="answer">{empty}</p>}
      <nav class="steps" aria-label={review.title}>
        {data.previous && (
          <a href={at(data.previous)} data-key="k" rel="prev">
            <Key name={review.previous} key_="k" />
          </a>
        )}
        {data.place > 0 && (
          <span class="soft">{fill(review.place, { n: String(data.place), of: String(data.of) })}</span>
        )}
        {data.next && (
          <a href={at(data.next)} data-key="j" rel="next">
            <Key name={review.next} key_="j" />
          </a>
        )}
      </nav>
      <Batches page={page} data={data} />
    </Layout>
  );
}

/** Progress, what was just done, and the way back. */
function Head({ page, data }: { page: Page; data: ReviewData }) {
  const { words } = page;
  const { review } = words;
  const { progress, done } = data;
  const undo = done.filter(({ kind }) => kind !== 'undo');
  const back = undo.length > 0 ? undo : progress.last ? [progress.last] : [];
  return (
    <header class="desk">
      <h1>{review.title}</h1>
      <div class="progress">
        <span>{count(review.waits, progress.waiting, words.locale)}</span>
        <span>
          {count(review.today, progress.today, words.locale, {
            own: String(progress.own),
            actor: data.actor,
          })}
        </span>
        <button type="button" id="keys" hidden aria-pressed="true" title={review.keysHelp}>
          {review.keys}
        </button>
        {data.signed && (
          <form method="post" action={page.to('review/out')}>
            <button type="submit">{review.leaveDoor}</button>
          </form>
        )}
      </div>
      <div class="did" role="status">
        {done[0] && <span>{doneIn(page, done)}</span>}
        {back.length > 0 && (
          <form method="post" action={page.to('review')} data-act="undo">
            <input type="hidden" name="act" value="undo" />
            <input type="hidden" name="seqs" value={rangeOf(back)} />
            <input type="hidden" name="batch" value={data.batch} />
            <button type="submit" data-key="u">
              <Key name={review.undo} key_="u" />
            </button>
          </form>
        )}
      </div>
    </header>
  );
}

function doneIn({ words }: Page, done: Decision[]): string {
  const { review } = words;
  return done.length > 1 && done[0]!.kind === 'accept'
    ? count(review.doneMany, done.length, words.locale)
    : review.done[done[0]!.kind];
}

function Conflict({ page, first }: { page: Page; first: Decision }) {
  const { words } = page;
  const kind = kindIn(words, first.kind).toLowerCase() + (first.reason ? ` (${first.reason})` : '');
  const [before = '', after = ''] = words.review.conflict.split('**{actor}**');
  return (
    <p class="notice" role="alert">
      {before}
      <strong>{first.actor}</strong>
      {fill(after, { kind, when: stampInWords(first.recorded, words) })}
    </p>
  );
}

function Batches({ page, data }: { page: Page; data: ReviewData }) {
  const { words } = page;
  const { review } = words;
  if (data.batches.length === 0) return null;
  return (
    <details class="batches" open={data.batch !== ''}>
      <summary>{review.batches}</summary>
      <ul>
        {data.batch && (
          <li>
            <a href={page.to('review')}>{review.all}</a>
          </li>
        )}
        {data.batches.map(({ name, items }) => (
          <li>
            <a
              href={page.to('review', { batch: name })}
              aria-current={name === data.batch ? 'true' : undefined}
            >
              {name}
            </a>{' '}
            <span class="soft">{items.length}</span>
            {acceptable(items).length > 1 && (
              <>
                {' · '}
                <a href={page.to('review/batch', { batch: name })}>{review.lookAll}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
