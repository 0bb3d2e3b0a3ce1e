import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { agencyIdOf } from '../../src/commands/show.ts';
import { openRecord, readRecord } from '../../src/record/index.ts';
import { inFolder } from '../cli.ts';
import { participating } from '../workbook.ts';

const signed = (name: string, model = 'Warrant Service Officer') =>
  ['MINNESOTA', name, model, '2025-03-27'] as [string, string, string, string];

test('an agency is given by id, by its name or as a list printed it', async () => {
  await inFolder(async (dir) => {
    const record = await openRecord(join(dir, 'record'), { create: true });
    const files = [
      ['03282025', [signed("Freeborn Co. Sheriff's Department"), signed('Jackson Police Department')]],
      ['03312025', [signed("Freeborn County Sheriff's Office"), signed('Jackson Police Department')]],
    ] as const;
    const paths: string[] = [];
    for (const [day, rows] of files) {
      paths.push(join(dir, `participatingAgencies${day}.xlsx`));
      writeFileSync(paths.at(-1)!, await participating([...rows]));
    }
    await add(record, paths, {}, quietEffects());
    const reader = await readRecord(record);
    const id = 'us-mn-freeborn-county-sheriff';
    for (const text of [
      id,
      "freeborn county sheriff's office",
      'Freeborn County Sheriff’s Office',
      'Freeborn Co. Sheriff’s Department',
      'FREEBORN CO SHERIFFS DEPARTMENT',
    ])
      assert.equal(await agencyIdOf(reader, text), id, text);
    await assert.rejects(agencyIdOf(reader, 'Freeborn County'), /is not one id or name of the record/);
    for (const text of ['', '’', '北京'])
      await assert.rejects(agencyIdOf(reader, text), /is not in the record/, text);
    await record.db.destroy();
  });
});
