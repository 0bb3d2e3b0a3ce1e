import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Canvas } from '../../src/site/canvas.ts';
import { emptyTable, ROLES } from '../../src/site/intervals-binary.ts';
import { emptyMap, moveMap } from '../../src/site/map-state.ts';

const [COUNTY, DOT, STATE] = ROLES.map((_, i) => i) as [number, number, number];

// Nine counties, each the whole picture.
const CANVAS: Canvas = {
  width: 200,
  height: 150,
  ids: new Uint16Array(200 * 150),
  kinds: new Uint8Array(200 * 150),
  boxes: Array.from({ length: 10 }, () => [0, 0, 200, 150]),
};

function state(agencies: { role: number; spot: number; code: number }[]) {
  const table = emptyTable(agencies.length, 0);
  table.spots = [
    { county: 7, x: 10, y: 20 },
    { county: 0, x: 50, y: 60 },
  ];
  table.role.set(agencies.map((agency) => agency.role));
  table.spot.set(agencies.map((agency) => agency.spot));
  const standing = Uint8Array.from(agencies.map((agency) => agency.code));
  const map = emptyMap(table, CANVAS);
  moveMap(table, map, standing, CANVAS, 2);
  return { codes: map.codes, marks: map.marks.flat() };
}

test('a county takes the first look of the agencies that serve all of it; police are no part of that', () => {
  const { codes, marks } = state([
    { role: COUNTY, spot: 0, code: 8 },
    { role: COUNTY, spot: 0, code: 2 },
    { role: DOT, spot: 0, code: 4 },
  ]);
  assert.equal(codes[7], 2);
  assert.equal(marks.length, 1);
  assert.deepEqual({ x: marks[0]!.x, y: marks[0]!.y, code: marks[0]!.code }, { x: 20, y: 40, code: 4 });
});

test('agencies of one spot and standing are one mark that grows; others stand beside it', () => {
  const one = state([{ role: DOT, spot: 0, code: 2 }]).marks;
  const many = state([2, 2, 2, 2, 8].map((code) => ({ role: DOT, spot: 0, code }))).marks;
  assert.equal(many.length, 2);
  assert.ok(many[0]!.radius > one[0]!.radius);
  assert.ok(many[0]!.x < many[1]!.x);
});

test('a statewide body is a square; without a position or a place there is no mark', () => {
  const { marks } = state([
    { role: STATE, spot: 1, code: 2 },
    { role: DOT, spot: 0, code: 0 },
    { role: DOT, spot: -1, code: 2 },
  ]);
  assert.deepEqual(
    marks.map((mark) => mark.square),
    [true],
  );
});
