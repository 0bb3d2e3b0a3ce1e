import type { Day } from '../base/index.ts';
import { countyOf } from '../resolve/index.ts';
import { type DayShown, lastChangeNote } from './last-change.ts';
import { Layout, Strong } from './layout.tsx';
import { PlacedLink } from './nearby.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { type Snapshot, standingsAt } from './snapshot.ts';
import { type Look, readStanding } from './standing.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** An agency of the register: what names it, and where it stands. */
interface Registered {
  id: string;
  name: string;
  kind: string;
  ori: readonly string[];
  look: Look | null;
  certain: boolean;
}

/** Every agency of a state, county by county; `fips` is null for those of no one county. */
export interface RegisterData {
  state: string;
  on: Day;
  agencies: number;
  placed: number;
  counties: { fips: string | null; name: string; agencies: Registered[] }[];
}

/** The agencies, by index, that a state's register tells of: the state's own, and those that lie in its counties too. */
export function registeredIndexes({ agencies }: Snapshot, state: string): ReadonlySet<number> {
  const told = agencies.flatMap((agency, index) =>
    agency.state === state || agency.counties.some((fips) => countyOf(fips)?.state === state) ? [index] : [],
  );
  return new Set(told);
}

/** The register of a state: its agencies under each of their counties, whether anything is known of them or not. */
export function registerData({ snapshot, words }: Page, state: string, on: Day): RegisterData {
  const { agencies, byCounty } = snapshot;
  const { standing } = standingsAt(snapshot, on);
  const registered = (index: number): Registered => {
    const { id, name, kind, ori } = agencies[index]!;
    const held = readStanding(standing[index] ?? 0);
    return { id, name, kind, ori, look: held?.look ?? null, certain: held?.certain ?? true };
  };
  const section = (fips: string | null, name: string, indexes: number[]) => ({
    fips,
    name,
    agencies: indexes.map(registered).sort((a, b) => (a.name < b.name ? -1 : 1)),
  });
  const own = agencies.flatMap((agency, index) => (agency.state === state ? [index] : []));
  const inState = (fips: string) => countyOf(fips)?.state === state;
  const elsewhere = own.filter((index) => !agencies[index]!.counties.some(inState));
  const counties = [...byCounty.keys()].filter(inState);
  const sections = counties.map((fips) => section(fips, countyOf(fips)!.full, byCounty.get(fips)!));
  return {
    state,
    on,
    agencies: own.length,
    placed: own.filter((index) => (standing[index] ?? 0) > 0).length,
    counties: [
      ...(elsewhere.length > 0 ? [section(null, words.register.statewide, elsewhere)] : []),
      ...sections.sort((a, b) => (a.name < b.name ? -1 : 1)),
    ],
  };
}

function hasPage({ delivery, snapshot }: Page, id: string): boolean {
  return delivery === 'served' || snapshot.evident.agencies.has(id);
}

/** The page of the register: in files, the only one that has the agencies of which nothing is known. */
export function Register({ page, data, day }: { page: Page; data: RegisterData; day: DayShown }) {
  const { words, snapshot } = page;
  const { register } = words;
  const state = stateIn(data.state, words);
  const title = fill(register.title, { state });
  const lead = count(register.lead, data.agencies, words.locale, {
    state,
    known: count(register.known, data.placed, words.locale, { date: dayInWords(data.on, words) }),
  });
  // An agency of several counties stands under each; only the first may bear its id.
  const named = new Set<string>();
  const idOf = ({ id }: Registered) => {
    const own = snapshot.agencies[snapshot.indexOf.get(id) ?? -1]?.state === data.state;
    if (!own || named.has(id)) return undefined;
    named.add(id);
    return id;
  };
  return (
    <Layout page={page} title={title} description={lead.replaceAll('**', '')} feed={`state/${data.state}`}>
      <h1>{title}</h1>
      <p class="answer">
        <Strong phrase={lead} />
      </p>
      <p class="asof">
        {lastChangeNote(page, day)} {register.note} · <a href={page.to(`state/${data.state}`)}>{state}</a> ·{' '}
        <a href={page.json(page.here)}>{words.agency.json}</a>
      </p>
      {data.counties.map(({ fips, name, agencies }) => (
        <section class="register" id={fips === null ? 'statewide' : `c-${fips}`}>
          <h2>
            {fips !== null && (page.delivery === 'served' || snapshot.evident.counties.has(fips)) ? (
              <a href={page.county(fips)}>{name}</a>
            ) : (
              name
            )}
          </h2>
          <ul class="columns">
            {agencies.map((agency) => (
              <li id={idOf(agency)}>
                {hasPage(page, agency.id) ? <PlacedLink page={page} agency={agency} /> : inPrint(agency.name)}
                {agency.ori.length > 0 && <span class="soft ori"> {agency.ori.join(', ')}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}
