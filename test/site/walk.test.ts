import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prepareCanvas } from '../../src/site/canvas.ts';
import { emptyTable, type IntervalTable, NO_DAY } from '../../src/site/intervals-binary.ts';
import { emptyMap, moveMap } from '../../src/site/map-state.ts';
import { type Ink, paint, paintTile } from '../../src/site/painter.ts';
import { standingsOn } from '../../src/site/standing.ts';
import { walkOf } from '../../src/site/walk.ts';

const SIDE = 80;
const AGENCIES = 6;
const INK: Ink = { unknown: 1, border: 2, stateBorder: 3, looks: [10, 20, 30, 40, 50, 60] };

const canvas = prepareCanvas({
  width: SIDE,
  height: SIDE,
  ids: Uint16Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < 40 ? 1 : 2)),
  states: [{ code: 'TX', counties: 2 }],
});

const day = fc.oneof({ weight: 1, arbitrary: fc.constant(NO_DAY) }, { weight: 4, arbitrary: fc.nat(40) });
const row = fc.record({
  agency: fc.nat(AGENCIES - 1),
  programme: fc.nat(2),
  position: fc.nat(3),
  fromMin: day,
  fromMax: day,
  ended: fc.nat(1),
  toMin: day,
  toMax: day,
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

function tableOf(rows: Row[]): IntervalTable {
  const table = emptyTable(AGENCIES, rows.length);
  table.programmes = ['287g-jail', '287g-task-force', 'detainers'];
  table.positions = ['takes-part', 'declines', 'ends', 'limits'];
  table.states = ['TX'];
  table.spots = [
    { county: 1, x: 10, y: 10 },
    { county: 2, x: 30, y: 30 },
    { county: 0, x: 38, y: 2 },
    { county: 2, x: 31, y: 31 },
  ];
  table.spot.set([0, 0, 1, 1, 2, 3]);
  table.role.set([0, 1, 0, 1, 2, 1]);
  const sorted = rows.toSorted((a, b) => a.agency - b.agency);
  for (const name of [
    'agency',
    'programme',
    'position',
    'fromMin',
    'fromMax',
    'ended',
    'toMin',
    'toMax',
  ] as const)
    table[name].set(sorted.map((one) => one[name]));
  return table;
}

const rows = fc.array(row, { maxLength: 20 });
const days = fc.array(fc.integer({ min: -3, max: 45 }), { minLength: 2, maxLength: 8 });

test('a walk through the days, forward and back, stands on each where one look at it alone does', () => {
  fc.assert(
    fc.property(rows, days, fc.constantFrom(null, '287g', 'detainers'), (rows, days, programme) => {
      const table = tableOf(rows);
      const walk = walkOf(table, programme);
      for (const day of days) {
        const { standing, facts, counts } = walk(day);
        assert.deepEqual({ standing, facts, counts }, standingsOn(table, day, programme));
      }
    }),
  );
});

test('the map brought from day to day is the picture of the last day alone, within the tiles told', () => {
  fc.assert(
    fc.property(rows, days, (rows, days) => {
      const table = tableOf(rows);
      const walk = walkOf(table);
      const map = emptyMap(table, canvas);
      const stepped = new Uint32Array(SIDE * SIDE);
      paint(stepped, canvas, map, INK);
      for (const day of days)
        for (const tile of moveMap(table, map, walk(day).standing, canvas, 2))
          paintTile(stepped, canvas, map, INK, tile);
      const alone = emptyMap(table, canvas);
      moveMap(table, alone, standingsOn(table, days.at(-1)!).standing, canvas, 2);
      const picture = new Uint32Array(SIDE * SIDE);
      paint(picture, canvas, alone, INK);
      assert.deepEqual(stepped, picture);
    }),
  );
});
