import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agency } from '../../src/resolve/index.ts';
import { buildRegistry, makeAgency } from '../../src/resolve/registry.ts';
import { matchRegistry, ocdDivisionOf, withCodes } from '../../src/resolve/registry-match.ts';

const known = (name: string, state: string, ori: string[], over: Partial<Agency> = {}): Agency => ({
  ...makeAgency(name, state),
  ori,
  ...over,
});
const registry = buildRegistry([
  known("Miami-Dade County Sheriff's Office", 'FL', ['FL0130000']),
  known('Saint Cloud Police Department', 'FL', ['FL0490200'], { counties: ['12097'] }),
  known('Florida Highway Patrol', 'FL', ['FL001', 'FL002']),
  known('Greene Township Police Department', 'PA', ['PA1'], { id: 'a', counties: ['42049'] }),
  known('Greene Township Police Department', 'PA', ['PA2'], { id: 'b', counties: ['42055'] }),
  known('Polk County Constable', 'TN', ['TN1', 'TN2']),
]);
const match = (name: string, state: string, over: Partial<Agency> = {}) => {
  const found = matchRegistry({ ...makeAgency(name, state), ...over }, registry);
  return found && [found.rule, found.fits.flatMap(({ ori }) => ori).join(' ')];
};

test('a name fits exactly, or the kind and the place do', () => {
  assert.deepEqual(match('St. Cloud Police Department', 'FL'), ['exact-name', 'FL0490200']);
  assert.deepEqual(match("Miami-Dade Sheriff's Office", 'FL', { counties: ['12086'] }), [
    'sheriff-of-county',
    'FL0130000',
  ]);
  assert.deepEqual(
    match('Department of Highway Safety and Motor Vehicles, Division of Highway Patrol', 'FL'),
    ['state-police', 'FL001 FL002'],
  );
  assert.deepEqual(match('Polk County Constable District 4', 'TN'), ['constables-of-county', 'TN1 TN2']);
  assert.equal(match('Tampa Police Department', 'FL'), null);
});

test('namesakes are all shown, and the county tells which', () => {
  assert.deepEqual(match('Greene Township Police Department', 'PA'), ['exact-name', 'PA1 PA2']);
  assert.deepEqual(match('Greene Township Police Department', 'PA', { counties: ['42055'] }), [
    'exact-name',
    'PA2',
  ]);
});

test('codes pass on from one fit and never from several', () => {
  const police = makeAgency('St. Cloud Police Department', 'FL');
  assert.deepEqual(withCodes(police, matchRegistry(police, registry)).counties, ['12097']);
  const township = makeAgency('Greene Township Police Department', 'PA');
  assert.deepEqual(withCodes(township, matchRegistry(township, registry)).ori, []);
});

test('the civic division follows from kind, county and state', () => {
  assert.equal(
    ocdDivisionOf(makeAgency("Harris County Sheriff's Office", 'TX')),
    'ocd-division/country:us/state:tx/county:harris',
  );
  assert.equal(
    ocdDivisionOf(makeAgency("Orleans Parish Sheriff's Office", 'LA')),
    'ocd-division/country:us/state:la/parish:orleans',
  );
  assert.equal(
    ocdDivisionOf(makeAgency('Los Angeles Police Department', 'CA')),
    'ocd-division/country:us/state:ca/place:los_angeles',
  );
  assert.equal(
    ocdDivisionOf(makeAgency('Texas Department of Public Safety', 'TX')),
    'ocd-division/country:us/state:tx',
  );
  assert.equal(
    ocdDivisionOf(makeAgency('Guam Police Department', 'GU')),
    'ocd-division/country:us/territory:gu/place:guam',
  );
});
