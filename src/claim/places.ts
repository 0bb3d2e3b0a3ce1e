import type { Gazetteer } from './gazetteer.ts';
import { placeKey } from './gazetteer.ts';
import { CITIES } from './lexicon-places.ts';
import { matchesOf } from './matches.ts';

/** What the document says about where it is: states by weight, the dateline's city, counties named. */
export interface Where {
  gazetteer: Gazetteer;
  /** State codes, the likeliest first. */
  states: string[];
  /** The state of the dateline, or the only state that the document names. */
  state: string | null;
  /** City of the dateline, in ordinary case. */
  city: string | null;
  /** The county that the document names most. */
  county: string | null;
  /** County of that city, as far as it is known. */
  cityCounty: string | null;
}

const LETTER = 'A-ZÁÉÍÓÚÑ';
const DATELINE = new RegExp(
  `^\\s*([${LETTER}][${LETTER}.'\\- ]{2,40}[${LETTER}])(?: \\([^)]*\\))?(?:, ([A-Z][\\p{L}. ]{1,20}?))?(?: \\([^)]{2,30}\\))? ?(?:—|--| - )`,
  'u',
);
// A run of capitals that no "County" and no other name goes on: "in Salem", "Salem's police", "Salem was named".
const TOWN =
  /(?<![\p{L}'.] |[\p{L}])((?:St\.|[A-Z][\p{L}'-]{1,30})(?: [A-Z][\p{L}'-]{1,30}){0,2})(?! ?(?:County|Parish|University|College|Sheriff|Street|Avenue)|[\p{L}])|(?<=\b(?:in|of|for|from|to|that|and|en|de) )((?:St\.|[A-Z][\p{L}'-]{1,30})(?: [A-Z][\p{L}'-]{1,30}){0,2})(?! ?(?:County|Parish|University|College|Street|Avenue)|[\p{L}])/gu;
const NO_CITY =
  /\b(?:TOWN|(?<!\w )CITY|VILLAGE|COUNTY|BOROUGH|POLICE|SHERIFF(?:'S)?|DEPARTMENT|OFFICE|MINUTES|AGENDA|COUNCIL|COMMISSION|RELEASE|UPDATE|EDITORIAL|OPINION|BREAKING)\b(?! CITY)/;
const CITY_BY_NAME = new Map(CITIES.map((row) => [row.city.toLowerCase(), row]));

/** Where the document is: from its dateline, the states and the great cities that it names, and its publisher's place. */
export function whereOf(
  text: string,
  lines: string[],
  gazetteer: Gazetteer,
  publisher: string | null,
): Where {
  const votes = new Map<string, number>();
  const vote = (state: string | null | undefined, weight: number): void => {
    if (state) votes.set(state, (votes.get(state) ?? 0) + weight);
  };
  const dateline = datelineOf(lines);
  let datelineState = dateline?.state ? stateOf(dateline.state, gazetteer) : null;
  const big = dateline ? CITY_BY_NAME.get(dateline.city.toLowerCase()) : undefined;
  if (dateline && !datelineState && !dateline.state) datelineState = big?.state ?? null;
  vote(datelineState, 100);
  for (const name of stateNames(text, gazetteer)) vote(name, 3);
  for (const { city, state } of CITIES)
    if (new RegExp(`\\b${city.replace('.', '\\.')}\\b`).test(text)) vote(state, 2);
  for (const state of loneCounties(text, gazetteer)) vote(state, 2);
  for (const name of stateNames(lines[0] ?? '', gazetteer)) vote(name, 4);
  if (publisher) for (const name of stateNames(publisher, gazetteer)) vote(name, 4);
  const states = [...votes].sort((a, b) => b[1] - a[1]).map(([state]) => state);
  const leads =
    states.length === 1 || (votes.get(states[0] ?? '') ?? 0) >= 2 * (votes.get(states[1] ?? '') ?? 0);
  const voted = leads ? (states[0] ?? null) : null;
  const state = datelineState ?? voted ?? sharedState(text, gazetteer);
  const city = dateline ? titleCase(dateline.city) : mainCity(text, state, gazetteer);
  return {
    gazetteer,
    states,
    city,
    county: mainCounty(text, gazetteer),
    state,
    cityCounty: city && state ? countyOfCity(city, state, gazetteer) : null,
  };
}

/** The county of a town in a state, without the word "County", or null. */
export function countyOfCity(city: string, state: string, gazetteer: Gazetteer): string | null {
  const great = CITY_BY_NAME.get(city.toLowerCase());
  if (great?.state === state) return great.county;
  return gazetteer.cities.get(placeKey(city))?.find((entry) => entry.state === state)?.county ?? null;
}

/** The state of a county by the state written beside it, by the only state that has one, or by the document's states; null in doubt. */
export function countyState(county: string, beside: string | null, where: Where): string | null {
  if (beside) return beside;
  const has = (where.gazetteer.counties.get(placeKey(county)) ?? []).map((entry) => entry.state);
  if (has.length === 0) return where.state;
  if (where.state && has.includes(where.state)) return where.state;
  const named = where.states.filter((state) => has.includes(state));
  if (named.length === 1) return named[0]!;
  return named.length === 0 && new Set(has).size === 1 ? has[0]! : null;
}

/** The state of a city: written beside it, a great city's, the document's, or the only one that has it; null in doubt. */
export function cityState(city: string, beside: string | null, where: Where): string | null {
  if (beside) return beside;
  const big = CITY_BY_NAME.get(city.toLowerCase());
  const known = (where.gazetteer.cities.get(placeKey(city)) ?? []).map((entry) => entry.state);
  if (where.state && (!big || big.state === where.state || known.includes(where.state))) return where.state;
  if (big) return big.state;
  const named = where.states.filter((state) => known.includes(state));
  if (named.length === 1) return named[0]!;
  return known.length === 1 ? known[0]! : where.state;
}

/** The state that a name or an abbreviation means, or null. */
export function stateOf(name: string, gazetteer: Gazetteer): string | null {
  const bare = name.trim().replace(/\.$/, '').toLowerCase();
  const spanish = SPANISH_NAMES.get(bare);
  if (spanish) return spanish;
  for (const state of gazetteer.states) {
    if (state.name.toLowerCase() === bare) return state.code;
    if (
      state.abbreviations.some(
        (short) => short.replace(/\.$/, '').toLowerCase() === bare && /^[A-Z]/.test(name.trim()),
      )
    )
      return state.code;
  }
  return null;
}

/** The state written directly behind a place: "Wells, Maine," or "Graham, N.C.". */
export function stateBehind(after: string, gazetteer: Gazetteer): string | null {
  const match = /^,? \(?((?:[A-Z][\p{L}.]+ ?){1,3})/u.exec(after);
  if (!match || !/^, |^ \(/.test(after)) return null;
  const words = match[1]!.trim().split(' ');
  for (let n = Math.min(3, words.length); n > 0; n--) {
    const state = stateOf(words.slice(0, n).join(' '), gazetteer);
    if (state) return state;
  }
  return null;
}

/** Spanish names of states where they differ. */
const SPANISH_STATES: Record<string, string[]> = {
  HI: ['Hawái'],
  LA: ['Luisiana'],
  MO: ['Misuri'],
  MS: ['Misisipi', 'Misisipí'],
  NC: ['Carolina del Norte'],
  ND: ['Dakota del Norte'],
  NH: ['Nuevo Hampshire', 'Nueva Hampshire'],
  NJ: ['Nueva Jersey'],
  NM: ['Nuevo México'],
  OR: ['Oregón'],
  PA: ['Pensilvania'],
  SC: ['Carolina del Sur'],
  SD: ['Dakota del Sur'],
  TX: ['Tejas'],
  WV: ['Virginia Occidental'],
};
const SPANISH_NAMES = new Map(
  Object.entries(SPANISH_STATES).flatMap(([code, names]) => names.map((name) => [name.toLowerCase(), code])),
);

const namePatterns = new WeakMap<Gazetteer, RegExp>();

// One pattern for all states, longest names first, so that "West Virginia" is not Virginia. "Washington" alone is the
// federal government, and "New York" the city's paper as often as the state.
function namePattern(gazetteer: Gazetteer): RegExp {
  let pattern = namePatterns.get(gazetteer);
  if (!pattern) {
    const sources = gazetteer.states.flatMap((state) =>
      state.code === 'WA'
        ? ['Washington [Ss]tate', 'Wash\\.']
        : state.code === 'DC'
          ? ['Washington, D\\.C\\.']
          : [
              state.name,
              // Capitals stand for the name in headings: "BURLINGTON, VERMONT"; "NEW YORK" there is the city as often.
              ...(state.code === 'NY' ? [] : [state.name.toUpperCase()]),
              ...(SPANISH_STATES[state.code] ?? []),
              ...state.abbreviations.filter((a) => a.includes('.')),
            ].map((name) => name.replace(/\./g, '\\.')),
    );
    sources.sort((a, b) => b.length - a.length);
    pattern = new RegExp(`(?<![\\p{L}]|[A-Z]\\.)(?:${sources.join('|')})(?![\\p{L}])`, 'gu');
    namePatterns.set(gazetteer, pattern);
  }
  return pattern;
}

function stateNames(text: string, gazetteer: Gazetteer): string[] {
  const counts = new Map<string, number>();
  for (const match of matchesOf(text, namePattern(gazetteer))) {
    const name = match[0].replace(/ [Ss]tate$/, '').replace(/^Washington, /, '');
    const code = stateOf(name, gazetteer);
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].flatMap(([code, count]) => Array<string>(Math.min(count, 4)).fill(code));
}

// The town that a text without a dateline is about: the one it names most, of those that its state has.
function mainCity(text: string, state: string | null, gazetteer: Gazetteer): string | null {
  if (!state) return null;
  const counts = new Map<string, number>();
  for (const match of matchesOf(text, TOWN)) {
    const words = (match[1] ?? match[2] ?? '').replace(/'s$/, '').split(' ');
    for (let n = words.length; n > 0; n--) {
      const name = words.slice(0, n).join(' ');
      if (!gazetteer.cities.get(placeKey(name))?.some((entry) => entry.state === state)) continue;
      const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 18);
      const weight =
        /^(?:'s)? (?:City|Town|Village|Common|Select|Board|Council|Police|Mayor|police|mayor)/.test(behind)
          ? 3
          : 1;
      counts.set(name, (counts.get(name) ?? 0) + weight);
      break;
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && (!second || first[1] > second[1]) ? first[0] : null;
}

const COUNTIES =
  /((?:[A-Z][\p{L}'.-]{1,30} ){1,3})(?:County|Parish)|[Cc]ondado de ((?:[A-Z][\p{L}'-]{1,30} ?){1,3})/gu;
const POLICED =
  /((?:[A-Z][\p{L}'.-]{1,30} ){1,3})(?:Police|police)\b|[Pp]olic[ií]a de ((?:[A-Z][\p{L}'-]{1,30} ?){1,3})|(?:[Cc]ity|[Tt]own|[Cc]iudad) (?:of|de) ((?:[A-Z][\p{L}'-]{1,30} ?){1,3})/gu;

/** The only state that has every county and every policed town that the text names, two at least; null in doubt. */
function sharedState(text: string, gazetteer: Gazetteer): string | null {
  const named = new Map<string, Set<string>>();
  const add = (kind: string, run: string, states: (key: string) => string[]): void => {
    const words = run.trim().split(' ');
    for (let from = 0; from < words.length; from++)
      for (let to = words.length; to > from; to--) {
        const key = placeKey(words.slice(from, to).join(' '));
        const known = states(key);
        if (known.length === 0) continue;
        named.set(`${kind} ${key}`, new Set(known));
        return;
      }
  };
  for (const match of matchesOf(text, COUNTIES))
    add('county', match[1] ?? match[2] ?? '', (key) =>
      (gazetteer.counties.get(key) ?? []).map((county) => county.state),
    );
  for (const match of matchesOf(text, POLICED))
    add('town', match[1] ?? match[2] ?? match[3] ?? '', (key) =>
      (gazetteer.cities.get(key) ?? []).map((city) => city.state),
    );
  const [first, ...others] = named.values();
  if (!first || others.length === 0) return null;
  const shared = [...first].filter((state) => others.every((states) => states.has(state)));
  return shared.length === 1 ? shared[0]! : null;
}

function mainCounty(text: string, gazetteer: Gazetteer): string | null {
  const counts = new Map<string, number>();
  for (const match of matchesOf(text, /((?:[A-Z][\p{L}'.-]{1,30} ){1,3})(?:County|Parish)/gu)) {
    const words = match[1]!.trim().split(' ');
    const name = words
      .map((_, i) => words.slice(i).join(' '))
      .find((tail) => gazetteer.counties.has(placeKey(tail)));
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** States of counties of which there is only one by that name. */
function loneCounties(text: string, gazetteer: Gazetteer): string[] {
  const found: string[] = [];
  for (const match of matchesOf(text, /((?:[A-Z][\p{L}'.-]{1,30} ){1,3})(?:County|Parish)/gu)) {
    const words = match[1]!.trim().split(' ');
    for (let i = 0; i < words.length; i++) {
      const states = gazetteer.counties.get(placeKey(words.slice(i).join(' ')));
      if (!states) continue;
      if (new Set(states.map((county) => county.state)).size === 1) found.push(states[0]!.state);
      break;
    }
  }
  return found;
}

function datelineOf(lines: string[]): { city: string; state: string | null } | null {
  for (const line of lines.slice(0, 8)) {
    // "CITY OF ITHACA, NEW YORK —" is the town's; without the state it heads minutes.
    const match = DATELINE.exec(line.replace(/^\s*(?:CITY|TOWN|VILLAGE|BOROUGH) OF (?=[^—]{3,40}, )/, ''));
    // A letterhead or the head of minutes looks like one: "TOWN OF WELLS — BOARD OF SELECTMEN".
    if (match && !NO_CITY.test(match[1]!)) return { city: match[1]!, state: match[2]?.trim() ?? null };
  }
  return null;
}

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s.-])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase());
}
