import { daysBetween } from '../base/index.ts';
import { Atlas } from './atlas-map.tsx';
import { ChangeList } from './change-list.tsx';
import { EmbedLine } from './embed.tsx';
import { answer, type HomeData } from './home-data.ts';
import { Layout, SearchForm, Strong } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { StandingTable } from './state-table.tsx';
import { dayInWords } from './when.ts';

/** How many lists the record rests on, those that it only cites told apart. */
function listsInWords({ words, snapshot }: Page): string {
  const { home, locale } = words;
  const { lists, cited } = snapshot.counts;
  const held = count(home.lists, lists, locale);
  if (cited === 0) return held;
  const named = count(home.citedLists, cited, locale);
  return lists === 0 ? named : fill(home.and, { a: held, b: named });
}

// A week without a list: they came every few days for a year.
const STALE = 7;

/** How to bring current lists, on a served record that has none of late. */
function SyncHint({ page: { words, snapshot, delivery } }: { page: Page }) {
  const { newest, recorded } = snapshot.counts;
  if (delivery !== 'served' || !newest || !recorded) return null;
  if (daysBetween(newest, recorded.slice(0, 10)) <= STALE) return null;
  const [before = '', after = ''] = fill(words.home.sync, { date: dayInWords(newest, words) }).split(
    '{command}',
  );
  return (
    <p class="small soft">
      {before}
      <code>npm run -s countersign -- sync</code>
      {after}
    </p>
  );
}

/** The first page: the answer, search, the map with its slider, the same as a table, what changed. */
export function Home({ page, data }: { page: Page; data: HomeData }) {
  const { words, snapshot } = page;
  const { home } = words;
  const { sources, claims } = snapshot.counts;
  return (
    <Layout
      page={page}
      title={home.title}
      scripts={page.base === null ? ['home.js', 'embed.js'] : ['home.js']}
    >
      <div class="front">
        <div>
          <h1>{home.title}</h1>
          {claims === 0 ? (
            <p class="answer">{home.empty}</p>
          ) : (
            <p class="answer" id="answer" aria-live="off">
              <Strong phrase={answer(page, data)} />
            </p>
          )}
          {snapshot.listsFrom !== null && (
            <p class="small" id="thin" data-from={snapshot.listsFrom} hidden={data.on >= snapshot.listsFrom}>
              {fill(home.thin, { day: dayInWords(snapshot.listsFrom, words) })}
            </p>
          )}
          <p class="asof">
            {fill(home.from, {
              lists: listsInWords(page),
              sources: count(home.sources, sources, words.locale),
            })}{' '}
            <a href={`${page.to('method')}#not-known`}>{home.notKnown}</a>
          </p>
          <SyncHint page={page} />
          <SearchForm page={page} />
        </div>
        <Atlas page={page} data={data} />
      </div>
      <div class="grid">
        <section>
          <h2>{home.changesTitle}</h2>
          {data.changes.length === 0 ? (
            <p>{home.changesNone}</p>
          ) : (
            <ChangeList page={page} changes={data.changes} perDay={4} />
          )}
          <p>
            <a href={page.to('changes')}>{home.changesAll}</a>
          </p>
        </section>
        <aside>
          <h2>{home.takeTitle}</h2>
          <p class="small">
            <a href={page.file('status.csv')}>CSV</a> · <a href={page.json('')}>JSON</a> ·{' '}
            <a href={page.to('data')}>{words.data.title}</a>
          </p>
          <EmbedLine page={page} card="map" title={home.title} height={680} />
          <p class="small soft">{home.glossary}</p>
        </aside>
      </div>
      <StandingTable
        page={page}
        states={data.states}
        every={snapshot.table.states}
        title={words.home.tableTitle}
        note={fill(words.home.tableNote, {
          date: dayInWords(data.on, words),
          n: new Intl.NumberFormat(words.locale).format(data.counts.partners),
        })}
      />
    </Layout>
  );
}
