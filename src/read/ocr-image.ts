import { UserError } from '../base/index.ts';
import { guessLanguage } from './language.ts';
import { recognise } from './ocr.ts';
import { pageText } from './pdf-blocks.ts';
import { assemble } from './pdf-pages.ts';
import { rowsOf } from './pdf-rows.ts';
import type { TextReading } from './reading.ts';

/** Counted up when the same bytes give another text. */
export const IMAGE_VERSION = '1';
// A letter page at 600 dpi has 34 million.
const MAX_PIXELS = 50_000_000;

/** The reading of a picture of a page (PNG or JPEG) by OCR, marked with its confidence. Throws a UserError for anything else. */
export async function readImage(bytes: Buffer): Promise<TextReading> {
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (!size || size.width === 0 || size.height === 0)
    throw new UserError('picture is no PNG or JPEG or is cut off; save it as PNG');
  if (size.width * size.height > MAX_PIXELS)
    throw new UserError(`picture has ${size.width} by ${size.height} pixels; scale it below ${MAX_PIXELS}`);
  const { words, confidence } = await recognise(bytes);
  const page = { ...pageText(rowsOf(words, size.width)), confidence };
  const body = assemble([page]);
  return {
    form: 'text',
    reader: 'image',
    version: IMAGE_VERSION,
    ...body,
    title: null,
    publisher: null,
    published: null,
    lang: guessLanguage(body.text),
  };
}

interface Size {
  width: number;
  height: number;
}

function pngSize(bytes: Buffer): Size | null {
  if (
    bytes.length < 33 ||
    bytes.toString('latin1', 1, 4) !== 'PNG' ||
    bytes.toString('latin1', 12, 16) !== 'IHDR'
  )
    return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments of a JPEG to the frame that tells its size. */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1]!;
    // Any number of such bytes may fill the space before a mark.
    if (mark === 0xff) {
      at++;
      continue;
    }
    // SOF0 to SOF15 without the tables that lie among them.
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
