import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebuild } from '../../src/record/index.ts';
import { agreementsOn } from '../../src/record/live.ts';
import { at, learn, listCapture, withRecord } from './world.ts';

test('an agreement counts from its first list until a list lacks it, the days between included', () =>
  withRecord(async (record) => {
    const row = (agency: string) => ({ state: 'TEXAS', agency, signed: '2026-01-01' });
    const [one, two] = [row('Harris County Sheriff'), row('Dallas County Sheriff')];
    await learn(
      record,
      '2026-03-01',
      listCapture('2026-01-05', [one, two]),
      listCapture('2026-01-12', [one]),
    );
    await rebuild(record, at('2026-03-01'));
    const counts = await Promise.all(
      ['2025-12-31', '2026-01-05', '2026-01-11', '2026-01-12', '9999-12-30'].map((day) =>
        agreementsOn(record.db, day),
      ),
    );
    assert.deepEqual(counts, [0, 2, 2, 1, 1]);
  }));
