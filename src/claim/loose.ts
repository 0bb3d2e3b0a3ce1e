import type { Programme } from './claim.ts';
import type { Frame, Topic } from './frames.ts';
import { cue } from './lexicon-cues.ts';
import { MATTERS } from './lexicon-loose.ts';
import { looseAgreement } from './loose-agreement.ts';
import { clauseAround, isAppeal, negates } from './position.ts';
import type { Sentence } from './sentences.ts';

const COMPILED = MATTERS.map((matter) => ({ ...matter, pattern: cue(matter.source) }));
const COND = cue('{COND}', '');
const LOCAL = cue('\\b{LOCAL}\\b', '');
const HEDGE = cue('{HEDGE}', '');

/** Frames of a sentence in which no ordered rule found one: a matter, a local subject, and a no, a stop or a condition around it. */
export function looseFrames(sentence: Sentence, topic: Topic, own: Programme | null): Frame[] {
  const agreement = looseAgreement(sentence, topic, own);
  if (agreement) return [agreement];
  const text = sentence.fold;
  for (const matter of COMPILED) {
    for (const match of text.matchAll(matter.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const clause = clauseAround(text, start, end);
      if (isAppeal(text, start) || !LOCAL.test(clause) || HEDGE.test(clause)) continue;
      const frame = { programme: matter.programme, start, end, kind: 'activity' as const };
      const denied = negates(text, start);
      if (denied === 'stop') return [{ ...frame, position: 'ends', rule: 'loose:stop' }];
      if (denied === 'no')
        return [{ ...frame, position: COND.test(clause) ? 'limits' : 'declines', rule: 'loose:no' }];
    }
  }
  return [];
}
