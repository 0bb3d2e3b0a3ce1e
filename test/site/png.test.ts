import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { encodePng } from '../../src/site/png.ts';

test('holds size, palette and rows', () => {
  const png = Buffer.from(encodePng(Uint32Array.from([0, 0xff0000ff, 0xff00ff00, 0]), 2, 2));
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
  assert.equal(png.readUInt32BE(16), 2);
  const part = (type: string) => {
    const at = png.indexOf(type, 0, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  assert.deepEqual([...part('PLTE')], [0, 0, 0, 255, 0, 0, 0, 255, 0]);
  assert.deepEqual([...part('tRNS')], [0, 255, 255]);
  assert.deepEqual([...inflateSync(part('IDAT'))], [0, 0, 1, 0, 2, 0]);
});

test('more colours than a palette holds are refused', () => {
  assert.throws(
    () =>
      encodePng(
        Uint32Array.from({ length: 300 }, (_, i) => i),
        300,
        1,
      ),
    /300 colours/,
  );
});
