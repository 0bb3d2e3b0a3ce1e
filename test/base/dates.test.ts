import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf, daysBetween } from '../../src/base/index.ts';

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
