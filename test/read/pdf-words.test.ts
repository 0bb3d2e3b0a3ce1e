import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cover, type PageChar, wordsOf } from '../../src/read/pdf-words.ts';

/** The characters of a line, six points wide each, from a place on. */
function line(text: string, x = 0, y = 0, unmapped = false): PageChar[] {
  return [...text].map((char, i) => ({
    text: char === ' ' && !unmapped ? '' : char,
    x0: x + 6 * i,
    x1: x + 6 * i + 6,
    y0: y,
    y1: y + 12,
    size: 12,
    unmapped,
  }));
}
const texts = (chars: PageChar[]) => wordsOf(chars).map((word) => word.text);

test('words end at spaces, at wide gaps, and at a new line', () => {
  assert.deepEqual(texts([...line('one two'), ...line('three', 100), ...line('four', 0, 30)]), [
    'one',
    'two',
    'three',
    'four',
  ]);
});

test('a blank is no word but the reach of the word before it', () => {
  const [date, title] = wordsOf([...line('Date:_____ '), ...line('Title: ________', 100)]);
  assert.deepEqual([date!.text, date!.x1, date!.reach], ['Date:', 30, 60]);
  assert.deepEqual([title!.text, title!.reach], ['Title:', 190]);
  assert.deepEqual(texts(line('a_b c__d')), ['a_b', 'c__d']);
});

test('glyph numbers of a font without letters become the letters', () => {
  const shifted = [...'For the LEA:'].map((char) => String.fromCharCode(char.charCodeAt(0) - 29)).join('');
  assert.deepEqual(texts(line(shifted, 0, 0, true)), ['For', 'the', 'LEA:']);
});

test('a word printed twice in one place counts once, and twice in a row twice', () => {
  assert.deepEqual(texts([...line('bold '), ...line('bold', 1)]), ['bold']);
  assert.deepEqual(texts(line('that that')), ['that', 'that']);
});

test('cover is the share of the smaller word', () => {
  const [a, b] = [wordsOf(line('aaaa'))[0]!, wordsOf(line('bb', 18))[0]!];
  assert.equal(cover(a, b), 0.5);
  assert.equal(cover(a, { ...b, y0: 50, y1: 60 }), 0);
});
