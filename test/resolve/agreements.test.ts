import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inShort, resolved, signedOf } from './lists.ts';

const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';
const pending = 'IOWA | Polk County Sheriff | T';
const signed = 'IOWA | Polk County Sheriff | T | 2025-03-04';

test('begun between the last list without it and the first with it, ended between the last with it and the first without', () => {
  const lineage = resolved({
    'participating-2025-03-01': [FILLER],
    'participating-2025-03-08': [FILLER, signed],
    'participating-2025-03-12': [FILLER, signed],
    'participating-2025-03-20': [FILLER],
  });
  const polk = lineage.agreements.find(({ agency }) => agency === 'us-ia-polk-county-sheriff')!;
  // Not before it was signed, though the last list without it is older.
  assert.equal(
    inShort(polk),
    'ia-polk-county-sheriff#task-force#2025-03-04 no-longer-listed from 2025-03-04..2025-03-08 ended 2025-03-13..2025-03-20',
  );
  assert.equal(polk.lastListed, '2025-03-12');
  assert.deepEqual(
    polk.runs.map(({ from, to, lists }) => [from, to, lists]),
    [['2025-03-08', '2025-03-12', 2]],
  );
  assert.equal(polk.runs[0]?.first.row, 3);
});

test('a list of the same day can end it within the day', () => {
  const lineage = resolved({
    'participating-2025-03-08-am': [FILLER, signed],
    'participating-2025-03-08-pm': [FILLER],
  });
  assert.deepEqual(lineage.agreements.find(({ agency }) => agency.includes('polk'))?.to, {
    min: '2025-03-08',
    max: '2025-03-08',
  });
});

test('missing from a list and back is a gap in one agreement', () => {
  const lineage = resolved({
    'participating-2025-03-06': [FILLER, signed],
    'participating-2025-03-07': [FILLER],
    'participating-2025-03-08': [FILLER, signed],
  });
  const polk = lineage.agreements.find(({ agency }) => agency.includes('polk'))!;
  assert.deepEqual([polk.status, polk.to, polk.runs.length], ['active', null, 2]);
});

test('what a later signed list shows is pending no more, though no newer pending list came', () => {
  const lineage = resolved({
    'pending-2025-03-04': [pending, 'IOWA | Lee County Sheriff | T'],
    'participating-2025-03-04': [FILLER, signed],
    'participating-2025-03-09': [FILLER, signed],
  });
  const waiting = lineage.agreements.filter(({ position }) => position === 'will-join');
  assert.deepEqual(
    waiting.map(({ id, status, to }) => [id, status, to]),
    [
      ['us-ia-lee-county-sheriff#287g-task-force#unsigned', 'pending', null],
      [
        'us-ia-polk-county-sheriff#287g-task-force#unsigned',
        'signed',
        { min: '2025-03-05', max: '2025-03-09' },
      ],
    ],
  );
});

test('pending, then signed: two phases, the first leading to the second', () => {
  const lineage = resolved({
    'pending-2025-03-01': [pending, 'IOWA | Lee County Sheriff | T'],
    'pending-2025-03-05': ['IOWA | Lee County Sheriff | T'],
    'participating-2025-03-01': [FILLER],
    'participating-2025-03-05': [FILLER, signed],
  });
  const of = (id: string) => lineage.agreements.find((agreement) => agreement.id === id)!;
  const waited = of('us-ia-polk-county-sheriff#287g-task-force#unsigned');
  assert.deepEqual(
    [waited.status, waited.position, waited.next],
    ['signed', 'will-join', 'us-ia-polk-county-sheriff#287g-task-force#2025-03-04'],
  );
  assert.deepEqual(waited.to, { min: '2025-03-02', max: '2025-03-05' });
  assert.equal(of('us-ia-lee-county-sheriff#287g-task-force#unsigned').status, 'pending');
});

test('pending again after signing is a second phase', () => {
  const lineage = resolved({
    'pending-2025-03-01': [pending],
    'pending-2025-03-05': [FILLER],
    'pending-2025-06-05': [pending],
    'participating-2025-03-01': [FILLER],
    'participating-2025-03-05': [FILLER, signed],
  });
  const phases = lineage.agreements.filter(
    ({ agency, position }) => agency.includes('polk') && position === 'will-join',
  );
  assert.deepEqual(
    phases.map(({ id, status }) => `${id.split('#')[2]} ${status}`),
    ['unsigned signed', 'unsigned-2 pending'],
  );
});

test('pending for another model on the next list is switched', () => {
  const lineage = resolved({
    'pending-2025-11-25-am': [pending],
    'pending-2025-11-25-pm': ['IOWA | Polk County Sheriff | W'],
  });
  assert.deepEqual(
    lineage.agreements.map(({ programme, status }) => `${programme} ${status}`),
    ['287g-task-force switched', '287g-warrant pending'],
  );
});

test('dropped for another model is switched, dropped for nothing is no longer listed', () => {
  const jail = 'IOWA | Polk County Sheriff | J | 2025-03-04';
  const lineage = resolved({
    'participating-2025-03-05': [FILLER, jail],
    'participating-2025-03-15': [FILLER],
    'participating-2025-04-15': [FILLER, 'IOWA | Polk County Sheriff | W | 2025-04-10'],
  });
  assert.deepEqual(
    signedOf(lineage)
      .filter((text) => text.includes('polk'))
      .map((text) => text.split(' ')[1]),
    ['switched', 'active'],
  );
});

test('links to the memorandum come with the day on which each was first listed', () => {
  const lineage = resolved({
    'participating-2025-03-05': [FILLER, signed],
    'participating-2025-03-15': [FILLER, `${signed} | PolkIA_TFM`],
  });
  assert.deepEqual(lineage.agreements.find(({ agency }) => agency.includes('polk'))?.moa, [
    { url: 'https://www.ice.gov/doclib/287gMOA/PolkIA_TFM.pdf', day: '2025-03-15' },
  ]);
});

test('agreements of an agency stand in the order of their first listing, applications first', () => {
  const { agreements } = resolved({
    'pending-2025-03-03-am': [],
    'pending-2025-03-04-am': ['OHIO | Butler County Sheriff | J'],
    'participating-2025-03-03-am': [],
    'participating-2025-03-04-am': ['OHIO | Butler County Sheriff | W | 2025-03-03'],
    'participating-2025-03-05-am': [
      'OHIO | Butler County Sheriff | J | 2025-03-05',
      'OHIO | Butler County Sheriff | W | 2025-03-03',
    ],
  });
  assert.deepEqual(
    agreements.map(({ id }) => id.replace('us-oh-butler-county-sheriff#287g-', '')),
    ['jail#unsigned', 'warrant#2025-03-03', 'jail#2025-03-05'],
  );
});

test('what an agency waits for is no agreement that had left the lists by then', () => {
  const again = 'IOWA | Polk County Sheriff | T | 2025-04-01';
  const lineage = (second: string[]) =>
    resolved({
      'pending-2025-03-01': ['IOWA | Lee County Sheriff | T'],
      'pending-2025-03-25': [pending],
      'pending-2025-04-05': [FILLER],
      'participating-2025-03-01': [FILLER],
      'participating-2025-03-05': [FILLER, signed],
      'participating-2025-03-20': second,
      'participating-2025-04-05': [FILLER, again],
    }).agreements.find(({ agency, position }) => agency.includes('polk') && position === 'will-join');
  // Gone on 20 March and applied for on the 25th: the signing of April is the one.
  assert.equal(lineage([FILLER])?.next, 'us-ia-polk-county-sheriff#287g-task-force#2025-04-01');
  // Still listed on the 20th: a pending row that lingers.
  assert.equal(lineage([FILLER, signed])?.next, 'us-ia-polk-county-sheriff#287g-task-force#2025-03-04');
});
