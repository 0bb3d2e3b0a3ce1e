import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowsOf } from '../../src/read/pdf-rows.ts';
import type { PageWord } from '../../src/read/pdf-words.ts';

/** Words from a place on, six points a letter and six between words. */
function line(text: string, x: number, y: number, slope = 0): PageWord[] {
  let at = x;
  return text.split(' ').map((word) => {
    const [x0, x1] = [at, at + 6 * word.length];
    const y0 = y + slope * (x0 - x);
    at = x1 + 6;
    return { text: word, x0, x1, reach: x1, y0, y1: y0 + 12, size: 12 } as PageWord;
  });
}
const cells = (words: PageWord[], width = 612) =>
  rowsOf(words, width).map((row) => row.cells.map((cell) => cell.words.map(({ text }) => text).join(' ')));

test('words on one height are a row from left to right, and wide gaps part its cells', () => {
  const words = [
    ...line('Second row', 50, 130),
    ...line('right cell', 300, 100),
    ...line('left cell', 50, 100),
  ];
  assert.deepEqual(cells(words), [['left cell', 'right cell'], ['Second row']]);
  assert.deepEqual(cells([]), []);
});

test('a line of a slanting scan stays one row', () => {
  const text = 'the jail will hold nobody for another agency without a warrant';
  const words = [...line(text, 50, 100, 0.03), ...line(text, 50, 118, 0.03)];
  assert.deepEqual(cells(words), [[text], [text]]);
});

test('what was typed over a printed line is a row of its own', () => {
  assert.deepEqual(
    cells([...line('printed here', 50, 100), ...line('typed over', 50, 101)])
      .flat()
      .sort(),
    ['printed here', 'typed over'],
  );
});

test('columns of running text come one behind the other; a table of short cells stays in rows', () => {
  const left = Array.from({ length: 8 }, (_, i) => `left column has its line number ${i}`);
  const right = left.map((text) => text.replace('left', 'right'));
  const beside = left.flatMap((text, i) => [
    ...line(text, 40, 100 + 14 * i),
    ...line(right[i]!, 320, 100 + 14 * i),
  ]);
  assert.deepEqual(cells(beside).flat(), [...left, ...right]);
  const table = left.flatMap((_, i) => [
    ...line(`Name ${i}`, 40, 100 + 14 * i),
    ...line(`Day ${i}`, 320, 100 + 14 * i),
  ]);
  assert.deepEqual(
    cells(table),
    left.map((_, i) => [`Name ${i}`, `Day ${i}`]),
  );
});

test('no word is lost and none comes twice, wherever words stand', () => {
  const word = fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 80 }),
    n: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (places) => {
      const words = places.flatMap(({ x, y, n }, i) => line(`${i}`.padEnd(n, 'x'), x, y));
      const found = rowsOf(words, 612).flatMap((row) => row.cells.flatMap((cell) => cell.words));
      assert.equal(found.length, words.length);
      assert.deepEqual(new Set(found), new Set(words));
    }),
  );
});
