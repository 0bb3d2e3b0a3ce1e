import type { TextReading } from '../read/index.ts';
import { type Names, namesOf } from './names.ts';
import type { Found } from './quotation-found.ts';
import { inSentence } from './quotation-rules.ts';
import { type Document, documentOf, MAX_SENTENCE, type Sentence, type Span } from './sentences.ts';
import { firstFrom } from './spans.ts';

/** What somebody is reported to say, ask or hold: whose word a stretch of a text is. Offsets are UTF-16 units of the text. */
export interface Quotation {
  /** In quotation marks, in the writer's words, or both. */
  kind: 'direct' | 'indirect' | 'mixed';
  /** The pieces of what is said, in order. */
  content: Span[];
  /** The words that tell that it is said; null for a quotation that goes on without any. */
  cue: Span | null;
  /** The words that tell who says it. */
  source: Span | null;
  /** Their fullest name in the text; null where it names nobody. */
  speaker: string | null;
  rule: string;
}

/** All quotations of a text, direct, indirect and mixed, in its order. Pure; English and Spanish. */
export function quotationsOf(reading: TextReading): Quotation[] {
  const document = documentOf(reading);
  const names = namesOf(document);
  const found: Quotation[] = [];
  for (const sentence of document.sentences) {
    if (sentence.kind === 'heading' || sentence.plain.length > MAX_SENTENCE) continue;
    const own = inSentence(sentence);
    if (own.length === 0) {
      floating(sentence, found, document);
      continue;
    }
    for (const one of own) found.push(placed(one, sentence, document, names, found));
  }
  return joinedPieces(found, document).filter((one) => !isTitle(one, document));
}

function placed(
  one: Found,
  sentence: Sentence,
  document: Document,
  names: Names,
  before: readonly Quotation[],
): Quotation {
  const shift = (span: Span): Span => ({
    start: span.start + sentence.start,
    end: span.end + sentence.start,
  });
  const source = one.source ? shift(one.source) : null;
  const quoted = one.content.map((span) => share(sentence, span));
  return {
    kind: quoted.every((part) => part > 0.85)
      ? 'direct'
      : quoted.some((part) => part > 0.05)
        ? 'mixed'
        : 'indirect',
    content: one.content.map(shift),
    cue: one.cue ? shift(one.cue) : null,
    source,
    speaker: source
      ? names.of(document.plain.slice(source.start, source.end), source, before.at(-1)?.speaker ?? null)
      : null,
    rule: one.rule,
  };
}

function share(sentence: Sentence, span: Span): number {
  let inside = 0;
  for (const quote of sentence.quotes)
    inside += Math.max(0, Math.min(quote.end, span.end) - Math.max(quote.start, span.start));
  return inside / Math.max(1, span.end - span.start);
}

// A sentence of nothing but quoted words goes on from who spoke before it in its paragraph or the one before.
function floating(sentence: Sentence, found: Quotation[], document: Document): void {
  if (share(sentence, { start: 0, end: sentence.plain.length }) < 0.8) return;
  const last = spokenLast(found, sentence, document);
  const lastSentence = last && sentenceAt(document, last.content.at(-1)!.start);
  const near = lastSentence && sentence.paragraph - lastSentence.paragraph <= 1;
  found.push({
    kind: 'direct',
    content: [{ start: sentence.start, end: sentence.end }],
    cue: null,
    source: near ? last.source : null,
    speaker: near ? last.speaker : null,
    rule: 'floating',
  });
}

// A few words in marks without anybody near are a title.
function isTitle({ rule, source, content }: Quotation, { plain }: Document): boolean {
  return (
    rule === 'floating' &&
    source === null &&
    plain.slice(content[0]!.start, content.at(-1)!.end).split(' ').length < 5
  );
}

// Who spoke last, by the last words in marks where those are of the same paragraph: what he is told to have urged stands between.
function spokenLast(
  found: readonly Quotation[],
  sentence: Sentence,
  document: Document,
): Quotation | undefined {
  const last = found.at(-1);
  const quoted = found.findLast(({ kind }) => kind !== 'indirect');
  const isHere = quoted && sentenceAt(document, quoted.content[0]!.start).paragraph === sentence.paragraph;
  return isHere && last && last.source?.start === quoted.source?.start ? quoted : last;
}

/** Sentences of one quotation are one: what floats joins the quotation that it goes on from, or that it leads to. */
function joinedPieces(found: Quotation[], document: Document): Quotation[] {
  const paragraph = (at: number): number => sentenceAt(document, at).paragraph;
  const out: Quotation[] = [];
  for (const one of found) {
    const here = paragraph(one.content[0]!.start);
    const spoken = one.rule === 'floating' ? out.findLast(({ kind }) => kind !== 'indirect') : undefined;
    const last =
      spoken &&
      spoken.source?.start === one.source?.start &&
      paragraph(spoken.content.at(-1)!.end - 1) === here
        ? spoken
        : out.at(-1);
    // Marks left open at a paragraph's end, and opened again: one quotation goes on.
    if (
      last &&
      one.rule === 'floating' &&
      isLeftOpen(document, last.content.at(-1)!.end, one.content[0]!.start)
    ) {
      last.content = touching(last.content, one.content, '');
      continue;
    }
    if (last && paragraph(last.content.at(-1)!.end - 1) === here) {
      const gap = document.plain.slice(last.content.at(-1)!.end, one.content[0]!.start);
      if (one.rule === 'floating' && last.kind !== 'indirect') {
        last.content = touching(last.content, one.content, gap);
        continue;
      }
      if (last.rule === 'floating' && one.kind !== 'indirect' && gap.trim() === '') {
        out[out.length - 1] = { ...one, content: touching(last.content, one.content, gap) };
        continue;
      }
    }
    out.push(one);
  }
  return out;
}

// No closing mark stands at the end of the one, and an opening mark begins the other.
function isLeftOpen({ plain, text }: Document, end: number, start: number): boolean {
  return (
    plain.slice(end, start).trim() === '' &&
    /\n/.test(text.slice(end, start)) &&
    plain[end - 1] !== '"' &&
    plain[start] === '"'
  );
}

function touching(first: Span[], second: Span[], gap: string): Span[] {
  if (gap.trim() !== '') return [...first, ...second];
  return [...first.slice(0, -1), { start: first.at(-1)!.start, end: second[0]!.end }, ...second.slice(1)];
}

function sentenceAt({ sentences }: Document, at: number): Sentence {
  return sentences[firstFrom(sentences, at + 1) - 1]!;
}
