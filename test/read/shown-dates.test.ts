import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml, readText } from '../../src/read/index.ts';

const SENTENCE =
  'The sheriff of Harris County said that his office would no longer train deputies for the programme.';
const day = (html: string) => readHtml(Buffer.from(html)).published;
const article = (byline: string, around = '') =>
  `<title>Sheriff ends programme</title><body>${around}<article><h1>Sheriff ends programme</h1>${byline}<p>${SENTENCE}</p></article>`;

test('a clock in the masthead, a day of other articles, of comments and of the footer are no publication', () => {
  for (const around of [
    '<header class="masthead"><time datetime="2026-11-24">Tuesday, November 24, 2026</time></header>',
    '<div class="topbar"><span>Tuesday, November 24, 2026</span></div>',
    '<header><p>Tuesday, November 24, 2026</p></header>',
    '<nav><time datetime="2026-11-24T10:00:00-05:00">10:00</time></nav>',
    '<aside><article><h3>Other</h3><time class="published" datetime="2019-01-01">Jan 1, 2019</time></article></aside>',
  ])
    assert.equal(day(article('', around)), null, around);
  for (const below of [
    '<div id="comments" class="comments"><time class="published" datetime="2026-11-24">Nov 24, 2026</time></div>',
    '<footer>© 2026. November 24, 2026</footer>',
    '<div class="related"><article><time pubdate datetime="2019-01-01">Jan 1, 2019</time></article></div>',
  ])
    assert.equal(day(article('') + below), null, below);
});

test('a day of a later change is none, beside one of publication or alone', () => {
  for (const byline of [
    '<time class="updated" datetime="2017-02-25">Feb 25, 2017</time>',
    '<p>Last updated: <time datetime="2017-02-25">Feb 25, 2017</time></p>',
    '<div class="byline">Updated February 25, 2017</div>',
  ])
    assert.equal(day(article(byline)), null, byline);
  for (const byline of [
    '<time class="updated" datetime="2017-02-25"></time><time datetime="2017-02-21">Feb 21, 2017</time>',
    '<div class="byline">Updated February 25, 2017 | Published February 21, 2017</div>',
    '<div class="byline">Published Feb. 21, 2017. Updated Feb. 25, 2017.</div>',
    '<div class="meta"><span class="post-date">February 21, 2017</span></div>',
    '<p>Published <time datetime="2017-02-21T20:00:00-06:00">8 p.m.</time> | Updated <time datetime="2017-02-25">Feb 25</time></p>',
  ])
    assert.equal(day(article(byline)), '2017-02-21', byline);
});

test('the item of the page’s own headline goes before those of other articles', () => {
  const item = (headline: string, on: string) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}","datePublished":"${on}"}</script>`;
  const other = item('Another story', '2020-01-01');
  assert.equal(day(other + article('', item('Sheriff ends programme', '2017-02-21'))), '2017-02-21');
  assert.equal(day(other + item('A third', '2019-01-01') + article('')), null);
  assert.equal(day(item('Sheriff ends programme', '0001-01-01T00:00:00Z') + article('')), null);
});

test('a stamp in UTC is dated by what is printed beside it', () => {
  const meta = '<meta property="article:published_time" content="2017-02-22T07:30:00Z">';
  assert.equal(day(meta + article('<div class="byline">February 21, 2017</div>')), '2017-02-21');
});

test('the dateline of the first paragraph says the day', () => {
  assert.equal(day(article(`<p>HOUSTON, Feb. 21, 2017 — ${SENTENCE}</p>`)), '2017-02-21');
});

test('a text: its byline, never the line above its title or an update', () => {
  const text = (...lines: string[]) => readText(Buffer.from(lines.join('\n\n'))).published;
  const [title, body] = ['Sheriff ends programme', `${SENTENCE} ${SENTENCE}`];
  assert.equal(text(title, 'By Staff report\nFebruary 21, 2017', body), '2017-02-21');
  assert.equal(text('November 24, 2026', title, body), null);
  assert.equal(text('Published February 21, 2017', title, body), '2017-02-21');
  assert.equal(text(title, 'Updated February 25, 2017', body), null);
  assert.equal(text(title, body, 'February 25, 2017', body), null);
});
