import type { Found } from '../record/index.ts';
import { dayNumber } from './intervals-binary.ts';
import { Layout, SearchForm } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { type Look, programmesOf, readStanding, standingsOn } from './standing.ts';
import { stateIn } from './states-es.ts';

/** As many agencies as a search shows. */
export const MOST_FOUND = 30;

/** What the search page shows; a static site has no query of its own and leaves it to the script. */
export interface SearchData {
  q: string;
  found: Found[];
}

/** The search page. */
export function Search({ page, data }: { page: Page; data: SearchData }) {
  const { words } = page;
  return (
    <Layout page={page} title={words.search.title} scripts={['search.js']}>
      <h1>{words.search.title}</h1>
      <SearchForm page={page} value={data.q} />
      <div
        id="results"
        data-delivery={page.delivery}
        data-none={words.search.none}
        data-one={words.search.results.one}
        data-other={words.search.results.other}
        data-locale={words.locale}
      >
        <Results page={page} data={data} />
      </div>
      {page.delivery === 'files' && (
        <noscript>
          <p>{words.search.noScript}</p>
          <ul class="columns">
            {page.snapshot.table.states.map((state) => (
              <li>
                <a href={page.to(`agencies/${state}`)}>{stateIn(state, words)}</a>
              </li>
            ))}
          </ul>
        </noscript>
      )}
    </Layout>
  );
}

/** In which programmes an agency stands so: a position without its programme says too much or too little. */
function programmesInWords({ words, snapshot }: Page, agency: number, day: number, look: Look): string {
  const names = programmesOf(snapshot.table, agency, day, look) as (keyof Page['words']['programmes'])[];
  return names.map((name) => words.programmes[name]).join('; ');
}

function Results({ page, data }: { page: Page; data: SearchData }) {
  const { words } = page;
  if (data.q.trim() === '') return <p class="soft">{words.search.hint}</p>;
  if (data.found.length === 0) return <p>{fill(words.search.none, { q: data.q })}</p>;
  const { table, counts, indexOf } = page.snapshot;
  const day = dayNumber(counts.newest ?? '1970-01-01');
  const { standing } = standingsOn(table, day);
  return (
    <>
      <p>
        {data.found.length === MOST_FOUND
          ? fill(words.search.first, { n: String(MOST_FOUND), q: data.q })
          : count(words.search.results, data.found.length, words.locale, { q: data.q })}
      </p>
      <ul class="found">
        {data.found.map((agency) => {
          const held = readStanding(standing[indexOf.get(agency.id) ?? -1] ?? 0);
          const place = [agency.county, stateIn(agency.state, words)].filter(Boolean).join(', ');
          return (
            <li>
              <a href={page.agency(agency.id)}>{inPrint(agency.name)}</a>
              <span class="soft">{place}</span>
              {held && (
                <span class={`chip ${held.look}${held.certain ? '' : ' uncertain'}`}>
                  {words.looks[held.look]}: {programmesInWords(page, indexOf.get(agency.id)!, day, held.look)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
