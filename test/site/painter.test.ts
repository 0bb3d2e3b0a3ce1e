import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prepareCanvas } from '../../src/site/canvas.ts';
import { type Ink, type Mark, repaint } from '../../src/site/painter.ts';
import type { Raster } from '../../src/site/raster-codec.ts';

const SIDE = 40;
const INK: Ink = {
  unknown: 0xff000001,
  border: 0xff000002,
  stateBorder: 0xff000003,
  looks: [10, 20, 30, 40, 50, 60],
};

/** Sea on the left; then two counties of one state, one above the other, and one of another state on the right. */
function raster(): Raster {
  const ids = new Uint16Array(SIDE * SIDE);
  ids.forEach((_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    ids[i] = x < 5 ? 0 : x >= 30 ? 3 : y < 20 ? 1 : 2;
  });
  return {
    width: SIDE,
    height: SIDE,
    ids,
    states: [
      { code: 'TX', counties: 2 },
      { code: 'NM', counties: 1 },
    ],
  };
}

function painted(codes: number[], marks: Mark[] = []) {
  const pixels = new Uint32Array(SIDE * SIDE);
  repaint(pixels, prepareCanvas(raster()), null, { codes: Uint8Array.from([0, ...codes]), marks }, INK);
  return (x: number, y: number) => pixels[y * SIDE + x]!;
}

test('the sea is untouched, a county without a position is the paper, one that takes part is solid', () => {
  const at = painted([2, 0, 0]);
  assert.equal(at(1, 1), 0);
  assert.equal(at(15, 30), INK.unknown);
  for (let x = 6; x < 28; x++) assert.equal(at(x, 10), INK.looks[0]);
});

test('borders stand between counties, and those of states are their own colour', () => {
  const at = painted([2, 2, 2]);
  assert.equal(at(15, 19), INK.border);
  assert.equal(at(29, 10), INK.stateBorder);
  assert.equal(at(30, 10), INK.stateBorder);
});

test('looks differ by texture, and uncertain is hatched', () => {
  const pattern = (code: number) => {
    const at = painted([code, 0, 0]);
    return Array.from({ length: 64 }, (_, i) =>
      at(8 + (i % 8), 4 + Math.floor(i / 8)) === INK.looks[(code >> 1) - 1] ? 1 : 0,
    ).join('');
  };
  const all = [2, 4, 6, 8, 10, 12, 3].map(pattern);
  assert.equal(new Set(all).size, all.length);
});

test('a mark is stamped with a light rim and does not leave the picture', () => {
  const at = painted(
    [0, 0, 0],
    [
      { x: 15, y: 10, radius: 4, square: false, code: 2 },
      { x: 0, y: 0, radius: 4, square: true, code: 8 },
    ],
  );
  assert.equal(at(15, 10), INK.looks[0]);
  assert.equal(at(15, 5), INK.border);
  assert.equal(at(15, 3), INK.unknown);
  assert.equal(at(0, 0), INK.border);
});

const mark: fc.Arbitrary<Mark> = fc.record(
  {
    x: fc.integer({ min: 0, max: SIDE }),
    y: fc.integer({ min: 0, max: SIDE }),
    radius: fc.integer({ min: 1, max: 6 }),
    square: fc.boolean(),
    code: fc.integer({ min: 2, max: 13 }),
  },
  { noNullPrototype: true },
);
const shown = fc.record({
  codes: fc
    .array(fc.constantFrom(0, 2, 3, 4, 8, 11), { minLength: 3, maxLength: 3 })
    .map((codes) => Uint8Array.from([0, ...codes])),
  marks: fc.array(mark, { maxLength: 5 }),
});

test('stepping from day to day ends in the same picture as painting the last day alone, within the boxes told', () => {
  const canvas = prepareCanvas(raster());
  fc.assert(
    fc.property(fc.array(shown, { minLength: 2, maxLength: 5 }), (days) => {
      const stepped = new Uint32Array(SIDE * SIDE);
      const screen = new Uint32Array(SIDE * SIDE);
      days.forEach((day, n) => {
        const boxes = repaint(stepped, canvas, days[n - 1] ?? null, day, INK);
        for (const [left, top, right, bottom] of boxes) {
          for (let y = top; y < bottom; y++)
            screen.set(stepped.subarray(y * SIDE + left, y * SIDE + right), y * SIDE + left);
        }
      });
      const alone = new Uint32Array(SIDE * SIDE);
      repaint(alone, canvas, null, days.at(-1)!, INK);
      assert.deepEqual(stepped, alone);
      assert.deepEqual(screen, alone);
    }),
  );
});
