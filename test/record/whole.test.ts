import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import {
  appendStarter,
  openRecord,
  type RecordReader,
  readRecord,
  readStarter,
  rebuild,
} from '../../src/record/index.ts';
import { testRecord } from '../site/record.ts';

/** Every answer of the whole is that of the question for one agency. */
async function compare(reader: RecordReader, every: number): Promise<number> {
  const on = (await reader.counts()).newest!;
  const whole = await reader.whole(on);
  const ids = [...(await reader.evidentAgencies())].sort().filter((_, i) => i % every === 0);
  for (const id of [...ids, 'us-tx-nobody']) {
    const view = await reader.agency(id, { on });
    assert.deepEqual(whole.agency(id), view, id);
    assert.deepEqual(await whole.explain(id), await reader.explain(id), id);
    assert.deepEqual(whole.changes(id), await reader.changes({ from: '1900-01-01', to: on, agency: id }), id);
    for (const { evidence, source } of view?.claims ?? [])
      for (const one of evidence)
        if (one.type === 'row') {
          const asked = [source.capture!, one.row, 1] as const;
          assert.deepEqual(whole.rows(...asked), await reader.rows(...asked), id);
        }
  }
  return ids.length;
}

test('captured lists, an article and starter facts: read whole, every agency is as when asked alone', async () => {
  const made = await testRecord();
  try {
    assert.ok((await compare(made.reader, 1)) > 30);
    assert.equal((await made.reader.whole('2026-02-17')).rows('0'.repeat(64), 1, 1), null);
  } finally {
    await made.close();
  }
});

test('cited lists: read whole, agencies are as when asked alone', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-whole-'));
  const record = await openRecord(dir, { create: true });
  await appendStarter(record, readStarter('starter'), quietEffects());
  await rebuild(record);
  const reader = await readRecord(record);
  try {
    assert.ok((await compare(reader, 40)) > 30);
  } finally {
    await reader.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
