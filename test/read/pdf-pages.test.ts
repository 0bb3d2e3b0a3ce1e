import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble, type PageOfText } from '../../src/read/pdf-pages.ts';

/** A page of lines, each a paragraph. */
function page(lines: string[], more: Partial<PageOfText> = {}): PageOfText {
  const blocks: PageOfText['blocks'] = [];
  let at = 0;
  for (const line of lines) {
    blocks.push({ kind: 'paragraph', start: at, end: at + line.length });
    at += line.length + 2;
  }
  return { text: lines.join('\n\n'), blocks, doubtful: [], confidence: null, ...more };
}
/** The lines of pages that count as furniture. */
function furniture(pages: PageOfText[]): string[] {
  const { text, blocks } = assemble(pages);
  return blocks.filter(({ kind }) => kind === 'furniture').map(({ start, end }) => text.slice(start, end));
}

test('pages are one text with a form feed between, and every offset points to its words', () => {
  const doubtful = [{ start: 0, end: 3 }];
  const { text, blocks, pages } = assemble([
    page(['One é', 'Two']),
    page(['Three'], { confidence: 0.9, doubtful }),
    page([], { unread: true }),
  ]);
  assert.equal(text, 'One é\n\nTwo\fThree\f');
  assert.deepEqual(
    blocks.map(({ start, end }) => text.slice(start, end)),
    ['One é', 'Two', 'Three'],
  );
  assert.deepEqual(
    pages!.map(({ start, end }) => text.slice(start, end)),
    ['One é\n\nTwo', 'Three', ''],
  );
  assert.deepEqual(
    pages!.map(({ ocr }) => ocr?.doubtful.map(({ start, end }) => text.slice(start, end))),
    [undefined, ['Thr'], undefined],
  );
  assert.deepEqual(
    pages!.map(({ unread }) => unread),
    [undefined, undefined, true],
  );
  assert.deepEqual(assemble([]), { text: '', blocks: [], pages: [] });
});

test('what stands at the edge of many pages is furniture, whatever number it bears; lone page numbers always', () => {
  const body = ['First of the page.', 'Second.', 'Third.', 'Fourth.', 'Fifth.'];
  const pages = [1, 2, 3, 4].map((n) =>
    page([`Policy 5-${n}`, ...body.map((line) => `${line} ${'abcd'[n]}`), `Page ${n} of 4`]),
  );
  assert.deepEqual(
    furniture(pages),
    [1, 2, 3, 4].flatMap((n) => [`Policy 5-${n}`, `Page ${n} of 4`]),
  );
  assert.deepEqual(furniture([page(['Text.', '12']), page(['Other.', '– 13 –'])]), ['12', '– 13 –']);
  // On two pages it may be a heading.
  assert.deepEqual(furniture([page(['Title', 'a']), page(['Title', 'b'])]), []);
});

test('behind the first line that is the page’s own nothing is furniture, and no long block is', () => {
  const pages = ['a', 'b', 'c'].map((n) =>
    page([`Own ${n}`, 'The same', `More ${n}`, `Even more ${n}`, `Last ${n}`]),
  );
  assert.deepEqual(furniture(pages), []);
  const long = 'The same long paragraph. '.repeat(6);
  assert.deepEqual(
    furniture(['a', 'b', 'c'].map((n) => page([long, `x ${n}`, `y ${n}`, `z ${n}`, `w ${n}`]))),
    [],
  );
});
