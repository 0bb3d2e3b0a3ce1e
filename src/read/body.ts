import { FURNITURE_LINE } from './furniture.ts';
import type { Block } from './reading.ts';

/** What an element's names or tag make of it before its contents are known. */
export type Mark = 'furniture' | 'comments' | 'hidden';

/** An element of a page that holds blocks. */
export interface Element {
  name: string;
  /** Index of the element around it; the page itself is 0 and its own parent. */
  parent: number;
  mark: Mark | null;
  /** Its class, as written: parts of one article have one. */
  names: string;
  /** True when its names say that it holds an article. */
  inviting: boolean;
}

/** A block with where it stands and how much of it is links. */
export interface Line extends Block {
  element: number;
  /** Characters within links. */
  linked: number;
  /** In what a reader never sees; such lines are taken out of the text. */
  hidden?: boolean;
}

/** Lines that are no sentences are too short or too linked to show where an article is. */
const SENTENCE = 60;
/** An article has at least this much of them; a page with less is read whole. */
const ARTICLE = 250;
const LEVELS = 5;
const WIDER = 1.3;
// Elements of one paragraph: what they hold speaks for what is around them.
const LEAVES = /^(?:p|li|dd|dt|h[1-6]|blockquote|tr|td|pre|figcaption|br)$/;

/**
 * Marks as furniture what is not of a page's article: blocks in elements whose names or tags say so, and, where one
 * element holds most of the sentences, what stands outside it. A mark on an element that holds most of the page was wrong.
 */
export function markBody(text: string, lines: Line[], elements: Element[]): void {
  const weights = lines.map((line) => weightOf(text, line));
  const held = sums(lines, elements, (_, i) => weights[i]!);
  const doubtful = elements.map(({ mark }, i) => mark !== null && isMistaken(i, held, elements));
  const out = inherited(elements, (element, i) => element.mark !== null && !doubtful[i]);
  const hidden = inherited(elements, (element, i) => element.mark === 'hidden' && !doubtful[i]);
  for (const line of lines) {
    if (out[line.element]) line.kind = 'furniture';
    if (hidden[line.element]) line.hidden = true;
  }
  markOutside(text, lines, elements, weights);
  for (const line of lines) if (isLinks(text, line)) line.kind = 'furniture';
}

/** The characters of a line that is made of sentences, else 0. */
function weightOf(text: string, { start, end, linked, kind }: Line): number {
  const length = end - start;
  if (length < SENTENCE || linked * 2.5 > length || kind === 'heading' || kind === 'caption') return 0;
  return length > 140 || /[.!?…:;"”’)»]$/.test(text.slice(end - 2, end)) ? length : 0;
}

/** The sum of a figure of lines over each element with all within it. */
function sums(lines: Line[], elements: Element[], of: (line: Line, i: number) => number): number[] {
  const total = elements.map(() => 0);
  for (const [i, line] of lines.entries()) total[line.element]! += of(line, i);
  // An element comes behind the one around it.
  for (let i = elements.length - 1; i > 0; i--) total[elements[i]!.parent]! += total[i]!;
  return total;
}

/** For each element whether it or one around it fits. */
function inherited(elements: Element[], fits: (element: Element, i: number) => boolean): boolean[] {
  const found: boolean[] = [];
  for (const [i, element] of elements.entries())
    found.push(fits(element, i) || (i > 0 && found[element.parent]!));
  return found;
}

// A theme calls the whole page "has-sidebar"; an old one has all of it in a form. Comments can be longer than what they are on.
function isMistaken(index: number, held: number[], elements: Element[]): boolean {
  const { mark, name } = elements[index]!;
  if (mark === 'comments' || /^(?:nav|footer)$/.test(name)) return false;
  return held[index]! > ARTICLE && held[index]! > 0.5 * held[0]!;
}

function markOutside(text: string, lines: Line[], elements: Element[], weights: number[]): void {
  const own = lines.map((line, i) => (line.kind === 'furniture' ? 0 : weights[i]!));
  const scores = scoresOf(text, lines, elements, own);
  const held = sums(lines, elements, (_, i) => own[i]!);
  const best = widened(bestOf(scores), held, elements);
  if (best === 0 || held[best]! < ARTICLE || held[best]! < 0.25 * held[0]!) return;
  const kept = new Set([best, ...siblingsOf(best, scores, held, elements)]);
  const inside = inherited(elements, (_, i) => kept.has(i));
  const first = lines.findIndex((line) => inside[line.element] && line.kind !== 'furniture');
  const heading = headingBefore(lines, first);
  for (const [i, line] of lines.entries())
    if (!inside[line.element] && i !== heading) line.kind = 'furniture';
}

/** Sentences speak for the element around them, and less for each one farther out; many links speak against it. */
function scoresOf(text: string, lines: Line[], elements: Element[], weights: number[]): number[] {
  const scores = elements.map(({ inviting }) => (inviting ? 25 : 0));
  const touched = new Set<number>();
  for (const [i, line] of lines.entries()) {
    if (weights[i] === 0) continue;
    const commas = text.slice(line.start, line.end).split(/[,，]/).length;
    const score = commas + Math.min(3, weights[i]! / 100);
    let at = line.element;
    if (LEAVES.test(elements[at]!.name)) at = elements[at]!.parent;
    for (let level = 0; level < LEVELS && at > 0; level++, at = elements[at]!.parent) {
      scores[at]! += score / (level < 2 ? level + 1 : level * 3);
      touched.add(at);
    }
  }
  const all = sums(lines, elements, ({ start, end }) => end - start);
  const linked = sums(lines, elements, (line) => line.linked);
  return scores.map((score, i) => (touched.has(i) ? score * (1 - linked[i]! / Math.max(1, all[i]!)) : 0));
}

function bestOf(scores: number[]): number {
  let best = 0;
  for (const [i, score] of scores.entries()) if (i > 0 && score > scores[best]!) best = i;
  return best;
}

// Where an article lies in several boxes, the one around them all holds a good deal more.
function widened(best: number, held: number[], elements: Element[]): number {
  let at = best;
  for (let level = 0; level < 3 && at > 0; level++) {
    const { parent } = elements[at]!;
    if (parent > 0 && held[parent]! > WIDER * held[at]!) at = parent;
    else break;
  }
  return at;
}

/** Elements beside the best that carry the article on, where it lies in several. */
function siblingsOf(best: number, scores: number[], held: number[], elements: Element[]): number[] {
  const { parent } = elements[best]!;
  const least = Math.max(10, 0.2 * scores[best]!);
  const found: number[] = [];
  for (const [i, element] of elements.entries()) {
    if (i === 0 || i === best || element.parent !== parent) continue;
    const alike = element.names !== '' && element.names === elements[best]!.names && held[i]! > 0;
    if (alike || scores[i]! >= least || (LEAVES.test(element.name) && held[i]! > 0)) found.push(i);
  }
  return found;
}

/** The heading nearest before the article, which is its headline. */
function headingBefore(lines: Line[], first: number): number {
  for (let i = first - 1; i >= 0 && i > first - 30; i--) if (lines[i]!.kind === 'heading') return i;
  return -1;
}

/** A line that is links and nothing else, or a sharing bar, a byline, a "read more". */
function isLinks(text: string, { start, end, linked, kind }: Line): boolean {
  if (kind === 'furniture') return true;
  const length = end - start;
  if (kind !== 'heading' && linked > 0.7 * length && length < 200) return true;
  return length < 200 && FURNITURE_LINE.test(text.slice(start, end));
}
