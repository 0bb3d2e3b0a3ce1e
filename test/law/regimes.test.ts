import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lawChanges, regimes } from '../../src/law/index.ts';
import { starterBook } from './book.ts';

test('the regimes of removal priorities follow one another from 2010 on', () => {
  const found = regimes(starterBook(), 'removal-priorities').map(
    ({ from, provisions }) =>
      `${from}: ${provisions.map(({ provision, standing }) => `${provision.id} ${standing.state}${standing.certain ? '' : '?'}`).join(', ')}`,
  );
  assert.deepEqual(found, [
    '2010-06-01: m2010-priorities in-force?',
    '2010-07-01: m2010-priorities in-force',
    '2011-03-01: m2010-priorities in-force?, m2011-priorities in-force?',
    '2011-03-31: m2011-priorities in-force',
    '2014-11-20: p2014-tiers in-force',
    '2017-01-25: eo-13768-s5 in-force, p2014-tiers in-force',
    '2017-02-20: eo-13768-s5 in-force, int-priorities in-force',
    '2021-01-20: m2021-priorities in-force',
    '2021-09-30: m202109-priorities in-force',
    '2022-06-10: m202109-priorities blocked',
    '2023-06-23: m202109-priorities in-force?',
    '2023-07-14: m202109-priorities in-force',
    '2025-01-20: eo14159-priorities in-force, m202109-priorities in-force?',
  ]);
});

test('what changed between two days names the days', () => {
  const changed = lawChanges(starterBook(), '2017-08-01', '2017-10-01').map(
    ({ provision, before, after, days }) => [provision.id, before.state, after.state, ...days],
  );
  assert.deepEqual(
    changed.find(([id]) => id === 'tx-detainers'),
    ['tx-detainers', 'not-yet', 'in-force', '2017-09-01', '2017-09-25'],
  );
  assert.deepEqual(
    changed.find(([id]) => id === 'il-detainers'),
    ['il-detainers', 'not-yet', 'in-force', '2017-08-28'],
  );
});

test('a day on which both days stand is no change between them', () => {
  const days = (from: string, to: string) =>
    lawChanges(starterBook(), from, to).find(({ provision }) => provision.id === 'tx-detainers')?.days;
  // It began to stand blocked on the first of these days; only the stay lies between.
  assert.deepEqual(days('2017-09-01', '2017-09-25'), ['2017-09-25']);
});
