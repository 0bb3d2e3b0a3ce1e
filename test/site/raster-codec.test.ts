import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeRaster, encodeRaster, type Raster } from '../../src/site/raster-codec.ts';

const raster: fc.Arbitrary<Raster> = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 20 }) })
  .chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      // Few ids, so that runs vanish, return and skip over others.
      ids: fc
        .array(fc.nat(6), { minLength: width * height, maxLength: width * height })
        .map((ids) => Uint16Array.from(ids)),
      states: fc.array(fc.record({ code: fc.constantFrom('TX', 'NM', 'AL'), counties: fc.nat(300) })),
    }),
  );

// The generator makes some objects without a prototype, which deepEqual tells apart.
const plain = (one: Raster): Raster => ({ ...one, states: one.states.map((state) => ({ ...state })) });

test('a raster comes back pixel for pixel', () => {
  fc.assert(fc.property(raster, (one) => assert.deepEqual(decodeRaster(encodeRaster(one)), plain(one))));
});

test('rows that follow the row above cost two bytes a run', () => {
  const width = 100;
  const ids = Uint16Array.from({ length: width * 50 }, (_, i) => (i % width < 30 ? 1000 : 2000));
  const bytes = encodeRaster({ width, height: 50, ids, states: [] });
  assert.ok(bytes.length < 50 * 4 + 20, `${bytes.length} bytes`);
});
