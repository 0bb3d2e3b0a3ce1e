import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Kysely } from 'kysely';
import { addDays, quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { mergeRecords, openRecord, readRecord } from '../../src/record/index.ts';
import { deriveAsKnown } from '../../src/record/scope.ts';
import { testRecord } from '../site/record.ts';
import { participating } from '../workbook.ts';
import { withRecord } from './world.ts';

test('many days asked for at once each get their own answer, and no question loses its database', async () => {
  const { reader, close } = await testRecord();
  try {
    // Everything was learned on one day: before it nothing was known, from it on everything.
    const learned = String((await reader.counts()).recorded).slice(0, 10);
    const days = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0].map((n) => addDays(learned, n));
    const ask = (known: string) => reader.status({ on: '2026-02-20', known });
    const rows = await Promise.all([...days, ...days].map(ask));
    const now = await reader.status({ on: '2026-02-20' });
    assert.ok(now.length > 10);
    for (const [i, answer] of rows.entries()) assert.deepEqual(answer, i % 10 === 9 ? now : []);
  } finally {
    await close();
  }
});

test('what a merge brings of an earlier day is known to a reader that had asked of it before', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-scope-'));
  const at = (moment: string) => quietEffects({ now: () => Date.parse(moment) });
  const recordWith = async (name: string, agency: string, day: string, moment: string) => {
    const record = await openRecord(join(dir, name), { create: true });
    const file = join(dir, `participatingAgencies${day}.xlsx`);
    writeFileSync(file, await participating([['TEXAS', agency, 'Task Force Model', '2025-02-18']]));
    await add(record, [file], {}, at(moment));
    return record;
  };
  const record = await recordWith('own', 'Smith County Sheriff', '02212025', '2026-06-01T12:00:00Z');
  const later = join(dir, 'later.txt');
  writeFileSync(later, 'The council met on Tuesday and adopted the budget of the next year.');
  await add(record, [later], {}, at('2026-06-20T12:00:00Z'));
  const reader = await readRecord(record);
  try {
    const ask = async () =>
      (await reader.intervals('2026-06-10')).map(({ agency }) => agency).filter((id) => id.includes('wood'));
    assert.deepEqual(await ask(), []);
    const other = await recordWith('other', 'Wood County Sheriff', '02222025', '2026-06-02T12:00:00Z');
    await other.db.destroy();
    // As another program does it, while the reader goes on.
    const again = await openRecord(join(dir, 'own'));
    await mergeRecords(again, [join(dir, 'other')], at('2026-06-21T12:00:00Z'));
    await again.db.destroy();
    assert.deepEqual(await ask(), ['us-tx-wood-county-sheriff']);
  } finally {
    await reader.close();
    rmSync(dir, { recursive: true, force: true });
  }
});

test('what cannot be derived leaves no connection open', async (t) => {
  await withRecord(async (record) => {
    await record.db
      .insertInto('registry')
      .values({ id: 'x', origin: 'starter', agency: 'no JSON', recorded: '2026-01-01' })
      .execute();
    const closed = t.mock.method(Kysely.prototype, 'destroy');
    await assert.rejects(deriveAsKnown(record, '9999'), SyntaxError);
    assert.equal(closed.mock.callCount(), 1);
    closed.mock.restore();
  });
});
