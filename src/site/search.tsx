import type { Found } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import { Layout, SearchForm } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { heldInWords } from './search-lines.ts';
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
        data-words={page.delivery === 'files' ? JSON.stringify(scriptWords(page)) : undefined}
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

/** What the script needs to say in the reader's language what a server says otherwise. */
export interface SearchWords {
  locale: string;
  most: number;
  first: string;
  results: { one: string; other: string };
  none: string;
  looks: Record<string, string>;
  programmes: Record<string, string>;
  states: Record<string, string>;
}

function scriptWords({ words }: Page): SearchWords {
  const { first, results, none } = words.search;
  return {
    ...{ locale: words.locale, most: MOST_FOUND, first, results, none },
    ...{ looks: words.looks, programmes: words.programmes },
    states: Object.fromEntries(STATES.map(({ usps }) => [usps, stateIn(usps, words)])),
  };
}

function Results({ page, data }: { page: Page; data: SearchData }) {
  const { words } = page;
  if (data.q.trim() === '') return <p class="soft">{words.search.hint}</p>;
  if (data.found.length === 0) return <p>{fill(words.search.none, { q: data.q })}</p>;
  const { heldBy, indexOf } = page.snapshot;
  return (
    <>
      <p>
        {data.found.length === MOST_FOUND
          ? fill(words.search.first, { n: String(MOST_FOUND), q: data.q })
          : count(words.search.results, data.found.length, words.locale, { q: data.q })}
      </p>
      <ul class="found">
        {data.found.map((agency) => {
          const held = heldBy(indexOf.get(agency.id) ?? -1);
          const place = [agency.county, stateIn(agency.state, words)].filter(Boolean).join(', ');
          return (
            <li>
              <a href={page.agency(agency.id)}>{inPrint(agency.name)}</a>
              <span class="soft">{place}</span>
              {held && (
                <span class={`chip ${held.look}${held.certain ? '' : ' uncertain'}`}>
                  {heldInWords(held, words)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
