import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bakeCountyMap, MAP_SIZE } from '../../src/site/map-raster.ts';
import { encodeRaster } from '../../src/site/raster-codec.ts';

const map = bakeCountyMap(1);

test('holds every county of the atlas in FIPS order', () => {
  const fips = map.counties.map((county) => county.fips);
  assert.equal(fips.length, 3144);
  assert.deepEqual(fips, [...fips].sort());
  assert.equal(map.raster.states.length, 51);
  assert.equal(
    map.raster.states.reduce((sum, state) => sum + state.counties, 0),
    3144,
  );
});

test('the middle of a compact county is a pixel of that county', () => {
  for (const fips of ['48201', '17031', '56037', '12086', '02290']) {
    const index = map.counties.findIndex((county) => county.fips === fips);
    const { x, y } = map.counties[index]!;
    assert.equal(map.raster.ids[Math.floor(y) * MAP_SIZE.width + Math.floor(x)], index + 1, fips);
  }
});

test('neighbours share edges: no pixel inside the country is left out', () => {
  const { ids } = map.raster;
  // Along a line through Kansas and Missouri.
  for (let x = 420; x < 560; x++) assert.notEqual(ids[330 * MAP_SIZE.width + x], 0, `x ${x}`);
});

test('a county without a pixel is said not to be filled, and still has a place', () => {
  const colonialHeights = map.counties.find((county) => county.fips === '51570')!;
  assert.equal(colonialHeights.filled, false);
  assert.ok(
    colonialHeights.x > 800 && colonialHeights.x < 850 && colonialHeights.y > 280 && colonialHeights.y < 320,
  );
});

test('is small enough to be sent with the first page', () => {
  assert.ok(gzipSync(encodeRaster(map.raster), { level: 9 }).length < 44_000);
});
