import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRegistry, makeAgency, type Resolution, resolveMention } from '../../src/resolve/registry.ts';

const registry = buildRegistry([
  makeAgency("Cook County Sheriff's Office", 'IL'),
  makeAgency("Harris County Sheriff's Office", 'TX'),
  makeAgency("Harris County Sheriff's Office", 'GA'),
  { ...makeAgency('Los Angeles Police Department', 'CA', 'Los Angeles'), aliases: ['LAPD'] },
  {
    ...makeAgency('Greene Township Police Department', 'PA', 'Franklin County'),
    id: 'us-pa-greene-franklin',
  },
  { ...makeAgency('Greene Township Police Department', 'PA', 'Erie County'), id: 'us-pa-greene-erie' },
]);

function resolve(name: string, state: string | null, place: string | null = null): Resolution {
  return resolveMention(registry, { written: name, name, state, place });
}
function idOf(resolution: Resolution): string | null {
  return resolution.agency?.id ?? null;
}

test('name and state fit exactly one agency', () => {
  assert.equal(idOf(resolve('HARRIS COUNTY SHERIFF’S DEPARTMENT', 'TX')), 'us-tx-harris-county-sheriff');
  assert.equal(idOf(resolve('LAPD', 'CA')), 'us-ca-los-angeles-police');
});

test('without a state a name of several states is open, though the registry may hold one only', () => {
  const cook = resolve("Cook County sheriff's office", null);
  assert.equal(cook.agency, null);
  assert.ok(!cook.agency && cook.candidates.length === 1 && cook.reason.includes('state'));
  const harris = resolve("Harris County sheriff's office", null);
  assert.ok(!harris.agency && harris.candidates.length === 2);
});

test('a county of one state only, a dateline city and a state in front decide the state', () => {
  assert.equal(idOf(resolve("Maricopa County Sheriff's Office", null)), 'us-az-maricopa-county-sheriff');
  assert.equal(idOf(resolve('Los Angeles Police Department', null)), 'us-ca-los-angeles-police');
  assert.equal(idOf(resolve('Texas Department of Public Safety', null)), 'us-tx-department-of-public-safety');
});

test('namesakes in one state need their county', () => {
  assert.equal(idOf(resolve('Greene Township Police Department', 'PA', 'Erie County')), 'us-pa-greene-erie');
  const open = resolve('Greene Township Police Department', 'PA');
  assert.ok(!open.agency && open.candidates.length === 2);
});

test('an unknown agency is made where name and state say enough', () => {
  const made = resolve("Lubbock County Sheriff's Office", 'TX');
  assert.ok(made.agency && made.made);
  assert.deepEqual(made.agency.counties, ['48303']);
  assert.equal(made.agency.kind, 'sheriff');
  assert.equal(resolve("Zork County Sheriff's Office", 'TX').agency, null);
  assert.equal(resolve("Sheriff's Office", 'TX').agency, null);
});

test('a town is in no county that only shares its name', () => {
  const towns = ['Austin', 'Houston', 'Dallas'].map((town) =>
    makeAgency(`${town} Police Department`, 'TX', town),
  );
  assert.deepEqual(
    towns.map(({ place, counties }) => [place, counties]),
    [
      ['Austin', []],
      ['Houston', []],
      ['Dallas', []],
    ],
  );
  assert.deepEqual(makeAgency('Jackson Police Department', 'MS', 'Jackson').counties, []);
  assert.deepEqual(makeAgency('Somerset Borough Police Department', 'PA').counties, []);
  assert.deepEqual(makeAgency('Austin Police Department', 'TX', 'Travis County').counties, ['48453']);
  assert.deepEqual(makeAgency('Chesapeake Police Department', 'VA', 'Chesapeake').counties, ['51550']);
  // Richmond is a county of Virginia and an independent city: the bare name says neither.
  assert.deepEqual(makeAgency('Richmond Police Department', 'VA', 'Richmond').counties, []);
});

test('a town does not choose between namesakes in counties', () => {
  const open = resolve('Greene Township Police Department', 'PA', 'Erie');
  assert.ok(!open.agency && open.candidates.length === 2);
});
