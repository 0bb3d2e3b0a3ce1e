import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allCounties, countiesNamed, countyName, countyOf } from '../../src/resolve/places.ts';

const fips = (name: string, state: string | null) => countiesNamed(name, state).map((county) => county.fips);

test('the atlas of 2023 has 3,233 counties of states and territories, and Connecticut keeps its old eight', () => {
  assert.equal(allCounties().filter((county) => !county.historic).length, 3233);
  assert.equal(allCounties().filter((county) => county.historic).length, 8);
});

test('a name that several states have finds all of them, and one of them with its state', () => {
  assert.deepEqual(fips('Harris County', null), ['13145', '48201']);
  assert.deepEqual(fips('Cook', null), ['13075', '17031', '27031']);
  assert.deepEqual(fips('HARRIS', 'TX'), ['48201']);
});

test('spellings of one county are one county', () => {
  assert.deepEqual(fips('De Witt County', 'TX'), ['48123']);
  assert.deepEqual(fips("Saint Mary's", 'MD'), ['24037']);
  assert.deepEqual(fips('ST MARYS', 'MD'), ['24037']);
  assert.deepEqual(fips('Doña Ana', 'NM'), fips('Dona Ana County', 'NM'));
});

test('an independent city and the county of its name are two places', () => {
  assert.deepEqual(fips('Richmond', 'VA'), ['51159', '51760']);
  assert.deepEqual(fips('Richmond County', 'VA'), ['51159']);
  assert.deepEqual(fips('Richmond City', 'VA'), ['51760']);
  assert.deepEqual(fips('Baltimore City', 'MD'), ['24510']);
  assert.deepEqual(fips('James City', 'VA'), ['51095']);
});

test('parishes, boroughs and census areas have their own words', () => {
  assert.equal(countyName('22033'), 'East Baton Rouge Parish');
  assert.equal(countyName('02122'), 'Kenai Peninsula Borough');
  assert.equal(countyName('02050'), 'Bethel Census Area');
  assert.equal(countyName('48201'), 'Harris County');
  assert.equal(countyName('99999'), '99999');
});

test('an old county of Connecticut points at the planning regions of today', () => {
  const [hartford] = countiesNamed('Hartford', 'CT');
  assert.equal(hartford?.historic, true);
  assert.equal(countyOf(hartford!.now[0]!)?.full, 'Capitol Planning Region');
});
