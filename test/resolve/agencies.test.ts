import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRegistry, makeAgency, resolveLists } from '../../src/resolve/index.ts';
import { lists, resolved } from './lists.ts';

test('an agency takes its most listed name, its first id, and its newest county', () => {
  const lineage = resolved({
    'participating-2025-03-03': ['PENNSYLVANIA | Butler Twp Police Dept | T | 2025-03-01 | | Butler County'],
    'participating-2025-03-04': [
      'PENNSYLVANIA | BUTLER TOWNSHIP POLICE DEPARTMENT | T | 2025-03-01 | | Luzerne County',
    ],
    'participating-2025-03-05': [
      'PENNSYLVANIA | BUTLER TOWNSHIP POLICE DEPARTMENT | T | 2025-03-01 | X | Luzerne County',
    ],
  });
  assert.deepEqual(lineage.agencies, [
    {
      id: 'us-pa-butler-township-police',
      name: 'Butler Township Police Department',
      kind: 'police',
      state: 'PA',
      counties: ['42079'],
      place: 'Butler Township',
      ori: [],
      aliases: ['Butler Twp Police Dept'],
    },
  ]);
});

test('an agency of the registry keeps its id and gains the spellings of the lists', () => {
  const known = {
    ...makeAgency("Harris County Sheriff's Office", 'TX'),
    id: 'us-tx-kept',
    ori: ['TX1010000'],
  };
  const { files, lines } = lists({ 'participating-2025-03-03': ['TEXAS | Harris Co. SO | J | 2025-03-01'] });
  const lineage = resolveLists(files, lines, buildRegistry([known]), []);
  assert.deepEqual(lineage.agencies, [{ ...known, aliases: ['Harris Co. SO'] }]);
  assert.equal(lineage.agreements[0]?.agency, 'us-tx-kept');
});

test('a town in two counties is shown in the one that the lists print', () => {
  const known = { ...makeAgency('Southside Police Department', 'AL'), counties: ['01015', '01055'] };
  const row = 'ALABAMA | Southside Police Department | T | 2025-03-01 | | Etowah County';
  const { files, lines } = lists({ 'participating-2025-03-03': [row] });
  const { agencies } = resolveLists(files, lines, buildRegistry([known]), []);
  assert.deepEqual(agencies[0]?.counties, ['01055', '01015']);
});

test('an id under an old spelling leads to the agency', () => {
  const filler = 'OHIO | Butler County Sheriff | J | 2025-01-02';
  const lineage = resolved({
    'participating-2025-03-03': [filler, 'FLORIDA | Macro Island Police Department | T | 2025-03-01'],
    'participating-2025-03-04': [filler, 'FLORIDA | Marco Island Police Department | T | 2025-03-01'],
  });
  assert.deepEqual(lineage.redirects, [
    { from: 'us-fl-marco-island-police', to: 'us-fl-macro-island-police' },
  ]);
});
