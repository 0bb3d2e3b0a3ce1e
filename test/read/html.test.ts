import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { readHtml } from '../../src/read/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function lines(html: string): string[] {
  const reading = readHtml(bytes(html), {});
  return reading.blocks.map((block) => `${block.kind}: ${reading.text.slice(block.start, block.end)}`);
}

test('blocks are lines of visible text, in the kinds of their elements', () => {
  const html = `<html lang="en"><body><h1>Title &amp; more</h1><p>One\n  two&nbsp;three<br>four</p>
    <ul><li>item</li></ul><table><tr><td>Cobb</td><td>GA</td></tr></table></body></html>`;
  assert.deepEqual(lines(html), [
    'heading: Title & more',
    'paragraph: One two three',
    'paragraph: four',
    'list-item: item',
    'table-row: Cobb GA',
  ]);
});

test('hidden elements are not there', () => {
  const html =
    '<p hidden>a</p><p style="display: none">b</p><template><p>c</p></template><noscript>d</noscript><p>shown</p>';
  assert.deepEqual(lines(html), ['paragraph: shown']);
});

test('navigation, asides, comments, newsletter boxes and captions are marked', () => {
  const html = `<nav><a>News</a></nav><div class="cookie-banner">We use cookies</div>
    <article class="post with-sidebar"><p>The sheriff spoke.</p>
    <figure><img><figcaption>A jail. Photo: AP</figcaption></figure>
    <div class="newsletter-signup"><p>Sign up</p></div><h3>Related Articles</h3><ul><li>Other</li></ul></article>
    <div id="comments"><p>first!</p></div><footer>© 2026</footer>`;
  assert.deepEqual(lines(html), [
    'furniture: News',
    'furniture: We use cookies',
    'paragraph: The sheriff spoke.',
    'caption: A jail. Photo: AP',
    'furniture: Sign up',
    'furniture: Related Articles',
    'furniture: Other',
    'furniture: first!',
    'furniture: © 2026',
  ]);
});

test('metadata: JSON-LD before OpenGraph before <time>', () => {
  const ld =
    '{"@graph":[{"@type":"NewsArticle","headline":"H","datePublished":"2021-01-05T23:00:00-05:00","publisher":{"name":"The Sentinel"}}]}';
  const page = readHtml(
    bytes(`<html lang="es"><head><meta property="og:site_name" content="Other">
      <script type="application/ld+json">${ld}</script></head><body><time datetime="2020-02-02"></time><p>x</p></body></html>`),
    {},
  );
  assert.deepEqual(
    [page.title, page.publisher, page.published, page.lang],
    ['H', 'The Sentinel', '2021-01-05', 'es'],
  );
  const plain = readHtml(
    bytes('<title>T</title><meta property="article:published_time" content="2019-12-01"><p>x</p>'),
    {},
  );
  assert.deepEqual([plain.title, plain.published], ['T', '2019-12-01']);
});

test('charset: header, meta, and Windows-1252 where the bytes are no UTF-8', () => {
  const latin = Uint8Array.from(
    [...'<p>A', 0xf1, ...'o</p>'].map((c) => (typeof c === 'string' ? c.charCodeAt(0) : c)),
  );
  assert.equal(readHtml(latin, {}).text, 'Año');
  assert.equal(readHtml(latin, { charset: 'iso-8859-1' }).text, 'Año');
  assert.equal(readHtml(latin, { charset: 'no-such-charset' }).text, 'Año');
  assert.equal(readHtml(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('<p>Año')]), {}).text, 'Año');
});

test('hostile pages end quickly: deep nesting, one endless tag, cut in the middle', () => {
  const before = process.cpuUsage();
  const deep = readHtml(bytes(`<p>before</p>${'<div>'.repeat(2_000_000)}`), {});
  assert.equal(deep.text, 'before');
  readHtml(bytes(`<a ${'b="c" '.repeat(3_000_000)}`), {});
  readHtml(bytes('<b'.repeat(5_000_000)), {});
  assert.equal(readHtml(bytes('<p>whole</p><p>half <a href="x'), {}).text, 'whole\nhalf');
  // One line of many pieces, and dates without end in it.
  readHtml(bytes(`<p>${'said <b>x</b><time datetime="2017-01-01">y</time> '.repeat(100_000)}`), {});
  const told: string[] = [];
  readHtml(bytes('<h1>x</h1>'.repeat(300_000)), {}, quietEffects({ warn: (line) => told.push(line) }));
  assert.deepEqual(told, ['page has more than 200000 elements; it was read up to there']);
  const { user } = process.cpuUsage(before);
  assert.ok(user < 8e6, `took ${user / 1e6} s of CPU`);
});
