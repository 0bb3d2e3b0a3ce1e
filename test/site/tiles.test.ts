import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Box, Canvas } from '../../src/site/canvas.ts';
import type { Mark } from '../../src/site/painter.ts';
import { boxOfTile, eachTile, putMark, takeMark, tilesOf } from '../../src/site/tiles.ts';

const canvas = { width: 100, height: 40 } as Canvas;
const touched = (box: Box): number[] => {
  const seen: number[] = [];
  eachTile(tilesOf(canvas), box, (tile) => seen.push(tile));
  return seen;
};

test('a box touches the tiles that hold a pixel of it, and not those at its open edge', () => {
  assert.deepEqual(touched([0, 0, 32, 32]), [0]);
  assert.deepEqual(touched([31, 31, 33, 33]), [0, 1, 4, 5]);
});

test('the tiles cover the picture once, those at its edge cut off', () => {
  const tiles = tilesOf(canvas);
  const area = tiles.marks.reduce((sum, _marks, tile) => {
    const [left, top, right, bottom] = boxOfTile(tiles, tile, canvas);
    return sum + (right - left) * (bottom - top);
  }, 0);
  assert.equal(area, canvas.width * canvas.height);
});

test('marks of a tile stand in their order whichever comes first, and go one by one', () => {
  const tiles = tilesOf(canvas);
  const mark = (order: number) => ({ order, box: [0, 0, 5, 5] }) as unknown as Mark;
  const [first, second, third] = [mark(1), mark(2), mark(3)];
  for (const one of [third, first, second]) putMark(tiles, one, () => {});
  assert.deepEqual(tiles.marks[0], [first, second, third]);
  takeMark(tiles, second, () => {});
  assert.deepEqual(tiles.marks[0], [first, third]);
});
