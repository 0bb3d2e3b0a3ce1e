import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../src/base/index.ts';
import type { LawBook } from '../../src/law/index.ts';
import { type Feature, JOIN_FEATURES, worldOf } from '../../src/outlook/index.ts';
import { candidatesOn } from '../../src/outlook/panel.ts';
import type { Interval } from '../../src/record/index.ts';
import type { Agency } from '../../src/resolve/index.ts';
import { inventedBook } from '../law/book.ts';
import { agencyOf, intervalOf } from './world.ts';

const NO_LAW = inventedBook([], []);
/** What a feature says of each agency that may join on a day. */
function feature(name: Feature, agencies: Agency[], intervals: Interval[], day: Day, law: LawBook = NO_LAW) {
  const at = (JOIN_FEATURES as readonly Feature[]).indexOf(name);
  const found = candidatesOn(worldOf(agencies, intervals, new Map(), law), 'join', day);
  return Object.fromEntries(found.map(({ agency: { id }, features }) => [id, features[at]]));
}

test('who stands as pending is told from who does not, from its first day on', () => {
  const agencies = [agencyOf('waits'), agencyOf('waits-not')];
  const intervals = [intervalOf('waits', '2025-03-05', 'will-join')];
  assert.deepEqual(feature('pending', agencies, intervals, '2025-03-04'), { waits: 0, 'waits-not': 0 });
  assert.deepEqual(feature('pending', agencies, intervals, '2025-03-05'), { waits: 1, 'waits-not': 0 });
});

test('the pace of a state counts who joined in the 90 days before, and nobody later', () => {
  const agencies = ['a', 'old', 'new', 'later'].map((id) => agencyOf(id));
  const intervals = [
    intervalOf('old', '2025-01-01'),
    intervalOf('new', '2025-05-20'),
    intervalOf('later', '2025-06-02'),
  ];
  // One of four, among ten made-up ones.
  const pace = Math.log1p(100 / 14);
  assert.deepEqual(feature('stateJoins', agencies, intervals, '2025-06-01'), { a: pace, later: pace });
});

test('what the law requires and what it forbids are told apart, by kind and day', () => {
  const law = inventedBook(
    [{ instrument_id: 'act', issued: '2025-01-01', effective: '2025-01-01' }],
    [
      {
        provision_id: 'must',
        instrument_id: 'act',
        effect: 'requires',
        programmes: '287g',
        agency_kinds: 'sheriff',
        from: '2025-03-01',
      },
      {
        provision_id: 'must-not',
        instrument_id: 'act',
        effect: 'forbids',
        programmes: '287g',
        agency_kinds: 'police',
        from: '2025-03-01',
      },
    ],
  );
  const agencies = [agencyOf('s'), agencyOf('p', 'police'), agencyOf('j', 'jail')];
  const on = (name: Feature, day: Day) => feature(name, agencies, [], day, law);
  assert.deepEqual(on('required', '2025-02-28'), { s: 0, p: 0, j: 0 });
  assert.deepEqual(on('required', '2025-04-01'), { s: 1, p: 0, j: 0 });
  assert.deepEqual(on('forbidden', '2025-04-01'), { s: 0, p: 1, j: 0 });
});
