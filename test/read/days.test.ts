import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, isDay } from '../../src/base/index.ts';
import {
  bylineDay,
  datelineDay,
  dayIn,
  localDay,
  saysPublished,
  saysUpdated,
  stampDay,
} from '../../src/read/days.ts';

test('a day is found as it is printed, in English and in Spanish', () => {
  for (const text of [
    '2017-02-21',
    '2017-02-21T23:59:00-06:00',
    '20170221',
    'February 21, 2017',
    'Feb. 21 2017',
    'FEBRUARY 21, 2017 at 4:05 p.m.',
    'Tuesday, 21 February 2017',
    '21 Feb, 2017',
    '21 de febrero de 2017',
    'martes 21 de febrero de 2017',
  ])
    assert.equal(dayIn(text), '2017-02-21', text);
  for (const [text, day] of [
    ['Sept. 5, 2019', '2019-09-05'],
    ['5 de setiembre de 2019', '2019-09-05'],
    ['1 ene 2020', '2020-01-01'],
    ['29 de febrero de 2024', '2024-02-29'],
  ])
    assert.equal(dayIn(text!), day, text);
});

test('no day of the calendar, no day that programs write for none, and no month that only begins like one', () => {
  for (const text of [
    null,
    '',
    'February 2017',
    'February 30, 2017',
    'Feb. 29, 2023',
    '2017-13-01',
    '0001-01-01T00:00:00Z',
    '1970-01-01',
    'Decision 10, 2017',
    'Junction 5, 2019',
    'Marvin 12, 2018',
    '12 Octagon 2018',
    'in May 210, 2017',
    '123456789',
  ])
    assert.equal(dayIn(text), null, text ?? 'null');
  // A word and numbers before the date do not hide it.
  assert.equal(dayIn('Suite 12, 1900. February 21, 2017'), '2017-02-21');
});

test('whatever is read, it is a day or none', () => {
  const pieces = fc.constantFrom(
    '2017',
    '02',
    '21',
    '-',
    ' ',
    'Feb',
    '. ',
    ', ',
    'de ',
    '31',
    'T',
    'Z',
    ':',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      for (const day of [dayIn(text), stampDay(text), bylineDay(text), datelineDay(text)])
        assert.ok(day === null || isDay(day), text);
    }),
  );
});

test('a stamp in UTC has the day printed beside it, else that of Eastern time; never one further off than a day', () => {
  for (const [stamp, printed, expected] of [
    ['2017-02-22T02:30:00Z', [], '2017-02-21'],
    ['2017-02-22T01:30:00.000+00:00', [], '2017-02-21'],
    ['2017-02-22T02:30:00Z', ['2017-02-22'], '2017-02-22'],
    ['2017-02-22T07:30:00Z', ['2017-02-21'], '2017-02-21'],
    ['2017-02-22T07:30:00Z', ['2016-01-01'], '2017-02-22'],
    ['2017-02-22T00:00:00Z', [], '2017-02-22'],
    ['2017-02-22T01:30:00-06:00', [], '2017-02-22'],
    ['2017-02-21T23:30:00-06:00', [], '2017-02-21'],
    ['2017-02-22T16:02:25+00:00', [], '2017-02-22'],
    ['Wed, 22 Feb 2017 03:00:00 GMT', [], '2017-02-21'],
    ['2017-02-22', [], '2017-02-22'],
    ['1970-01-01T00:00:00Z', [], null],
  ] as const)
    assert.equal(stampDay(stamp, printed), expected, `${stamp} ${printed}`);
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const stamp = moment.toISOString();
      const day = stamp.slice(0, 10);
      assert.ok([day, addDays(day, -1)].includes(localDay(day, stamp)), stamp);
    }),
  );
});

test('of the days of a byline that of publication counts, never that of a change', () => {
  for (const [line, day] of [
    ['Published Feb. 21, 2017. Updated Feb. 25, 2017', '2017-02-21'],
    ['Updated Feb. 25, 2017; published Feb. 21, 2017', '2017-02-21'],
    ['Feb. 21, 2017 | Last updated Feb. 25, 2017', '2017-02-21'],
    ['Actualizado 25 de febrero de 2017', null],
    ['Publicado el 21 de febrero de 2017', '2017-02-21'],
    ['Updated: Feb. 25, 2017', null],
    ['A ship leaves the port, on Aug. 31, 2019.', null],
    ['By Staff report', null],
  ] as const)
    assert.equal(bylineDay(line), day, line);
  assert.ok(saysUpdated('Last modified') && !saysUpdated('Published, then updated'));
  assert.ok(saysPublished('Originally published') && !saysPublished('Updated'));
});

test('datelines say the day; a sentence behind one does not', () => {
  assert.equal(datelineDay('HOUSTON, Feb. 21, 2017 — The sheriff said'), '2017-02-21');
  assert.equal(datelineDay('HOUSTON (Feb. 21, 2017) – The sheriff said'), '2017-02-21');
  assert.equal(datelineDay('CAÑON CITY, Feb. 21, 2017 (AP) — The sheriff said'), '2017-02-21');
  assert.equal(datelineDay('HOUSTON — On Feb. 21, 2017, the sheriff said'), null);
  assert.equal(datelineDay('The sheriff, Feb. 21, 2017 — said'), null);
});
