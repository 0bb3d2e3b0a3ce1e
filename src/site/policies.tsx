import {
  type Instrument,
  instrumentStanding,
  type LawBook,
  type Regime,
  regimes,
  TOPICS,
  type Topic,
} from '../law/index.ts';
import type { ProposedInstrument } from '../record/index.ts';
import type { DayShown } from './last-change.ts';
import {
  daysInWords,
  joined,
  LawNote,
  OnAnotherDay,
  ProvisionItem,
  StandingChip,
  whereOf,
} from './law-parts.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { dayInWords, edtfInWords } from './when.ts';

/** What the page of all policies shows. */
export interface PoliciesData extends DayShown {
  book: LawBook;
  /** Texts that live sources name and nobody has looked at yet. */
  proposed?: readonly ProposedInstrument[];
  /** Whether the outlook is shown. */
  outlook?: boolean;
}

/** All instruments with how they stand on a day, the federal regimes, topics and states. */
export function Policies({ page, data }: { page: Page; data: PoliciesData }) {
  const { words } = page;
  const { law } = words;
  const { book, on } = data;
  const date = dayInWords(on, words);
  const all = [...book.instruments.values()].sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  const inForce = all
    .map((one) => instrumentStanding(book, one, on))
    .filter(({ state }) => state === 'in-force');
  const standing = inForce.filter(({ doubt }) => doubt !== 'whether');
  const doubted = inForce.length - standing.length;
  const states = new Set(all.flatMap(({ jurisdiction }) => jurisdiction.state ?? []));
  const used = new Set([...book.provisions.values()].map(({ topic }) => topic));
  return (
    <Layout page={page} title={law.title}>
      <h1>{law.title}</h1>
      <p class="answer">
        {standing.length === 0
          ? fill(law.none, { date })
          : fill(law.lead, { date, n: count(law.counted, standing.length, words.locale) })}{' '}
        {doubted > 0 && count(law.doubted, doubted, words.locale)}
      </p>
      <p class="asof">
        <LawNote page={page} day={data} />
      </p>
      <OnAnotherDay page={page} day={data} />
      <section>
        <h2>{law.regimesTitle}</h2>
        <p class="small">
          {law.regimesNote} <a href={page.to('regimes')}>{law.regimesTold}</a>
        </p>
        <Regimes page={page} data={data} topic="removal-priorities" />
      </section>
      <section>
        <h2>{law.topicsTitle}</h2>
        <p>
          {joined(
            TOPICS.filter((topic) => used.has(topic)).map((topic) => (
              <a href={page.to(`topic/${topic}`)}>{law.topics[topic]}</a>
            )),
          )}
        </p>
        <h2>{law.statesTitle}</h2>
        <p class="small">{law.statesNote}</p>
        <p>
          {joined(
            [...states].sort().map((state) => <a href={page.to(`law/${state}`)}>{stateIn(state, words)}</a>),
          )}
        </p>
      </section>
      {data.proposed && data.proposed.length > 0 && <ProposedSection page={page} proposed={data.proposed} />}
      {data.outlook && (
        <p>
          <a href={page.to('outlook')}>{words.outlook.title}</a>
        </p>
      )}
      <section>
        <h2>{law.instrument}</h2>
        <InstrumentTable page={page} data={data} instruments={all} />
      </section>
    </Layout>
  );
}

function ProposedSection({ page, proposed }: { page: Page; proposed: readonly ProposedInstrument[] }) {
  const { law } = page.words;
  return (
    <section>
      <h2>{law.proposedTitle}</h2>
      <p class="small">{law.proposedNote}</p>
      <ul class="plain">
        {proposed.map(({ row, capture, publisher }) => (
          <li>
            <a href={page.to(`capture/${capture}`)} lang="en">
              {row.title}
            </a>{' '}
            <span class="small soft">
              {joined([
                law.kinds[row.kind as Instrument['kind']],
                row.jurisdiction === 'US' ? law.country : stateIn(row.jurisdiction ?? '', page.words),
                row.issued && edtfInWords(row.issued, page.words, 'short'),
                publisher,
              ])}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function startOf(instrument: Instrument): string {
  return instrument.effective ?? instrument.issued ?? '';
}

function InstrumentTable({
  page,
  data,
  instruments,
}: {
  page: Page;
  data: PoliciesData;
  instruments: Instrument[];
}) {
  const { law } = page.words;
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{law.instrument}</th>
          <th scope="col">{law.jurisdiction}</th>
          <th scope="col">{law.issued}</th>
          <th scope="col">{law.standing}</th>
        </tr>
      </thead>
      <tbody>
        {instruments.map((one) => (
          <tr>
            <td>
              <a href={page.to(`policy/${one.id}`)} lang="en">
                {one.title}
              </a>
            </td>
            <td>{whereOf(one, page)}</td>
            <td>{edtfInWords(one.issued ?? '', page.words, 'short')}</td>
            <td>
              <StandingChip page={page} standing={instrumentStanding(data.book, one, data.on)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The page of the removal priorities: who came first under each of them, since when and until when. */
export function RegimesPage({ page, data }: { page: Page; data: PoliciesData }) {
  const { law } = page.words;
  return (
    <Layout page={page} title={law.regimesTitle} description={law.regimesNote}>
      <h1>{law.regimesTitle}</h1>
      <p class="answer">{law.regimesNote}</p>
      <p class="asof">
        <LawNote page={page} day={data} /> <a href={page.to('policies')}>{law.title}</a> ·{' '}
        <a href={page.to('topic/removal-priorities')}>{law.topics['removal-priorities']}</a>
      </p>
      <OnAnotherDay page={page} day={data} />
      <Regimes page={page} data={data} topic="removal-priorities" told />
    </Layout>
  );
}

/** The federal provisions of a topic, stretch by stretch; the stretch of the day is marked. */
export function Regimes({
  page,
  data,
  topic,
  told = false,
}: {
  page: Page;
  data: PoliciesData;
  topic: Topic;
  /** Whether what they say is told, not only what they are called. */
  told?: boolean;
}) {
  const found = regimes(data.book, topic);
  const isNow = ({ from, to }: Regime) => (from ?? '') <= data.on && data.on < (to ?? '9999');
  return (
    <ol class="regimes">
      {found.map((regime) => (
        <li aria-current={isNow(regime) ? 'date' : undefined}>
          <span class="when">{daysInWords(page, regime)}</span>
          <ul>
            {regime.provisions.map(({ provision, standing }) => (
              <li>
                <a href={page.to(`policy/${provision.instrument}`)} lang="en">
                  {data.book.instruments.get(provision.instrument)?.title}
                </a>{' '}
                <StandingChip page={page} standing={standing} />
                {told && (
                  <p class="small" lang="en">
                    {provision.summary}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** The page of one topic: its federal regimes and every provision. */
export function TopicPage({ page, data, topic }: { page: Page; data: PoliciesData; topic: Topic }) {
  const { law } = page.words;
  const provisions = [...data.book.provisions.values()].filter((one) => one.topic === topic);
  return (
    <Layout page={page} title={law.topics[topic]} description={law.topicLead}>
      <h1>{law.topics[topic]}</h1>
      <p class="answer">{law.topicLead}</p>
      <p class="asof">
        <LawNote page={page} day={data} />
      </p>
      <OnAnotherDay page={page} day={data} />
      {topic === 'removal-priorities' && (
        <section>
          <h2>{law.regimesTitle}</h2>
          <Regimes page={page} data={data} topic={topic} />
        </section>
      )}
      <ul class="provisions">
        {provisions.map((provision) => (
          <ProvisionItem page={page} book={data.book} provision={provision} on={data.on} named />
        ))}
      </ul>
    </Layout>
  );
}
