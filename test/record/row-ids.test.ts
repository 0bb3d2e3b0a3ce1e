import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RecordedClaim } from '../../src/record/index.ts';
import { claimOfRowId, type RowSource } from '../../src/record/row-ids.ts';
import { withRecord } from './world.ts';

const id = (start: string, end: string) => start.padEnd(16, '0') + end.padStart(16, '0');

test('each list is gone through once, whichever process asks; ids that begin alike are told apart', async () => {
  await withRecord(async ({ db, dir }) => {
    const read: string[] = [];
    const source = (key: string, ids: string[]): RowSource => ({
      key,
      ids: async () => {
        read.push(key);
        return ids.map((one, i) => [one, i + 2] as const);
      },
      claim: async (number, wanted) =>
        ids[number - 2] === wanted ? ({ id: `${key} ${number}` } as RecordedClaim) : null,
    });
    const sources = [source('new', [id('a', '1'), id('a', '2')]), source('old', [id('b', '1')])];
    const find = async (wanted: string, as = '', connection = db) =>
      (await claimOfRowId(connection, wanted, { sources, read: as, dir }))?.id ?? null;
    assert.equal(await find(id('a', '2')), 'new 3');
    const unknown = ['c', 'd', 'e'].map((start) => find(id(start, '1')));
    assert.deepEqual(await Promise.all(unknown), [null, null, null]);
    assert.equal(await find(id('b', '1')), 'old 2');
    // Of two ids that begin alike the one that is no row's is unknown.
    assert.equal(await find(id('b', '2')), null);
    assert.deepEqual(read, ['new', 'old']);

    // A connection that just began, as in another process, takes what was kept.
    assert.equal(await find(id('b', '1'), '', db.withoutPlugins()), 'old 2');
    assert.deepEqual(read, ['new', 'old']);

    // Read otherwise, or cut off, it is worked out again.
    assert.equal(await find(id('a', '1'), 'otherwise'), 'new 2');
    const path = join(dir, 'readings', 'row-ids');
    writeFileSync(path, readFileSync(path).subarray(0, -1));
    assert.equal(await find(id('a', '1'), 'otherwise', db.withoutPlugins()), 'new 2');
    assert.deepEqual(read, ['new', 'old', 'new', 'old', 'new', 'old']);
  });
});
