import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agency } from '../../src/resolve/index.ts';
import { buildRegistry, makeAgency } from '../../src/resolve/registry.ts';
import { matchRegistry, withCodes } from '../../src/resolve/registry-match.ts';

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
  known('Oak Grove Police Department', 'MO', ['MO9'], { counties: ['29095'] }),
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

const coded = (agencies: readonly Agency[]) =>
  withCodes(agencies, registry).map(({ ori, counties, registry: note }) => [
    ori.join(' '),
    counties.join(' '),
    note?.why ?? 'is it',
  ]);

test('codes pass on from one fit and never from several', () => {
  assert.deepEqual(coded([makeAgency('St. Cloud Police Department', 'FL')]), [
    ['FL0490200', '12097', 'is it'],
  ]);
  assert.deepEqual(coded([makeAgency('Greene Township Police Department', 'PA')]), [['', '', 'several-fit']]);
});

test('a namesake in another county has no say, nor has a shorter name whose county is not known', () => {
  const township = makeAgency('Greene Township Police Department', 'PA', 'Erie County');
  assert.deepEqual(coded([township]), [['PA1', '42049', 'is it']]);
  assert.deepEqual(coded([makeAgency('Greene Township Police Department', 'PA', 'Pike County')]), [
    ['', '42103', 'other-county'],
  ]);
  assert.deepEqual(coded([makeAgency('Oak Grove Village Police Department', 'MO', 'Franklin County')]), [
    ['', '29071', 'other-county'],
  ]);
  assert.deepEqual(coded([makeAgency('Oak Grove Village Police Department', 'MO')]), [
    ['', '', 'county-unknown'],
  ]);
  assert.deepEqual(coded([makeAgency('Oak Grove Village Police Department', 'MO', 'Jackson County')]), [
    ['MO9', '29095', 'is it'],
  ]);
});

test('an entry that fits several listed agencies is only that of its own name', () => {
  const highway = (name: string) => makeAgency(name, 'FL');
  assert.deepEqual(
    coded([highway('Florida Highway Patrol'), highway('Department of Highway Safety, Highway Patrol')]).map(
      ([ori, , why]) => [ori, why],
    ),
    [
      ['FL001 FL002', 'is it'],
      ['', 'serves-several'],
    ],
  );
});

test('a part of a body or the body of a part is no match, nor is a county of constables', () => {
  assert.deepEqual(coded([makeAgency('Florida Department of Public Safety', 'FL')])[0]?.[2], 'part-or-whole');
  assert.deepEqual(coded([makeAgency('Polk County Constable District 4', 'TN')])[0]?.[2], 'counted-as-one');
});

test('an entry under a county’s bare name is neither its police’s nor its sheriff’s where lists have that police', () => {
  const police = makeAgency('Nassau County Police Department', 'NY');
  const sheriff = makeAgency("Nassau County Sheriff's Office", 'NY');
  const entry = known("Nassau County Sheriff's Office", 'NY', ['NY0290000']);
  const codes = (listed: Agency[], entries: Agency[]) =>
    withCodes(listed, buildRegistry(entries)).map(({ ori, registry: note }) => [ori.join(), note?.why]);
  assert.deepEqual(codes([police, { ...sheriff, ori: entry.ori }], [entry]), [
    ['', 'police-or-sheriff'],
    ['', 'police-or-sheriff'],
  ]);
  assert.deepEqual(codes([sheriff], [entry]), [['NY0290000', null]]);
  const own = known('Nassau County Police Department', 'NY', ['NY1']);
  assert.deepEqual(codes([police, sheriff], [entry, own]), [
    ['NY1', null],
    ['NY0290000', null],
  ]);
});
