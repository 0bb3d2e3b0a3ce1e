import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../../src/base/index.ts';
import { backtest, outlookOn, scoreOf, worldOf } from '../../src/outlook/index.ts';
import type { Interval } from '../../src/record/index.ts';
import type { Agency } from '../../src/resolve/index.ts';

const LAW = { instruments: new Map(), provisions: new Map(), published: new Map() };
const START = '2025-01-02';
const LAST = '2025-12-15';

const agency = (i: number, kind: Agency['kind']): Agency => ({
  id: `us-tx-${kind}-${i}`,
  name: `${kind} ${i}`,
  kind,
  state: 'TX',
  counties: [],
  place: null,
  ori: [`TX${i}${kind}`],
  aliases: [],
});
const listed = (of: Agency, day: Day): Interval => ({
  agency: of.id,
  programme: '287g-jail',
  position: 'takes-part',
  from: { min: day, max: day },
  certainTo: null,
  said: false,
  to: null,
  lastSeen: day,
  seenMin: day,
  agreement: `${of.id}#287g-jail#${day}`,
  signed: day,
});

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

test('with less than two months to learn from there are no odds', () => {
  const early = outlookOn(world, 'join', START, '2025-04-15');
  assert.deepEqual([early.months, early.odds], [0, []]);
});

test('who takes part already is not among those who may join', () => {
  const { odds } = outlookOn(world, 'join', START, '2025-09-01');
  assert.ok(!odds.some(({ agency: { id } }) => id === 'us-tx-sheriff-0'));
  assert.equal(odds[0]!.agency.kind, 'sheriff');
  // Kind, share and pace say the same here; which of them is named first is no matter.
  assert.ok(odds[0]!.reasons.some(({ raises }) => raises));
});
