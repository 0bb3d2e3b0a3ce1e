import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '../../src/record/index.ts';
import { lanesOf } from '../../src/site/timeline-lanes.ts';

const interval = (over: Partial<Interval>): Interval => ({
  agency: 'a',
  programme: '287g',
  position: 'declines',
  from: { min: '2017-02-21', max: '2017-02-21' },
  to: null,
  certainTo: null,
  said: true,
  lastSeen: '2017-02-21',
  seenMin: '2017-02-21',
  agreement: null,
  signed: null,
  ...over,
});

const shape = (...intervals: Interval[]) =>
  lanesOf(intervals).map(({ programme, lanes }) => [
    programme,
    ...lanes.map((lane) => lane.map(({ position }) => position).join(' ')),
  ]);

test('no position hides another: what holds at the same time has a lane of its own, the main one the first', () => {
  const lanes = shape(interval({ position: 'not-approached' }), interval({}));
  assert.deepEqual(lanes, [['287g', 'declines', 'not-approached']]);
});

test('287(g) comes first, and what took its place or ended it shares its lane', () => {
  const held = {
    from: { min: '2016-06-08', max: '2016-06-08' },
    to: { min: '2021-11-21', max: '2022-03-05' },
  };
  const lanes = shape(
    interval({ programme: 'detainers', position: 'takes-part' }),
    interval({ programme: '287g-jail', position: 'takes-part', ...held }),
    interval({
      programme: '287g-jail',
      position: 'takes-part',
      from: { min: '2021-11-21', max: '2022-03-05' },
      to: { min: '2025-01-01', max: '2025-01-04' },
    }),
    interval({
      programme: '287g-jail',
      position: 'ends',
      from: { min: '2025-01-01', max: '2025-01-04' },
    }),
  );
  assert.deepEqual(lanes, [
    ['287g-jail', 'takes-part takes-part ends'],
    ['detainers', 'takes-part'],
  ]);
});
