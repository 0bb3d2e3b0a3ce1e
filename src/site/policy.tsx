import type { Child } from 'hono/jsx';
import { type Instrument, instrumentStanding, type LawBook } from '../law/index.ts';
import type { SourceInfo } from '../record/index.ts';
import { AnswersSection } from './answers-section.tsx';
import type { DayShown } from './last-change.ts';
import { joined, LawNote, OnAnotherDay, ProvisionItem, StandingChip, whereOf } from './law-parts.tsx';
import { Layout } from './layout.tsx';
import { type Page, sourcePath } from './page.ts';
import type { Answers } from './policy-answers.ts';
import { dayInWords, edtfInWords } from './when.ts';

/** What a policy's page shows. */
export interface PolicyData extends DayShown {
  book: LawBook;
  instrument: Instrument;
  source: SourceInfo | null;
  answers: Answers | null;
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
        {!data.turn && `${dayInWords(on, words)}: `}
        <StandingChip page={page} standing={instrumentStanding(book, instrument, on)} />{' '}
        <LawNote page={page} day={data} />
      </p>
      <OnAnotherDay page={page} day={data} />
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
          {data.known && <p class="small soft">{law.answers.onlyNow}</p>}
          {data.answers && <AnswersSection page={page} answers={data.answers} id={instrument.id} />}
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
      source &&
        joined([
          source.capture ? (
            <a href={page.to(sourcePath(source))} lang="en">
              {source.title}
            </a>
          ) : (
            <cite lang="en">{source.title}</cite>
          ),
          source.publisher,
          safeLink(source.url),
        ]),
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
