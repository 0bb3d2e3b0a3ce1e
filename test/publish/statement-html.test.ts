import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block } from '../../src/publish/blocks.ts';
import { statementHtml } from '../../src/publish/statement-html.ts';
import { readHtml } from '../../src/read/index.ts';

const body = (blocks: Block[]) => /<body>\n([\s\S]*)\n<\/body>/.exec(statementHtml(blocks, 'en'))![1];

test('items that follow one another are one list, and every list ends', () => {
  assert.equal(
    body([
      { kind: 'text', text: 'a' },
      { kind: 'item', text: 'b' },
      { kind: 'item', text: 'c' },
      { kind: 'heading', text: 'd' },
      { kind: 'item', text: 'e' },
    ]),
    '<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n<h2>d</h2>\n<ul>\n<li>e</li>\n</ul>',
  );
});

test('an exhibit has its number to be linked by, and leads to its file where it has one', () => {
  assert.equal(
    body([
      { kind: 'exhibit', text: 'says', number: 3, file: 'captures/"x".html' },
      { kind: 'exhibit', text: 'says', number: 4, file: null },
    ]),
    '<h3 id="evidence-3"><a href="captures/&quot;x&quot;.html">3</a> · says</h3>\n<h3 id="evidence-4">4 · says</h3>',
  );
});

test('the page has its language and its title, and no words of a source become markup', () => {
  const page = statementHtml([{ kind: 'title', text: 'A & <b>' }], 'es');
  assert.match(page, /^<!doctype html>\n<html lang="es">/);
  assert.match(page, /<title>A &amp; &lt;b&gt;<\/title>/);
  const kinds = fc.constantFrom('text', 'item', 'quote', 'small', 'heading');
  const words = fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', 'script', '/', ' ', 'é'),
    minLength: 1,
  });
  fc.assert(
    fc.property(kinds, words, (kind, text) => {
      const html = body([{ kind, text } as Block])!;
      assert.ok(html.replace(/<\/?(?:ul|li|p|h2|small|blockquote)>/g, '').search(/[<>]/) < 0, html);
      const read = readHtml(Buffer.from(`<meta charset="utf-8">${html}`)).text;
      assert.equal(read.replace(/\s/g, ''), text.replace(/\s/g, ''));
    }),
  );
});
