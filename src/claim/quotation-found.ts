import type { Sentence, Span } from './sentences.ts';

/** A quotation found in one sentence; offsets counted from the sentence. */
export interface Found {
  content: Span[];
  cue: Span | null;
  source: Span | null;
  rule: string;
}

/** The sentence with its quoted words blotted out, marks kept: what is said in marks has no cues of its own. */
export function maskedOf(sentence: Sentence): string {
  let masked = sentence.plain;
  for (const { start, end } of sentence.quotes) {
    const inner = masked.slice(start, end).replace(/[^"]/g, '\ue000');
    masked = masked.slice(0, start) + inner + masked.slice(end);
  }
  return masked;
}
