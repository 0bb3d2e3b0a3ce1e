import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeKey } from '../../src/claim/index.ts';
import { buildGazetteer, makeAgency } from '../../src/resolve/index.ts';

test('counties of every state, cities of police departments, agencies by every name', () => {
  const gazetteer = buildGazetteer([
    { ...makeAgency('New York City Police Department', 'NY'), aliases: ['NYPD'] },
    makeAgency('Springfield Police Department', 'IL'),
    makeAgency('Springfield Police Department', 'MO'),
  ]);
  assert.deepEqual(
    gazetteer.counties
      .get(placeKey('Cook County'))
      ?.map(({ state }) => state)
      .sort(),
    ['GA', 'IL', 'MN'],
  );
  assert.deepEqual(
    gazetteer.cities.get('springfield')?.map(({ state }) => state),
    ['IL', 'MO'],
  );
  assert.equal(gazetteer.agencies.get('nypd')?.[0]?.state, 'NY');
});

test('towns of the list of places, with their counties', () => {
  const gazetteer = buildGazetteer([], 'ME\tYork\tKittery;Wells\nMN\tFaribault\tWells\n');
  assert.deepEqual(gazetteer.cities.get('wells'), [
    { state: 'ME', county: 'York' },
    { state: 'MN', county: 'Faribault' },
  ]);
});
