import type { Effects } from '../base/index.ts';
import { ENTRY_VERSION, readEntry } from './feed-entry.ts';
import { HTML_VERSION, readHtml } from './html.ts';
import { NOTICE_VERSION, readNotice } from './notice.ts';
import { IMAGE_VERSION, readImage } from './ocr-image.ts';
import { PDF_VERSION, readPdf } from './pdf.ts';
import type { TextReading } from './reading.ts';
import { readText, TEXT_VERSION } from './text.ts';

/** The readers of prose, by the name that their readings bear, with the version of each. */
export const PROSE_READERS = {
  html: HTML_VERSION,
  text: TEXT_VERSION,
  pdf: PDF_VERSION,
  image: IMAGE_VERSION,
  entry: ENTRY_VERSION,
  notice: NOTICE_VERSION,
} as const;
export type ProseReader = keyof typeof PROSE_READERS;

/** What may be told to a reader of prose. */
export interface ProseHints {
  /** From the HTTP header, if any. */
  charset?: string | null;
  /** False leaves scanned pages empty and refuses pictures. */
  ocr?: boolean;
}

/** The reading of a document by the named reader. Throws a UserError for bytes that it does not take. */
export async function readProse(
  reader: ProseReader,
  bytes: Buffer,
  hints: ProseHints,
  effects: Effects,
): Promise<TextReading> {
  switch (reader) {
    case 'html':
      return readHtml(bytes, hints, effects);
    case 'text':
      return readText(bytes, hints, effects);
    case 'pdf':
      return readPdf(bytes, hints, effects);
    case 'image':
      return readImage(bytes);
    case 'entry':
      return readEntry(bytes);
    case 'notice':
      return readNotice(bytes).reading;
  }
}

/** True for a reading that is worth keeping beside its bytes: a page of OCR takes seconds, all others milliseconds. */
export function isSlow({ pages }: TextReading): boolean {
  return pages !== undefined;
}
