import search from 'approx-string-match';
import type { TextEvidence } from './claim.ts';

/**
 * Where the words of a piece of evidence stand in a text: `held` at their offsets, `moved` word for word to others,
 * `changed` to words that are nearly the same (a proposal for a person, never evidence), or `gone`.
 */
export type Anchored =
  | { state: 'held' | 'moved'; start: number; end: number }
  | { state: 'changed'; start: number; end: number; words: string }
  | { state: 'gone' };

/** Letters that may differ, as a share of the quotation: with more, other sentences of the same matter fit as well. */
const MAX_SHARE = 0.35;
const MAX_ERRORS = 160;
const SHORTEST = 20;
const MAX_TEXT = 2_000_000;

/** Where the words of a piece of evidence stand in a text that may be another than the one they were found in. */
export function anchor(text: string, evidence: TextEvidence): Anchored {
  const { exact, start, end } = evidence;
  if (text.slice(start, end) === exact) return { state: 'held', start, end };
  const at = bestOccurrence(text, evidence);
  if (at >= 0) return { state: 'moved', start: at, end: at + exact.length };
  if (exact.length < SHORTEST || text.length > MAX_TEXT) return { state: 'gone' };
  const most = Math.min(MAX_ERRORS, Math.floor(exact.length * MAX_SHARE));
  const found = search(text, exact, most);
  // Of equally near ones that which stands nearest to where it stood.
  const [near] = found.sort(
    (a, b) => a.errors - b.errors || Math.abs(a.start - start) - Math.abs(b.start - start),
  );
  if (!near) return { state: 'gone' };
  return { state: 'changed', start: near.start, end: near.end, words: text.slice(near.start, near.end) };
}

/** The word-for-word occurrence whose surroundings fit best, then the nearest one; -1 where there is none. */
function bestOccurrence(text: string, { exact, prefix, suffix, start }: TextEvidence): number {
  let best = -1;
  let fit = -1;
  for (let at = text.indexOf(exact); exact && at >= 0; at = text.indexOf(exact, at + 1)) {
    const own =
      sameEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) +
      sameStart(text, at + exact.length, suffix);
    if (own > fit || (own === fit && Math.abs(at - start) < Math.abs(best - start))) [best, fit] = [at, own];
  }
  return best;
}

function sameEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

function sameStart(text: string, at: number, b: string): number {
  let n = 0;
  while (n < b.length && text[at + n] === b[n]) n++;
  return n;
}
