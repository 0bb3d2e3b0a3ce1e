import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dayNumber,
  dayText,
  decodeIntervals,
  emptyTable,
  encodeIntervals,
  type IntervalTable,
  NO_DAY,
} from '../../src/site/intervals-binary.ts';

const day = fc.oneof(fc.constant(NO_DAY), fc.integer({ min: -3000, max: 40_000 }));

const table: fc.Arbitrary<IntervalTable> = fc
  .record({
    spots: fc.array(
      fc.record({ county: fc.nat(3144), x: fc.integer({ min: -60, max: 975 }), y: fc.nat(610) }),
      {
        maxLength: 5,
      },
    ),
    agencies: fc.array(fc.record({ spot: fc.nat(5), role: fc.nat(2), state: fc.nat(55) }), {
      minLength: 1,
      maxLength: 8,
    }),
    rows: fc.array(
      fc.record({
        agency: fc.nat(7),
        programme: fc.nat(11),
        position: fc.nat(8),
        ended: fc.nat(1),
        fromMin: day,
        fromMax: day,
        toMin: day,
        toMax: day,
        lastSeen: day,
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ spots, agencies, rows }) => {
    const made = emptyTable(agencies.length, rows.length);
    made.programmes = ['287g-jail', 'detainers'];
    made.positions = ['takes-part', 'declines'];
    made.states = ['TX', 'ME'];
    made.spots = spots.map((spot) => ({ ...spot }));
    agencies.forEach((agency, i) => {
      made.spot[i] = agency.spot < spots.length ? agency.spot : -1;
      made.role[i] = agency.role;
      made.state[i] = agency.state;
    });
    rows.sort((a, b) => (a.agency % agencies.length) - (b.agency % agencies.length));
    rows.forEach((row, i) => {
      made.agency[i] = row.agency % agencies.length;
      for (const key of [
        'programme',
        'position',
        'ended',
        'fromMin',
        'fromMax',
        'toMin',
        'toMax',
        'lastSeen',
      ] as const) {
        made[key][i] = row[key];
      }
    });
    return made;
  });

test('a table comes back column for column', () => {
  fc.assert(fc.property(table, (one) => assert.deepEqual(decodeIntervals(encodeIntervals(one)), one)));
});

test('a day and its number are the same', () => {
  assert.equal(dayNumber('1970-01-01'), 0);
  assert.equal(dayText(dayNumber('2017-02-21')), '2017-02-21');
  assert.equal(dayText(dayNumber('1996-09-30')), '1996-09-30');
});
