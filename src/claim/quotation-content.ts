import type { Span } from './sentences.ts';

/** What may stand behind a reporter that comes after what is said: a setting, then the end or another quotation. */
export const TAIL =
  /^(?: (?:us|me|him|her|them|reporters|lawmakers|investigators|police|(?:the|an?|his|her|their) (?:\p{L}+ ){0,3}?(?:board|council|committee|commission|court|panel|jury|newspaper|station|crowd|audience|commissioners|supervisors|trustees)|(?:the )?\p{Lu}[\p{L}'’.&-]*(?: \p{Lu}[\p{L}'’.&-]*){0,4}))?(?:,? ?(?:in|on|at|during|to|of|after|before|by|via|from|through|when|while|as|about|later|earlier|last|this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|afterward|recently|flatly|bluntly|then|again|here|en|el|al|durante|este|ayer|a)\b(?:(?! that\b| que\b)[^"\ue000;]){0,140}?)?(?:$|[.!?]|(?=[,:;] ?["\ue000])|(?=, (?:adding|saying|noting|citing|referring|and|but|who|which|calling)\b)|(?=[;—]))/u;

const HALF =
  /^ (?:is|are|was|were|has|had|have|will|would|can|could|should|may|might|must|do|does|did|and|or|but|who|which|otherwise)\b/;

/** Whom somebody tells: a pronoun, a name, or a short noun phrase. */
export const WHOM =
  /^ (?:him|her|them|us|me|reporters|lawmakers|(?:the |a )?\p{Lu}[\p{L}'’.]*(?: (?:&|of|\p{Lu}[\p{L}'’.]*))*|(?:a |the )?(?:crowd|group|audience|gathering|room|members|reporters|supporters|residents|employees|voters|hundreds|thousands|dozens)(?: at [\p{L} ]{3,30}?)? of (?:about |some |more than |the |his |her )?(?:[\d,]+ ?)?(?:[\p{L}'’-]+ ?){0,3}?(?=(?: (?:that|he|she|they|it|his|the|to|in|on|at|last|this)\b|,))|(?:the|a|an|his|her|their) (?:\p{L}+ ){0,2}?(?:board|council|committee|newspaper|paper|court|panel|judge|station|commissioners|outlet|site|public|crowd|jury|magazine|agency|audience)|(?:the|an?|his|her|their) (?:\p{L}+ ){0,3}?\p{Ll}+(?= (?:that|whether|if|how|why|what|he|she|they|it|there)\b)|\p{Ll}+s)(?: (?:in|on|at|during) (?:an? )?[\p{L}]+(?: [\p{L}]+)?)?(?= )/u;

// A clause has a subject and a verb that agrees; without a parser: a noun phrase and, within reach, an auxiliary or a finite verb.
const CLAUSE =
  /^ (?:(?:on |in |last |this )?[A-Z][a-z]+day,? )?(?:[\p{L}\d'’$.%-]+,? ){1,14}?(?:is|are|was|were|has|had|have|will|would|can|could|should|may|might|must|do|does|did|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|can't|cannot|couldn't|shouldn't|don't|doesn't|didn't|it's|he's|she's|they're|there's|[\p{L}]{3,}(?:ed|es|s)|went|came|made|took|got|gave|kept|left|lost|won|sent|met|ran|began|became|knew|saw|said|bought|sold|told|found|thought|brought|taught|built|spent|held|stood|fell|grew|drew|threw|broke|spoke|wrote|chose|drove|rose|led|paid|put|cut|hit|let|set|shot|read|felt|heard|need|want|plan|work|remain|est[áa]n?|es|son|fue|tienen?|hay|ser[áa]n?|va|van|ha|han|no)\b/u;

const AUXILIARY =
  "(?:is|are|was|were|has|had|have|will|would|can|could|should|may|might|must|do|does|did|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|can't|cannot|couldn't|shouldn't|don't|doesn't|didn't|began|took|went|came|knew|saw|gave|wrote|ran|became|fell|chose|drove|grew|belongs?|belonged)";
// Verbs behind which a subject alone tells that a clause begins.
const BARE =
  /^(?:sa(?:id|ys?)|think|thought|believ|argu|insist|contend|not|testif|stat|wr(?:ote|ite)|fear|hop|worr|told|tell|alleg|warn|suspect|estimat|conced|caution|explain)/i;
const SUBJECT =
  /^ (?:he|she|they|it|we|I|there|this|these|those|nobody|everyone|everybody|the|an?|his|her|their|its|our|my|most|some|many|few|all|both|no|any|two|three|four|five|more than|nearly|almost|at least|roughly|\d[\d,.]*|\p{Lu}[\p{L}'’.-]*)(?= [^\s]+ [^\s]+)/u;
// What stands here begins no clause: a setting, or nothing but an object of saying.
const NO_SUBJECT =
  /^,? ?(?:$|[.!?;:—]|(?:so|nothing|little|much|something|anything|as|goodbye|hello|yes|of|about|to|for|with|by|from|into|against|through|during|while|when|after|before|because|if|but|and|or|than|on|at|in|how|whether|what|why|without|under|over|like|(?:more|less) (?!than \d)|one morning|one day)\b)/;
const PLAIN_CLAUSE = new RegExp(
  `^ (?:(?:he|she|they|it|we|I|there)(?:['’]\\p{L}+)? \\p{L}+|(?![^,]{0,60}\\b(?:who|which|that)\\b)(?:[\\p{L}\\d'’$%-]+ ){1,9}?${AUXILIARY} )`,
  'u',
);
/** True when words between a verb and a far "that" are a clause already: "say they like that he is plain". */
export const CLAUSE_HEAD = /^,? (?:he|she|they|it|we|I|there|you)\b/;

const OPENING = /^(?:But|And|So|Yet|Still|Y|Pero),? /;
// "HOUSTON (AP) — ", "CHARLOTTE, N.C. — "
const DATELINE =
  /^(?:[A-Z][A-Z .,'-]{3,40}(?:[A-Z][a-z]+\.?)?,?\s*)?(?:\([A-Z][\p{L} .]{1,20}\))?\s*(?:—|–|--| - )\s*/u;

/** What stands before the source: it must end as a clause does before its reporter. */
export function contentBefore(masked: string, lead: string): Span | null {
  if (!/(?:[,?!—]|["\ue000],?|--)\s*$/.test(lead)) return null;
  const end = lead.replace(/[\s,]+$/, '').length;
  let start = lead.startsWith('"') ? 0 : startOf(lead);
  const semicolon = masked.lastIndexOf('; ', end - 1);
  if (semicolon >= 0) start = Math.max(start, semicolon + 2);
  const text = lead.slice(start, end);
  const words = text.split(/\s+/).length;
  // An adverbial or a name in front is no content.
  if (!/["\ue000]/.test(text)) {
    if (words < 4) return null;
    if (
      /^(?:In|On|At|After|Before|During|When|While|As|Asked|Speaking|For|By|With|Since|Although|Though|If|Despite|Following|Earlier|Later|Last|According|En|Tras|Durante|Cuando)\b/.test(
        text,
      ) &&
      !/,/.test(text)
    )
      return null;
    if (
      !/ (?:is|are|was|were|has|had|have|will|would|can|could|should|may|might|must|do|does|did|not|[\p{L}]+n't|[\p{L}]{3,}(?:ed|es|s)|went|came|made|took|got|left|est[áa]n?|es|son|fue|no) /iu.test(
        ` ${text} `,
      )
    )
      return null;
  }
  return end - start > 2 ? { start, end } : null;
}

/** '…," he said, "…': what goes on behind the reporter. */
export function contentAfterTail(masked: string, from: number): Span | null {
  const match = /^[^"\ue000;]{0,150}?[,:;.] ?(?=["\ue000])/.exec(masked.slice(from));
  if (!match || /\b(?:adding|saying|but|calling|noting)\b/.test(match[0])) return null;
  const start = from + match[0].length;
  const end = contentEnd(masked, start);
  return end - start > 3 ? { start, end } : null;
}

/** Where what is said ends: the sentence's end, or where another reporter or setting begins. */
export function contentEnd(masked: string, from: number): number {
  const rest = masked.slice(from);
  const stop =
    /(?:;\s|, (?=(?:adding|saying|noting|arguing|citing|telling|claiming|insisting|warning|according to|explaining|suggesting|calling)\b)|,? (?=(?:and|but) (?:he |she |they |it )?(?:also |later |then )?(?:said|added|told|asked|called|noted|warned|wrote|urged|accused|insisted|argued|promised|vowed)\b)|,? (?=(?:even (?:as|though)|aunque)\b|(?:something|a (?:charge|claim)) (?:\S+ ){1,3}(?:den|disput|reject))|(?<=["\ue000]),? (?=(?:in a|in an|after|during|while|when|as|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b))/.exec(
      rest,
    );
  let end = from + (stop ? stop.index : rest.length);
  while (end > from && /[\s,;]/.test(masked[end - 1]!)) end--;
  if (/[.!?]$/.test(masked.slice(from, end)) && !/["\ue000]$/.test(masked.slice(from, end))) end--;
  return end;
}

/** True for words behind a cue that begin a clause of their own; "agencies that the mayor said would not help" has begun before. */
export function isClause(rest: string, verb: string): boolean {
  if (HALF.test(rest) || NO_SUBJECT.test(rest)) return false;
  return (BARE.test(verb) && SUBJECT.test(rest)) || CLAUSE.test(rest);
}

/** The same behind a verb that also takes a plain object: "confirmed the report" is none, "confirmed it was true" is. */
export function isPlainClause(rest: string): boolean {
  return !HALF.test(rest) && !NO_SUBJECT.test(rest) && PLAIN_CLAUSE.test(rest);
}

/** Where what is said begins in a sentence or its head: behind a dateline or a conjunction. */
export function startOf(lead: string): number {
  return (DATELINE.exec(lead) ?? OPENING.exec(lead))?.[0].length ?? 0;
}
