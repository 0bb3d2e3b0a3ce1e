import type { Day } from '../base/index.ts';
import type { LawBook } from '../law/index.ts';
import { adjoiningCounties, countyOf } from '../resolve/index.ts';
import { type CountyAct, CountyActs, countyActs } from './county-acts.tsx';
import { type DayShown, lastChangeNote } from './last-change.ts';
import { Layout, Strong } from './layout.tsx';
import { agenciesOf, type Placed, PlacedLink } from './nearby.tsx';

import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import type { Snapshot } from './snapshot.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** What a county's page shows: its agencies with where they stand, the acts of its own that stand, and the counties that adjoin it. */
export interface CountyData {
  fips: string;
  name: string;
  state: string;
  on: Day;
  agencies: Placed[];
  acts: CountyAct[];
  adjoiningCounties: { fips: string; name: string; state: string; agencies: number }[];
}

/** The agencies, by index, that a county's page tells of: its own, and those of the counties around it. */
export function countyIndexes(snapshot: Snapshot, fips: string): ReadonlySet<number> {
  const now = countyOf(fips)?.now ?? [];
  const told = [fips, ...now, ...now.flatMap(adjoiningCounties)];
  return new Set(told.flatMap((code) => snapshot.byCounty.get(code) ?? []));
}

/** A county's agencies on a day, or null for a code that no county has. */
export function countyData(page: Page, fips: string, on: Day, book: LawBook): CountyData | null {
  const county = countyOf(fips);
  if (!county) return null;
  const around = [...new Set(county.now.flatMap(adjoiningCounties))].filter(
    (code) => !county.now.includes(code) && page.snapshot.byCounty.has(code),
  );
  return {
    fips,
    name: county.full,
    state: county.state,
    on,
    agencies: agenciesOf(page.snapshot, [fips, ...county.now], on),
    acts: countyActs(book, county.state, on, [fips, ...county.now]),
    adjoiningCounties: around.map((code) => ({
      fips: code,
      name: countyOf(code)?.full ?? code,
      state: countyOf(code)?.state ?? '',
      agencies: agenciesOf(page.snapshot, [code], on).filter(({ look }) => look !== null).length,
    })),
  };
}

/** A county's page. */
export function County({ page, data, day }: { page: Page; data: CountyData; day: DayShown }) {
  const { words } = page;
  const { county, state: stateWords } = words;
  const names = {
    county: data.name,
    state: stateIn(data.state, words),
    date: dayInWords(data.on, words),
  };
  const placed = data.agencies.filter(({ look }) => look !== null);
  const others = data.agencies.filter(({ look }) => look === null);
  const lead =
    placed.length === 0 ? fill(county.none, names) : count(county.lead, placed.length, words.locale, names);
  return (
    <Layout page={page} title={fill(county.title, names)} description={lead.replaceAll('**', '')}>
      <h1>{data.name}</h1>
      <p class="where">
        <a href={page.to(`state/${data.state}`)}>{names.state}</a> · FIPS {data.fips}
      </p>
      <p class="answer">
        <Strong phrase={lead} />
      </p>
      <p class="asof">{lastChangeNote(page, day)}</p>
      {placed.length > 0 && (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{stateWords.agency}</th>
              <th scope="col">{words.agency.position}</th>
            </tr>
          </thead>
          <tbody>
            {placed.map((agency) => (
              <tr>
                <td>
                  <a href={page.agency(agency.id)}>{inPrint(agency.name)}</a>
                </td>
                <td>
                  <span class={`chip ${agency.look}${agency.certain ? '' : ' uncertain'}`}>
                    {words.looks[agency.look ?? 'none']}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <section>
          <h2>{county.others}</h2>
          <p class="small soft">{county.othersNote}</p>
          <ul class="columns">
            {others.map((agency) => (
              <li>
                <PlacedLink page={page} agency={agency} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <CountyActs page={page} acts={data.acts} />
      {data.adjoiningCounties.length > 0 && (
        <section>
          <h2>{county.around}</h2>
          <ul class="columns">
            {data.adjoiningCounties.map((one) => (
              <li>
                <a href={page.county(one.fips)}>
                  {one.state === data.state ? one.name : `${one.name}, ${one.state}`}
                </a>{' '}
                {one.agencies > 0 && <span class="soft">{one.agencies}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}
