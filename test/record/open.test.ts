import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRecord, openRecord } from '../../src/record/open.ts';

test('of two that make one record at once the second takes nothing from the first', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-create-'));
  const mark = async (value: string) => {
    const record = await openRecord(dir);
    await record.db.insertInto('meta').values({ key: 'mark', value }).execute();
    await record.db.destroy();
  };
  try {
    const slow = createRecord(dir, async () => {
      // The other is done, and written to, while this one still fills its own.
      await createRecord(join(dir, 'other'), async () => {});
      const { renameSync } = await import('node:fs');
      renameSync(join(dir, 'other', 'record.db'), join(dir, 'record.db'));
      await mark('first');
    });
    await assert.rejects(slow, /was made by another program meanwhile; use that one/);
    const record = await openRecord(dir);
    const row = await record.db.selectFrom('meta').selectAll().where('key', '=', 'mark').executeTakeFirst();
    await record.db.destroy();
    assert.equal(row?.value, 'first');
    assert.deepEqual(
      readdirSync(dir).filter((name) => name.endsWith('.part')),
      [],
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});
