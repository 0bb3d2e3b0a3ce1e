import assert from 'node:assert/strict';
import { test } from 'node:test';
import { captureId, lastRecorded, later, recordTime, setMeta } from '../../src/record/meta.ts';
import { at, learn, textCapture, withRecord } from './world.ts';

test('record time never goes back, whatever the clock does', () =>
  withRecord(async ({ db }) => {
    assert.equal(await recordTime(db, at('2026-01-02')), '2026-01-02T12:00:00.000Z');
    assert.equal(await recordTime(db, at('2020-01-01')), '2026-01-02T12:00:00.000Z');
    assert.equal(await recordTime(db, at('2026-01-03')), '2026-01-03T12:00:00.000Z');
    // What answers a decision comes after it.
    assert.equal(
      await recordTime(db, at('2026-01-03'), '2026-01-03T12:00:00.000Z'),
      '2026-01-03T12:00:00.001Z',
    );
    assert.equal(await lastRecorded(db), '2026-01-03T12:00:00.001Z');
  }));

test('a note is overwritten, and a capture has its row', () =>
  withRecord(async (record) => {
    assert.equal(await lastRecorded(record.db), null);
    await setMeta(record.db, 'recorded', 'a');
    await setMeta(record.db, 'recorded', '2020-01-01T00:00:00.000Z');
    assert.equal(await lastRecorded(record.db), '2020-01-01T00:00:00.000Z');
    const capture = textCapture(record, 'words', []);
    assert.equal(await captureId(record.db, capture.sha), null);
    await learn(record, '2026-01-02', capture);
    assert.equal(await captureId(record.db, capture.sha), 1);
  }));

test('a time comes after another by a millisecond where it would not', () => {
  assert.equal(later('2026-01-01T00:00:00.000Z', undefined), '2026-01-01T00:00:00.000Z');
  assert.equal(later('2026-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z'), '2026-01-01T00:00:00.000Z');
  assert.equal(later('2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'), '2027-01-01T00:00:00.000Z');
});
