import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from './record.ts';

const site = testSite();

test('where a law is one side, it is named, quoted and linked, never a bare id', async () => {
  const html = await (await site.app.request('/contradictions')).text();
  const book = await site.made.reader.law();
  const found = (await site.made.reader.contradictions({})).filter(({ a }) => a.type === 'provision');
  assert.ok(found.length > 0);
  for (const { a } of found) {
    const provision = book.provisions.get(a.type === 'provision' ? a.provision : '')!;
    assert.ok(html.includes(`href="./policy/${provision.instrument}#${provision.id}"`), provision.id);
    assert.ok(!html.includes(`A provision of a policy: ${provision.id}`), provision.id);
  }
});
