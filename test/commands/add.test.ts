import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeXlsx } from 'hucre';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { openRecord, readRecord } from '../../src/record/index.ts';
import { HEADER } from '../workbook.ts';

const SIGNED = new Date('2025-03-03T00:00:00Z');

const row = (i: number) => [
  'TEXAS',
  `Town ${String.fromCharCode(65 + (i % 26), 97 + Math.floor(i / 26))}ville Police Department`,
  'Municipality',
  '',
  'Task Force Model',
  SIGNED,
  '',
  '',
];

/** A list saved on its day: one that claims to be older than its saving would be dated by the saving. */
async function list(day: string, count: number): Promise<Uint8Array> {
  const rows = Array.from({ length: count }, (_, i) => row(i));
  const modified = new Date(`${day}T12:00:00Z`);
  const properties = { modified, created: modified };
  return writeXlsx({ sheets: [{ name: 'Sheet1', rows: [HEADER, ...rows] }], properties });
}

test('a list cut short ends nobody: it is refused with what is missing, and taken only when somebody says that it is whole', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-whole-'));
  const record = await openRecord(join(dir, 'record'), { create: true });
  const path = (day: string) => join(dir, `participatingAgencies${day}am.xlsx`);
  writeFileSync(path('05182026'), await list('2026-05-18', 100));
  writeFileSync(path('06012026'), await list('2026-06-01', 50));
  writeFileSync(path('06022026'), await list('2026-06-02', 96));
  writeFileSync(path('06032026'), await list('2026-06-03', 51));
  const partners = async (on: string) =>
    (await (await readRecord(record)).status({ on, position: 'takes-part' })).length;
  try {
    await add(record, [path('05182026')], {}, quietEffects());
    const cut = await add(record, [path('06012026')], {}, quietEffects());
    assert.match(
      cut.refused.join(),
      /06012026am.xlsx" has 50 rows where the record knows 100 agreements .* --whole/,
    );
    assert.equal(await partners('2026-06-01'), 100);
    assert.deepEqual((await add(record, [path('06022026')], {}, quietEffects())).refused, []);
    assert.equal(await partners('2026-06-02'), 96);
    assert.deepEqual((await add(record, [path('06032026')], { whole: true }, quietEffects())).refused, []);
    assert.equal(await partners('2026-06-03'), 51);
  } finally {
    await record.db.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a cut list is refused beside its whole neighbour in one call too', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-whole-'));
  const record = await openRecord(join(dir, 'record'), { create: true });
  const path = (day: string) => join(dir, `participatingAgencies${day}am.xlsx`);
  writeFileSync(path('05182026'), await list('2026-05-18', 100));
  writeFileSync(path('06012026'), await list('2026-06-01', 50));
  try {
    const { refused, lists } = await add(record, [path('05182026'), path('06012026')], {}, quietEffects());
    assert.equal(lists, 1);
    assert.match(refused.join(), /06012026am.xlsx.* has 50 rows where the record knows 100/);
  } finally {
    await record.db.destroy();
    rmSync(dir, { recursive: true });
  }
});

test('columns that were lost or swapped are refused: an empty agency, one name for all, no day of signing', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-whole-'));
  const record = await openRecord(join(dir, 'record'), { create: true });
  const path = join(dir, 'participatingAgencies05182026am.xlsx');
  try {
    for (const [change, refusal] of [
      [
        (cells: unknown[]) => cells.with(1, ''),
        /100 of 100 rows without an agency, such as row 2; get it again/,
      ],
      [(cells: unknown[]) => cells.with(1, cells[2]), /names 1 agencies in 100 rows, such as "Municipality"/],
      [(cells: unknown[]) => cells.with(5, ''), /100 of 100 rows without a readable day of signing/],
      // Saved again by a program that drops the formats: which of two epochs the serials count from is not said.
      [
        (cells: unknown[]) => cells.with(5, '45922'),
        /100 of 100 rows .* such as "45922" in row 2; get it again/,
      ],
    ] as const) {
      const rows = Array.from({ length: 100 }, (_, i) => change(row(i)) as string[]);
      writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [HEADER, ...rows] }] }));
      const { refused, lists } = await add(record, [path], {}, quietEffects());
      assert.equal(lists, 0);
      assert.match(refused.join(), refusal);
    }
  } finally {
    await record.db.destroy();
    rmSync(dir, { recursive: true });
  }
});
