import type { Day } from '../base/index.ts';
import { factsInWords } from './facts.ts';
import { type DayShown, lastChangeNote } from './last-change.ts';
import { OnAnotherDay } from './law-parts.tsx';
import { Layout, Strong } from './layout.tsx';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import { standingsAt } from './snapshot.ts';
import { countFacts, LOOKS, type Look, readStanding, type Standings } from './standing.ts';
import { StateMap } from './state-map.tsx';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** What a state's page shows: every agency of the state whose position is known on the day. */
export interface StateData {
  state: string;
  on: Day;
  counts: Standings['counts'];
  agencies: { id: string; name: string; county: string | null; look: Look; certain: boolean }[];
}

/** The agencies of a state with a position on a day, farthest-going position first, then by name. */
export function stateData(page: Page, state: string, on: Day): StateData {
  const { table, agencies } = page.snapshot;
  const { standing, facts } = standingsAt(page.snapshot, on);
  const own = table.states.indexOf(state);
  const found: StateData['agencies'] = [];
  standing.forEach((code, index) => {
    const { id, name, county } = agencies[index]!;
    const held = readStanding(code);
    if (held && table.state[index] === own) found.push({ id, name, county, ...held });
  });
  const rank = (look: Look) => LOOKS.indexOf(look);
  found.sort((a, b) => rank(a.look) - rank(b.look) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const counts = countFacts(facts, (agency) => table.state[agency] === own);
  return { state, on, counts, agencies: found };
}

/** A state's page. */
export function State({ page, data, day }: { page: Page; data: StateData; day: DayShown }) {
  const { words } = page;
  const { listsFrom } = page.snapshot;
  const state = stateIn(data.state, words);
  const date = dayInWords(data.on, words);
  const lead =
    data.agencies.length === 0
      ? fill(words.state.none, { state, date })
      : fill(words.state.answer, { state, ...factsInWords(data.counts, words.home, words.locale), date });
  return (
    <Layout page={page} title={state} description={lead.replaceAll('**', '')} feed={`state/${data.state}`}>
      <h1>{state}</h1>
      <p class="answer">
        <Strong phrase={lead} />
      </p>
      {listsFrom !== null && data.on < listsFrom && (
        <p class="small">{fill(words.home.thin, { day: dayInWords(listsFrom, words) })}</p>
      )}
      <p class="asof">
        {data.agencies.length > 0 && <span class="soft small">{words.state.anyProgramme}</span>}{' '}
        {LOOKS.map((look) => ({ look, n: data.agencies.filter((agency) => agency.look === look).length }))
          .filter(({ n }) => n > 0)
          .map(({ look, n }) => (
            <span class={`chip ${look}`}>
              {words.looks[look]} {new Intl.NumberFormat(words.locale).format(n)}
            </span>
          ))}
      </p>
      <p class="small soft">{lastChangeNote(page, day)}</p>
      <p class="small">
        {page.delivery === 'served' && (
          <>
            <a href={page.to('changes', { state: data.state })}>{fill(words.state.changes, { state })}</a> ·{' '}
          </>
        )}
        <a href={page.feed(`state/${data.state}`)}>{words.use.follow}</a> ·{' '}
        <a href={page.json(page.here)}>{words.agency.json}</a>
      </p>
      <OnAnotherDay page={page} day={{ ...day, known: page.known }} />
      <p>
        <a href={page.to(`law/${data.state}`)}>{fill(words.law.applies.link, { state })}</a> ·{' '}
        <a href={page.to(`agencies/${data.state}`)}>{fill(words.register.link, { state })}</a>
      </p>
      {data.agencies.length > 0 && <StateMap page={page} state={data.state} on={data.on} />}
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
              <a href={page.agency(agency.id)}>{inPrint(agency.name)}</a>
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
