import type { TextReading } from '../read/index.ts';
import { fold, plain } from './fold.ts';
import { matchesOf } from './matches.ts';

/** A stretch of the text by UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A sentence with what stands in quotation marks in it. `plain` and `fold` have its offsets, counted from `start`. */
export interface Sentence extends Span {
  index: number;
  paragraph: number;
  kind: 'paragraph' | 'list-item' | 'table-row' | 'heading';
  plain: string;
  fold: string;
  /** Quoted stretches, counted from `start`, marks included. */
  quotes: Span[];
}

/** A reading as the stages behind see it: the sentences of everything that is no furniture, and the whole text made plain. */
export interface Document {
  text: string;
  plain: string;
  sentences: Sentence[];
  /** Index of the first sentence of each paragraph. */
  paragraphs: number[];
}

// A full stop behind these ends no sentence.
const ABBREVIATION =
  /(?:^|[\s("'])(?:mr|mrs|ms|dr|st|ft|mt|sgt|lt|col|capt|cpl|maj|gen|gov|sen|rep|rev|hon|jr|sr|supt|dept|vs|etc|inc|co|corp|ave|blvd|rd|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z]|[a-z]\.[a-z]|ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|va|vt|wash|wis|wyo|sra|sr|ee\.uu|núm)$/i;
// "U.S.", "Sgt. Lee": patterns take a full stop for a sentence's end, and these are none.
const DOTTED =
  /\b(?:[a-z]\.){2,}|\b(?:st|sgt|lt|cpl|capt|col|maj|det|gov|sen|rep|dr|mr|mrs|ms|jr|sr|supt|dept|rev)\.(?= [a-z])/g;
const STOP = /[.!?…]+["”’'»)\]]*(?=\s|$)/g;

/** A longer paragraph is no prose that anybody wrote: it is left unread, so that bytes alone cannot choose the time. */
const MAX_PARAGRAPH = 250_000;
/** A longer sentence is none: stages behind may pass it over. */
export const MAX_SENTENCE = 2000;

/** The sentences of a reading, quote-aware; furniture, captions and endless paragraphs left out. */
export function documentOf(reading: TextReading): Document {
  const text = reading.text;
  const endless = reading.blocks.filter((block) => block.end - block.start > MAX_PARAGRAPH);
  let whole = plain(text);
  for (const { start, end } of endless)
    whole = whole.slice(0, start) + ' '.repeat(end - start) + whole.slice(end);
  const folded = fold(whole).replace(DOTTED, (word) => word.replace(/\./g, '_'));
  const document: Document = { text, plain: whole, sentences: [], paragraphs: [] };
  let carried = false;
  for (const block of reading.blocks) {
    if (block.kind === 'furniture' || block.kind === 'caption') continue;
    if (block.end - block.start > MAX_PARAGRAPH) continue;
    const paragraph = document.paragraphs.length;
    document.paragraphs.push(document.sentences.length);
    const { quotes, open } = quotesOf(text, block.start, block.end, carried);
    carried = open;
    for (const { start, end } of split(text, block.start, block.end)) {
      document.sentences.push({
        start,
        end,
        paragraph,
        kind: block.kind,
        index: document.sentences.length,
        plain: whole.slice(start, end),
        fold: folded.slice(start, end),
        quotes: quotes
          .filter((quote) => quote.start < end && quote.end > start)
          .map((quote) => ({
            start: Math.max(quote.start, start) - start,
            end: Math.min(quote.end, end) - start,
          })),
      });
    }
  }
  return document;
}

/** True when the offset, counted from the sentence's start, stands in quotation marks. */
export function isQuoted(sentence: Sentence, at: number): boolean {
  return sentence.quotes.some((quote) => at >= quote.start && at < quote.end);
}

function split(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  const block = text.slice(from, to);
  let start = 0;
  for (const match of matchesOf(block, STOP)) {
    const end = match.index + match[0].length;
    const next = block.slice(end).trimStart()[0] ?? '';
    if (next !== '' && !/[\p{Lu}\d"“‘'«(¿¡]/u.test(next)) continue;
    if (/\bno\.$/i.test(block.slice(Math.max(0, end - 4), end)) && /\d/.test(next)) continue;
    if (
      match[0][0] === '.' &&
      match[0].length === 1 &&
      next !== '' &&
      ABBREVIATION.test(block.slice(Math.max(0, match.index - 12), match.index))
    )
      continue;
    push(start, end);
    start = end;
  }
  push(start, block.length);
  return spans;

  function push(first: number, last: number): void {
    const piece = block.slice(first, last);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '')
      spans.push({ start: from + first + lead, end: from + first + piece.trimEnd().length });
  }
}

/** Quoted stretches of a block. A quotation left open goes on in the next block when that begins with an opening mark again. */
function quotesOf(
  text: string,
  from: number,
  to: number,
  carried: boolean,
): { quotes: Span[]; open: boolean } {
  const quotes: Span[] = [];
  let start = -1;
  for (let at = from; at < to; at++) {
    const c = text[at];
    const opens = c === '“' || c === '«' || (c === '"' && start < 0);
    if (opens) {
      if (start < 0) start = at;
    } else if (start >= 0 && (c === '”' || c === '»' || c === '"')) {
      quotes.push({ start, end: at + 1 });
      start = -1;
    }
  }
  if (start < 0) return { quotes, open: false };
  quotes.push({ start, end: to });
  // Only a mark that opens this block can be one that the next block goes on from.
  return { quotes, open: carried || to - start < 4000 };
}
