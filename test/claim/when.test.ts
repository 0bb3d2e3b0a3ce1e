import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesIn } from '../../src/claim/when.ts';

const dates = (text: string, published: string | null = '2017-02-22'): string[] =>
  datesIn(text, published).map((when) => when.date);

test('weekdays are the latest such day, or the next one where the words look ahead', () => {
  assert.deepEqual(dates('said tuesday'), ['2017-02-21']);
  assert.deepEqual(dates('said on wednesday'), ['2017-02-22']);
  assert.deepEqual(dates('dijo el lunes'), ['2017-02-20']);
  assert.deepEqual(dates('the council will vote on friday'), ['2017-02-24']);
  assert.deepEqual(dates('said tuesday', null), []);
});

test('days with and without a year', () => {
  assert.deepEqual(dates('on march 4, 2016'), ['2016-03-04']);
  assert.deepEqual(dates('signed it dec. 8'), ['2016-12-08']);
  assert.deepEqual(dates('el 6 de enero de 2026'), ['2026-01-06']);
  assert.deepEqual(dates('as of dec. 1 it will not', '2019-10-29'), ['2019-12-01']);
});

test('months and years are never made days', () => {
  assert.deepEqual(dates('in november 2016'), ['2016-11']);
  assert.deepEqual(dates('last november'), ['2016-11']);
  assert.deepEqual(dates('since 2009'), ['2009']);
  assert.deepEqual(dates('they may do so and march on'), []);
});
