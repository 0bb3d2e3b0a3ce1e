import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lawChanges, regimes, TOPICS } from '../../src/law/index.ts';
import { inventedBook, starterBook } from './book.ts';

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

test('no two stretches that follow one another say the same', () => {
  for (const topic of TOPICS) {
    const found = regimes(starterBook(), topic).map(({ provisions }) =>
      provisions
        .map(
          ({ provision, standing }) => `${provision.id} ${standing.state} ${standing.doubt} ${standing.by}`,
        )
        .join(),
    );
    assert.ok(
      found.every((one, i) => one !== found[i - 1]),
      topic,
    );
  }
});

test('a block that came and went between two days is a change; a turn on the first day is none', () => {
  const book = inventedBook(
    [
      { instrument_id: 'i', issued: '2017-01-01' },
      { instrument_id: 'order', issued: '2018-02-01', ended: '2018-03-01' },
    ],
    [
      { provision_id: 'a', instrument_id: 'i' },
      { provision_id: 'block', instrument_id: 'order', effect: 'blocks', acts_on: 'a' },
    ],
  );
  const turns = (from: string, to: string) =>
    lawChanges(book, from, to).find(({ provision }) => provision.id === 'a')?.days;
  assert.deepEqual(turns('2018-01-01', '2018-04-01'), ['2018-02-01', '2018-03-01']);
  assert.deepEqual(turns('2018-02-01', '2018-04-01'), ['2018-03-01']);
  assert.equal(turns('2018-03-01', '2018-04-01'), undefined);
});

test('what stood before any day that is known is the first stretch', () => {
  const book = inventedBook(
    [{ instrument_id: 'i', jurisdiction: 'US' }],
    [{ provision_id: 'a', instrument_id: 'i' }],
  );
  assert.deepEqual(
    regimes(book, 'detainers').map(({ from, to, provisions }) => [from, to, provisions.length]),
    [
      [null, '2018-06-30', 1],
      ['2018-06-30', null, 1],
    ],
  );
});
