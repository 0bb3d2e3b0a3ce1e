import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergesOf, resolved, signedOf, type TestRow } from './lists.ts';

const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';
const row = (signed: string, moa = '') => `TEXAS | Kerr County Sheriff | W | ${signed} | ${moa}`;

function signings(
  before: TestRow,
  after: TestRow,
  between: Record<string, TestRow[]> = {},
): [string[], string[]] {
  const lineage = resolved({
    'participating-2025-07-03': [FILLER],
    'participating-2025-07-04': [FILLER, before],
    'participating-2025-07-05': [FILLER, before],
    'participating-2025-09-06': [FILLER, after],
    ...between,
  });
  const own = signedOf(lineage).filter((text) => text.includes('kerr'));
  return [
    own.map((text) => text.split(' ').slice(0, 2).join(' ')),
    mergesOf(lineage).map((text) => text.split(':')[0]!),
  ];
}

test('another date beside the same memorandum, or before any was linked, only corrects', () => {
  assert.deepEqual(signings(row('2025-05-06', 'Kerr_WSO'), row('2025-05-02', 'Kerr_WSO')), [
    ['tx-kerr-county-sheriff#warrant#2025-05-02 active'],
    ['re-dated-same-moa'],
  ]);
  assert.deepEqual(signings(row('2025-05-07'), row('2025-06-25', 'Kerr_WSO')), [
    ['tx-kerr-county-sheriff#warrant#2025-06-25 active'],
    ['re-dated-unlinked'],
  ]);
  assert.deepEqual(signings(row(''), row('2025-07-01')), [
    ['tx-kerr-county-sheriff#warrant#2025-07-01 active'],
    ['date-filled'],
  ]);
});

test('a new memorandum of another date is a renewal', () => {
  assert.deepEqual(signings(row('2020-06-08', 'Kerr_WSO_06082020'), row('2025-09-01', 'Kerr_2025')), [
    ['tx-kerr-county-sheriff#warrant#2020-06-08 renewed', 'tx-kerr-county-sheriff#warrant#2025-09-01 active'],
    [],
  ]);
});

test('an agency that stood pending again signed anew', () => {
  const pending = {
    'pending-2025-09-02': ['TEXAS | Kerr County Sheriff | W'],
    'pending-2025-09-05': [FILLER],
  };
  assert.deepEqual(signings(row('2025-07-01'), row('2025-09-04'), pending), [
    ['tx-kerr-county-sheriff#warrant#2025-07-01 renewed', 'tx-kerr-county-sheriff#warrant#2025-09-04 active'],
    [],
  ]);
});

test('a year long before the first list, whose day falls just before it, is a slip; an old date on the first list is not', () => {
  assert.deepEqual(signings(row('2024-07-02'), row('2024-07-02'))[0], [
    'tx-kerr-county-sheriff#warrant#2025-07-02 active',
  ]);
  assert.deepEqual(signings(row('2024-01-02'), row('2024-01-02'))[0], [
    'tx-kerr-county-sheriff#warrant#2024-01-02 active',
  ]);
  // The memorandum's own file name bears the year.
  assert.deepEqual(signings(row('2024-07-02', 'Kerr_07022024'), row('2024-07-02', 'Kerr_07022024'))[0], [
    'tx-kerr-county-sheriff#warrant#2024-07-02 active',
  ]);
  const old = resolved({ 'participating-2025-07-04': [row('2019-06-20')] });
  assert.equal(old.agreements[0]?.signed, '2019-06-20');
});

test('a date that stands only for a while inside the other, and a second row of the same agreement', () => {
  const lineage = resolved({
    'participating-2025-07-03': [FILLER, row('2025-07-02')],
    'participating-2025-07-04': [FILLER, row('2025-06-22')],
    'participating-2025-07-05': [FILLER, row('2025-07-02'), row('2025-07-01', 'Kerr_WSO')],
    'participating-2025-07-06': [FILLER, row('2025-07-01', 'Kerr_WSO')],
  });
  assert.deepEqual(
    signedOf(lineage)
      .filter((text) => text.includes('kerr'))
      .map((text) => text.split(' ').slice(0, 2).join(' ')),
    ['tx-kerr-county-sheriff#warrant#2025-07-01 active'],
  );
});
