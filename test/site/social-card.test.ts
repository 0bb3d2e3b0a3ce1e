import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PNG } from 'pngjs';
import { createApp } from '../../src/site/index.ts';
import { ASSETS, type TestRecord, testRecord } from './record.ts';

let made: TestRecord;

before(async () => {
  made = await testRecord();
});
after(() => made.close());

async function card(path: string): Promise<Uint8Array> {
  const response = await createApp(made.reader, { assets: ASSETS }).request(path);
  assert.equal(response.headers.get('content-type'), 'image/png');
  return new Uint8Array(await response.arrayBuffer());
}

/** Columns in which a dark pixel stands, among those left of the map. */
function inked(png: PNG): number[] {
  const columns = new Set<number>();
  for (let y = 0; y < png.height; y++)
    for (let x = 0; x < 450; x++) if (png.data[4 * (y * png.width + x)]! < 80) columns.add(x);
  return [...columns].sort((a, b) => a - b);
}

test('the card has the size that networks show whole, its words beside the map, and is small', async () => {
  for (const path of ['/card.png', '/es/card.png']) {
    const bytes = await card(path);
    assert.ok(bytes.length < 100_000, `${path}: ${bytes.length} bytes`);
    const png = PNG.sync.read(Buffer.from(bytes));
    assert.deepEqual([png.width, png.height], [1200, 630]);
    const columns = inked(png);
    assert.ok(columns.length > 200, `${path}: letters in ${columns.length} columns`);
    assert.ok(columns[0]! >= 60 && columns.at(-1)! < 450, `${path}: from ${columns[0]} to ${columns.at(-1)}`);
  }
});

test('the same record gives the same card, each language its own', async () => {
  assert.deepEqual(await card('/card.png'), await card('/card.png'));
  assert.notDeepEqual(await card('/card.png'), await card('/es/card.png'));
});
