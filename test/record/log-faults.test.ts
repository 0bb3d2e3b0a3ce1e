import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebuild } from '../../src/record/index.ts';
import { logFaults, lostRows } from '../../src/record/log-faults.ts';
import { setMeta } from '../../src/record/meta.ts';
import type { OpenRecord } from '../../src/record/open.ts';
import { at, learn, textCapture, withRecord } from './world.ts';

/** What the log of a record of three stories lacks once `harm` was done to it. */
function faultsAfter(harm: (db: OpenRecord['db']) => Promise<unknown>): Promise<string[]> {
  return withRecord(async (record) => {
    for (const n of [1, 2, 3])
      await learn(
        record,
        `2026-01-0${n}`,
        textCapture(record, `It ended ${n}.`, [{ words: `ended ${n}` }], `https://example.org/${n}`),
      );
    await rebuild(record, at('2026-01-04'));
    assert.deepEqual(await logFaults(record.db), []);
    assert.deepEqual(await lostRows(record.db), []);
    await harm(record.db);
    return logFaults(record.db);
  });
}

test('a row that was taken out is told by its number, wherever it stood', async () => {
  const middle = await faultsAfter((db) => db.deleteFrom('sighting').where('id', '=', 2).execute());
  assert.ok(middle.includes('log table sighting: row 2 is missing'), middle.join('; '));
  assert.ok(middle.includes('log table sighting: 2 rows, where there were 3'));
  const first = await faultsAfter((db) => db.deleteFrom('sighting').where('id', '<=', 2).execute());
  assert.ok(first.includes('log table sighting: rows 1 to 2 are missing'), first.join('; '));
  // The last one leaves no gap: what was derived from it, and how many there were, tell of it.
  const last = await faultsAfter((db) => db.deleteFrom('sighting').where('id', '=', 3).execute());
  assert.deepEqual(last, ['log table sighting: 2 rows, where there were 3']);
});

test('a claim that is gone is told by its name and by the reading that found it', async () => {
  const faults = await faultsAfter((db) => db.deleteFrom('claim').where('seq', '=', 3).execute());
  assert.equal(faults.filter((fault) => /^claim [0-9a-f]+: its row is missing$/.test(fault)).length, 1);
  assert.equal(
    faults.filter((fault) => /^claim with content .+, read in sha256:.+ at 2026-01-03T/.test(fault)).length,
    1,
  );
});

test('a clock that was set back is told with the row that is younger', async () => {
  const faults = await faultsAfter((db) => setMeta(db, 'recorded', '2026-01-02T12:00:00.000Z'));
  assert.ok(faults.length > 0);
  for (const fault of faults)
    assert.match(
      fault,
      /^record time was set back: it says 2026-01-02T12:00:00.000Z, and log table \w+ has a row of 2026-01-0[34]T/,
    );
});
