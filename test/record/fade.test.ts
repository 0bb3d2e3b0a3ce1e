import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasFaded } from '../../src/record/index.ts';
import { positionIntervals, type Word } from '../../src/record/positions.ts';

const word = (over: Partial<Word>): Word => ({
  id: 'a',
  kind: 'statement',
  agency: 'us-il-cook-county-sheriff',
  programme: '287g',
  position: 'declines',
  date: '2017-02-21',
  effective: null,
  published: '2017-02-22',
  source: null,
  capture: null,
  ...over,
});
const ends = (...words: Word[]) =>
  positionIntervals([], [], words).map((one) => [
    one.position,
    one.to?.min ?? null,
    one.to?.max ?? null,
    hasFaded(one),
  ]);

test('what is only said is certain for a year after it was said last, and then nobody knows', () => {
  assert.deepEqual(ends(word({})), [['declines', '2018-02-22', null, true]]);
  assert.deepEqual(ends(word({}), word({ id: 'b', date: '2018-06-01' })), [
    ['declines', '2019-06-02', null, true],
  ]);
});

test('an act, a rule and a document stand until something says otherwise, and what ended has ended', () => {
  for (const kind of ['act', 'rule', 'agreement'])
    assert.deepEqual(ends(word({ kind, position: 'limits', programme: 'detainers' })), [
      ['limits', null, null, false],
    ]);
  assert.deepEqual(ends(word({ position: 'ends' })), [['ends', null, null, false]]);
});
