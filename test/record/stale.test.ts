import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebuild } from '../../src/record/index.ts';
import { countsNoted, isStale, logCounts, noteDerived } from '../../src/record/stale.ts';
import { at, learn, listCapture, textCapture, withRecord } from './world.ts';

test('what is derived is stale from the first new row of the log until it is derived again', () =>
  withRecord(async (record) => {
    const { db } = record;
    assert.equal(await isStale(db), true);
    assert.deepEqual(await countsNoted(db), []);
    await noteDerived(db);
    assert.equal(await isStale(db), false);
    await learn(record, '2026-01-02', textCapture(record, 'words', []));
    assert.equal(await isStale(db), true);
    const grown = (await countsNoted(db)).filter(({ now, before }) => now !== before);
    assert.deepEqual(
      grown.map(({ table }) => table),
      ['capture', 'sighting', 'reading'],
    );
    assert.ok(grown.every(({ now, before }) => now === 1 && before === 0));
    await rebuild(record, at('2026-01-02'));
    assert.equal(await isStale(db), false);
  }));

test('counts are of the tables asked for, before a day', () =>
  withRecord(async (record) => {
    await learn(record, '2026-01-02', listCapture('2026-01-01', [{ agency: 'One PD' }]));
    await learn(record, '2026-01-05', listCapture('2026-01-04', [{ agency: 'One PD' }]));
    const tables = ['capture', 'claim'] as const;
    assert.equal(await logCounts(record.db, { tables }), '2 0');
    assert.equal(await logCounts(record.db, { tables, before: '2026-01-03' }), '1 0');
    assert.equal(await logCounts(record.db, { tables, before: '2026-01-02' }), '0 0');
  }));
