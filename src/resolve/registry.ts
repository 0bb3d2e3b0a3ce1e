import type { Mention } from '../claim/index.ts';
import { agencyKindOf, STATEWIDE } from './kinds.ts';
import type { Agency, AgencyKind } from './model.ts';
import { agencyIdOf, canonicalName } from './names.ts';
import { countiesNamed, countiesOfPlace, placeKey } from './places.ts';
import { isWellFormed, properName } from './proper.ts';
import { datelineState, stateNamedFirst } from './states.ts';

/** The agencies that are known, by id and by every name in every state. */
export interface Registry {
  agencies: readonly Agency[];
  byId: ReadonlyMap<string, Agency>;
  /** By `STATE|canonical name`. */
  byName: ReadonlyMap<string, readonly Agency[]>;
  /** By canonical name in no state, for mentions that do not say one. */
  byBareName: ReadonlyMap<string, readonly Agency[]>;
  /** True where an official registry is part of it, so that what it lacks says something. */
  official: boolean;
}

/** What a mention amounts to: one agency (`made` when the registry did not have it), or candidates with the reason. */
export type Resolution =
  | { agency: Agency; made: boolean; rule: string }
  | { agency: null; candidates: Agency[]; reason: string };

/** The registry of these agencies. Names and aliases count alike; an id that comes twice keeps its first agency. */
export function buildRegistry(agencies: readonly Agency[], official = false): Registry {
  const byId = new Map<string, Agency>();
  const byName = new Map<string, Agency[]>();
  for (const agency of agencies) {
    if (byId.has(agency.id)) continue;
    byId.set(agency.id, agency);
    for (const key of nameKeys(agency)) put(byName, key, agency);
  }
  let bare: Map<string, Agency[]> | null = null;
  return {
    agencies: [...byId.values()],
    byId,
    byName,
    // Most questions name a state.
    get byBareName() {
      bare ??= byBareNameOf(byId.values());
      return bare;
    },
    official,
  };
}

function byBareNameOf(agencies: Iterable<Agency>): Map<string, Agency[]> {
  const byBareName = new Map<string, Agency[]>();
  for (const agency of agencies)
    for (const name of [agency.name, ...agency.aliases])
      put(byBareName, canonicalName(name, agency.state), agency);
  return byBareName;
}

/** The key of a name in a state: `TX|harris county sheriff`. */
export function nameKey(name: string, state: string): string {
  return `${state}|${canonicalName(name, state)}`;
}

const keys = new WeakMap<Agency, readonly string[]>();

/** The keys of an agency's name and aliases, the name's first; worked out once, for the registry is gone through again and again. */
export function nameKeys(agency: Agency): readonly string[] {
  let own = keys.get(agency);
  if (!own) {
    const { name, aliases, state } = agency;
    own =
      aliases.length === 0
        ? [nameKey(name, state)]
        : [...new Set([name, ...aliases].map((one) => nameKey(one, state)))];
    keys.set(agency, own);
  }
  return own;
}

/** Takes over the keys of agencies that were worked out before, in their order. */
export function learnNameKeys(agencies: readonly Agency[], all: readonly (readonly string[])[]): void {
  agencies.forEach((agency, index) => keys.set(agency, all[index]!));
}

/** The agency that a mention means: exactly one fit, a new one where its name and state say enough, or else candidates. Never a guess. */
export function resolveMention(registry: Registry, mention: Mention): Resolution {
  const state = mention.state ?? stateByPlace(mention);
  if (state === null) return withoutState(registry, mention);
  const known = registry.byName.get(nameKey(mention.name, state)) ?? [];
  const fits = known.length > 1 ? inPlace(known, mention.place, state) : known;
  if (fits.length === 1) {
    const rule = known.length > 1 ? 'exact-name-and-place' : 'exact-name';
    return { agency: fits[0]!, made: false, rule };
  }
  if (known.length > 1) return open(known, 'several agencies of that name in the state');
  const made = proposeAgency(mention, state);
  return made ?? open([], 'name says no more than a kind of agency');
}

/** A new agency of a name in a state, with the counties that its name or place says, or null when the name says too little. */
export function makeAgency(
  name: string,
  state: string,
  place: string | null = null,
  type: string | null = null,
): Agency {
  const proper = properName(name);
  const kind = agencyKindOf(proper, type);
  const statewide = isPlaceless(kind);
  const own = statewide ? null : placeOf(proper, kind);
  const counties = statewide ? [] : countiesFor(own, place, state);
  return {
    id: agencyIdOf(proper, state),
    name: proper,
    kind,
    state,
    counties,
    place: own ?? place,
    ori: [],
    aliases: [],
  };
}

/** True for a body that no place in its name tells apart: a state's own, or the federal government's. */
function isPlaceless(kind: AgencyKind): boolean {
  return kind === 'federal' || STATEWIDE.has(kind);
}

/** The place that a name begins with, without the words of its kind: `Harris County`, `Los Angeles`; null when it has none. */
export function placeOf(name: string, kind: AgencyKind): string | null {
  if (isPlaceless(kind)) return null;
  const county = /^(?:the )?(.+?\b(?:County|Parish|Borough))\b/i.exec(name)?.[1];
  if (county && !NO_PLACE.test(county)) return county;
  const town =
    /^(?:(?:city|town|village|county) of )?(.*?)\s+(?:(?:metropolitan|metro) )?(?:police|sheriff|pd|department|dept|public safety|marshal|constable|division)\b/i;
  // `Houston's police`, but `St. Mary's Police Department`.
  const owner = /['’]s? [a-z]/.test(name) ? /['’]s?$/ : /['’]$/;
  const place = town.exec(name)?.[1]?.replace(owner, '').trim();
  return place && !NO_PLACE.test(place) ? place : null;
}

// Words of an office that stand where a place would: `Pennsylvania State Constable's Office, Cooke Township`.
const NO_PLACE = /\bState$|\boffice\b|^county of\b|\bconstable/i;

function countiesFor(own: string | null, place: string | null, state: string): string[] {
  const ofName = own === null ? [] : countiesOfPlace(own, state);
  if (ofName.length === 1) return ofName[0]!.now;
  const ofPlace = place === null ? [] : countiesOfPlace(place, state);
  if (ofPlace.length === 1) return ofPlace[0]!.now;
  return ofName.map((county) => county.fips);
}

function proposeAgency(mention: Mention, state: string): Resolution | null {
  const agency = makeAgency(mention.name, state, mention.place);
  const named = isWellFormed(mention.name) || isPlaceless(agency.kind);
  if (!named || agency.kind === 'other') return null;
  if (
    agency.kind === 'sheriff' &&
    agency.counties.length === 0 &&
    /\b(?:county|parish)\b/i.test(agency.name)
  ) {
    return open([], `no county of that name in ${state}`);
  }
  return { agency, made: true, rule: 'new-name' };
}

/** The state that a name or place alone decides: a state's own body, a county name that exists in one state only, or a city that needs no state in a dateline. */
function stateByPlace(mention: Mention): string | null {
  const kind = agencyKindOf(mention.name);
  if (isPlaceless(kind)) return stateNamedFirst(mention.name);
  const own = placeOf(mention.name, kind);
  for (const place of [own, mention.place]) {
    if (place === null) continue;
    const dateline = datelineState(place);
    if (dateline) return dateline;
    if (!/\b(?:county|parish)\b/i.test(place)) continue;
    const states = new Set(countiesNamed(place, null).map((county) => county.state));
    if (states.size === 1) return [...states][0]!;
  }
  return null;
}

function withoutState(registry: Registry, mention: Mention): Resolution {
  const bare = registry.byBareName.get(canonicalName(mention.name, null)) ?? [];
  return open([...bare], 'the text does not say the state');
}

function inPlace(known: readonly Agency[], place: string | null, state: string): readonly Agency[] {
  if (place === null) return [];
  const fips = new Set(countiesOfPlace(place, state).flatMap((county) => county.now));
  const key = placeKey(place);
  return known.filter(
    (agency) =>
      agency.counties.some((code) => fips.has(code)) || (agency.place && placeKey(agency.place) === key),
  );
}

function open(candidates: readonly Agency[], reason: string): Resolution {
  return { agency: null, candidates: [...candidates], reason };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}
