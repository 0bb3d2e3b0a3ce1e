import type { Gazetteer } from './gazetteer.ts';
import { placeKey } from './gazetteer.ts';
import { NO_PLACE } from './lexicon-places.ts';
import { cityState, countyState, stateOf, type Where } from './places.ts';
import type { Span } from './sentences.ts';

/** What sort of body an agency is, as far as words like "deputies", "the jail", "officers" can mean it. */
export type AgencySort = 'sheriff' | 'police' | 'state' | 'jail' | 'campus';

/** An agency as the document names it. */
export interface Agency {
  sort: AgencySort;
  written: string;
  name: string;
  state: string | null;
  place: string | null;
}

/** An agency named at a place of the text. `weak` is a county or a school that only stands for its agency. */
export interface AgencyMention extends Span {
  agency: Agency;
  weak: boolean;
}

/** A capitalised word of a name, as a pattern's source. */
export const W = "(?:St\\.|Ft\\.|Mt\\.|[A-ZÁÉÍÓÚÑ][\\p{L}'-]{0,30}\\p{L})";
/** A run of capitalised words with the small words between, as a pattern's source. */
export const RUN = `${W}(?:(?: (?:of|de|del|la|las|los|the|du) |[ -])${W}){0,3}`;
/** What a name amounts to before its state is known. */
export interface Found {
  run: string;
  sort: AgencySort;
  name: string;
  county: boolean;
  weak?: boolean;
}

/** The sheriff's office of a county or parish. */
export const sheriffOf = (run: string, unit: string, office: string | undefined): Found => ({
  run: `${run} ${unit}`,
  sort: 'sheriff',
  county: true,
  name: `${run} ${unit} Sheriff's ${/dep/i.test(office ?? '') ? 'Department' : 'Office'}`,
});

/** The police department of a city; null for words that no city has. */
export function police(run: string): Found | null {
  if (
    run === '' ||
    /^(?:ICE|Border|Military|Campus|University|Transit|Port|Airport|School|Secret|Capitol)$/.test(run)
  )
    return null;
  const city = run === 'New York' ? 'New York City' : run === 'Las Vegas' ? 'Las Vegas Metropolitan' : run;
  return { run: city, sort: 'police', county: false, name: `${city} Police Department` };
}

/** The agency of a county or a city by sort, for words such as "the sheriff" where the text names only the place. */
export function derivedAgency(
  sort: 'sheriff' | 'police',
  place: string,
  state: string | null,
  where: Where,
): Agency {
  const unit = state === 'LA' ? 'Parish' : 'County';
  const county = place.replace(/ (?:County|Parish)$/i, '');
  const found: Found = sort === 'sheriff' ? sheriffOf(county, unit, '') : police(place)!;
  return agencyOf(found, place, state, where);
}

/** The agency that a name amounts to, with its state by what stands beside it or by the document. */
export function agencyOf(found: Found, written: string, beside: string | null, where: Where): Agency {
  const county = found.run.replace(/ (?:County|Parish)$/, '');
  const state =
    found.sort === 'state'
      ? stateOf(found.run, where.gazetteer)
      : found.county
        ? countyState(county, / Parish$/.test(found.run) ? 'LA' : beside, where)
        : found.sort === 'campus'
          ? (universityState(found.run, where) ?? where.state)
          : cityState(found.run, beside, where);
  const known = knownAgency(found.name, state, where.gazetteer);
  return {
    sort: found.sort,
    written,
    name: known ?? found.name,
    state,
    place: found.run,
  };
}

function knownAgency(name: string, state: string | null, gazetteer: Gazetteer): string | null {
  const hits = (gazetteer.agencies.get(placeKey(name)) ?? []).filter(
    (agency) => state === null || agency.state === state,
  );
  return hits.length === 1 ? hits[0]!.name : null;
}

function universityState(run: string, where: Where): string | null {
  for (const word of run
    .split(/ (?=[A-Z])/)
    .flatMap((_, i, all) => [all.slice(i).join(' '), all.slice(i, i + 2).join(' '), all[i]!])) {
    const state = stateOf(word.replace(/^of /, ''), where.gazetteer);
    if (state && word.length > 2) return state;
  }
  return null;
}

/** True when a county of that name is in the document's state, or anywhere where that is unknown. */
export function knownCounty(run: string, where: Where): boolean {
  const states = (where.gazetteer.counties.get(placeKey(run)) ?? []).map((county) => county.state);
  return states.length > 0 && (where.state === null || states.includes(where.state));
}

/** The name without a possessive ending: "Prince George's" keeps its own, "Houston's" loses it. */
export function bareName(run: string, where: Where): string {
  return where.gazetteer.counties.has(placeKey(run)) ? run : run.replace(/'s$/, '');
}

/** The word with a capital. */
export function cap(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

/** How many characters at the start of a capitalised run are no part of the name: "Houston's ", "The ", "On Tuesday, "; -1 when nothing is left. */
export function leadOf(run: string, where: Where): number {
  const { gazetteer } = where;
  const at = wordLead(run);
  const possessive = run.lastIndexOf("'s ") + 1;
  const start = possessive > 0 ? possessive + 2 : 0;
  // The longest ending that is a known place: "On Monday New Haven" gives New Haven, whose "new" is no lead, and
  // "Speaker Cook" gives Cook only where Cook is a county.
  const words = run.slice(start).split(' ');
  for (let i = 0, offset = start; i < words.length; offset += words[i]!.length + 1, i++) {
    const ending = words.slice(i).join(' ');
    const key = placeKey(ending);
    const towns = gazetteer.cities.get(key);
    const several = i < words.length - 1;
    if (
      (several && (towns !== undefined || stateOf(ending, gazetteer) !== null)) ||
      (offset >= at &&
        at >= 0 &&
        (gazetteer.counties.has(key) || towns?.some(({ state }) => state === where.state))) ||
      (several && gazetteer.counties.has(key))
    )
      return offset;
  }
  return at;
}

/** The same for runs that are no place's name: leading articles, weekdays and possessives alone. */
export function wordLead(run: string): number {
  let at = 0;
  const possessive = run.lastIndexOf("'s ");
  if (possessive > 0) at = possessive + 3;
  for (;;) {
    const word = /^[\p{L}.'-]+/u.exec(run.slice(at))?.[0] ?? '';
    if (word === '') return run === '' ? 0 : -1;
    if (!NO_PLACE.has(word.toLowerCase().replace(/'s$/, ''))) break;
    at += word.length;
    while (/[ -]/.test(run[at] ?? '')) at++;
  }
  return at;
}
