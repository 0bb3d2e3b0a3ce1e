import type { TextReading } from '../read/index.ts';
import { type TextEvidence, textEvidence } from './claim.ts';

/** Words of another text that may be a quotation's, reworded. */
export interface Alike {
  evidence: TextEvidence;
  /** How much the two share, from 0 to 1: twice their common words over all words of both. */
  likeness: number;
}

// Below, chance resemblance is as frequent as rewording: two sentences on one sheriff share half of their words.
const LEAST = 0.6;
// A rewording may take a few words more.
const LONGER = [1, 1.15, 1.3];
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The stretch of a text whose words are most like those of a quotation, within one paragraph; null where none is like enough. */
export function alikeIn(
  { text, blocks }: Pick<TextReading, 'text' | 'blocks'>,
  quoted: string,
): Alike | null {
  const wanted = wordsIn(quoted, 0).map(({ word }) => word);
  if (wanted.length === 0) return null;
  let best: Alike | null = null;
  for (const { start, end } of blocks) {
    const placed = wordsIn(text.slice(start, end), start);
    for (const longer of LONGER) {
      const found = bestWindow(placed, wanted, Math.round(wanted.length * longer));
      if (found && found.likeness >= LEAST && found.likeness > (best?.likeness ?? 0))
        best = { evidence: textEvidence(text, found), likeness: found.likeness };
    }
  }
  return best;
}

interface Placed {
  word: string;
  start: number;
  end: number;
}

function wordsIn(text: string, offset: number): Placed[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: offset + index,
    end: offset + index + word.length,
  }));
}

/** Of all stretches of so many words the one that shares most words with the quotation, without strange words at its ends. */
function bestWindow(placed: readonly Placed[], wanted: readonly string[], words: number) {
  const size = Math.min(words, placed.length);
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  let best = { shared: 0, at: 0 };
  for (const [i, { word }] of placed.entries()) {
    const more = left.get(word) ?? 0;
    if (more > 0) shared++;
    left.set(word, more - 1);
    if (i >= size) {
      const gone = placed[i - size]!.word;
      const spare = left.get(gone)!;
      if (spare >= 0) shared--;
      left.set(gone, spare + 1);
    }
    if (shared > best.shared) best = { shared, at: Math.max(0, i - size + 1) };
  }
  if (best.shared === 0) return null;
  const known = new Set(wanted);
  const own = placed.slice(best.at, best.at + size);
  const first = own.findIndex(({ word }) => known.has(word));
  const last = own.findLastIndex(({ word }) => known.has(word));
  const likeness = (2 * best.shared) / (wanted.length + last - first + 1);
  return { start: own[first]!.start, end: own[last]!.end, likeness: Math.min(1, likeness) };
}
