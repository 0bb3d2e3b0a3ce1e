import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { createApp } from '../../src/site/index.ts';
import { ASSETS, type TestRecord, testRecord } from './record.ts';

let made: TestRecord;
let app: Hono;
before(async () => {
  made = await testRecord();
  app = createApp(made.reader, { assets: ASSETS });
});
after(() => made.close());

const get = async (path: string) => (await app.request(path)).text();

test('who left a list bears the mark of what ended, and a lone day says of what it is the day', async () => {
  const { capture } = (await made.reader.lists()).at(-1)!;
  const [, gone = ''] = (await get(`/publication/${capture}`)).split('id="gone"');
  assert.match(gone, /Coral Springs Police Department/);
  assert.match(gone, /class="chip ends"/);
  assert.doesNotMatch(gone, /class="chip takes-part"/);
  assert.match(gone, /signed 4 Apr(il)? 2025/);
});

test('on the day of the first list, and on no other, the changes say that who is new there may not be new', async () => {
  const days = [...new Set((await made.reader.lists()).map(({ day }) => day))].sort();
  const first = days[0]!;
  const says = /may have been listed before/;
  assert.match(await get(`/changes/${first}`), says);
  assert.doesNotMatch(await get(`/changes/${days.at(-1)}`), says);
  assert.match(await get(`/es/changes?from=${first}&to=${first}`), /puede haber estado antes/);
});
