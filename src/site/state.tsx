import type { Day } from '../base/index.ts';
import { dayNumber } from './intervals-binary.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { LOOKS, type Look, readStanding, standingsOn } from './standing.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** What a state's page shows: every agency of the state whose position is known on the day. */
export interface StateData {
  state: string;
  on: Day;
  agencies: { id: string; name: string; county: string | null; look: Look; certain: boolean }[];
}

/** The agencies of a state with a position on a day, farthest-going position first, then by name. */
export function stateData(page: Page, state: string, on: Day): StateData {
  const { table, agencies } = page.snapshot;
  const { standing } = standingsOn(table, dayNumber(on));
  const found: StateData['agencies'] = [];
  standing.forEach((code, index) => {
    const { id, name, county, state: own } = agencies[index]!;
    const held = readStanding(code);
    if (held && own === state) found.push({ id, name, county, ...held });
  });
  const rank = (look: Look) => LOOKS.indexOf(look);
  found.sort((a, b) => rank(a.look) - rank(b.look) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { state, on, agencies: found };
}

/** A state's page. */
export function State({ page, data }: { page: Page; data: StateData }) {
  const { words } = page;
  const state = stateIn(data.state, words);
  const date = dayInWords(data.on, words);
  const known = count(words.state.known, data.agencies.length, words.locale);
  return (
    <Layout
      page={page}
      title={state}
      description={fill(words.state.lead, { date, known, state })}
      feed={`state/${data.state}`}
    >
      <h1>{state}</h1>
      <p class="answer">
        {data.agencies.length === 0
          ? fill(words.state.none, { state, date })
          : fill(words.state.lead, { date, known, state })}
      </p>
      <p class="asof">
        {LOOKS.map((look) => ({ look, n: data.agencies.filter((agency) => agency.look === look).length }))
          .filter(({ n }) => n > 0)
          .map(({ look, n }) => (
            <span class={`chip ${look}`}>
              {words.looks[look]} {new Intl.NumberFormat(words.locale).format(n)}
            </span>
          ))}
      </p>
      {page.delivery === 'served' && (
        <form class="filters" method="get" action={page.to(page.here)}>
          <label>
            {words.slider.label} <input type="date" name="on" value={data.on} />
          </label>
          <button type="submit">{words.slider.go}</button>
          <a href={page.to('changes', { state: data.state })}>{fill(words.state.changes, { state })}</a>
        </form>
      )}
      <p>
        <a href={page.to(`law/${data.state}`)}>{fill(words.law.applies.link, { state })}</a>
      </p>
      {data.agencies.length > 0 && <AgencyTable page={page} data={data} />}
    </Layout>
  );
}

function AgencyTable({ page, data }: { page: Page; data: StateData }) {
  const { words } = page;
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{words.state.agency}</th>
          <th scope="col">{words.agency.position}</th>
          <th scope="col">{words.state.county}</th>
        </tr>
      </thead>
      <tbody>
        {data.agencies.map((agency) => (
          <tr>
            <td>
              <a href={page.to(`agency/${agency.id}`)}>{inPrint(agency.name)}</a>
            </td>
            <td>
              <span class={`chip ${agency.look}${agency.certain ? '' : ' uncertain'}`}>
                {words.looks[agency.look]}
              </span>
            </td>
            <td>{agency.county ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
