import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText, xmlFeed } from '../../src/read/feed-xml.ts';

const rss = (item: string, head = '') =>
  xmlFeed(`<rss><channel>${head}<item>${item}</item></channel></rss>`)!;
const first = (item: string) => rss(item).items[0]!;

test('a feed is known by its root', () => {
  assert.equal(xmlFeed('<rss/>')?.form, 'rss');
  assert.equal(xmlFeed('<RDF:RDF><item/></RDF:RDF>')?.form, 'rss');
  assert.equal(xmlFeed('<?xml version="1.0"?><!-- x --><feed/>')?.form, 'atom');
  for (const text of ['', 'words', '<html/>', '<item/>']) assert.equal(xmlFeed(text), null, text);
});

test('the title is the feed’s own, not that of its picture or of an entry', () => {
  assert.equal(
    rss('<title>A story</title>', '<title>News &amp;amp; more</title><image><title>Logo</title></image>')
      .title,
    'News & more',
  );
  assert.equal(rss('<title>A story</title>').title, '');
});

test('of several elements the first that is filled wins, and the longest text is the text', () => {
  const item = first(
    '<guid></guid><id>b</id><link></link><link>https://a.example/1</link><pubDate>1 May 2020</pubDate><updated>x</updated>' +
      '<description>short</description><content:encoded><![CDATA[<p>a longer <b>text</b></p>]]></content:encoded>',
  );
  assert.deepEqual(
    [item.id, item.url, item.published, item.summary, item.html],
    ['b', 'https://a.example/1', '1 May 2020', 'short', '<p>a longer <b>text</b></p>'],
  );
});

test('an id is an address unless it says that it is none; Atom’s own page is the alternate', () => {
  assert.equal(first('<guid>https://a.example/2</guid>').url, 'https://a.example/2');
  assert.equal(first('<guid isPermaLink="FALSE">https://a.example/2</guid>').url, '');
  const links =
    '<link rel="self" href="s"/><link rel="enclosure" href="e"/><link rel="alternate" href="a"/><link href="b"/>';
  assert.equal(xmlFeed(`<feed><entry>${links}</entry></feed>`)!.items[0]!.url, 'a');
});

test('what stands deeper inside an entry is no field of it, and markup in a field parts words', () => {
  const item = first(
    '<title>Own</title><media><title>Other</title><link>x</link></media><description>One<p/>Two</description>',
  );
  assert.deepEqual([item.title, item.url, item.summary], ['Own', '', 'One Two']);
});

test('each entry’s bytes are its own element, and one that is cut off goes to the end', () => {
  const { items } = xmlFeed('<rss><item><guid>1</guid></item>\n<item><guid>2</guid><title>cut')!;
  assert.deepEqual(
    items.map(({ id, source }) => [id, source]),
    [
      ['1', '<item><guid>1</guid></item>'],
      ['2', '<item><guid>2</guid><title>cut'],
    ],
  );
});

test('no field and no feed grows without end', () => {
  assert.equal(first(`<description>${'a'.repeat(100_000)}</description>`).summary.length, 64 * 1024);
  assert.equal(xmlFeed(`<rss>${'<item/>'.repeat(10_002)}</rss>`)!.items.length, 10_000);
  assert.deepEqual(xmlFeed(`<rss>${'<a>'.repeat(30_000)}<item/>`)!.items, []);
});

test('plain text keeps words whole at inline tags and parts them at blocks', () => {
  assert.equal(plainText("<p>The <b>ICE</b>'s&nbsp;list</p><p>Next<br>line</p>"), "The ICE's list Next line");
  assert.equal(plainText('5 > 4,  as is'), '5 > 4,  as is');
});
