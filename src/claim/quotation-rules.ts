import {
  ACCORDING,
  ATTITUDE,
  BELIEF_CUE,
  NOUN_CUE,
  PARTICIPLE_CUE,
  SPEECH_CUE,
  VIEW,
} from './lexicon-quotation.ts';
import { matchesOf } from './matches.ts';
import { sourceBefore, subjectOfSentence, type Word, wordsOf } from './noun-phrase.ts';
import { backward, byPosition, inverted } from './quotation-backward.ts';
import { according, byAttitude, byColon, byNoun, byParticiple, byView } from './quotation-by.ts';
import { forward } from './quotation-forward.ts';
import { type Found, maskedOf } from './quotation-found.ts';
import { isPast, untangled } from './quotation-nesting.ts';
import type { Sentence, Span } from './sentences.ts';

/** The quotations of one sentence by its own words. */
export function inSentence(sentence: Sentence): Found[] {
  const masked = maskedOf(sentence);
  const words = wordsOf(masked);
  const found: Found[] = [];
  const taken = (start: number, end: number): boolean =>
    found.some((one) => one.cue && one.cue.start < end && one.cue.end > start);
  for (const match of matchesOf(masked, ACCORDING)) {
    const one = according(masked, match.index, match[0].length);
    if (one) found.push(one);
  }
  for (const [pattern, belief] of [
    [SPEECH_CUE, false],
    [BELIEF_CUE, true],
  ] as const) {
    for (const match of matchesOf(masked, pattern)) {
      const cue = { start: match.index, end: match.index + match[0].length };
      if (taken(cue.start, cue.end)) continue;
      const at = words.findIndex((word) => word.start === cue.start);
      if (at < 0) continue;
      const one = byVerb(masked, words, at, cue, belief, found);
      if (one) found.push(one);
    }
  }
  for (const match of matchesOf(masked, ATTITUDE)) {
    const one = byAttitude(masked, words, match.index, match.index + match[0].length);
    if (one) found.push(one);
  }
  for (const match of matchesOf(masked, VIEW)) {
    const one = byView(masked, match.index, match[0]);
    if (one) found.push(one);
  }
  for (const match of matchesOf(masked, PARTICIPLE_CUE)) {
    const one = byParticiple(masked, words, match.index, match.index + match[0].length, found);
    if (one) found.push(one);
  }
  for (const match of matchesOf(masked, NOUN_CUE)) {
    if (taken(match.index, match.index + match[0].length)) continue;
    found.push(byNoun(masked, words, match.index, match.index + match[0].length));
  }
  if (found.length === 0) {
    const last = byColon(masked) ?? byPosition(masked, words);
    if (last) found.push(last);
  }
  return separated(untangled(found, masked));
}

function byVerb(
  masked: string,
  words: readonly Word[],
  at: number,
  cue: Span,
  belief: boolean,
  found: readonly Found[],
): Found | null {
  const before = words[at - 1]?.text ?? '';
  if (/^(?:is|was|were|are|been|be|being)$/i.test(before) && words[at]!.gap === ' ') return null;
  // "had doubts", "raised claims": the plural of a noun.
  // "has written" tells, "a book written by" does not.
  if (masked.slice(cue.start, cue.end) === 'written' && !/^(?:has|had|have)$/i.test(before)) return null;
  // "61 percent of those asked" asks nobody.
  if (/^those$/i.test(before) && /^(?:asked|questioned)$/.test(masked.slice(cue.start, cue.end))) return null;
  if (belief && /^(?:has|had|have)$/i.test(before) && /s$/.test(masked.slice(cue.start, cue.end)))
    return null;
  if (
    /^(?:to|of|for|a|an|the|not|n't|never|or|by|his|her|their|its|no|any)$/i.test(before) &&
    words[at]!.gap === ' '
  ) {
    const denied =
      /^(?:not|never)$/i.test(before) &&
      /^ ?(?:whether|if|that|who|how|why|what|where|when)\b/.test(masked.slice(cue.end));
    if (!denied) return null;
  }
  const inverse = belief ? null : inverted(masked, words, at, cue);
  if (inverse) return inverse;
  const source = sourceBefore(words, at) ?? afterQuotation(masked, words, at, cue);
  // "…, something she denies": what is denied is told by others.
  if (
    source &&
    /^den/.test(masked.slice(cue.start, cue.end)) &&
    TAKEN_UP.test(masked.slice(source.start, source.end))
  )
    return null;
  if (source && !belief) {
    const behind = backward(masked, cue, source);
    if (behind) return behind;
  }
  // "I think", "you know" outside of marks is the writer's own voice.
  if (source && isWriter(masked.slice(source.start, source.end), belief)) return null;
  const shared =
    source ??
    listed(masked, words[at]!, cue, found) ??
    (sharesSubject(words, at) ? subjectOfSentence(words, at) : null);
  return shared ? forward(masked, cue, shared, belief) : null;
}

const TAKEN_UP =
  /^(?:something|which|all of which|an? (?:charge|claim|accusation|allegation|story|account))\b/i;

// "“…,” Ann Bell, a fellow at the Institute for Water, Air and Soil, told the Sun": between the marks and the verb nothing stands but who says it.
function afterQuotation(masked: string, words: readonly Word[], at: number, cue: Span): Span | null {
  const mark = masked.lastIndexOf('"', cue.start);
  if (mark < 0 || !/^[,]? (?:\p{Lu}|the |an? |one )/u.test(masked.slice(mark + 1))) return null;
  const from = mark + 1 + /^[,\s]*/.exec(masked.slice(mark + 1))![0].length;
  let last = at - 1;
  while (last > 0 && /^(?:has|had|have|also|later|then)$/i.test(words[last]!.text)) last--;
  if (/^(?:and|but|then|or|that|which|who)$/i.test(words[last]?.text ?? '')) return null;
  const end = words[last]?.end ?? 0;
  const between = masked.slice(from, end);
  return end > from && between.length < 160 && !/[;:.](?= )|"/.test(between.replace(/\b\p{L}{1,5}\./gu, ''))
    ? { start: from, end }
    : null;
}

// "promised to go, threatened to sue and called it a theft": verbs of one tense in a row have one subject.
function listed(masked: string, word: Word, cue: Span, found: readonly Found[]): Span | null {
  if (!/^,\s*$/.test(word.gap)) return null;
  const last = found.findLast((one) => one.cue && one.source && one.cue.end < cue.start);
  const isForward = last && last.content[0]!.start >= last.cue!.end && last.source!.end <= last.cue!.start;
  return isForward && isPast(masked, last.cue!) === isPast(masked, cue) ? last.source : null;
}

const HOLDER =
  /^(?:\p{Lu}|the |an? |some |many |most |few |several |all |both |two |three |his |her |their |its |no |he$|she$|they$|\p{Ll}+s$|(?:[\p{Ll}-]+ ){1,2}\p{Ll}+s$|officials|la |el )/u;

function isWriter(source: string, belief: boolean): boolean {
  const last = source.split(' ').at(-1)!;
  return belief
    ? /^(?:i|we|you|who|it|this|that|which|what)(?:['’]\w+)?$/i.test(last) || !HOLDER.test(source)
    : /^(?:i|you)(?:['’]\w+)?$/i.test(last);
}

// "X resigned and said …": the verb has the subject of the one before it.
function sharesSubject(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (before > 0 && /^(?:also|has|had|later|then|again|repeatedly|even)$/i.test(words[before]!.text))
    before--;
  return (
    /^(?:and|but|y|pero)$/i.test(words[before]?.text ?? '') || /^(?:then)$/i.test(words[at - 1]?.text ?? '')
  );
}

/** Of two that lie over each other the one by the surer rule stays. */
function separated(found: Found[]): Found[] {
  const out: Found[] = [];
  for (const one of found) {
    const content = one.content.filter(({ start, end }) => end > start);
    if (content.length === 0 || (one.source && one.source.end <= one.source.start)) continue;
    if (!out.some((other) => other.content.some((span) => isSame(span, content[0]!))))
      out.push({ ...one, content });
  }
  return out;
}

function isSame(one: Span, other: Span): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared > 0.6 * (one.end - one.start) && shared > 0.6 * (other.end - other.start);
}
