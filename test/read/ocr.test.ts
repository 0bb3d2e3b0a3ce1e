import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { UserError } from '../../src/base/index.ts';
import { readImage, readPdf } from '../../src/read/index.ts';
import { openPdf } from '../../src/read/pdf-engine.ts';
import { pages, pdfOf, stream } from './pdf-file.ts';

const LINES = ['The sheriff of Example County said that the jail', 'will hold nobody for another agency.'];

async function picture() {
  const pdf = await openPdf(pages([LINES.map((line, i) => [72, 700 - 20 * i, 14, line])]));
  const drawn = pdf.render(0, 150);
  pdf.close();
  return drawn;
}

function png(width: number, height: number, pixels: Uint8Array): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([
    sign,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture of a page is read, marked with its confidence', async () => {
  const { width, height, pixels } = await picture();
  const reading = await readImage(png(width, height, pixels));
  assert.equal(reading.text, LINES.join('\n'));
  assert.ok(reading.pages![0]!.ocr!.confidence > 0.85);
});

test('a scanned page in a PDF is read by OCR, and what was typed over it is taken as typed', async () => {
  const { width, height, pixels } = await picture();
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`;
  const file = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> /Font << /F 6 0 R >> >> >>',
    stream('q 612 0 0 792 0 0 cm /I Do Q BT /F 11 Tf 72 600 Td (March 3, 2025) Tj ET'),
    stream(deflateSync(pixels), image),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
  const reading = await readPdf(file);
  assert.equal(reading.text, `${LINES.join('\n')}\n\nMarch 3, 2025`);
  assert.ok(reading.pages![0]!.ocr!.confidence > 0.85);
  const blank = await readPdf(file, { ocr: false });
  assert.equal(blank.text, 'March 3, 2025');
  assert.equal(blank.pages![0]!.ocr, undefined);
});

test('what is no picture, cut off or too large is refused in one line', async () => {
  const vast = png(1, 1, new Uint8Array(1));
  vast.writeUInt32BE(100_000, 16);
  vast.writeUInt32BE(100_000, 20);
  const cut = png(40, 40, new Uint8Array(1600)).subarray(0, 50);
  for (const bad of [Buffer.from('no picture'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]), vast, cut]) {
    await assert.rejects(readImage(bad), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^picture .+; (?:save|scale|give)[^\n]+$/);
      return true;
    });
  }
});
