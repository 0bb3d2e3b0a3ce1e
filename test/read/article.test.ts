import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { articleText } from '../../src/read/index.ts';
import type { Block, TextReading } from '../../src/read/reading.ts';

/** A reading of lines, each with its kind. */
function reading(lines: [Block['kind'], string][], title: string | null = null): TextReading {
  let text = '';
  const blocks = lines.map(([kind, line]): Block => {
    const start = text.length;
    text += `${line}\n`;
    return { kind, start, end: start + line.length };
  });
  return {
    form: 'text',
    reader: 'x',
    version: '1',
    text,
    blocks,
    title,
    publisher: null,
    published: null,
    lang: null,
  };
}

test('the headline, captions and furniture are no part of an article; subheads, lists and rows are', () => {
  const page = reading(
    [
      ['furniture', 'Home'],
      ['heading', 'Jail ends it'],
      ['heading', 'A deck'],
      ['caption', 'The jail. 😀'],
      ['paragraph', 'First.'],
      ['heading', 'Subhead'],
      ['list-item', 'One'],
      ['furniture', 'Share'],
      ['table-row', 'A | B'],
      ['paragraph', 'Jail ends it'],
    ],
    'Jail ends it',
  );
  assert.equal(articleText(page), 'First.\nSubhead\nOne\nA | B');
});

test('a page of headings alone keeps them, an empty one gives nothing', () => {
  assert.equal(
    articleText(
      reading(
        [
          ['heading', 'One'],
          ['heading', 'Two'],
        ],
        'One',
      ),
    ),
    'Two',
  );
  assert.equal(articleText(reading([])), '');
});

test('what is left out leaves the rest as it is', () => {
  const kinds = fc.constantFrom<Block['kind']>('paragraph', 'list-item', 'furniture', 'caption');
  const line = fc.tuple(
    kinds,
    fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.replaceAll('\n', '')),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const kept = lines.filter(([kind]) => kind === 'paragraph' || kind === 'list-item');
      assert.equal(articleText(reading(lines)), kept.map(([, text]) => text).join('\n'));
    }),
  );
});
