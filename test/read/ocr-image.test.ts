import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readImage } from '../../src/read/index.ts';

/** The beginning of a JPEG whose frame tells a size, behind segments and filling bytes. */
function jpeg(width: number, height: number, mark = 0xc0, fill = 0): Buffer {
  const app = [0xff, 0xe0, 0, 4, 1, 2];
  // A table of codes lies among the marks of frames and is none.
  const table = [0xff, 0xc4, 0, 4, 9, 9];
  const frame = [
    ...Array(fill).fill(0xff),
    0xff,
    mark,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
  ];
  return Buffer.from([0xff, 0xd8, ...app, ...table, ...frame]);
}

test('the size of a JPEG is found behind other segments and filling bytes, in every kind of frame', async () => {
  // Too large a picture is refused by its size before anything is read of it.
  for (const bytes of [
    jpeg(60_000, 1000),
    jpeg(60_000, 1000, 0xc2),
    jpeg(60_000, 1000, 0xcf),
    jpeg(60_000, 1000, 0xc0, 5),
  ])
    await assert.rejects(readImage(bytes), /picture has 60000 by 1000 pixels; scale it below 50000000/);
});

test('what ends before its size, or is of no size, is refused', async () => {
  const png = Buffer.alloc(40);
  png.write('\u0089PNG', 0, 'latin1');
  png.write('IHDR', 12);
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from([0xff, 0xd8]),
    jpeg(60_000, 1000).subarray(0, -8),
    Buffer.alloc(50, 0xff),
    png,
    jpeg(0, 10),
    jpeg(10, 0),
  ])
    await assert.rejects(readImage(bytes), /picture is no PNG or JPEG or is cut off; save it as PNG/);
});
