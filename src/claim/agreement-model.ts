import type { Span } from './agreement-text.ts';
import type { Programme } from './claim.ts';

// First the model's name at the head, then what the delegated officers are to do: forms of some years do not name it.
const HEADS: [Programme, RegExp][] = [
  ['287g-task-force', /287\s*\(\s*g\s*\)\s+Task\s+Force\s+Model/i],
  ['287g-jail', /287\s*\(\s*g\s*\)\s+Jail\s+Enforcement\s+Model/i],
  ['287g-warrant', /Warrant\s+Service\s+Officer(?:\s+(?:Program|Model))?/i],
];
const DUTIES: [Programme, RegExp][] = [
  ['287g-warrant', /facilitating\s+the\s+custodial\s+transfer\s+of\s+specific\s+aliens/i],
  [
    '287g-jail',
    /identifying\s+and\s+processing\s+removable\s+aliens\s+who\s+have\s+been\s+arrested\s+and\s+booked/i,
  ],
  ['287g-task-force', /assigned\s+to\s+various\s+units,\s+teams,?\s+or\s+task\s+forces/i],
  ['287g-task-force', /arrest\s+without\s+a?\s*warrant\s+any\s+alien\s+entering\s+or\s+attempting/i],
];
const HEAD_CHARS = 1500;

/** The model of an agreement and the words that say it; `287g` with no words where none do. */
export function modelIn(text: string): { programme: Programme; span: Span | null; rule: string } {
  const head = text.slice(0, HEAD_CHARS);
  for (const [programme, pattern] of HEADS) {
    const match = pattern.exec(head);
    if (match) return { programme, span: spanOf(match), rule: 'model-named' };
  }
  for (const [programme, pattern] of DUTIES) {
    const match = pattern.exec(text);
    if (match) return { programme, span: spanOf(match), rule: 'model-by-duties' };
  }
  return { programme: '287g', span: null, rule: 'model-not-said' };
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
