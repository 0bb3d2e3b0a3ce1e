import { BETWEEN, CLAUSE_END } from './lexicon-quotation.ts';
import type { Span } from './sentences.ts';

/** A word of a sentence with its place, and whether punctuation stands before it. */
export interface Word extends Span {
  text: string;
  /** What stands between the word before and this one. */
  gap: string;
}

const PREPOSITION =
  /^(?:on|in|at|by|during|after|before|for|from|with|under|over|since|through|despite|like|amid|to|about|without|en|tras|durante|por|desde|con)$/i;
const NAME_WORD = /^\p{Lu}/u;
const FINITE = /^(?:is|are|was|were|has|had|have|will|would|can|could|should|may|might|must|did|does)$/i;
/** Nobody's description is longer. */
const MAX_WORDS = 14;

/** The words of a sentence; masked characters (quoted ones) are no words. */
export function wordsOf(masked: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of masked.matchAll(
    /[\p{L}\d](?:[\p{L}\d'’&-]|\.(?=\p{L})|(?<=(?<![\p{L}\d])(?:\p{Lu}|Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Lt|Sgt|Capt|Col|Gen|Jr|Sr|St))\.)*/gu,
  )) {
    words.push({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      gap: masked.slice(last, match.index),
    });
    last = match.index + match[0].length;
  }
  return words;
}

const isBreak = (gap: string): boolean => /[,;:"“”«»()[\]—\ue000]|--| [-–] /.test(gap);

/** Who stands before the cue at word `at`: the span of the words that name them, or null. */
export function sourceBefore(words: readonly Word[], at: number): Span | null {
  let last = at - 1;
  if (last < 0 || isBreakWord(words, at) === 'quote') return null;
  while (last >= 0 && BETWEEN.test(words[last]!.text) && !isBreak(words[last + 1]!.gap)) last--;
  if (last < 0) return null;
  // "The deal was announced": nobody is its subject who says it.
  if (words.slice(last + 1, at).some(({ text }) => /^(?:is|was|were|are|been|be|being)$/i.test(text)))
    return null;
  // "Smith, the mayor, said": the name stands before the apposition.
  // "Smith, however, said"
  if (
    /^,\s*$/.test(words[last + 1]!.gap) &&
    /^(?:however|meanwhile|though|too|instead)$/i.test(words[last]!.text) &&
    last > 0
  )
    return chunk(words, last - 1, false);
  if (/^\.?,\s*$/.test(words[last + 1]!.gap)) return beforeApposition(words, last);
  if (isBreak(words[last + 1]!.gap)) return null;
  if (/^(?:who|quien)$/i.test(words[last]!.text)) return last > 0 ? chunk(words, last - 1, true) : null;
  return chunk(words, last, false);
}

function isBreakWord(words: readonly Word[], at: number): 'quote' | null {
  return /["“”«»]/.test(words[at]!.gap) ? 'quote' : null;
}

// What describes somebody between commas, piece by piece, back to the name: "Ann Bell, 42, of Dayton, said".
function beforeApposition(words: readonly Word[], last: number, pieces = 0): Span | null {
  let first = last;
  while (first > 0 && !isBreak(words[first]!.gap) && last - first < 40) first--;
  if (first === 0 || !/^\.?,\s*$/.test(words[first]!.gap)) return null;
  // "Dräger, Inc., says"
  if (/^(?:Inc|LLC|Jr|Sr|Ltd|Corp)$/.test(words[first]!.text) && first === last) {
    const name = beforeApposition(words, first - 1, pieces) ?? chunk(words, first - 1, false);
    return name && { start: name.start, end: words[last]!.end };
  }
  // "ICE, she said, answered": a reporter between commas is no apposition.
  if (
    last - first < 4 &&
    words.slice(first, last + 1).some(({ text }) => /^(?:said|says|told|wrote|dijo|added|noted)$/i.test(text))
  )
    return chunk(words, first - 1, false);
  const head = words[first - 1]!;
  if (/^\d+$/.test(head.text) || (pieces < 2 && /^of$/i.test(words[first]!.text))) {
    const whole = pieces < 3 ? beforeApposition(words, first - 1, pieces + 1) : null;
    if (whole) return { start: whole.start, end: words[last]!.end };
  }
  // "…, but the poles are dry, said": a clause, and no description.
  if (/^(?:but|and|so|yet)$/i.test(words[first]!.text)) return null;
  if (
    !/^(?:who|which|whose|quien|one|many|some|most|both)$/i.test(words[first]!.text) &&
    words
      .slice(first, last + 1)
      .some(
        ({ text }, i, all) =>
          FINITE.test(text) && !all.slice(0, i).some((word) => /^(?:who|which|that|whose)$/i.test(word.text)),
      )
  )
    return null;
  // "On Tuesday, officials, …" has no name before it; "but, he" neither.
  const name = chunk(words, first - 1, false);
  if (!name || /(?:day|ed)$/.test(head.text)) return null;
  if (!NAME_WORD.test(head.text) && !isDescription(words, name, first)) return null;
  return { start: name.start, end: words[last]!.end };
}

// "her campaign manager, Jim Tessier," and "two former aides, one of them a lawyer,": a noun phrase with its article, and a name or a clause about it.
function isDescription(words: readonly Word[], name: Span, first: number): boolean {
  const opening = words.find(({ start }) => start === name.start)!;
  const determined =
    /^(?:the|an?|his|her|its|their|our|my|one|two|three|some|several|many|another|other|el|la|los|las|un|una|su|sus)$/i.test(
      opening.text,
    ) || /['’]s?$/.test(words[words.indexOf(opening) + 1]?.text ?? '');
  return (
    NAME_WORD.test(words[first]!.text) ||
    ((determined || /s$/.test(words[first - 1]!.text)) &&
      /^(?:who|which|whose|many|some|most)$/.test(words[first]!.text)) ||
    (determined &&
      /^(?:an?|the|one|who|which|whose|both|most|some|now|himself|herself|un|una|quien|\p{Ll}+ed|\p{Ll}+ing|led|held|known)$/iu.test(
        words[first]!.text,
      )) ||
    /^(?:man|woman|official|spokes\p{L}+|lawyer|attorney|adviser|aide|mayor|sheriff|chief)s?$/iu.test(
      words[first - 1]!.text,
    )
  );
}

function chunk(words: readonly Word[], last: number, relative: boolean): Span | null {
  let first = last;
  while (
    first > 0 &&
    last - first < MAX_WORDS &&
    !isBreak(words[first]!.gap) &&
    !CLAUSE_END.test(words[first - 1]!.text) &&
    !(isAnd(words[first - 1]!.text) && !joins(words, first - 1))
  )
    first--;
  if (CLAUSE_END.test(words[first]!.text) || isAnd(words[first]!.text)) first++;
  if (first > last || CLAUSE_END.test(words[last]!.text)) return null;
  if (
    /^(?:now|so|then|still|here|also|yes|no|today|yesterday|later|ahora)$/i.test(words[first]!.text) &&
    first < last
  )
    first++;
  // "The court last week ruled"
  if (
    last - first > 1 &&
    /^(?:week|month|year|night|fall|spring|summer|winter)$/.test(words[last]!.text) &&
    /^(?:last|this|that|next)$/.test(words[last - 1]!.text)
  )
    last -= 2;
  else if (
    last > first &&
    /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)$/.test(words[last]!.text)
  )
    last -= /^on$/i.test(words[last - 1]!.text) && last - first > 1 ? 2 : 1;
  if (/['’]s?$/.test(words[last]!.text)) return null;
  // "In a statement Smith said", "the letter that Smith wrote": the name at the end is who says it.
  const isCount = /^at$/i.test(words[first]!.text) && /^(?:least|most)$/i.test(words[first + 1]?.text ?? '');
  if (isCount) return { start: words[first]!.start, end: words[last]!.end };
  const isLong = last - first >= 9 && !/^,\s*$/.test(words[first]!.gap);
  if (PREPOSITION.test(words[first]!.text) || isLong || relative) {
    const name = nameEndingAt(words, last, first);
    if (name !== null) first = name;
    else if (PREPOSITION.test(words[first]!.text)) return null;
  }
  if (isVerbish(words[last]!.text)) return null;
  return { start: words[first]!.start, end: words[last]!.end };
}

const isAnd = (text: string): boolean => /^(?:and|y|e)$/i.test(text);

// "Smith and Jones said" joins two names; "Smith resigned and said" does not.
function joins(words: readonly Word[], and: number): boolean {
  const before = words[and - 1];
  const after = words[and + 1];
  if (!before || !after) return false;
  return (
    (NAME_WORD.test(before.text) || /s$/.test(before.text)) &&
    (NAME_WORD.test(after.text) ||
      /^(?:the|his|her|other|some|many|several|two|local|state|federal)$/i.test(after.text))
  );
}

function nameEndingAt(words: readonly Word[], last: number, from: number): number | null {
  if (/^(?:he|she|they|it|we|i|él|ella|ellos)$/i.test(words[last]!.text)) return last;
  let first = last;
  while (first > from && words[first]!.gap === ' ' && NAME_WORD.test(words[first - 1]!.text)) first--;
  if (!NAME_WORD.test(words[first]!.text)) {
    const article = words.findLastIndex(
      (word, i) =>
        i <= last &&
        i >= from &&
        /^(?:the|a|an|his|her|their|its|one|some|many|el|la|los|las|un|una)$/i.test(word.text),
    );
    return article >= 0 && last - article < 5 ? article : null;
  }
  if (first > from && /^(?:the|el|la)$/i.test(words[first - 1]!.text)) first--;
  return first;
}

const isVerbish = (text: string): boolean =>
  /^(?:is|are|was|were|has|had|have|be|been|will|would|could|should|can|may|might|must|did|does|do|not|to|of|for|in|on|at|by|with|and|the|a|an|never|being|get|gets|got)$/i.test(
    text,
  );

/** Who is the subject of the sentence: the first noun phrase, as far as capitals, determiners and a verb's form tell. */
export function subjectOfSentence(words: readonly Word[], before: number): Span | null {
  let from = 0;
  // An adverbial in front ends at its comma.
  if (PREPOSITION.test(words[0]?.text ?? '') || CLAUSE_END.test(words[0]?.text ?? '')) {
    const comma = words.findIndex((word, i) => i > 0 && i < before && /^,\s*$/.test(word.gap));
    if (comma < 0) return null;
    from = comma;
  }
  let last = from;
  if (/^(?:and|but|so|yet|still)$/i.test(words[from]?.text ?? '')) last = from += 1;
  if (!words[from] || from >= before) return null;
  if (/^(?:he|she|they|it|we|i)$/i.test(words[from]!.text)) return words[from]!;
  while (
    last + 1 < before &&
    !isBreak(words[last + 1]!.gap) &&
    !isVerbish(words[last + 1]!.text) &&
    !/^(?:[a-z]{3,}(?:ed|es)|said|says|told|wrote|took|went|came|made|gave|got|ran|won|lost|left|met|began|held|led|saw|knew|thought|fired|sent)$/.test(
      words[last + 1]!.text,
    ) &&
    last - from < MAX_WORDS
  )
    last++;
  const text = words[from]!.text;
  return NAME_WORD.test(text) || /^(?:the|a|an|one|some|many)$/i.test(text)
    ? { start: words[from]!.start, end: words[last]!.end }
    : null;
}
