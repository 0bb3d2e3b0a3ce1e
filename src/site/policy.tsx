import type { Child } from 'hono/jsx';
import { addDays, boundsOf, type Day } from '../base/index.ts';
import type { Instrument, LawBook } from '../law/index.ts';
import type { Change, SourceInfo } from '../record/index.ts';
import { ChangeList } from './change-list.tsx';
import { dayNumber } from './intervals-binary.ts';
import { joined, OnAnotherDay, ProvisionItem, StandingChip, whereOf } from './law-parts.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { instrumentStanding } from './policies.tsx';
import { LOOKS, type Look, readStanding, standingsOn } from './standing.ts';
import { dayInWords, edtfInWords } from './when.ts';

/** Four weeks to each side of a policy. */
const WEEKS = 28;

/** What a policy's page shows. */
export interface PolicyData {
  on: Day;
  book: LawBook;
  instrument: Instrument;
  source: SourceInfo | null;
  answers: Answers | null;
}

/** What agencies did and said in the weeks of a policy, and how many stood where before and after. */
export interface Answers {
  day: Day;
  changes: Change[];
  before: Partial<Record<Look, number>>;
  after: Partial<Record<Look, number>>;
  /** Agencies with a known position that did and said nothing new. */
  silent: number;
}

/** The days around which answers to an instrument are looked for, or null when it has no day. */
export function answerDays(instrument: Instrument): { day: Day; from: Day; to: Day } | null {
  const day = boundsOf(instrument.issued ?? instrument.effective ?? '')?.max;
  return day ? { day, from: addDays(day, -WEEKS), to: addDays(day, WEEKS) } : null;
}

/** The answers to an instrument, in its state or in all, from the changes of its weeks. */
export function answersTo(page: Page, instrument: Instrument, changes: Change[]): Answers | null {
  const days = answerDays(instrument);
  if (days === null) return null;
  const { state } = instrument.jurisdiction;
  const { agencies, table } = page.snapshot;
  const standings = (day: Day) => standingsOn(table, dayNumber(day)).standing;
  const counted = (day: Day) => {
    const counts: Partial<Record<Look, number>> = {};
    standings(day).forEach((code, index) => {
      const held = readStanding(code);
      if (!held || (state !== null && agencies[index]!.state !== state)) return;
      counts[held.look] = (counts[held.look] ?? 0) + 1;
    });
    return counts;
  };
  const after = counted(days.to);
  const spoke = new Set(changes.map(({ agency }) => agency)).size;
  const known = Object.values(after).reduce((sum, n) => sum + n, 0);
  return { day: days.day, changes, before: counted(days.from), after, silent: Math.max(0, known - spoke) };
}

/** A policy's page. */
export function PolicyPage({ page, data }: { page: Page; data: PolicyData }) {
  const { words } = page;
  const { law } = words;
  const { book, instrument, on } = data;
  const provisions = [...book.provisions.values()].filter((one) => one.instrument === instrument.id);
  return (
    <Layout page={page} title={instrument.title} description={instrument.summary}>
      <h1 lang="en">{instrument.title}</h1>
      <p class="where">
        {joined([
          whereOf(instrument, page),
          law.kinds[instrument.kind],
          <span lang="en">{instrument.issuer}</span>,
        ])}
      </p>
      <p class="answer" lang="en">
        {instrument.summary}
      </p>
      <p class="asof">
        {dayInWords(on, words)}:{' '}
        <StandingChip page={page} standing={instrumentStanding(book, instrument, on)} /> · {law.notAdvice}
      </p>
      <OnAnotherDay page={page} on={on} />
      <div class="grid">
        <div>
          <section>
            <h2>{law.provisions}</h2>
            {provisions.length === 0 && <p>{law.none_}</p>}
            <ul class="provisions">
              {provisions.map((provision) => (
                <ProvisionItem page={page} book={book} provision={provision} on={on} />
              ))}
            </ul>
          </section>
          {data.answers && <AnswersSection page={page} answers={data.answers} />}
        </div>
        <aside class="margin">
          <h2>{words.agency.glance}</h2>
          <dl>
            {facts(page, data).map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
          <h2>{words.agency.use}</h2>
          <p class="small">
            <a href={page.json(page.here)}>{words.agency.json}</a> ·{' '}
            <a href={page.to('policies')}>{law.title}</a>
          </p>
        </aside>
      </div>
    </Layout>
  );
}

function facts(page: Page, { book, instrument, source }: PolicyData): [string, Child][] {
  const { law } = page.words;
  const date = (value: string | null) => value && edtfInWords(value, page.words, 'short');
  const link = (id: string) => (
    <a href={page.to(`policy/${id}`)} lang="en">
      {book.instruments.get(id)?.title}
    </a>
  );
  const before = [...book.instruments.values()].filter(({ supersededBy }) => supersededBy === instrument.id);
  const rows: [string, Child | null | false][] = [
    [law.issued, date(instrument.issued)],
    [law.effective, date(instrument.effective)],
    [law.ended, date(instrument.ended)],
    [law.citation, instrument.citation && <span lang="en">{instrument.citation}</span>],
    [law.supersedes, before.length > 0 && joined(before.map(({ id }) => link(id)))],
    [law.supersededBy, instrument.supersededBy && link(instrument.supersededBy)],
    [law.address, safeLink(instrument.url)],
    [
      law.source,
      source && joined([<cite lang="en">{source.title}</cite>, source.publisher, safeLink(source.url)]),
    ],
  ];
  return rows.filter((row): row is [string, Child] => Boolean(row[1]));
}

// A file that an editor adds can hold any address; only the web's are links.
function safeLink(url: string | null): Child | null {
  if (!url || !/^https?:\/\//.test(url)) return null;
  return (
    <a class="long" href={url} rel="nofollow noreferrer">
      {new URL(url).hostname}
    </a>
  );
}

function AnswersSection({ page, answers }: { page: Page; answers: Answers }) {
  const { words } = page;
  const { law } = words;
  const looks = LOOKS.filter((look) => answers.before[look] || answers.after[look]);
  const number = new Intl.NumberFormat(words.locale);
  return (
    <section>
      <h2>{law.answers.title}</h2>
      <p class="small">{fill(law.answers.lead, { date: dayInWords(answers.day, words) })}</p>
      {looks.length > 0 && (
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.agency.position}</th>
              <th scope="col">{law.answers.before}</th>
              <th scope="col">{law.answers.after}</th>
            </tr>
          </thead>
          <tbody>
            {looks.map((look) => (
              <tr>
                <th scope="row">
                  <span class={`chip ${look}`}>{words.looks[look]}</span>
                </th>
                <td>{number.format(answers.before[look] ?? 0)}</td>
                <td>{number.format(answers.after[look] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {answers.changes.length === 0 ? (
        <p>{law.answers.none}</p>
      ) : (
        <ChangeList page={page} changes={answers.changes} perDay={6} />
      )}
      {answers.silent > 0 && <p>{count(law.answers.silent, answers.silent, words.locale)}</p>}
    </section>
  );
}
