import { sourceBefore, subjectOfSentence, type Word } from './noun-phrase.ts';
import { contentEnd, isPlainClause, startOf } from './quotation-content.ts';
import type { Found } from './quotation-found.ts';
import type { Span } from './sentences.ts';

/** "According to X, …"; "…, according to X". */
export function according(masked: string, at: number, length: number): Found | null {
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
  if (
    (lead.length < 8 && !/^(?:It|That|This|He|She|They) \w+$/.test(lead)) ||
    /^(?:And|But|So|Still|Yet),?$/.test(lead)
  ) {
    const start = end + (/^[\s,]*/.exec(masked.slice(end))?.[0].length ?? 0);
    const to = contentEnd(masked, start);
    return to - start > 8 ? { content: [{ start, end: to }], cue, source, rule: 'according-content' } : null;
  }
  // "It was, in the words of one aide, “a bad night”."
  const behind = /^, ?(?=["\ue000])/.exec(masked.slice(end));
  if (behind && /,\s*$/.test(masked.slice(0, at)) && lead.split(' ').length < 6) {
    const from = end + behind[0].length;
    const head = { start: 0, end: lead.length };
    return {
      content: [head, { start: from, end: contentEnd(masked, from) }],
      cue,
      source,
      rule: 'content-around',
    };
  }
  // "One of the officers, according to records, was asleep": what is said has two pieces.
  const goesOn =
    /^, (?=(?:is|are|was|were|had|has|have|will|would|could|can|did|does|do|should|may|might|\p{Ll}{3,}ed)\b)/u.exec(
      masked.slice(end),
    );
  if (goesOn && /,\s*$/.test(masked.slice(0, at))) {
    const from = end + goesOn[0].length;
    const head = { start: startOf(lead), end: lead.length };
    return {
      content: [head, { start: from, end: contentEnd(masked, from) }],
      cue,
      source,
      rule: 'content-around',
    };
  }
  const semicolon = lead.lastIndexOf('; ');
  const start = semicolon >= 0 ? semicolon + 2 : startOf(lead);
  return { content: [{ start, end: lead.length }], cue, source, rule: 'content-according' };
}

/** "…, adding that …": who speaks is who spoke before, or the subject. */
export function byParticiple(
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
    ) &&
    !(
      /^(?:say|stat|argu|warn|claim|alleg)ing$/.test(masked.slice(start, end)) &&
      / that\b/.test(masked.slice(end, end + 30))
    )
  )
    return null;
  const cue = { start, end };
  const rest = masked.slice(end);
  const that = /^[:,]?(?: (?:[\p{L}’' -]{0,40} )?(?:that|que))? /u.exec(rest);
  if (!that) return null;
  const verb = masked.slice(start, end);
  if (
    /^(?:calling|citing|asking|telling|accusing|urging|warning|quoting|maintaining|recalling|explaining|writing|responding|replying|describing|recounting|lamenting|denying|complaining)/i.test(
      verb,
    ) &&
    !/ (?:that|to|of|for|whether|if)\b|["\ue000]/.test(rest.slice(0, 80))
  )
    return null;
  if (
    /^(?:noting|adding|acknowledging|admitting|emphasizing|stressing|suggesting|promising|predicting|announcing|claiming|maintaining|recalling|conceding)/i.test(
      verb,
    ) &&
    !/^[:,]?(?: [\p{L}’' -]{0,40})? ?(?:\bthat\b|\bto\b|["\ue000])/u.test(rest.slice(0, 60)) &&
    !isPlainClause(rest)
  )
    return null;
  const from = end + (/ (?:that|que) $/.test(that[0]) ? that[0].length : 1);
  const to = contentEnd(masked, from);
  // Of the reporters before it, not one within what another says.
  const earlier = found.findLast(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          one.cue &&
          other.content.some((span) => span.start <= one.cue!.start && span.end >= one.cue!.end),
      ) &&
      one.source &&
      one.cue &&
      one.cue.start < start &&
      one.rule !== 'content-according',
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

/** "Smith's claim that …". */
export function byNoun(masked: string, words: readonly Word[], start: number, end: number): Found {
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

/** "X was adamant that …". */
export function byAttitude(masked: string, words: readonly Word[], start: number, end: number): Found | null {
  const at = words.findIndex((word) => word.start === start);
  let copula = at - 1;
  while (copula > 0 && !/^(?:is|are|was|were|remains?|remained)$/i.test(words[copula]!.text)) copula--;
  const source = copula > 0 ? sourceBefore(words, copula) : null;
  if (!source || /^(?:it|this|that|what|i|we|you)$/i.test(masked.slice(source.start, source.end)))
    return null;
  const that = masked.lastIndexOf(' that', end);
  const to = contentEnd(masked, end + 1);
  return to - end > 5
    ? {
        content: [{ start: end + 1, end: to }],
        cue: { start, end: that > start ? that : end },
        source,
        rule: 'attitude',
      }
    : null;
}

/** "In Smith's view, …". */
export function byView(masked: string, at: number, matched: string): Found | null {
  // "a plan that in their view minimizes": within another's sentence it holds of a part only.
  if (at > 6) return null;
  const noun = /\p{L}+$/u.exec(matched.replace(/,\s*$/, ''))![0];
  const cueStart = at + matched.lastIndexOf(noun);
  const source = { start: at + matched.indexOf(' ') + 1, end: cueStart - 1 };
  const start = at + matched.length;
  const to = contentEnd(masked, start);
  return to - start > 5
    ? {
        content: [{ start, end: to }],
        cue: { start: cueStart, end: cueStart + noun.length },
        source,
        rule: 'view',
      }
    : null;
}

/** "Gov. Ann Bell: “…”", and a transcript's "BELL: …". */
export function byColon(masked: string): Found | null {
  const name =
    /^(?:["\ue000]{0}(?:(?:\p{Lu}|\d)[\p{L}\d'’.&-]*|of|the|for|de|del|la)(?: |(?=[,:]))){1,9}(?:, [^":\ue000]{3,80})?(?=: ["\ue000])|^\p{Lu}{3}[\p{Lu} .'’-]{0,30}(?=: )/u.exec(
      masked,
    );
  if (!name) return null;
  const start = name[0].length + 2;
  return masked.length - start > 3
    ? {
        content: [{ start, end: masked.length }],
        cue: null,
        source: { start: 0, end: name[0].trimEnd().length },
        rule: 'source-colon',
      }
    : null;
}
