import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { UserError } from '../../src/base/index.ts';
import { readPdf, type TextReading } from '../../src/read/index.ts';
import { pages, pdfOf, stream } from './pdf-file.ts';

const MOA = '../shared/data/moa-pdf';
const shown = (reading: TextReading) =>
  reading.blocks.map((block) => `${block.kind}: ${reading.text.slice(block.start, block.end)}`);

test('paragraphs with their line ends, a heading, pages by offset, and running feet as furniture', async () => {
  const page = (n: number): [number, number, number, string][] => [
    [72, 700, 18, `Part ${'ABC'[n]}`],
    [72, 660, 12, 'The sheriff said on Tuesday that he would end the program that his pre-'],
    [72, 646, 12, 'decessor had begun.'],
    [72, 600, 12, `Paragraph ${'xyz'[n]} stands here on its own.`],
    [300, 30, 9, `Page ${n + 1} of 3`],
  ];
  const reading = await readPdf(pages([page(0), page(1), page(2)]));
  assert.equal(reading.pages!.length, 3);
  const { start, end } = reading.pages![1]!;
  assert.equal(reading.text[end], '\f');
  const second = reading.blocks.filter((block) => block.start >= start && block.end <= end);
  assert.deepEqual(
    second.map((block) => `${block.kind}: ${reading.text.slice(block.start, block.end)}`),
    [
      'heading: Part B',
      'paragraph: The sheriff said on Tuesday that he would end the program that his predecessor had begun.',
      'paragraph: Paragraph y stands here on its own.',
      'furniture: Page 2 of 3',
    ],
  );
  assert.equal(reading.title, 'Part A');
});

test('a form in two columns keeps its rows, and a field typed into a blank joins its label', async () => {
  const field = `/Annots [<< /Type /Annot /Subtype /FreeText /Rect [100 480 200 500] /F 4 /AP << /N 6 0 R >> >>]`;
  const look = stream(
    'BT /F 10 Tf 2 6 Td (March 7, 2025) Tj ET',
    '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F 3 0 R >> >>',
  );
  const reading = await readPdf(
    pages(
      [
        [
          [72, 485, 10, 'Date: ______________________'],
          [330, 485, 10, 'Date: 02/28/2025'],
          [330, 465, 10, 'Title: Sheriff'],
        ],
      ],
      field,
      [look],
    ),
  );
  assert.deepEqual(shown(reading), [
    'table-row: Date: March 7, 2025\tDate: 02/28/2025',
    'table-row: Title: Sheriff',
  ]);
  assert.match(reading.text, /\n\tTitle/);
});

test('two columns of running text are read one behind the other', async () => {
  const rows = Array.from({ length: 8 }, (_, i): [number, number, number, string][] => [
    [60, 700 - 14 * i, 11, `left line ${i} goes on to the middle of it`],
    [330, 700 - 14 * i, 11, `right line ${i} goes on to the right end`],
  ]);
  const { text } = await readPdf(pages([rows.flat()]));
  assert.ok(text.indexOf('left line 7') < text.indexOf('right line 0'));
});

test('a title made from a file name is no title, and a day alone at the top is the day of publication', async () => {
  const reading = await readPdf(
    pages([
      [
        [72, 700, 12, 'For immediate release: March 7, 2025'],
        [72, 660, 12, 'The sheriff signed.'],
      ],
    ]),
  );
  assert.equal(reading.published, '2025-03-07');
  assert.equal(reading.title, null);
});

test('broken, empty, looping and swelling files end in one line each, and the next file is read', async () => {
  const good = pages([[[72, 700, 12, 'Hello sheriff']]]);
  const self = '/Resources << /XObject << /X 5 0 R >> >>';
  const looping = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R ${self} >>`,
    stream('/X Do /X Do /X Do'),
    stream('/X Do /X Do /X Do', `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${self}`),
  ]);
  const bad = [
    Buffer.alloc(0),
    Buffer.from('hello'),
    Buffer.from(`%PDF-1.7\n${'x'.repeat(10_000)}`),
    good.subarray(0, 60),
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000000 >>']),
    looping,
  ];
  for (const bytes of bad) {
    await assert.rejects(readPdf(bytes, { maxSeconds: 3 }), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^pdf .+; (?:get|print|give|save)[^\n]+$/);
      return true;
    });
  }
  assert.equal((await readPdf(good)).text, 'Hello sheriff');
});

test('a stream that unpacks to a gigabyte is refused within bounds of memory', async () => {
  const page = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    stream(deflateSync(Buffer.alloc(1_000_000_000, ' ')), '/Filter /FlateDecode'),
  ]);
  await assert.rejects(readPdf(page, { maxSeconds: 20 }), UserError);
});

test('two at a time: each call gets its own document', async () => {
  const words = ['one', 'two', 'three'];
  const read = await Promise.all(words.map((word) => readPdf(pages([[[72, 700, 12, word]]]))));
  assert.deepEqual(
    read.map((reading) => reading.text),
    words,
  );
});

test('every born-digital memorandum reads in order, with its typed dates beside their labels', async (t) => {
  if (!existsSync(MOA)) return t.skip('../shared is not here');
  for (const name of readdirSync(MOA).filter((file) => /Arcadia|Texas_Office|Smith_County/.test(file))) {
    const reading = await readPdf(readFileSync(`${MOA}/${name}`), { ocr: false });
    assert.match(reading.text, /\nDate: \S+[^\n]*\d{4}\tDate: [^\n]*\d{4}\n/, name);
    for (const block of reading.blocks)
      assert.equal(reading.text.slice(block.start, block.end).trim().length, block.end - block.start);
    assert.ok(reading.pages!.every((page, i, all) => i === 0 || page.start === all[i - 1]!.end + 1));
  }
});
