import { cue } from './lexicon-cues.ts';
import { matchesOf } from './matches.ts';

const SUBJECTS = cue('(?<ice>(?:^|[ "])(?:the )?{ICE})|(?<local>\\b{LOCAL}\\b)');

/** Who acts in the clause before a verb: the last of the immigration service and the local side that is no object of a preposition. */
export function subjectIn(pre: string): 'ice' | 'local' | null {
  let last: 'ice' | 'local' | null = null;
  for (const match of matchesOf(pre, SUBJECTS)) {
    const before = pre.slice(0, match.index + 1);
    if (
      /\b(?:with|for|to|by|from|against|of|on|at|in|inside|without|into|por|de|con|para|a)\s(?:the |its |their |an? )?$/.test(
        before,
      )
    )
      continue;
    last = match.groups!.ice !== undefined ? 'ice' : 'local';
  }
  return last;
}

const NONE_OF =
  /^(?: of)?(?: (?:the|our|his|her|my|its|their))?(?: [a-z.'-]+){0,3} (?:deput(?:y|ies)|officers?|troopers?|jailers?)\s$/;

/** True when one of the words rules over what follows: in its clause, or shortly before it with only "and", "or" between. */
export function scopeOf(pattern: RegExp, pre: string, wide: string): boolean {
  const near = pre.slice(-85);
  for (const match of matchesOf(near, pattern)) {
    const rest = near.slice(match.index + match[0].length);
    // "Minutes after a bill banning them was signed, the sheriff said": a ban that is told of in passing.
    if (/^(?:ban|bar|forb|prohib|prevent|den[iy]|reject|prohib)/.test(match[0].trim()) && /, /.test(rest))
      continue;
    // "Oregon law bars our deputies from helping": whom it bars is no other subject.
    if (
      /^(?:ban|bar|forb|forbid|prohib|prevent|keep|stop)/.test(match[0].trim()) &&
      /^[a-z]* (?:[a-z']+ ){0,5}(?:from|to) (?:[a-z]+ ){0,2}$/.test(rest)
    )
      return true;
    // "None of the county's deputies ask": nobody of them is their subject.
    if (/^(?:none|no|neither|nobody|no one)$/.test(match[0].trim()) && NONE_OF.test(rest)) return true;
    if (/^not$/.test(match[0].trim()) && /^ only\b/.test(rest)) continue;
    // "Run by the county and not the sheriff, the jail keeps": who is left out of an aside denies nothing behind it.
    if (
      /^(?:not|no)$/.test(match[0].trim()) &&
      /(?:\b(?:and|y|but|sino)|,) $/.test(near.slice(0, match.index + (match[0].startsWith(' ') ? 1 : 0))) &&
      /^ (?:the|an?|its|el|la|los|las|una?|su) [a-z' ]{2,40},/.test(rest)
    )
      continue;
    // "an inmate has no papers they alert ICE": another subject has taken over.
    const subject = /\b(?:they|we|he|she|it|i|you|deputies|officers)\s/.exec(rest);
    if (
      subject &&
      !/\b(?:do|does|did|will|would|can|could|are|is|have|has|nor|that|if|when|keep|let|lets|letting|allow(?:s|ed|ing)?|make|want(?:s|ed)?|ask|expect|send|direct|instruct|order)\s$/.test(
        rest.slice(0, subject.index),
      ) &&
      // "No plans to put his deputies through it": an object, and no other subject.
      !/\b(?:put|send|lend|assign|train|use|give|spare|commit|have|turn)(?:ing|ting|s|ning)?\s(?:(?:his|her|its|our|their|my|the|any|more|out)\s)?$/.test(
        rest.slice(0, subject.index),
      ) &&
      !/^(?:'s)?\s*$/.test(rest.slice(0, subject.index)) &&
      rest.slice(0, subject.index).trim() !== ''
    )
      continue;
    if (/\b(?:that|which|who)\b/.test(rest) && rest.length > 40) continue;
    return true;
  }
  // "will not ask about status or hold anyone", "nor would we be interested in".
  const tail = wide.slice(-70);
  const last = matchesOf(tail, pattern).at(-1);
  return (
    last !== undefined &&
    /^[^.;:]{0,40}\b(?:or|nor|ni)\b[^.;:,]{0,25}$/.test(tail.slice(last.index + last[0].length))
  );
}
