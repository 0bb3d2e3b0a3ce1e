import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Case, chanceOf, fitLogistic, logit, paceOf } from '../../src/outlook/logistic.ts';

const repeat = (n: number, one: Case) => Array.from({ length: n }, () => one);

test('with nothing to shrink it finds the odds of a two-by-two table', () => {
  const cases = [
    ...repeat(30, { features: [1], offset: 0, happened: true }),
    ...repeat(10, { features: [1], offset: 0, happened: false }),
    ...repeat(5, { features: [0], offset: 0, happened: true }),
    ...repeat(55, { features: [0], offset: 0, happened: false }),
  ];
  const fitted = fitLogistic(cases, 0);
  assert.ok(Math.abs(chanceOf(fitted, [1], 0) - 0.75) < 1e-4);
  assert.ok(Math.abs(chanceOf(fitted, [0], 0) - 5 / 60) < 1e-4);
});

test('the mean chance equals the share that happened, with any shrinking and offset', () => {
  const one = fc.record({
    features: fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(0, 1)),
    offset: fc.double({ min: -4, max: 0, noNaN: true }),
    happened: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 10, maxLength: 80 }), fc.constantFrom(1, 20), (cases, ridge) => {
      const share = cases.filter(({ happened }) => happened).length / cases.length;
      fc.pre(share > 0 && share < 1);
      const fitted = fitLogistic(cases, ridge);
      const mean = cases.reduce((sum, c) => sum + chanceOf(fitted, c.features, c.offset), 0) / cases.length;
      assert.ok(Math.abs(mean - share) < 0.01, `${mean} ${share}`);
    }),
  );
});

test('a sample in which a feature decides all neither breaks nor promises certainty', () => {
  const cases = [
    ...repeat(20, { features: [1], offset: logit(0.01), happened: true }),
    ...repeat(2000, { features: [0], offset: logit(0.01), happened: false }),
  ];
  const chance = chanceOf(fitLogistic(cases, 20), [1], logit(0.01));
  assert.ok(chance > 0.3 && chance < 0.9999, String(chance));
});

test('the pace makes chances sum up to what happened, and stays a number where nothing or all did', () => {
  const offsets = [-4, -3, -2, 0, 1];
  const cases = (happened: boolean[]) => offsets.map((offset, i) => ({ offset, happened: happened[i]! }));
  const sum = (pace: number) =>
    offsets.reduce((all, offset) => all + 1 / (1 + Math.exp(-(offset + pace))), 0);
  const pace = paceOf(cases([false, true, false, true, true]));
  const own = 1 / (1 + Math.exp(-pace));
  assert.ok(Math.abs(sum(pace) + own - 3.5) < 1e-6);
  for (const all of [true, false]) assert.ok(Number.isFinite(paceOf(cases(offsets.map(() => all)))));
});
