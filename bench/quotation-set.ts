import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotationsOf } from '../src/claim/index.ts';
import { readText } from '../src/read/index.ts';

interface Span {
  start: number;
  end: number;
}

/** A quotation as labelled: its content in pieces, and who says it where the article tells. */
export interface Labelled {
  content: Span[];
  source: Span[];
}

/** How well the quotations of a set of articles were found at one threshold of overlap. */
export interface Score {
  labelled: number;
  found: number;
  matched: number;
  /** Of the matched whose source is labelled: how many have that source. */
  sourced: number;
  speaker: number;
}

const MARK = /\[([scq])(\d+(?:,\d+)*) /y;

/** The text of a marked article and its labels: `[s1 Bo Lee] [c1 said] [q1 “no”]`; a piece may carry several numbers, `[s1,2 he]`. */
export function labelledArticle(marked: string): { text: string; quotations: Labelled[] } {
  const byNumber = new Map<string, Labelled>();
  let open: { kind: string; numbers: string[]; start: number } | null = null;
  let text = '';
  for (let at = 0; at < marked.length; ) {
    MARK.lastIndex = at;
    const mark = MARK.exec(marked);
    if (mark) {
      if (open) throw new Error(`a mark within a mark at ${JSON.stringify(marked.slice(at, at + 30))}`);
      open = { kind: mark[1]!, numbers: mark[2]!.split(','), start: text.length };
      at += mark[0].length;
    } else if (marked[at] === ']' && open) {
      for (const number of open.numbers) {
        const one = byNumber.get(number) ?? { content: [], source: [] };
        byNumber.set(number, one);
        const span = { start: open.start, end: text.length };
        if (open.kind === 'q') one.content.push(span);
        if (open.kind === 's') one.source.push(span);
      }
      open = null;
      at++;
    } else text += marked[at++];
  }
  if (open)
    throw new Error(`a mark is not closed: ${JSON.stringify(text.slice(open.start, open.start + 30))}`);
  return { text, quotations: [...byNumber.values()].filter(({ content }) => content.length > 0) };
}

/** All marked articles of a folder, by name. */
export function labelledArticles(folder: string): { name: string; text: string; quotations: Labelled[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({ name: file, ...labelledArticle(readFileSync(join(folder, file), 'utf8')) }));
}

/** Scores at a threshold: word-wise overlap (shared over joint) of the contents, each counted once, the best pairs first. */
export function scoreArticles(
  articles: readonly { name: string; text: string; quotations: Labelled[] }[],
  threshold: number,
  onError: (line: string) => void = () => {},
): Score {
  const score: Score = { labelled: 0, found: 0, matched: 0, sourced: 0, speaker: 0 };
  for (const { name, text, quotations } of articles) {
    const reading = readText(new TextEncoder().encode(text));
    if (reading.text.length !== text.length && reading.text !== text.trim())
      throw new Error(`${name}: the reader changes the text, so that the labels do not fit`);
    const found = quotationsOf(reading);
    const words = [...reading.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
    const within = (spans: readonly Span[]): Set<number> =>
      new Set(words.filter((at) => spans.some(({ start, end }) => at >= start && at < end)));
    const wanted = quotations.map(({ content }) => within(content));
    const got = found.map(({ content }) => within(content));
    const pairs = wanted
      .flatMap((one, w) => got.map((other, g) => ({ w, g, overlap: jaccard(one, other) })))
      .filter(({ overlap }) => overlap >= threshold)
      .sort((a, b) => b.overlap - a.overlap);
    const doneWanted = new Set<number>();
    const doneGot = new Set<number>();
    const said = (spans: readonly Span[]): string =>
      spans.map(({ start, end }) => reading.text.slice(start, end)).join(' … ');
    for (const { w, g } of pairs) {
      if (doneWanted.has(w) || doneGot.has(g)) continue;
      doneWanted.add(w);
      doneGot.add(g);
      score.matched++;
      if (quotations[w]!.source.length === 0) continue;
      score.sourced++;
      const source = found[g]!.source;
      const right = within(quotations[w]!.source);
      const ours = within(source ? [source] : []);
      const shared = [...ours].filter((at) => right.has(at)).length;
      if (shared > 0 && shared >= Math.min(ours.size, right.size) / 2) score.speaker++;
      else
        onError(
          `${name}: speaker: ${said(source ? [source] : [])} (not ${said(quotations[w]!.source)}) [${found[g]!.rule}]`,
        );
    }
    score.labelled += wanted.length;
    score.found += got.length;
    quotations.forEach(({ content }, w) => {
      if (!doneWanted.has(w)) onError(`${name}: missed: ${said(content)}`);
    });
    found.forEach(({ content, rule, cue }, g) => {
      if (!doneGot.has(g)) onError(`${name}: wrong: ${said(content)} [${rule}, ${cue ? said([cue]) : ''}]`);
    });
  }
  return score;
}

/** Precision, recall, F and the share of right speakers. */
export function figuresOf({ labelled, found, matched, sourced, speaker }: Score): {
  precision: number;
  recall: number;
  f: number;
  speaker: number;
} {
  const precision = matched / Math.max(1, found);
  const recall = matched / Math.max(1, labelled);
  return {
    precision,
    recall,
    f: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    speaker: speaker / Math.max(1, sourced),
  };
}

function jaccard(one: Set<number>, other: Set<number>): number {
  let shared = 0;
  for (const at of one) if (other.has(at)) shared++;
  return shared / Math.max(1, one.size + other.size - shared);
}
