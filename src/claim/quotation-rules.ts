import {
  ACCORDING,
  BELIEF_CUE,
  MOVING,
  NAMING,
  NOUN_CUE,
  PARTICIPLE_CUE,
  SPEECH_CUE,
} from './lexicon-quotation.ts';
import { sourceBefore, subjectOfSentence, type Word, wordsOf } from './noun-phrase.ts';
import {
  contentAfterTail,
  contentBefore,
  contentEnd,
  isClause,
  startOf,
  TAIL,
  WHOM,
} from './quotation-content.ts';
import type { Sentence, Span } from './sentences.ts';

/** A quotation found in one sentence; offsets counted from the sentence. */
export interface Found {
  content: Span[];
  cue: Span | null;
  source: Span | null;
  rule: string;
}

/** The quotations of one sentence by its own words. */
export function inSentence(sentence: Sentence): Found[] {
  const masked = maskedOf(sentence);
  const words = wordsOf(masked);
  const found: Found[] = [];
  const taken = (start: number, end: number): boolean =>
    found.some((one) => one.cue && one.cue.start < end && one.cue.end > start);
  for (const match of masked.matchAll(ACCORDING)) {
    const one = according(masked, match.index, match[0].length);
    if (one) found.push(one);
  }
  for (const [pattern, belief] of [
    [SPEECH_CUE, false],
    [BELIEF_CUE, true],
  ] as const) {
    for (const match of masked.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken(start, end)) continue;
      const at = words.findIndex((word) => word.start === start);
      if (at < 0) continue;
      const one = byVerb(masked, words, at, belief);
      if (one) found.push(one);
    }
  }
  for (const match of masked.matchAll(PARTICIPLE_CUE)) {
    const one = byParticiple(masked, words, match.index, match.index + match[0].length, found);
    if (one) found.push(one);
  }
  for (const match of masked.matchAll(NOUN_CUE)) {
    if (taken(match.index, match.index + match[0].length)) continue;
    found.push(byNoun(masked, words, match.index, match.index + match[0].length));
  }
  return separated(found);
}

// What is said in marks has no cues of its own.
function maskedOf(sentence: Sentence): string {
  let masked = sentence.plain;
  for (const { start, end } of sentence.quotes) {
    const inner = masked.slice(start, end).replace(/[^"]/g, '\ue000');
    masked = masked.slice(0, start) + inner + masked.slice(end);
  }
  return masked;
}

function byVerb(masked: string, words: readonly Word[], at: number, belief: boolean): Found | null {
  const cue = words[at]!;
  const before = words[at - 1];
  if (/^(?:is|was|were|are|been|be|being)$/i.test(before?.text ?? '')) return null;
  if (
    /^(?:to|of|for|a|an|the|not|n't|never|and|or|by|his|her|their|its|no|any)$/i.test(before?.text ?? '') &&
    cue.gap === ' ' &&
    !/^and$/i.test(before!.text)
  ) {
    const denied =
      /^(?:not|never)$/i.test(before!.text) && /^ ?(?:whether|if|that)\b/.test(masked.slice(cue.end));
    if (!denied) return null;
  }
  const after = masked.slice(cue.end);
  const inverse = belief ? null : inverted(masked, words, at);
  if (inverse) return inverse;
  const source = sourceBefore(words, at);
  if (source && !belief) {
    const lead = masked.slice(0, source.start);
    const head = contentBefore(masked, lead);
    if (head && TAIL.test(after)) {
      const second = contentAfterTail(masked, cue.end);
      return { content: second ? [head, second] : [head], cue, source, rule: 'content-source-cue' };
    }
  }
  // "I think", "you know" outside of marks is the writer's own voice.
  if (
    source &&
    (belief ? /^(?:i|we|you|who)(?:['’]\w+)?$/i : /^(?:i|you)(?:['’]\w+)?$/i).test(
      masked.slice(source.start, source.end).split(' ').at(-1)!,
    )
  )
    return null;
  if (
    belief &&
    source &&
    !/^(?:\p{Lu}|the |a |an |some |many |most |he$|she$|they$|\p{Ll}+s$|\p{Ll}+ \p{Ll}+s$|officials|la |el )/u.test(
      masked.slice(source.start, source.end),
    )
  )
    return null;
  const shared = source ?? (sharesSubject(words, at) ? subjectOfSentence(words, at) : null);
  if (!shared) return null;
  return forward(masked, cue, shared, belief);
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

/** `SOURCE CUE [whom] [that] CONTENT`. */
function forward(masked: string, cue: Span, source: Span, belief: boolean): Found | null {
  const verb = masked.slice(cue.start, cue.end);
  const rest = masked.slice(cue.end);
  const quote = /^[^"\ue000.;]{0,160}?(["\ue000])/.exec(rest);
  const that =
    /^(?: (?!and\b|but\b|who\b|which\b|of\b|for\b|to\b(?! (?:the )?[a-z]+s?\b(?: that)))[^\s,;"\ue000]+){0,9}? (?:that|que)\b ?|^(?: (?:him|her|them|us|me|reporters|[A-Z][a-z]+|the [a-z]+|police|officials|voters))? (?:whether|if|why|how|what)\b ?/.exec(
      rest,
    );
  let from: number;
  let rule: string;
  if (
    /^(?: [^,;"\ue000:]{0,90}|,[^,"\ue000]{0,60},)?[,:] ?$/.test(
      rest.slice(0, quote ? quote[0].length - 1 : 0),
    )
  ) {
    from = cue.end + quote![0].length - 1;
    rule = 'source-cue-quote';
  } else if (that && !/^(?:show|hear|call)/i.test(verb)) {
    from = cue.end + that[0].length;
    rule = 'source-cue-that';
    if (/ (?:whether|if|why|how|what) ?$/.test(that[0]))
      from = cue.end + that[0].trimEnd().lastIndexOf(' ') + 1;
  } else if (/^ [^"\ue000,;]{0,60}["\ue000]/.test(rest) && !belief) {
    from = cue.end + (/^ ?/.exec(rest)?.[0].length ?? 0);
    rule = 'source-cue-part-quoted';
  } else if (
    MOVING.some(([moves, behind]) => moves.test(verb) && behind.test(rest)) &&
    !/^ (?:to comment|for comment|to answer|to say)\b/.test(rest)
  ) {
    from = cue.end + 1;
    rule = 'source-cue-object';
  } else if (!NAMING.test(verb)) {
    const whom = /^tell|^told/.test(verb) ? (WHOM.exec(rest)?.[0] ?? '') : '';
    // "agencies that the White House said would not help": the content began before.
    if (!isClause(rest.slice(whom.length))) return null;
    const time =
      /^(?: (?:on |in |last |this |early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?,?| (?:yesterday|today|again|later|in an? [a-z]+,?))(?= )/.exec(
        rest.slice(whom.length),
      );
    from = cue.end + whom.length + (time?.[0].length ?? 0) + 1;
    rule = belief ? 'source-belief' : 'source-cue-content';
  } else return null;
  if (belief && rule === 'source-cue-content') return null;
  from += /^[\s,]*/.exec(masked.slice(from))![0].length;
  const to = contentEnd(masked, from);
  if (to - from < 4) return null;
  return { content: [{ start: from, end: to }], cue, source, rule };
}

const INTRANSITIVE =
  /^(?:sa(?:id|ys)|dijo|dice|wrote|writes|explain(?:ed|s)|añadió|agregó|explicó|afirmó|señaló|aseguró|indicó|report(?:ed|s)|announced|declared|argu(?:ed|es))$/i;

/** `CONTENT," said SOURCE`. */
function inverted(masked: string, words: readonly Word[], at: number): Found | null {
  const cue = words[at]!;
  const lead = masked.slice(0, cue.start);
  if (!/[,"?!—]\s*$/.test(lead)) return null;
  // Only what takes no object stands before its subject without marks before it: "…, told the board" has its subject in front.
  if (!/["\ue000],?\s*$/.test(lead) && !INTRANSITIVE.test(cue.text)) return null;
  const next = words[at + 1];
  if (!next || next.gap !== ' ') return null;
  if (!/^\p{Lu}|^(?:the|a|an|he|she|one|his|her|its|another|some|officials|el|la|un|una)$/u.test(next.text))
    return null;
  if (/^(?:he|she)$/.test(next.text) && !/["\ue000]\s*,?\s*$/.test(lead)) return null;
  if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(next.text)) return null;
  const head = contentBefore(masked, lead);
  if (!head) return null;
  const rest = masked.slice(cue.end + 1);
  const stop =
    /(?:[.!?;](?=\s|$)|(?=[,:] ?["\ue000])|, (?=(?:adding|saying|noting|citing|referring to|calling|but|and (?:that|the|it|he|she))\b)|$)/.exec(
      rest.replace(/\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Jr|Sr|Sen|Rep|Gov|Lt|Sgt|St|D|R)\./g, (m) =>
        m.replace('.', '\ue001'),
      ),
    );
  let end = cue.end + 1 + (stop?.index ?? rest.length);
  // The setting is no part of who says it.
  const setting =
    /,? (?:as (?:reported|quoted)|in an?|in his|in her|on (?=\p{Lu})|during|after|at a|to reporters|when|as he|as she|last|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/u.exec(
      masked.slice(cue.end + 1, end),
    );
  if (setting) end = cue.end + 1 + setting.index;
  // A clause behind the cue means that it was no inversion: "…, says he will", "said the agency is".
  if (
    / (?:is|are|was|were|will|would|has|had|have|should|could|can|does|did)(?:n't)? /.test(
      masked.slice(cue.end, end).replace(/, (?:who|which|whose)[^,]*/g, ''),
    )
  ) {
    if (!/["\ue000]\s*,?\s*$/.test(lead)) return null;
  }
  const second = contentAfterTail(masked, end);
  return {
    content: second ? [head, second] : [head],
    cue,
    source: { start: next.start, end },
    rule: 'content-cue-source',
  };
}

function according(masked: string, at: number, length: number): Found | null {
  const from = at + length + 1;
  const tail = masked.slice(from);
  const leads = masked.slice(0, at).trim().length < 8;
  // In front the first comma ends it, unless an apposition stands between two; behind, only what is none does.
  const stop = leads
    ? /^[^,;:"\ue000]+(?:, (?:an?|the|who|which) [^,;:"\ue000]{3,60}(?=, \S+ \S+ \S+))?/.exec(tail)?.[0]
        .length
    : /(?:, (?!(?:a|an|the|who|which|Inc|Jr|Sr)\b)|[;:"\ue000]|[.!?](?=\s*$)|$| (?=which\b|that (?:said|found|shows)\b))/.exec(
        tail,
      )?.index;
  const end = from + (stop ?? tail.length);
  const source = { start: from, end };
  if (end - from < 2) return null;
  const cue = { start: at, end: at + length };
  const lead = masked.slice(0, at).replace(/[\s,]+$/, '');
  if (lead.length < 8 || /^(?:And|But|So|Still|Yet),?$/.test(lead)) {
    const start = end + (/^[\s,]*/.exec(masked.slice(end))?.[0].length ?? 0);
    const to = contentEnd(masked, start);
    return to - start > 8 ? { content: [{ start, end: to }], cue, source, rule: 'according-content' } : null;
  }
  const semicolon = lead.lastIndexOf('; ');
  const start = semicolon >= 0 ? semicolon + 2 : startOf(lead);
  return { content: [{ start, end: lead.length }], cue, source, rule: 'content-according' };
}

function byParticiple(
  masked: string,
  words: readonly Word[],
  start: number,
  end: number,
  found: readonly Found[],
): Found | null {
  const lead = masked.slice(0, start);
  if (
    !/(?:[,—]|["\ue000]|\b(?:by|before|after|and|while|as|without|reporters|statement|tweet|letter|interview|voters|supporters|speech)) ?$/.test(
      lead,
    )
  )
    return null;
  const cue = { start, end };
  const rest = masked.slice(end);
  const that = /^(?: (?:[\p{L}’' -]{0,40} )?(?:that|que))? /u.exec(rest);
  if (!that) return null;
  const verb = masked.slice(start, end);
  if (
    /^(?:calling|citing|asking|telling|accusing|urging|warning|quoting|maintaining|recalling|explaining|writing)/i.test(
      verb,
    ) &&
    !/ (?:that|to|of|for|whether|if)\b|["\ue000]/.test(rest.slice(0, 80))
  )
    return null;
  const from = end + (/ (?:that|que) $/.test(that[0]) ? that[0].length : 1);
  const to = contentEnd(masked, from);
  const earlier = found.findLast(
    (one) => one.source && one.cue && one.cue.start < start && one.rule !== 'content-according',
  );
  const source =
    earlier?.source ??
    subjectOfSentence(
      words,
      words.findIndex((word) => word.start >= start),
    );
  return source && to - from > 4
    ? { content: [{ start: from, end: to }], cue, source, rule: 'participle' }
    : null;
}

function byNoun(masked: string, words: readonly Word[], start: number, end: number): Found {
  const to = contentEnd(masked, end + 1);
  const at = words.findIndex((word) => word.start === start);
  const owner = words[at - 1];
  const possessive = owner && /['’]s$|s['’]$/.test(owner.text);
  const pronoun = owner && /^(?:his|her|their|its|my)$/i.test(owner.text);
  let source: Span | null = null;
  if (possessive) {
    let first = at - 1;
    while (first > 0 && words[first]!.gap === ' ' && /^\p{Lu}/u.test(words[first - 1]!.text)) first--;
    source = { start: words[first]!.start, end: owner.end };
  } else if (pronoun) source = owner;
  return {
    content: source ? [{ start: end + 1, end: to }] : [],
    cue: { start, end: end - 5 },
    source,
    rule: 'noun',
  };
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
