import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedClaim } from '../../src/record/index.ts';
import { placeOfId, type RowSource } from '../../src/record/row-ids.ts';
import { withRecord } from './world.ts';

const id = (start: string, end: string) => start.padEnd(16, '0') + end.padStart(16, '0');

test('each list is gone through once, newest first and only so far as asked; ids that begin alike are all found', async () => {
  await withRecord(async ({ db }) => {
    const read: string[] = [];
    const source = (name: string, ids: string[]): RowSource => ({
      ids: async () => {
        read.push(name);
        return ids.map((one, i) => [one, i + 2] as const);
      },
      claim: async (number) => ({ id: ids[number - 2] }) as RecordedClaim,
    });
    const sources = async () => [source('new', [id('a', '1'), id('a', '2')]), source('old', [id('b', '1')])];
    const numbers = async (wanted: string, recorded = 'first') =>
      (await placeOfId(db, wanted, recorded, sources)).map(({ number }) => number);
    assert.deepEqual(await numbers(id('a', '2')), [2, 3]);
    assert.deepEqual(read, ['new']);
    const unknown = ['c', 'd', 'e'].map((start) => numbers(id(start, '1')));
    assert.deepEqual(await Promise.all(unknown), [[], [], []]);
    assert.deepEqual(await numbers(id('b', '1')), [2]);
    assert.deepEqual(read, ['new', 'old']);
    assert.deepEqual(await numbers(id('a', '1'), 'learned more'), [2, 3]);
    assert.deepEqual(read, ['new', 'old', 'new']);
  });
});
