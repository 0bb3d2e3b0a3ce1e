import { STATEWIDE } from './kinds.ts';
import type { Agency } from './model.ts';
import { countyOf, isIndependentCity } from './places.ts';

/**
 * The Open Civic Data division that an agency serves: `ocd-division/country:us/state:tx/county:harris`. Null where its name
 * and kind do not say one: a township or a regional police serves no place of the Census.
 */
export function ocdDivisionOf(agency: Agency): string | null {
  const state = agency.state.toLowerCase();
  const root = `ocd-division/country:us/${OCD_ROOTS[agency.state] ?? 'state'}:${state}`;
  if (STATEWIDE.has(agency.kind)) return root;
  if (agency.kind === 'police' && !isCounty(agency)) {
    return agency.place && !NO_PLACE.test(agency.place) ? `${root}/place:${placeName(agency.place)}` : null;
  }
  const county = agency.counties.length === 1 ? countyOf(agency.counties[0]!) : null;
  if (!county || !ofCounty(agency)) return null;
  if (isIndependentCity(county.fips)) return `${root}/place:${ocdName(county.name.replace(/ City$/, ''))}`;
  const kind = agency.state === 'LA' ? 'parish' : agency.state === 'AK' ? 'borough' : 'county';
  return `${root}/${kind}:${ocdName(county.name)}`;
}

const OCD_ROOTS: Record<string, string> = {
  DC: 'district',
  PR: 'territory',
  GU: 'territory',
  VI: 'territory',
  MP: 'territory',
  AS: 'territory',
};
const NO_PLACE = /\b(?:Township|TWP|Regional|Cooperative|Special|Ward)\b|\d/i;

// A sheriff is a county's; of other bodies the name must say so: a constable of a precinct serves a part of one.
function ofCounty({ kind, name, place, state }: Agency): boolean {
  if (kind === 'sheriff') return true;
  if (kind === 'constable') return false;
  return isCounty({ place: place ?? name, state });
}

function isCounty({ place, state }: Pick<Agency, 'place' | 'state'>): boolean {
  return (state === 'AK' ? /\bBorough\b/ : /\b(?:County|Parish)\b/).test(place ?? '');
}

// The Census names the place without the word for what it is, except where that word is part of the name.
function placeName(place: string): string {
  return ocdName(place.replace(/ (?:Borough|Village)$/, ''));
}

function ocdName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.,"]/g, '')
    .replace(/['’]/g, '~')
    .trim()
    .replace(/[^\p{L}\d~-]+/gu, '_');
}
