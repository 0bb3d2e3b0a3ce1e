import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appendArchive, appendEvent, eventFaults, readEvents } from '../../src/record/events.ts';
import { at, withRecord } from './world.ts';

test('events come back in their order, up to a moment; the same one of the same time is one', () =>
  withRecord(async (record) => {
    const { db } = record;
    await appendArchive(record, { name: 'a.warc', records: 3 }, at('2026-01-02'));
    await appendArchive(record, { records: 3, name: 'a.warc' }, at('2026-01-02'));
    await appendEvent(db, 'rules', { rules: '7' }, at('2026-01-03'));
    const events = await readEvents(db);
    assert.deepEqual(events, [
      { kind: 'archive', facts: { name: 'a.warc', records: 3 }, recorded: '2026-01-02T12:00:00.000Z' },
      { kind: 'rules', facts: { rules: '7' }, recorded: '2026-01-03T12:00:00.000Z' },
    ]);
    assert.deepEqual(await readEvents(db, '2026-01-02T12:00:00.000Z'), events.slice(0, 1));
    assert.deepEqual(await readEvents(db, '2026-01-01'), []);
  }));

test('an event whose row was changed is told by its number', () =>
  withRecord(async ({ db }) => {
    await appendEvent(db, 'merge', { claims: 3 }, at('2026-01-02'));
    await appendEvent(db, 'merge', { claims: 4 }, at('2026-01-03'));
    assert.deepEqual(await eventFaults(db), []);
    await db.updateTable('event').set({ facts: '{"claims":5}' }).where('seq', '=', 2).execute();
    assert.deepEqual(await eventFaults(db), ['event 2: its row was changed']);
  }));
