import type { Day } from '../base/index.ts';
import type { AgencyView } from '../record/index.ts';
import { adjoiningCounties, countyOf } from '../resolve/index.ts';

import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { type Snapshot, standingsAt } from './snapshot.ts';
import { type Look, readStanding } from './standing.ts';

/** An agency with where it stands, for lists of agencies of a place. */
export interface Placed {
  id: string;
  name: string;
  look: Look | null;
  certain: boolean;
}

const SAME = 6;
const AROUND = 8;

/** Agencies of some counties with where they stand on a day: those with a position first, then by name. */
export function agenciesOf(snapshot: Snapshot, fips: string[], on: Day): Placed[] {
  const { standing } = standingsAt(snapshot, on);
  const indexes = [...new Set(fips.flatMap((code) => snapshot.byCounty.get(code) ?? []))];
  const placed = indexes.map((index): Placed => {
    const { id, name } = snapshot.agencies[index]!;
    const held = readStanding(standing[index] ?? 0);
    return { id, name, look: held?.look ?? null, certain: held?.certain ?? true };
  });
  const rank = (agency: Placed) => (agency.look === null ? 1 : 0);
  return placed.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** Who else stands where around an agency: in its county, and in those that adjoin it. */
export interface Near {
  same: Placed[];
  around: Placed[];
  county: { fips: string; name: string };
}

/** Who else stands where around an agency on a day; null where it lies in no county or nobody is near. */
export function nearbyOf(snapshot: Snapshot, view: AgencyView, on: Day): Near | null {
  const own = view.counties.map(({ fips }) => fips);
  if (own.length === 0) return null;
  const modern = own.flatMap((fips) => countyOf(fips)?.now ?? [fips]);
  const same = agenciesOf(snapshot, [...own, ...modern], on).filter(({ id }) => id !== view.id);
  const taken = new Set([view.id, ...same.map(({ id }) => id)]);
  const around = agenciesOf(snapshot, modern.flatMap(adjoiningCounties), on).filter(
    ({ id, look }) => look !== null && !taken.has(id),
  );
  if (same.length === 0 && around.length === 0) return null;
  return { same, around, county: view.counties[0]! };
}

/** The list of them in the margin of an agency's page. */
export function Nearby({ page, near: { same, around, county } }: { page: Page; near: Near }) {
  const { words } = page;
  return (
    <section>
      <h2>{words.near.title}</h2>
      {same.length > 0 && <PlacedList page={page} title={words.near.same} agencies={same} limit={SAME} />}
      {around.length > 0 && (
        <PlacedList page={page} title={words.near.around} agencies={around} limit={AROUND} />
      )}
      <p class="small">
        <a href={page.county(county.fips)}>{fill(words.near.all, { place: county.name })}</a>
      </p>
    </section>
  );
}

function PlacedList(props: { page: Page; title: string; agencies: Placed[]; limit: number }) {
  const { page, title, agencies, limit } = props;
  const { words } = page;
  return (
    <>
      <h3 class="small">{title}</h3>
      <ul class="plain small">
        {agencies.slice(0, limit).map((agency) => (
          <li>
            <PlacedLink page={page} agency={agency} />
          </li>
        ))}
        {agencies.length > limit && (
          <li class="soft">{count(words.near.more, agencies.length - limit, words.locale)}</li>
        )}
      </ul>
    </>
  );
}

/** A link to an agency, its position as a shape before it and as a word for who does not see it. */
export function PlacedLink({ page, agency }: { page: Page; agency: Placed }) {
  const look = agency.look ?? 'none';
  return (
    <span class={`chip ${look}${agency.certain ? '' : ' uncertain'}`} title={page.words.looks[look]}>
      <a href={page.agency(agency.id)}>{inPrint(agency.name)}</a>
      <span class="visually-hidden">: {page.words.looks[look]}</span>
    </span>
  );
}
