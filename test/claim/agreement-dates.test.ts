import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writtenDates } from '../../src/claim/agreement-dates.ts';

const days = (line: string) => writtenDates(line).map((date) => date.day);

test('the ways in which a signature is dated', () => {
  assert.deepEqual(days('Date: March 7, 2025'), ['2025-03-07']);
  assert.deepEqual(days('Date: 02/28/25 and 3-1-2025'), ['2025-02-28', '2025-03-01']);
  assert.deepEqual(days("Date: 2020.06.09 14:38:27 -04'00'"), ['2020-06-09']);
  assert.deepEqual(days('D&e __ O_C_T_1_5_2_01_9 __'), ['2019-10-15']);
  assert.deepEqual(days('Sept. 1, 2020'), ['2020-09-01']);
});

test('what is no full day gives none', () => {
  for (const line of [
    'March 2025',
    '02/30/2025',
    '3/24',
    '13/13/2025',
    'section 287.5(c)(1)',
    '202-732-4242',
    '8 U.S.C. 1357',
  ])
    assert.deepEqual(days(line), [], line);
});

test('any day written in any of the ways is found where it stands', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom('long', 'slash', 'point'), (date, way) => {
      const iso = date.toISOString().slice(0, 10);
      const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
      const long = date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
      const written = way === 'long' ? long : way === 'slash' ? `${m}/${d}/${y}` : iso.replace(/-/g, '.');
      const line = `Date: ${written} x`;
      const [found] = writtenDates(line);
      assert.equal(found!.day, iso);
      assert.equal(line.slice(found!.start, found!.end), written);
    }),
  );
});
