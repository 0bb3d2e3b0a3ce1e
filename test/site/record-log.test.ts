import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { createApp } from '../../src/site/index.ts';
import { ASSETS, type TestRecord, testRecord } from './record.ts';

let made: TestRecord;
before(async () => {
  made = await testRecord();
});
after(() => made.close());

test('the page of the record’s own changes tells what was taken in and decided, by whom and why, and nothing of the world', async () => {
  const [item] = await made.reader.review({});
  const target = item?.claim?.id ?? '';
  const reason = 'another <b>office</b> is meant';
  await made.reader.decide(
    [{ kind: 'reject', target, actor: 'Ann', reason, answers: null }],
    quietEffects({ now: () => Date.parse('2026-03-05T12:00:00Z') }),
  );
  const app = createApp(made.reader, { assets: ASSETS, delivery: 'served' });
  const html = await (await app.request('/record')).text();
  assert.match(html, /<h1>What was done to this record<\/h1>/);
  assert.match(html, /decided by a person<\/b> · by Ann/);
  assert.match(html, /\(another &lt;b&gt;office&lt;\/b&gt; is meant\)/);
  assert.match(html, /taken in<\/b>/);
  assert.doesNotMatch(html, /Coral Springs/, 'who left a list is a change in the world');
  const { changes } = (await (await app.request('/record.json')).json()) as {
    changes: { kind: string; recorded: string }[];
  };
  assert.equal(changes[0]?.kind, 'decided', 'newest first');
  assert.ok(changes.every(({ recorded }, i) => i === 0 || recorded <= (changes[i - 1]?.recorded ?? '')));
  const spanish = await (await app.request('/es/record')).text();
  assert.match(spanish, /<h1>Qué se hizo con este registro<\/h1>/);
  assert.match(spanish, /por Ann/);
});
