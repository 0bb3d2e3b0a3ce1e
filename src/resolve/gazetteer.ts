import { push } from '../base/index.ts';
import {
  type CityOf,
  type CountyOf,
  type Gazetteer,
  type KnownAgency,
  placeKey,
  STATES,
} from '../claim/index.ts';
import type { Agency } from './model.ts';
import { allCounties } from './places.ts';

/**
 * The names that prose is read against: every county, the towns of `places` (lines of state, county and its towns, as
 * in `starter/places.tsv`) and of known police departments, and the agencies by name and alias.
 */
export function buildGazetteer(agencies: readonly Agency[], places = ''): Gazetteer {
  const counties = new Map<string, CountyOf[]>();
  for (const { full, state, fips } of allCounties()) push(counties, placeKey(full), { state, fips });
  const cities = townsOf(places);
  const names = new Map<string, KnownAgency[]>();
  for (const agency of agencies) {
    const { name, state, place, aliases } = agency;
    if (agency.kind === 'police' && place) addOnce(cities, placeKey(place), { state, county: null });
    for (const spelling of [name, ...aliases]) push(names, placeKey(spelling), { name, state, place });
  }
  return { states: STATES, counties, cities, agencies: names };
}

function townsOf(places: string): Map<string, CityOf[]> {
  const cities = new Map<string, CityOf[]>();
  for (const line of places.split('\n')) {
    const [state, county, towns] = line.split('\t');
    if (!state || !county || !towns) continue;
    const town = { state, county };
    for (const name of towns.split(';')) addOnce(cities, placeKey(name), town);
  }
  return cities;
}

function addOnce(map: Map<string, CityOf[]>, key: string, town: CityOf): void {
  if (!map.get(key)?.some((known) => known.state === town.state)) push(map, key, town);
}
