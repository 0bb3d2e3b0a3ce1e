import { type CountyOf, type Gazetteer, type KnownAgency, placeKey, STATES } from '../claim/index.ts';
import type { Agency } from './model.ts';
import { allCounties } from './places.ts';

/** The names that prose is read against: every county, the cities of known police departments, and the agencies by name and alias. */
export function buildGazetteer(agencies: readonly Agency[]): Gazetteer {
  const counties = new Map<string, CountyOf[]>();
  for (const { full, state, fips } of allCounties()) push(counties, placeKey(full), { state, fips });
  const cities = new Map<string, string[]>();
  const names = new Map<string, KnownAgency[]>();
  for (const agency of agencies) {
    const { name, state, place, aliases } = agency;
    if (agency.kind === 'police' && place) addOnce(cities, placeKey(place), state);
    for (const spelling of [name, ...aliases]) push(names, placeKey(spelling), { name, state, place });
  }
  return { states: STATES, counties, cities, agencies: names };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function addOnce(map: Map<string, string[]>, key: string, value: string): void {
  if (!map.get(key)?.includes(value)) push(map, key, value);
}
