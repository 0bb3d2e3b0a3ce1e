import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../../src/base/index.ts';
import { backtest, outlookOn, scoreOf, worldOf } from '../../src/outlook/index.ts';
import type { Interval } from '../../src/record/index.ts';
import type { Agency } from '../../src/resolve/index.ts';
import { agencyOf, intervalOf } from './world.ts';

const LAW = { instruments: new Map(), provisions: new Map(), published: new Map() };
const START = '2025-01-02';
const LAST = '2025-12-15';

const agency = (i: number, kind: Agency['kind']) => agencyOf(`us-tx-${kind}-${i}`, kind);
const listed = (of: Agency, day: Day) => intervalOf(of.id, day);

// Every third sheriff joins, one after the other, all through the time; of the police only one in fifty.
const sheriffs = Array.from({ length: 300 }, (_, i) => agency(i, 'sheriff'));
const police = Array.from({ length: 900 }, (_, i) => agency(i, 'police'));
const intervals = [
  ...sheriffs.filter((_, i) => i % 3 === 0).map((of, i) => listed(of, addDays(START, 4 * i))),
  ...police.filter((_, i) => i % 50 === 0).map((of, i) => listed(of, addDays(START, 23 * i))),
];
const world = worldOf([...sheriffs, ...police], intervals, new Map(), LAW);

test('it learns who is likelier, and is honest about how likely', () => {
  const months = backtest(world, 'join', START, LAST);
  const score = scoreOf(months);
  assert.ok(months.length >= 3 && months[0]!.day > '2025-05-01');
  assert.ok(score.skillOverBase > 0.02, String(score.skillOverBase));
  const expected = months.flatMap(({ forecasts }) => forecasts).reduce((sum, { chance }) => sum + chance, 0);
  assert.ok(Math.abs(expected / score.events - 1) < 0.5, `${expected} ${score.events}`);
  assert.ok(score.topDecile! > 0.3);
});

test('a forecast never sees what came after its day', () => {
  const at = '2025-08-01';
  const later = intervals.filter(({ from }) => from.max! > at);
  const turned = intervals.map((one) =>
    later.includes(one) ? { ...one, from: { min: LAST, max: LAST } } : one,
  );
  const [seen, other] = [intervals, turned].map((all) =>
    outlookOn(worldOf([...sheriffs, ...police], all, new Map(), LAW), 'join', START, at),
  );
  assert.ok(seen!.odds.length > 1000);
  assert.deepEqual(seen, other);
});

test('nothing that a month is foretold from came after its first day', () => {
  const at = '2025-08-01';
  const known = intervals.filter(({ from }) => from.max! <= at);
  const said = (all: Interval[]) =>
    backtest(worldOf([...sheriffs, ...police], all, new Map(), LAW), 'join', START, LAST)
      .find(({ day }) => day === at)
      ?.forecasts.map(({ chance, base, lastMonth }) => ({ chance, base, lastMonth }));
  assert.ok(intervals.length - known.length > 30);
  assert.equal(said(intervals)?.length, said(known)?.length);
  assert.deepEqual(said(intervals), said(known));
});

test('neither an end that comes later nor a day before evidence shows it is seen, in joining and in leaving', () => {
  const at = '2025-09-01';
  // Known to the quarter only: what may have begun on the first day is seen on the last.
  const vague = intervals.map((one, i) => ({
    ...one,
    from: { min: addDays(one.from.max!, -60), max: one.from.max },
    to: i % 3 === 0 ? { min: addDays(one.from.max!, 40), max: addDays(one.from.max!, 80) } : null,
  }));
  const known = vague
    .filter(({ from }) => from.max! <= at)
    .map((one) => (one.to !== null && one.to.max > at ? { ...one, to: null } : one));
  const moved = vague.filter(({ to, from }) => from.max! <= at && to !== null && to.max > at);
  assert.ok(moved.length > 5 && vague.length - known.length > 20);
  for (const turn of ['join', 'leave'] as const) {
    const said = (all: Interval[]) =>
      backtest(worldOf([...sheriffs, ...police], all, new Map(), LAW), turn, START, LAST)
        .find(({ day }) => day === at)
        ?.forecasts.map(({ chance, base, lastMonth }) => ({ chance, base, lastMonth }));
    assert.ok(said(vague)!.length > 10, turn);
    assert.deepEqual(said(vague), said(known), turn);
  }
});

test('the base rate is that of the 90 days before, and the last month is taken three times', () => {
  const at = '2025-08-01';
  const month = backtest(world, 'join', START, LAST).find(({ day }) => day === at);
  const joined = (kinds: string[], from: Day, to: Day) =>
    intervals.filter(
      (one) => kinds.some((kind) => one.agency.includes(kind)) && one.from.max! > from && one.from.max! <= to,
    ).length;
  const [quarter, recent] = [addDays(at, -90), addDays(at, -30)];
  const could = 1200 - joined(['sheriff', 'police'], '2025-01-01', quarter);
  const base = (joined(['sheriff', 'police'], quarter, at) + 0.5) / (could + 1);
  const sheriffsLeft = 300 - joined(['sheriff'], '2025-01-01', recent);
  const lastMonth = (3 * joined(['sheriff'], recent, at) + 0.1) / (sheriffsLeft + 10);
  assert.ok(joined(['sheriff'], recent, at) > 3);
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-12;
  assert.ok(month!.forecasts.every((one) => near(one.base, base)));
  assert.ok(month!.forecasts.some((one) => near(one.lastMonth, lastMonth)));
});

test('skill is told over the base rate and over the last month, each by itself', () => {
  const one = { nextMonth: false, happened: false, chance: 0.1, base: 0.2, lastMonth: 0.4 };
  const score = scoreOf([
    { day: START, forecasts: [one, { ...one, happened: true, chance: 0.9, base: 0.2, lastMonth: 0.7 }] },
  ]);
  const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a} ${b}`);
  near(score.brier, 0.01);
  near(score.skillOverBase, 1 - 0.01 / ((0.04 + 0.64) / 2));
  near(score.skillOverLastMonth, 1 - 0.01 / ((0.16 + 0.09) / 2));
});

test('with less than two months to learn from there are no odds', () => {
  const early = outlookOn(world, 'join', START, '2025-04-15');
  assert.deepEqual([early.months, early.odds], [0, []]);
});

test('who takes part already is not among those who may join', () => {
  const { odds } = outlookOn(world, 'join', START, '2025-09-01');
  assert.ok(!odds.some(({ agency: { id } }) => id === 'us-tx-sheriff-0'));
  assert.equal(odds[0]!.agency.kind, 'sheriff');
  assert.ok(odds[0]!.reasons.some(({ raises }) => raises));
});
