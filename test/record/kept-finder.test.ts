import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256 } from '../../src/base/index.ts';
import { type OpenRecord, readRecord } from '../../src/record/index.ts';
import { finderNow } from '../../src/record/kept-finder.ts';
import { find } from '../../src/resolve/index.ts';
import { learn, listCapture, withRecord } from './world.ts';

const HARRIS = { state: 'TEXAS', agency: "Harris County Sheriff's Office", county: 'Harris' };
const POLK = { state: 'TEXAS', agency: "Polk County Sheriff's Office", county: 'Polk' };
const NOW = '2025-03-03T12:00:00Z';

test('a search of another process takes the kept index, and finds the same', async () => {
  await withRecord(async (record) => {
    await listed(record, HARRIS);
    const made = await finderNow(record);
    const [path, kept] = [fileOf(record), await finderNow(record)];
    assert.deepEqual(kept, made);
    assert.deepEqual(idsIn(kept, 'haris sherif'), ['us-tx-harris-county-sheriff']);
    // It is really the file that answers.
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('us-tx-harris-county-sheriff', 'us-tx-kept'));
    assert.deepEqual(idsIn(await finderNow(record), 'haris sherif'), ['us-tx-kept']);
  });
});

test('an agency learned since is found, by the reader at hand and by the next', async () => {
  await withRecord(async (record) => {
    await listed(record, HARRIS);
    const reader = await readRecord(record);
    assert.deepEqual(await reader.find('polk'), []);
    // At the same moment of record time: the clock alone would not tell the two states apart.
    await listed(record, HARRIS, POLK);
    for (const one of [reader, await readRecord(record)]) {
      const found = await one.find('polk');
      assert.deepEqual(
        found.map(({ id }) => id),
        ['us-tx-polk-county-sheriff'],
      );
    }
  });
});

test('an index cut off by hand is made again', async () => {
  await withRecord(async (record) => {
    await listed(record, HARRIS);
    const made = await finderNow(record);
    const whole = readFileSync(fileOf(record), 'utf8');
    writeFileSync(fileOf(record), whole.slice(0, -9));
    assert.deepEqual(await finderNow(record), made);
    assert.equal(readFileSync(fileOf(record), 'utf8'), whole);
  });
});

test('the index is of the form that its number says', async () => {
  await withRecord(async (record) => {
    await listed(record, HARRIS);
    const { state, finder } = await finderNow(record);
    const form = `${state.split(' ')[0]} ${sha256(JSON.stringify([finder, [...finder.byTrigram]])).slice(0, 8)}`;
    assert.equal(
      form,
      '1 927b412e',
      'raise INDEXED in src/record/kept-finder.ts: kept indexes are of the earlier form',
    );
  });
});

/** A record that has read a list of these agencies, and derived what it says. */
async function listed(record: OpenRecord, ...rows: (typeof HARRIS)[]): Promise<void> {
  await learn(record, NOW, listCapture(`2025-03-0${rows.length}`, rows));
  await readRecord(record);
}

function idsIn({ finder }: Awaited<ReturnType<typeof finderNow>>, text: string): string[] {
  return find(finder, text).map(({ id }) => id);
}

function fileOf({ dir }: OpenRecord): string {
  return join(dir, 'readings', 'finder');
}
