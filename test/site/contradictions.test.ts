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

test('where a law is one side, it is named, quoted and linked, never a bare id', async () => {
  const html = await (await app.request('/contradictions')).text();
  const book = await made.reader.law();
  const found = (await made.reader.contradictions({})).filter(({ a }) => a.type === 'provision');
  assert.ok(found.length > 0);
  for (const { a } of found) {
    const provision = book.provisions.get(a.type === 'provision' ? a.provision : '')!;
    assert.ok(html.includes(`href="./policy/${provision.instrument}#${provision.id}"`), provision.id);
    assert.ok(!html.includes(`A provision of a policy: ${provision.id}`), provision.id);
  }
});
