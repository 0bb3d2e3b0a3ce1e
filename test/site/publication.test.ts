import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from './record.ts';

const site = testSite();

const get = async (path: string) => (await site.app.request(path)).text();

test('who left a list bears the mark of what ended, and a lone day says of what it is the day', async () => {
  const { capture } = (await site.made.reader.lists()).at(-1)!;
  const [, gone = ''] = (await get(`/publication/${capture}`)).split('id="gone"');
  assert.match(gone, /Coral Springs Police Department/);
  assert.match(gone, /class="chip ends"/);
  assert.doesNotMatch(gone, /class="chip takes-part"/);
  assert.match(gone, /signed 4 Apr(il)? 2025/);
});

test('on the day of the first list, and on no other, the changes say that who is new there may not be new', async () => {
  const days = [...new Set((await site.made.reader.lists()).map(({ day }) => day))].sort();
  const first = days[0]!;
  const says = /may have been listed before/;
  assert.match(await get(`/changes/${first}`), says);
  assert.doesNotMatch(await get(`/changes/${days.at(-1)}`), says);
  assert.match(await get(`/es/changes?from=${first}&to=${first}`), /puede haber estado antes/);
});
