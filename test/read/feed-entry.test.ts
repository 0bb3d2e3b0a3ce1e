import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '../../src/read/feed-entry.ts';
import { readFeed } from '../../src/read/index.ts';

const entries = {
  rss: '<rss><channel><item><title>Tom &amp;amp; &amp;lt;Co&amp;gt;</title><pubDate>Tue, 04 Mar 2025 23:30:00 -0600</pubDate><description>short</description><content:encoded><![CDATA[<p>The jail will hold nobody.</p><p>Second.</p>]]></content:encoded></item></channel></rss>',
  atom: '<feed><entry><title>Tom &amp;amp; &amp;lt;Co&amp;gt;</title><published>2025-03-04</published><content type="html">&lt;p&gt;The jail will hold nobody.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;</content></entry></feed>',
  json: JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [
      {
        title: 'Tom &amp; &lt;Co&gt;',
        date_published: '2025-03-04T23:30:00-06:00',
        content_text: 'The jail will hold nobody.\nSecond.',
      },
    ],
  }),
};

test('an entry of every form is read from its own bytes: its title, its day, the longest of its texts', () => {
  for (const [form, text] of Object.entries(entries)) {
    const { bytes } = readFeed(Buffer.from(text)).items[0]!;
    const reading = readEntry(bytes);
    assert.deepEqual([reading.reader, reading.published], ['entry', '2025-03-04'], form);
    assert.match(reading.text, /The jail will hold nobody\.\n+Second\.$/, form);
    assert.equal(reading.title, 'Tom & <Co>', form);
    assert.ok(reading.text.startsWith(`${reading.title}\n`), form);
    // The same bytes give the same reading.
    assert.deepEqual(readEntry(bytes), reading);
  }
});

test('what is no entry is refused', () => {
  for (const text of ['', 'words', '<p>x</p>', '{"id":'])
    assert.throws(
      () => readEntry(Buffer.from(text)),
      /entry is no entry of a feed; give the feed itself/,
      text,
    );
});
