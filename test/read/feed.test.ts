import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../../src/base/index.ts';
import { feedDay } from '../../src/read/feed.ts';
import { readFeed as read } from '../../src/read/index.ts';

// The bytes of entries have their own test.
const readFeed = (...args: Parameters<typeof read>) => {
  const { items, ...feed } = read(...args);
  return { ...feed, items: items.map(({ bytes: _, ...item }) => item) };
};
const bytes = (text: string) => new TextEncoder().encode(text);
const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>County news</title><link>https://example.org/</link>
<image><title>Logo</title></image><atom:link href="https://example.org/feed" rel="self"/>
<item><title>Sheriff &amp; jail</title><link>/story-1</link><guid isPermaLink="false">abc-1</guid>
<pubDate>Tue, 04 Mar 2025 23:30:00 -0600</pubDate><description><![CDATA[<p>The <b>ICE</b>'s list.</p><p>Second &amp; last.</p>]]></description></item>
<item><guid>https://example.org/story-2</guid><dc:date>2025-03-05T01:00:00Z</dc:date></item></channel></rss>`;

test('RSS: titles, whole addresses, the day in the publisher’s zone, plain summaries', () => {
  const feed = readFeed(bytes(RSS), { url: 'https://example.org/feed' });
  assert.deepEqual(feed, {
    form: 'rss',
    title: 'County news',
    items: [
      {
        id: 'abc-1',
        url: 'https://example.org/story-1',
        title: 'Sheriff & jail',
        published: '2025-03-04',
        summary: "The ICE's list. Second & last.",
      },
      {
        id: 'https://example.org/story-2',
        url: 'https://example.org/story-2',
        title: null,
        published: '2025-03-04',
        summary: null,
      },
    ],
  });
});

test('Atom: the page’s own link, inline XHTML, published before updated', () => {
  const feed = readFeed(
    bytes(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Releases</title><entry><id>tag:1</id><title type="html">A &amp;lt;b&amp;gt;</title>
<link rel="self" href="https://a.example/x.atom"/><link rel="alternate" href="https://a.example/x"/><updated>2025-03-09T00:00:00Z</updated>
<published>2025-03-01T09:00:00-05:00</published><content type="xhtml"><div><p>One</p><p>Two</p></div></content></entry></feed>`),
  );
  assert.equal(feed.form, 'atom');
  const [item] = feed.items;
  assert.deepEqual(
    [item!.id, item!.url, item!.published, item!.summary],
    ['tag:1', 'https://a.example/x', '2025-03-01', 'One Two'],
  );
});

test('JSON Feed', () => {
  const feed = readFeed(
    bytes(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: [
          {
            id: 7,
            url: 'https://a.example/7',
            content_html: '<p>Hello</p>',
            date_published: '2025-03-01T09:00:00-05:00',
          },
          'junk',
          { title: 'no id' },
          {},
        ],
      }),
    ),
  );
  assert.deepEqual(feed.items, [
    { id: '7', url: 'https://a.example/7', title: null, published: '2025-03-01', summary: 'Hello' },
    { id: 'no id', url: null, title: 'no id', published: null, summary: null },
  ]);
});

test('a feed that is cut off gives what it has', () => {
  const cut = RSS.slice(0, RSS.indexOf('<dc:date>'));
  assert.deepEqual(
    readFeed(bytes(cut)).items.map((item) => item.id),
    ['abc-1', 'https://example.org/story-2'],
  );
  const told: string[] = [];
  for (const text of [cut, RSS]) read(bytes(text), {}, (line) => told.push(line));
  assert.deepEqual(told, ['feed is cut off before its end; what it holds was read, get it again']);
});

test('addresses that are no web pages are none', () => {
  const feed = readFeed(
    bytes('<rss><channel><item><guid>x</guid><link>javascript:alert(1)</link></item></channel></rss>'),
  );
  assert.equal(feed.items[0]!.url, null);
});

test('what is no feed is refused in one line, and hostile ones end soon', () => {
  for (const bad of [
    '',
    'hello',
    '<html><body>no</body></html>',
    '{"a":1}',
    '{"version":"https://jsonfeed.org/version/1"',
    '[1]',
  ]) {
    assert.throws(
      () => readFeed(bytes(bad)),
      (error: unknown) => error instanceof UserError && /^(?:feed|document) is .+; give/.test(error.message),
    );
  }
  const deep = readFeed(bytes(`<rss><channel><item><guid>1</guid>${'<a>'.repeat(1_000_000)}`));
  assert.equal(deep.items.length, 1);
  const many = readFeed(bytes(`<rss><channel>${'<item><guid>1</guid></item>'.repeat(20_000)}`));
  assert.equal(many.items.length, 10_000);
});

test('a summary is cut at 2,000 characters, and none of them in two', () => {
  const summary = (text: string) =>
    readFeed(
      bytes(`<rss><channel><item><guid>1</guid><description>${text}</description></item></channel></rss>`),
    ).items[0]!.summary;
  assert.equal(summary('a'.repeat(3000)), 'a'.repeat(2000));
  assert.equal(summary(`a${'😀'.repeat(1500)}`), `a${'😀'.repeat(999)}`);
});

test('days as feeds write them', () => {
  const cases: [string, string | null][] = [
    ['Tue, 04 Mar 2025 23:30:00 -0600', '2025-03-04'],
    ['4 March 2025 10:00 EST', '2025-03-04'],
    ['04 Mar 25 10:00 GMT', '2025-03-04'],
    ['Wed, 05 Mar 2025 02:30:00 +0000', '2025-03-04'],
    ['Wed, 05 Mar 2025 00:00:00 GMT', '2025-03-05'],
    ['2025-03-05T02:30:00Z', '2025-03-04'],
    ['2025-03-05T02:30:00+01:00', '2025-03-05'],
    ['2025-03-04T23:30:00-06:00', '2025-03-04'],
    ['2025-03', '2025-03'],
    ['2025-13', null],
    ['Tue, 31 Feb 2025 00:00:00 GMT', null],
    ['yesterday', null],
    ['', null],
  ];
  for (const [raw, day] of cases) assert.equal(feedDay(raw), day, raw);
});

test('an entry has its own bytes: its element as it stands, or its object in canonical form', () => {
  const [first, second] = read(bytes(RSS)).items;
  assert.match(first!.bytes.toString(), /^<item><title>Sheriff &amp; jail<\/title>.*<\/item>$/s);
  assert.match(second!.bytes.toString(), /^<item><guid>.*<\/item>$/s);
  const json = '{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"B", "id":"a"}]}';
  assert.equal(read(bytes(json)).items[0]!.bytes.toString(), '{"id":"a","title":"B"}');
});
