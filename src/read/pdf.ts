import { type Effects, quietEffects, UserError } from '../base/index.ts';
import { dayIn } from './days.ts';
import { guessLanguage } from './language.ts';
import { recognise } from './ocr.ts';
import { type PageText, pageText } from './pdf-blocks.ts';
import type { GreyPicture, PdfPage } from './pdf-engine.ts';
import { assemble, type PageOfText } from './pdf-pages.ts';
import { rowsOf } from './pdf-rows.ts';
import { withPdf } from './pdf-thread.ts';
import { cover, type PageWord } from './pdf-words.ts';
import type { PdfContent } from './pdf-worker.ts';
import type { TextReading } from './reading.ts';

/** What may be told to the reader of PDFs. */
export interface PdfHints {
  /** False leaves scanned pages empty; by default they are read by OCR. */
  ocr?: boolean;
  /** Seconds for the text and again for each picture of a page, before the file is refused; 60 by default. */
  maxSeconds?: number;
  /** Scanned pages that are read before the rest is left out; 100 by default. */
  maxOcrPages?: number;
}

/** Counted up when the same bytes give another text. */
export const PDF_VERSION = '1';
const MAX_BYTES = 200 * 1024 * 1024;
const MAX_PAGES = 2000;
const MAX_CHARS = 16_000_000;
/** A scanned book of more pages is read this far: at three seconds a page it is five minutes. */
const MAX_OCR_PAGES = 100;
const DPI = 200;

/**
 * The reading of a PDF: its text page by page, form fields and typed notes included; pages that are pictures by OCR,
 * marked with its confidence. Pages beyond a limit are left out with one warning. Throws a UserError for what is broken,
 * locked or takes too long.
 */
export async function readPdf(
  bytes: Buffer,
  hints: PdfHints = {},
  effects: Effects = quietEffects(),
): Promise<TextReading> {
  if (bytes.length === 0) throw new UserError('pdf is empty; get the file again');
  if (bytes.length > MAX_BYTES)
    throw new UserError(`pdf has ${bytes.length} bytes; split it below ${MAX_BYTES}`);
  const limits = { maxPages: MAX_PAGES, maxChars: MAX_CHARS, maxSeconds: hints.maxSeconds ?? 60 };
  return withPdf(bytes, limits, async (content, render) => {
    if (content.pageCount < 1) throw new UserError('pdf has no pages; get the file again');
    const pages: PageOfText[] = [];
    const pictured = content.pages.filter((page) => page.pictured).length;
    const most = hints.ocr === false ? 0 : Math.min(pictured, hints.maxOcrPages ?? MAX_OCR_PAGES);
    let read = 0;
    for (const [index, page] of content.pages.entries()) {
      if (page.pictured && read < most) {
        pages.push(await scanned(page, await render(index, DPI)));
        effects.progress(++read, most, 'scanned pages');
      } else pages.push({ ...plain(page), unread: page.pictured });
    }
    const told = leftOut(content, pictured, most, hints.ocr !== false);
    if (told) effects.warn(told);
    return readingOf(pages, content.meta);
  });
}

/** What was not read of a PDF, in one line; null where all was. */
function leftOut(
  { pageCount, pages }: PdfContent,
  pictured: number,
  read: number,
  ocr: boolean,
): string | null {
  const parts: string[] = [];
  if (pictured > read)
    parts.push(
      ocr
        ? `${pictured} scanned pages, of which the first ${read} were read by OCR and ${pictured - read} were not; split it`
        : `${pictured} scanned pages that were not read; add the file by itself`,
    );
  if (pageCount > pages.length)
    parts.push(`${pageCount} pages, of which the first ${pages.length} were read; split it`);
  return parts.length === 0 ? null : `pdf has ${parts.join(', and ')}`;
}

function plain(page: PdfPage): PageOfText {
  return { ...pageText(rowsOf(page.words, page.width)), confidence: null };
}

/** A picture's words, and what was typed over the picture in place of what OCR made of it. */
async function scanned(page: PdfPage, picture: GreyPicture): Promise<PageOfText> {
  const { words, confidence } = await recognise(pgmOf(picture));
  const scale = page.width / picture.width;
  const seen = words
    .map((word) => scaled(word, scale))
    .filter((word) => !page.words.some((own) => cover(own, word) > 0.3));
  return { ...pageText(rowsOf([...page.words, ...seen], page.width)), confidence };
}

function scaled(word: PageWord, by: number): PageWord {
  const { x0, y0, x1, y1, reach, size } = word;
  return { ...word, x0: x0 * by, y0: y0 * by, x1: x1 * by, y1: y1 * by, reach: reach * by, size: size * by };
}

function pgmOf({ width, height, pixels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), pixels]);
}

function readingOf(
  pages: PageOfText[],
  meta: { title: string; created: string; modified: string },
): TextReading {
  const body = assemble(pages);
  const heading = body.blocks.slice(0, 5).find((block) => block.kind === 'heading');
  return {
    form: 'text',
    reader: 'pdf',
    version: PDF_VERSION,
    ...body,
    title:
      ownTitle(meta.title) ??
      (heading ? body.text.slice(heading.start, heading.end).replace(/\s+/g, ' ') : null),
    publisher: null,
    published: printedDay(body),
    lang: guessLanguage(body.text),
    modified: timeOf(meta.modified) ?? timeOf(meta.created),
  };
}

/** The title that the file gives itself, unless a program made it up from a file's name. */
function ownTitle(title: string): string | null {
  const text = title.replace(/\s+/g, ' ').trim();
  const invented =
    /\.(?:docx?|pdf|indd|xlsx?|pptx?|rtf|txt|wpd|tiff?|jpe?g)\b|^microsoft |^(?:untitled|scan|document|print|full page)\b|^[\w-]+$/i;
  return text.length > 3 && text.length < 300 && !invented.test(text) ? text : null;
}

const DATE_LINE =
  /^(?:(?:for immediate release|(?:news|press) release|date|dated|posted|published|released|issued)[:\s,–—-]*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d)$/i;

/** A day that stands alone near the top of the first page; a date in running text is the date of something else. */
function printedDay({ text, blocks, pages }: Pick<TextReading, 'text' | 'blocks' | 'pages'>): string | null {
  const end = pages?.[0]?.end ?? 0;
  for (const block of blocks.slice(0, 10)) {
    const line = text.slice(block.start, block.end).replace(/\s+/g, ' ');
    const day = block.end <= end && DATE_LINE.test(line) ? dayIn(line) : null;
    if (day) return day;
  }
  return null;
}

/** RFC 3339 of a PDF's time: `D:20250305160941-05'00'`; null for anything else. */
function timeOf(raw: string): string | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?/.exec(raw);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, , sign, zoneHour, zoneMinute] = match;
  const zone = sign ? `${sign}${zoneHour}:${zoneMinute ?? '00'}` : 'Z';
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${zone}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

export type { PageText };
