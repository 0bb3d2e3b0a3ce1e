import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleText, readHtml } from '../../src/read/index.ts';

const said = (n: number): string =>
  `<p>Sentence number ${n} of the story, which is long enough to count, with a comma, and ends as it should.</p>`;
const story = [1, 2, 3, 4, 5].map(said).join('\n');

function body(html: string): string[] {
  return articleText(readHtml(Buffer.from(html))).match(/Sentence number \d+|Other [a-z]+|Comment \d/g) ?? [];
}
const whole = [1, 2, 3, 4, 5].map((n) => `Sentence number ${n}`);

test('what stands outside the element that holds the sentences is furniture, without any name for it', () => {
  const teasers = '<div><a href="/x">Other story about something that happened</a></div>'.repeat(20);
  const html = `<div>${teasers}</div><h1>Headline</h1><div>${story}</div><div>${teasers}</div>`;
  assert.deepEqual(body(html), whole);
  assert.match(readHtml(Buffer.from(html)).text, /Other story/);
});

test('a mark on an element that holds most of the page was wrong; one on comments never is', () => {
  assert.deepEqual(body(`<form class="widget"><div>${story}</div></form>`), whole);
  const comment = '<p>Comment 1 is as long as a sentence of the story, has a comma, and there are many.</p>';
  assert.deepEqual(body(`<div>${story}</div><div id="comments">${comment.repeat(30)}</div>`), whole);
});

test('an article in several boxes is one', () => {
  const boxes = [1, 2, 3, 4, 5].map((n) => `<div class="text">${said(n)}</div><div class="ad">buy</div>`);
  assert.deepEqual(body(`<div id="x">${boxes.join('')}</div>`), whole);
});

test('a page of few sentences is read whole', () => {
  const reading = readHtml(Buffer.from('<div><p>Short.</p></div><div><p>Also short.</p></div>'));
  assert.deepEqual(
    reading.blocks.map(({ kind }) => kind),
    ['paragraph', 'paragraph'],
  );
});
