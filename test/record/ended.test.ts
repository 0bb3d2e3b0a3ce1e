import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endedWhen } from '../../src/record/ended.ts';
import type { Approx, Interval } from '../../src/record/index.ts';

const held = (to: Approx | null, over: Partial<Interval> = {}) =>
  ({ programme: '287g-jail', position: 'takes-part', to, ...over }) as Interval;
const when = (announced: Approx, ...intervals: Interval[]) => endedWhen('287g-jail', announced, intervals);
const on = (day: string) => ({ min: day, max: day });

test('what ended was over when the record last knew it to stand, where the announcement lies within that time', () => {
  const to = { min: '2017-02-01', max: '2017-03-15' };
  assert.deepEqual(when(on('2017-02-21'), held(to)), to);
  for (const day of [to.min, to.max]) assert.deepEqual(when(on(day), held(to)), to, day);
  for (const day of ['2017-01-31', '2017-03-16']) assert.equal(when(on(day), held(to)), null, day);
  // An end that is open to one side holds the announcement on that side.
  assert.deepEqual(when(on('2020-01-01'), held({ min: '2017-02-01', max: null })), {
    min: '2017-02-01',
    max: null,
  });
  assert.deepEqual(when(on('2016-01-01'), held({ min: null, max: '2017-02-01' })), {
    min: null,
    max: '2017-02-01',
  });
});

test('another programme, another position, what goes on and an announcement without a day tell nothing', () => {
  const to = on('2017-02-21');
  assert.equal(when(to, held(to, { programme: '287g-warrant' })), null);
  assert.equal(when(to, held(to, { position: 'declines' })), null);
  assert.deepEqual(when(to, held(to, { position: 'expands' })), to);
  assert.equal(when(to, held(null)), null);
  assert.equal(when({ min: null, max: null }, held(to)), null);
  assert.deepEqual(when({ min: null, max: '2017-02-21' }, held(null), held(to)), to);
});
