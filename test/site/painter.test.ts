import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareCanvas } from '../../src/site/canvas.ts';
import { boxOfMark, type Ink, type Mark, paint } from '../../src/site/painter.ts';
import type { Raster } from '../../src/site/raster-codec.ts';
import { putMark, tilesOf } from '../../src/site/tiles.ts';

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

function painted(codes: number[], marks: Omit<Mark, 'box' | 'order'>[] = []) {
  const pixels = new Uint32Array(SIDE * SIDE);
  const canvas = prepareCanvas(raster());
  const tiles = tilesOf(canvas);
  marks.forEach((mark, order) => {
    const box = boxOfMark(mark.x, mark.y, mark.radius, canvas);
    putMark(tiles, { ...mark, order, box }, () => {});
  });
  paint(pixels, canvas, { codes: Uint8Array.from([0, ...codes]), tiles }, INK);
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
