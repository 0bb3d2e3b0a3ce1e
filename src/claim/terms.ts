import type { Position, Programme } from './claim.ts';
import { cue } from './lexicon-cues.ts';

const TERM_LIKE = new Set<Programme>(['enforcement', 'detainers', 'status-inquiry']);
// "The deal lets officers act for ICE, and keep people 48 hours": the terms of an agreement are no claims of their own.
const TERMS = cue(
  '^(?:the|this|that|an?|such|under (?:the|this|that|an?)) (?:[a-z0-9()-]+ ){0,4}?{NOUN}{ANY}{0,90}?\\b(?:lets?|allows?|gives?|permits?|enables?|empowers?|authori[sz]es?|may|can|would let|would allow)\\b',
  '',
);
// The same within a sentence: "has signed an agreement that lets its police act for ICE".
const LETS = cue(
  '\\b{NOUN}{ANY}{0,70}?\\b(?:that|which)?(?: (?:lets?|allows?|gives?|permits?|enables?|empowers?|authori[sz]es?|would let|would allow))\\b{ANY}{0,110}$|\\b{NOUN}{ANY}{0,30}\\b(?:under|through|in|by) which {ANY}{0,110}$',
  '',
);

/** True for a position that is only a term of the agreement of which the sentence speaks. */
export function isTerm(position: Position, programme: Programme, start: number, text: string): boolean {
  return (
    (position === 'takes-part' || position === 'limits') &&
    TERM_LIKE.has(programme) &&
    (TERMS.test(text) || LETS.test(text.slice(0, start)))
  );
}
