import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf } from '../../src/record/counts.ts';
import { readRecord } from '../../src/record/index.ts';
import { learn, listCapture, textCapture, withRecord } from './world.ts';

const HARRIS = { state: 'TEXAS', agency: "Harris County Sheriff's Office", county: 'Harris' };
const STORY = 'The sheriff ended it on Tuesday.';

test('what the record holds now, and what it held before it learned the last of it', async () => {
  await withRecord(async (record) => {
    await learn(record, '2025-03-03', listCapture('2025-03-01', [HARRIS]));
    await learn(record, '2025-03-05', textCapture(record, STORY, [{ words: 'ended it' }]));
    await readRecord(record);
    const now = await countsOf(record.db, null);
    assert.deepEqual(
      [now.captures, now.lists, now.claims, now.agencies, now.recorded?.slice(0, 10)],
      [2, 1, 2, 1, '2025-03-05'],
    );
    const then = await countsOf(record.db, '2025-03-04T00:00:00.000Z');
    assert.deepEqual(
      [then.captures, then.lists, then.claims, then.recorded?.slice(0, 10)],
      [1, 1, 1, '2025-03-03'],
    );
    const before = await countsOf(record.db, '2025-03-02T00:00:00.000Z');
    assert.deepEqual([before.captures, before.claims, before.recorded], [0, 0, null]);
  });
});
