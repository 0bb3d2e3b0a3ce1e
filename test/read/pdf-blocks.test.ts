import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageText } from '../../src/read/pdf-blocks.ts';
import { rowsOf } from '../../src/read/pdf-rows.ts';
import type { PageWord } from '../../src/read/pdf-words.ts';

/** The words of a text at a place, six points a letter at size 12. */
function at(x: number, y: number, text: string, size = 12): PageWord[] {
  let left = x;
  return text.split(' ').map((word) => {
    const x0 = left;
    const x1 = x0 + (size / 2) * word.length;
    left = x1 + size / 3;
    return { text: word, x0, x1, y0: y, y1: y + size, reach: x1, size, doubtful: word.includes('?') };
  });
}
const shown = (words: PageWord[]) => {
  const { text, blocks } = pageText(rowsOf(words, 612));
  return blocks.map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
};

test('rows come from top to bottom however the words were written, a slanting line stays one', () => {
  const slanting = at(72, 100, 'a line that was laid askew on the glass').map((word, i) => ({
    ...word,
    y0: word.y0 + i,
    y1: word.y1 + i,
  }));
  assert.deepEqual(shown([...at(72, 140, 'Second.'), ...slanting]), [
    'paragraph: a line that was laid askew on the glass',
    'paragraph: Second.',
  ]);
});

test('items, headings and numbered headings', () => {
  assert.deepEqual(
    shown([
      ...at(72, 40, 'Policy manual', 18),
      ...at(72, 80, 'IV.'),
      ...at(130, 80, 'TRAINING AND DUTIES'),
      ...at(72, 110, '• The power to serve warrants.'),
      ...at(72, 124, '(2) Another power.'),
    ]),
    [
      'heading: Policy manual',
      'heading: IV.\tTRAINING AND DUTIES',
      'list-item: • The power to serve warrants.',
      'list-item: (2) Another power.',
    ],
  );
});

test('what was typed over print becomes a line of its own', () => {
  const print = at(72, 100, 'Title: Acting Director');
  const typed = at(112, 99, 'Chief of Police');
  assert.deepEqual(shown([...print, ...typed]).sort(), [
    'paragraph: Chief of Police',
    'paragraph: Title: Acting Director',
  ]);
});

test('words stretched over a justified line are one line and no row of cells', () => {
  const stretched = at(72, 100, 'immigration enforcement functions as specified herein').map((word, i) => ({
    ...word,
    x0: word.x0 + 22 * i,
    x1: word.x1 + 22 * i,
    reach: word.x1 + 22 * i,
  }));
  assert.deepEqual(shown(stretched), ['paragraph: immigration enforcement functions as specified herein']);
});

test('doubtful words are marked where they stand', () => {
  const { text, doubtful } = pageText(rowsOf(at(72, 100, 'Date: 3/?7/20 signed'), 612));
  assert.deepEqual(
    doubtful.map(({ start, end }) => text.slice(start, end)),
    ['3/?7/20'],
  );
});
