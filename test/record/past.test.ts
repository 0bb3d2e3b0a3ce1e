import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addDays, type Day } from '../../src/base/index.ts';
import {
  decide,
  mergeRecords,
  type OpenRecord,
  openRecord,
  readRecord,
  rebuild,
  verify,
} from '../../src/record/index.ts';
import { pastReaches } from '../../src/record/past.ts';
import { deriveAsKnown, endOf } from '../../src/record/scope.ts';
import { statusOn } from '../../src/record/status.ts';
import { at, inFolder, learn, listCapture, textCapture, withRecord } from './world.ts';

const row = (county: string, signed: Day) => ({
  state: 'TEXAS',
  agency: `${county} County Sheriff's Office`,
  signed,
  county: `${county} County`,
});
const HARRIS = row('Harris', '2025-02-03');
const SMITH = row('Smith', '2025-01-15');
const WALKER = row('Walker', '2025-01-20');
const ON = '2025-03-20';

/** A list on each of four days of record time, learned in another order than that of their own days. */
async function fourDays(record: OpenRecord): Promise<void> {
  const lists = [
    listCapture('2025-03-10', [HARRIS, SMITH]),
    listCapture('2025-03-24', [SMITH, WALKER]),
    listCapture('2025-03-03', [HARRIS]),
    listCapture('2025-03-17', [HARRIS, SMITH, WALKER]),
  ];
  for (const [i, list] of lists.entries()) {
    const day = addDays('2026-01-01', 2 * i);
    await learn(record, day, list);
    await rebuild(record, at(day));
  }
}

/** That a status as known on each day, looked up, is what deriving the log up to it gives; and whether it was looked up. */
async function lookedUp(record: OpenRecord, days: readonly Day[]): Promise<boolean[]> {
  const reader = await readRecord(record);
  const reached: boolean[] = [];
  for (const known of days) {
    const scratch = await deriveAsKnown(record, endOf(known));
    for (const on of ['2025-03-05', ON, '2025-03-30'])
      assert.deepEqual(await reader.status({ on, known }), await statusOn(scratch, { on }), `${on} ${known}`);
    await scratch.destroy();
    reached.push(await pastReaches(record.db, known));
  }
  return reached;
}

/** What verify finds beside the bytes, which these lists never had. */
async function pastFaultsOf(record: OpenRecord): Promise<string[]> {
  const { faults } = await verify(record, at('2026-02-01'), { rebuild: true });
  return faults.filter((fault) => !fault.includes('bytes are missing'));
}

const DAYS = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-05', '2026-01-06'];

test('a status as known on an earlier day is looked up among the rows that gave way', async () => {
  await withRecord(async (record) => {
    await fourDays(record);
    assert.deepEqual(
      await lookedUp(record, DAYS),
      DAYS.map(() => true),
    );
    assert.deepEqual(await pastFaultsOf(record), []);
    // A wrong row of the past is told, and nothing else answers.
    await sql`update interval_past set position = 'declines'`.execute(record.db);
    await assert.rejects(lookedUp(record, DAYS), /declines/);
    assert.match(
      (await pastFaultsOf(record)).join(),
      /^derived table interval as known on 2026-01-01: from scratch/,
    );
  });
});

test('a list that shows the same again leaves no past: only when each was last seen moves', async () => {
  await withRecord(async (record) => {
    await learn(record, '2026-01-01', listCapture('2025-03-03', [HARRIS, SMITH]));
    await rebuild(record, at('2026-01-01'));
    await learn(record, '2026-01-02', listCapture('2025-03-10', [HARRIS, SMITH, WALKER]));
    await rebuild(record, at('2026-01-02'));
    const { rows } = await sql`select * from interval_past`.execute(record.db);
    assert.deepEqual(rows, []);
    const seen = await record.db.selectFrom('interval').select('last_seen').distinct().execute();
    assert.deepEqual(seen, [{ last_seen: '2025-03-10' }]);
    assert.deepEqual(await lookedUp(record, ['2026-01-01']), [true]);
  });
});

test('a decision, and another agency of its name, are known from their day on', async () => {
  await withRecord(async (record) => {
    const words = 'The sheriff ends it.';
    const text = textCapture(
      record,
      words,
      [{ words, programme: 'detainers' }],
      'https://example.org/1',
      '2026-01-01',
    );
    await learn(record, '2026-01-01', text, listCapture('2025-03-03', [HARRIS]));
    await rebuild(record, at('2026-01-01'));
    const target = text.claims?.[0]?.id ?? '';
    const accept = { kind: 'accept' as const, target, answers: null, actor: 'ada', reason: 'read' };
    await decide(record, [accept], at('2026-01-03'));
    assert.deepEqual(await lookedUp(record, ['2026-01-01', '2026-01-02']), [true, true]);
    const reader = await readRecord(record);
    const held = async (known: Day) =>
      (await reader.status({ on: ON, known })).map(({ programme }) => programme);
    assert.deepEqual(await held('2026-01-02'), ['287g-jail']);
    assert.deepEqual(await held('2026-01-03'), ['287g-jail', 'detainers']);
  });
});

test('what a kill left underived, a merge and newer rules give the past up: earlier days are derived again', async () => {
  await inFolder(async (dir) => {
    const record = await openRecord(`${dir}/own`, { create: true });
    await learn(record, '2026-01-01', listCapture('2025-03-10', [HARRIS, SMITH]));
    await rebuild(record, at('2026-01-01'));
    // Learned and not derived, and something on a later day.
    await learn(record, '2026-01-03', listCapture('2025-03-24', [SMITH]));
    await learn(record, '2026-01-05', listCapture('2025-03-17', [HARRIS, SMITH, WALKER]));
    await rebuild(record, at('2026-01-05'));
    assert.deepEqual(await lookedUp(record, ['2026-01-02', '2026-01-04', '2026-01-05']), [
      false,
      false,
      true,
    ]);

    const other = await openRecord(`${dir}/other`, { create: true });
    await learn(other, '2026-01-02', listCapture('2025-03-03', [HARRIS]));
    await rebuild(other, at('2026-01-02'));
    await other.db.destroy();
    await learn(record, '2026-01-07', listCapture('2025-03-31', [SMITH, WALKER]));
    await rebuild(record, at('2026-01-07'));
    assert.deepEqual(await lookedUp(record, ['2026-01-05', '2026-01-06']), [true, true]);
    await mergeRecords(record, [`${dir}/other`], at('2026-01-07'));
    assert.deepEqual(await lookedUp(record, ['2026-01-02', '2026-01-06', '2026-01-07']), [
      false,
      false,
      true,
    ]);

    await sql`update meta set value = replace(value, '"rules":"', '"rules":"older ') where key = 'past'`.execute(
      record.db,
    );
    assert.deepEqual(await lookedUp(record, ['2026-01-06']), [false]);
    await record.db.destroy();
  });
});
