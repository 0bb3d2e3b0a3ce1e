import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandOf, type MonthTested, triedOf } from '../../src/outlook/index.ts';

const month = (forecasts: [chance: number, happened: boolean][]): MonthTested => ({
  day: '2025-07-01',
  forecasts: forecasts.map(([chance, happened]) => ({
    chance,
    happened,
    nextMonth: false,
    base: 0.01,
    lastMonth: 0.01,
  })),
});

test('odds promise no more than tenths, and less than a thousandth is no number', () => {
  assert.deepEqual([0.99, 0.46, 0.15, 0.14, 0.051, 0.0101, 0.001, 0.0009].map(bandOf), [
    { n: 9, of: 10 },
    { n: 5, of: 10 },
    { n: 2, of: 10 },
    { n: 1, of: 10 },
    { n: 1, of: 20 },
    { n: 1, of: 100 },
    { n: 1, of: 1000 },
    { n: 0, of: 1000 },
  ]);
});

test('what came of odds is counted over all months by the odds that were shown', () => {
  const months = [
    month([
      [0.52, true],
      [0.48, false],
      [0.01, false],
    ]),
    month([
      [0.5, false],
      [0.9, true],
    ]),
  ];
  assert.deepEqual(triedOf(months), [
    { n: 9, of: 10, cases: 1, came: 1 },
    { n: 5, of: 10, cases: 3, came: 1 },
    { n: 1, of: 100, cases: 1, came: 0 },
  ]);
});
