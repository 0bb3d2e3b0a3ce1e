import type { Day } from '../base/index.ts';
import type { Change } from '../record/index.ts';
import { ChangeList } from './change-list.tsx';
import { dayNumber, dayText } from './intervals-binary.ts';
import { Layout, SearchForm, Strong } from './layout.tsx';
import { MAP_SIZE } from './map-raster.ts';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { changeDays, countByState, LOOKS, type Standings, standingsOn } from './standing.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** What the first page shows of a day. */
export interface HomeData {
  on: Day;
  first: Day;
  last: Day;
  counts: Standings['counts'];
  states: { state: string; counts: Record<string, number> }[];
  changes: Change[];
}

/** The first page's figures on a day. */
export function homeData(page: Page, on: Day, changes: Change[]): HomeData {
  const { table, counts } = page.snapshot;
  const standings = standingsOn(table, dayNumber(on));
  const days = changeDays(table);
  const last = counts.newest ?? on;
  const byState = countByState(table, standings);
  const states = table.states.flatMap((state, i) => {
    const own = byState[i]!;
    if (own.every((n) => n === 0)) return [];
    return [{ state, counts: Object.fromEntries(LOOKS.map((look, l) => [look, own[l]!])) }];
  });
  const first = days[0] === undefined ? on : dayText(days[0]);
  return { on, first, last, counts: standings.counts, states, changes };
}

/** How many lists the record rests on, those that it only cites told apart. */
function listsInWords({ words, snapshot }: Page): string {
  const { home, locale } = words;
  const { lists, cited } = snapshot.counts;
  const held = count(home.lists, lists, locale);
  if (cited === 0) return held;
  const named = count(home.citedLists, cited, locale);
  return lists === 0 ? named : fill(home.and, { a: held, b: named });
}

/** The first page: the answer, search, the map with its slider, the same as a table, what changed. */
export function Home({ page, data }: { page: Page; data: HomeData }) {
  const { words, snapshot } = page;
  const { home } = words;
  const { sources, claims } = snapshot.counts;
  return (
    <Layout page={page} title={home.title} scripts={['home.js']}>
      <h1>{home.title}</h1>
      {claims === 0 ? (
        <p class="answer">{home.empty}</p>
      ) : (
        <p class="answer" id="answer" aria-live="off">
          <Strong phrase={answer(page, data)} />
        </p>
      )}
      <p class="asof">
        {fill(home.from, {
          lists: listsInWords(page),
          sources: count(home.sources, sources, words.locale),
        })}{' '}
        <a href={`${page.to('method')}#not-known`}>{home.notKnown}</a>
      </p>
      <SearchForm page={page} />
      <Atlas page={page} data={data} />
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
            <a href={page.root('status.csv')}>CSV</a> · <a href={page.json('')}>JSON</a> ·{' '}
            <a href={page.to('data')}>{words.data.title}</a>
          </p>
          <p class="small soft">{home.glossary}</p>
        </aside>
      </div>
      <StateTable page={page} data={data} />
    </Layout>
  );
}

/** The sentence of the first page. */
export function answer(page: Page, { on, counts }: HomeData): string {
  const { home, locale } = page.words;
  return fill(home.answer, {
    date: dayInWords(on, page.words),
    partners: count(home.partners, counts.partners, locale),
    declining: count(home.declining, counts.declining, locale),
    ended: count(home.ended, counts.ended, locale),
  });
}

function Atlas({ page, data }: { page: Page; data: HomeData }) {
  const { words, snapshot } = page;
  const { files } = snapshot;
  const alt = fill(words.home.mapAlt, { date: dayInWords(data.on, words) });
  return (
    <section aria-labelledby="map-title">
      <h2 id="map-title" class="quiet">
        {words.home.mapTitle}
      </h2>
      <form class="slider" id="slider" action={page.to('')} method="get">
        <button type="button" id="play" hidden data-pause={words.slider.pause}>
          {words.slider.play}
        </button>
        <label class="day" for="on">
          {words.slider.label}
        </label>
        <input type="date" id="on" name="on" value={data.on} min={data.first} max={data.last} />
        <button type="submit" id="go">
          {words.slider.go}
        </button>
        <input
          type="range"
          id="range"
          hidden
          aria-label={words.slider.label}
          aria-describedby="keys"
          min={dayNumber(data.first)}
          max={dayNumber(data.last)}
          value={dayNumber(data.on)}
        />
        <output id="day" for="range" hidden>
          {dayInWords(data.on, words)}
        </output>
        <button type="button" id="next" hidden>
          {words.slider.next}
        </button>
      </form>
      <p id="keys" class="visually-hidden">
        {words.slider.keys}
      </p>
      <div
        class="map"
        id="map"
        data-counties={page.data(files.counties)}
        data-county-names={page.data(files.countyNames)}
        data-intervals={page.data(files.intervals)}
        data-names={page.data(files.names)}
        data-agency={page.to('agency/ID')}
        data-state={page.to('state/ID')}
        data-alt={words.home.mapAlt}
        data-scale={snapshot.mapScale}
      >
        <noscript>
          <MapPicture page={page} on={data.on} alt={alt} />
        </noscript>
      </div>
      <Legend page={page} />
      <p class="small soft">{words.home.mapNote}</p>
      <script
        type="application/json"
        id="words"
        dangerouslySetInnerHTML={{ __html: islandWords(page) }}
      ></script>
    </section>
  );
}

function MapPicture({ page, on, alt }: { page: Page; on: Day; alt: string }) {
  // A static site has the picture of its newest day only; there is no other day to show without script.
  const query = page.delivery === 'served' ? `?on=${on}` : '';
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset={page.root(`map-dark.png${query}`)} />
      <img src={page.root(`map.png${query}`)} alt={alt} width={MAP_SIZE.width} height={MAP_SIZE.height} />
    </picture>
  );
}

function Legend({ page }: { page: Page }) {
  const { looks } = page.words;
  return (
    <ul class="legend">
      {LOOKS.map((look) => (
        <li class={`chip ${look}`}>{looks[look]}</li>
      ))}
      <li class="chip hatched">{looks.uncertain}</li>
      <li class="chip none">{looks.none}</li>
    </ul>
  );
}

/** The words that the island fills in; `<` is escaped, so no word can close the element. */
function islandWords({ words }: Page): string {
  const { home, looks, tip, locale } = words;
  const chosen = {
    locale,
    answer: home.answer,
    partners: home.partners,
    declining: home.declining,
    ended: home.ended,
    tableNote: home.tableNote,
    looks,
    tip,
  };
  return JSON.stringify(chosen).replaceAll('<', '\\u003c');
}

function StateTable({ page, data }: { page: Page; data: HomeData }) {
  const { words } = page;
  const total = LOOKS.map((look) => data.states.reduce((sum, row) => sum + row.counts[look]!, 0));
  const number = new Intl.NumberFormat(words.locale);
  return (
    <section>
      <h2>{words.home.tableTitle}</h2>
      <p class="small soft" id="table-note">
        {fill(words.home.tableNote, { date: dayInWords(data.on, words) })}
      </p>
      <section class="scroll" aria-label={words.home.tableTitle} tabindex={0}>
        <table class="figures" id="states">
          <thead>
            <tr>
              <th scope="col">{words.home.state}</th>
              {LOOKS.map((look) => (
                <th scope="col">
                  <span class={`chip ${look}`}>{words.looks[look]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.snapshot.table.states.flatMap((state) => {
              const row = data.states.find((r) => r.state === state);
              return (
                <tr data-state={state} hidden={!row}>
                  <th scope="row">
                    <a href={page.to(`state/${state}`)}>{stateIn(state, words)}</a>
                  </th>
                  {LOOKS.map((look) => (
                    <td>{row?.counts[look] ? number.format(row.counts[look]) : ''}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.home.all}</th>
              {total.map((n) => (
                <td>{number.format(n)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
}
