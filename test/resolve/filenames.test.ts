import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateInName, editDistance, nearestDay } from '../../src/resolve/filenames.ts';

const dayOf = (name: string) => {
  const date = dateInName(name);
  return date && [date.day, date.slot, date.suffix, date.captured];
};

test("both families of names are read, the publisher's and the archive's", () => {
  assert.deepEqual(dayOf('participatingAgencies05182026am.xlsx'), ['2026-05-18', 0, 0, false]);
  assert.deepEqual(dayOf('287gParticipatingAgencies091526pm.xlsx'), ['2026-09-15', 20, 0, false]);
  assert.deepEqual(dayOf('ParticipatingAgency091826am.xlsx'), ['2026-09-18', 0, 0, false]);
  assert.deepEqual(dayOf('participating-2025-03-17.xlsx'), ['2025-03-17', null, 0, false]);
  assert.deepEqual(dayOf('pending-2025-04-28-pm.xlsx'), ['2025-04-28', 20, 0, false]);
  assert.deepEqual(dayOf('page-2021-04-09.xlsx'), ['2021-04-09', null, 0, false]);
});

test('letters and versions stand behind the time of day', () => {
  assert.deepEqual(dayOf('participatingAgencies05122025amB.xlsx'), ['2025-05-12', 0, 1, false]);
  assert.deepEqual(dayOf('pendingAgencies07112025am_b.xlsx'), ['2025-07-11', 0, 1, false]);
  assert.deepEqual(dayOf('participatingAgencies12042025pm2.xlsx'), ['2025-12-04', 20, 1, false]);
  assert.deepEqual(dayOf('participating-2025-07-03-pm-v2.xlsx'), ['2025-07-03', 20, 1, false]);
  assert.deepEqual(dayOf('participating-2025-05-12-am-b.xlsx'), ['2025-05-12', 0, 1, false]);
  assert.deepEqual(dayOf('participatingAgencies10152025mid.xlsx'), ['2025-10-15', 10, 0, false]);
  assert.deepEqual(dayOf('participatingAgencies06112025pm copy.xlsx'), ['2025-06-11', 20, 0, false]);
});

test('the moment of a capture is no date of the publisher, and slipped digits are no day', () => {
  assert.deepEqual(dayOf('participatingAgencies-20250221214937.xlsx'), ['2025-02-21', null, 0, true]);
  assert.equal(dateInName('participatingAgencies090022025am.xlsx')?.day, null);
  assert.equal(dateInName('participatingAgencies11114025am.xlsx')?.day, null);
  assert.equal(dateInName('pendingAgencies.xlsx'), null);
  assert.equal(dateInName('3fa101840aa8b6e2f2d0629e4a4c10182040aa8b'), null);
});

test('the day that slipped digits mean is the nearest by typing', () => {
  assert.equal(nearestDay('090022025', '2025-09-02', '2025-09-12'), '2025-09-02');
  assert.equal(nearestDay('11114025', '2025-11-14', '2025-11-24'), '2025-11-14');
  assert.equal(nearestDay('10223025', '2025-10-23', '2025-11-01'), '2025-10-23');
  assert.equal(nearestDay('01052025', '2026-01-05', '2026-01-15'), '2026-01-05');
  assert.equal(nearestDay('08022025', '2025-09-02', '2025-09-12'), '2025-09-02');
  // 30 February: two slips from the third day, and as many from others.
  assert.equal(nearestDay('02302026', '2026-05-18', '2026-05-28'), null);
  // One digit short could be any of the days from the 20th.
  assert.equal(nearestDay('0522026', '2026-05-20', '2026-05-30'), null);
  assert.equal(nearestDay('77777777', '2025-09-02', '2025-09-12'), null);
});

test('edit distance counts a swap of neighbours once, is symmetric and keeps to its limit', () => {
  assert.equal(editDistance('macro', 'marco'), 1);
  assert.equal(editDistance('pennslyvania', 'pennsylvania'), 1);
  assert.equal(editDistance('harris', 'harrison'), 2);
  assert.equal(editDistance('abcdef', 'uvwxyz', 3), 3);
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      assert.equal(editDistance(a, b), editDistance(b, a));
      assert.equal(editDistance(a, b) === 0, a === b);
      assert.equal(editDistance(a, b, 3), Math.min(3, editDistance(a, b)));
    }),
  );
});
