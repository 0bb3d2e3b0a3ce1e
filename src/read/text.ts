import { type Effects, quietEffects } from '../base/index.ts';
import { bylineDay, datelineDay, saysPublished } from './days.ts';
import { decodeBytes, requireText, requireWords } from './decode.ts';
import { ADVERTISEMENT, CREDIT, FURNITURE_LINE, FURNITURE_TAIL, IMAGE_NAME } from './furniture.ts';
import { guessLanguage } from './language.ts';
import type { Block, TextReading } from './reading.ts';

/** More than any document of this kind; a larger file is read this far. */
const MAX_BYTES = 16 << 20;
const MAX_LINES = 200_000;
/** Counted up when the same bytes give another text. */
export const TEXT_VERSION = '2';
/** A paragraph of this length is of the body; bylines stand above it, among the first blocks. */
const BODY = 120;
const MAX_BYLINES = 8;

interface Line {
  start: number;
  end: number;
  text: string;
}

/** The reading of a plain-text document: its text with line ends as `\n`, blocks by blank lines and unwrapped lines, furniture and captions marked. */
export function readText(
  bytes: Uint8Array,
  hints: { charset?: string | null } = {},
  effects: Effects = quietEffects(),
): TextReading {
  requireText(bytes);
  if (bytes.length > MAX_BYTES)
    effects.warn(`text has ${bytes.length} bytes; the first ${MAX_BYTES} were read`);
  const whole = normalise(decodeBytes(bytes.subarray(0, MAX_BYTES), hints.charset, effects.warn));
  requireWords(whole);
  const text = firstLines(whole, MAX_LINES);
  if (text.length < whole.length)
    effects.warn(`text has more than ${MAX_LINES} lines; the first ${MAX_LINES} were read`);
  const blocks = markFurniture(text, groupsOf(text).flatMap(blocksOf));
  const first = blocks.find((block) => block.kind !== 'furniture');
  if (first && isTitle(text.slice(first.start, first.end))) first.kind = 'heading';
  return {
    form: 'text',
    reader: 'text',
    version: TEXT_VERSION,
    text,
    blocks,
    title: first?.kind === 'heading' ? text.slice(first.start, first.end) : null,
    publisher: null,
    published: printedDay(text, blocks),
    lang: guessLanguage(text),
  };
}

// A byline below the title, or a dateline; a day in running text is the day of something else, and one above the title is
// the masthead's of the day on which somebody looked, unless it says more.
function printedDay(text: string, blocks: Block[]): string | null {
  const title = blocks.findIndex(({ kind }) => kind !== 'furniture');
  for (const [index, { start, end, kind }] of blocks.slice(0, MAX_BYLINES).entries()) {
    const line = text.slice(start, end);
    const day = kind === 'furniture' && (index > title || saysPublished(line)) ? bylineDay(line) : null;
    if (day) return day;
    if (kind === 'paragraph' && line.length >= BODY) return datelineDay(line);
  }
  return null;
}

function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, ' ');
}

function firstLines(text: string, most: number): string {
  let end = -1;
  for (let line = 0; line < most; line++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end);
}

/** Lines in groups that blank lines part. */
function groupsOf(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed === '') {
      if (group.length > 0) groups.push(group);
      group = [];
    } else group.push({ start: at + lead, end: at + lead + trimmed.length, text: trimmed });
    at += raw.length + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const ITEM = /^(?:[-•*–—·]|\(?[a-z0-9]{1,3}[.)]|\d{1,2}:\d{2}\b)\s+/i;

/** The blocks of one group: wrapped lines become one block, other lines one each. */
function blocksOf(lines: Line[]): Block[] {
  const blocks: Block[] = [];
  const width = lines.reduce((widest, { text }) => Math.max(widest, text.length), 0);
  let open: Line | null = null;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (open && last && continues(open.text, line.text, width)) last.end = line.end;
    else blocks.push({ start: line.start, end: line.end, kind: kindOf(line.text) });
    open = line;
  }
  return blocks;
}

// A wrapped line is nearly as long as the widest, or breaks off in mid-sentence; wider than this nobody wraps by hand.
function continues(above: string, below: string, width: number): boolean {
  if (width > 100 || ITEM.test(below) || /\t| {3,}|\|/.test(below)) return false;
  if (/^[a-zñáéíóú(“"]/.test(below) && !/[.!?:]["”’)]?$/.test(above)) return above.length > 25;
  return width > 45 && above.length > width * 0.72;
}

function kindOf(line: string): Block['kind'] {
  if (ITEM.test(line)) return 'list-item';
  if (/\t|\S {3,}\S| \| /.test(line)) return 'table-row';
  return 'paragraph';
}

function isTitle(line: string): boolean {
  return line.length < 200 && !line.includes('\n') && !/[.]["”’]?$/.test(line);
}

/** The same blocks with sharing bars, advertisements, image names, captions and tails marked. */
function markFurniture(text: string, blocks: Block[]): Block[] {
  let tail = false;
  let advert = false;
  let image = 0;
  const said = (block: Block): string => text.slice(block.start, block.end);
  for (const [index, block] of blocks.entries()) {
    const line = said(block);
    const gap = index > 0 && text.slice(blocks[index - 1]!.end, block.start).split('\n').length > 2;
    if (gap) advert = false;
    // A tail heading is never the first thing of a document.
    if (index > 1 && FURNITURE_TAIL.test(line)) tail = true;
    if (ADVERTISEMENT.test(line)) advert = true;
    const isImage = IMAGE_NAME.test(line);
    if (tail || advert || isImage || FURNITURE_LINE.test(line)) block.kind = 'furniture';
    // What follows an image's name is its caption, unless it is as long as a paragraph of the story.
    else if ((line.length < 400 && CREDIT.test(line)) || (image === 1 && gap && line.length < 160))
      block.kind = 'caption';
    image = isImage ? 1 : 0;
  }
  return blocks;
}
