import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { itemOf, jsonFeed } from '../../src/read/feed-json.ts';

const VERSION = 'https://jsonfeed.org/version/1.1';
const feed = (more: object) => jsonFeed(JSON.stringify({ version: VERSION, items: [], ...more }));

test('a JSON feed is known by its version and its list of items', () => {
  assert.deepEqual(feed({ title: 'News' }), { form: 'json', title: 'News', items: [], isCut: false });
  assert.ok(feed({ version: 'http://www.jsonfeed.org/version/1' }));
  for (const more of [
    { version: 'https://example.org/version/1' },
    { version: 1 },
    { items: {} },
    { items: null },
  ])
    assert.equal(feed(more), null, JSON.stringify(more));
  for (const text of ['', '[]', 'null', '"x"', '{']) assert.equal(jsonFeed(text), null, text);
  assert.equal(feed({ items: [1, null, [], { id: 'a' }] })?.items.length, 1);
  assert.equal(feed({ items: Array.from({ length: 10_001 }, (_, id) => ({ id })) })?.items.length, 10_000);
});

test('the first value that is there is taken, and text becomes markup that shows the same', () => {
  const item = itemOf({
    id: 7,
    external_url: 'https://example.org/7',
    title: 'Ma &amp; Pa',
    date_modified: '2025-03-01',
    content_text: 'a < b & c\n\nsecond',
  });
  assert.deepEqual(item, {
    id: '7',
    url: 'https://example.org/7',
    title: 'Ma & Pa',
    published: '2025-03-01',
    summary: 'a < b & c\n\nsecond',
    html: '<p>a &lt; b &amp; c</p>\n\n<p>second</p>',
    source: item.source,
  });
  const both = itemOf({
    url: 'u',
    external_url: 'e',
    date_published: 'p',
    date_modified: 'm',
    content_html: '<b>x</b> y',
  });
  assert.deepEqual([both.url, both.published, both.summary, both.html], ['u', 'p', 'x y', '<b>x</b> y']);
});

test('values of any kind make an entry of texts, and its own bytes lead to the same entry', () => {
  const names = ['id', 'url', 'title', 'date_published', 'summary', 'content_text', 'content_html'];
  const items = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  fc.assert(
    fc.property(items, (item) => {
      const entry = itemOf(item);
      for (const value of Object.values(entry)) assert.equal(typeof value, 'string');
      assert.deepEqual(itemOf(JSON.parse(entry.source) as Record<string, unknown>), entry);
    }),
  );
});
