import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  boundsOf,
  dayOf,
  daysBetween,
  easternDay,
  isAhead,
  isDay,
  requireDate,
  requireDay,
} from '../../src/base/index.ts';

test('days are added as the calendar has them', () => {
  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map(dayOf);
  fc.assert(
    fc.property(days, fc.integer({ min: -800, max: 800 }), (day, count) => {
      const time = Date.parse(`${day}T00:00:00Z`) + count * 86_400_000;
      assert.equal(addDays(day, count), new Date(time).toISOString().slice(0, 10));
      assert.equal(daysBetween(day, addDays(day, count)), count);
    }),
  );
  assert.equal(addDays('2024-02-28', 1), '2024-02-29');
  assert.equal(addDays('2025-03-01', -1), '2025-02-28');
});

test('no day lies outside the years that compare as strings', () => {
  assert.equal(addDays('9999-12-30', 1), '9999-12-31');
  assert.equal(addDays('9999-12-31', 1), '9999-12-31');
  assert.equal(addDays('0000-01-03', -400), '0000-01-01');
});

test('a real day and nothing else is one', () => {
  for (const day of ['2024-02-29', '2000-02-29', '0000-02-29', '9999-12-31']) assert.ok(isDay(day), day);
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2017-2-1',
    '2017-02-21 ',
    '2017-00-10',
    '+010000-01-01',
    '',
  ])
    assert.ok(!isDay(text), text);
});

test('an EDTF string is taken for the days that it can mean, and for no more', () => {
  for (const [edtf, min, max] of [
    ['2016-11', '2016-11-01', '2016-11-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1984~', '1984-01-01', '1984-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['../2020', null, '2020-12-31'],
    ['2020-05-01/..', '2020-05-01', null],
    // A year of which nothing is known has no bounds.
    ['XXXX', null, null],
    ['XXXX-12-25', null, null],
  ] as const)
    assert.deepEqual(boundsOf(edtf), { min, max }, edtf);
  // Years that no day of four digits has, or that the parser takes for others.
  for (const edtf of ['', 'soon', '2016-02-30', '2020/2019', '0050', '0000', '../0017', 'Y12345', '-0044'])
    assert.equal(boundsOf(edtf), null, edtf);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { min = null, max = null } = boundsOf(text) ?? {};
      for (const day of [min, max]) assert.ok(day === null || isDay(day), text);
    }),
  );
});

test('a moment has the day of New York, in winter and in summer', () => {
  assert.equal(easternDay('2017-02-22T04:59:59Z'), '2017-02-21');
  assert.equal(easternDay('2017-02-22T05:00:00Z'), '2017-02-22');
  assert.equal(easternDay('2017-07-22T03:59:59Z'), '2017-07-21');
  assert.equal(easternDay('2017-07-22T04:00:00Z'), '2017-07-22');
  assert.equal(easternDay('no moment'), null);
});

test('a day that nobody on earth has yet lies ahead', () => {
  const now = Date.parse('2026-01-31T23:00:00Z');
  assert.equal(isAhead('2026-02-01', now), false);
  assert.equal(isAhead('2026-02-02', now), true);
  // A month or year may have begun.
  assert.equal(isAhead('2026', now), false);
  assert.equal(isAhead('../2030', now), false);
  for (const value of ['2026-01-31', '2026-01', '2026'])
    assert.equal(requireDate('--published', value, now), value);
  assert.throws(
    () => requireDate('--published', '2026-02-02', now),
    /lies ahead of this clock \(2026-01-31\)/,
  );
  for (const value of ['2025-02-29', '2025~', '../2025', '0012', 'x'])
    assert.throws(() => requireDate('--published', value, now), { name: 'UserError' }, value);
  assert.throws(() => requireDay('--on', '2026-01'), /date "2026-01" of --on is no calendar day/);
});
