import { MOVING, NAMING, TELLING } from './lexicon-quotation.ts';
import { CLAUSE_HEAD, contentEnd, isClause, isPlainClause, WHOM } from './quotation-content.ts';
import type { Found } from './quotation-found.ts';
import type { Span } from './sentences.ts';

const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MEDIUM =
  '(?:statement|tweet|letter|e-?mail|interview|post|speech|message|memo|conference|release|report|filing|briefing|hearing|rally|video|call|appearance|debate|essay|op-ed|column|testimony|text|thread|podcast|broadcast|complaint|lawsuit|opinion|ruling|order|remarks|note|comunicado|carta|entrevista|conferencia|mensaje)s?';
// When, where and how something is said, between the verb and what is said; one piece.
const SETTING = new RegExp(
  `^,? (?:(?:late |early |on |last |this |as recently as |as early as |only )*${DAY}(?: (?:morning|afternoon|evening|night))?(?: that week)?|(?:late |early |earlier |later )?(?:last|this|that) (?:week|month|year|fall|summer|spring|winter|night|morning|afternoon|evening|weekend)|(?:in|on|at|during|by|via|through|after|en|por) (?:an?|the|his|her|its|their|un|una|el|la)? ?(?:[\\p{L}-]+ ){0,3}?${MEDIUM}(?: (?:to|with|on|at|from|for|by) (?:(?:the|a|an|his|her) )?(?:\\p{Lu}[\\p{L}'’.]*|reporters|members|lawmakers|supporters|staff|board)(?: \\p{Lu}[\\p{L}'’.]*)*)?|(?:by|over the) (?:phone|telephone|email|e-mail)|for (?:years|months|weeks)|at the time|in (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \\d{4})?|in (?:19|20)\\d\\d|yesterday|today|again|later|afterward|earlier|repeatedly|publicly|privately|flatly|simply|only|also|on (?:Twitter|Facebook|television|air|camera)|to (?:reporters|lawmakers|supporters|voters)|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer)(?=[ ,:]|$)`,
  'u',
);
const FIRST_CLAUSE = /^(?:When|While|After|As|Before|Asked|Although|Though|Because|Since|If)\b[^,]*$/;
// Verbs that take what is spoken of, and no clause.
const NO_CLAUSE =
  /^(?:reject|disput|hail|prais|criticiz|denounc|slam|mock|dismiss|tout|cit|quot|blam|dub|label|call|describ|referr|compar|portray|charact|view|demand|question|object|protest|apologi|comment|respond|repl|answer)/i;
// Verbs of intention take what is to be done, and no clause.
const ONLY_DEEDS = /^(?:want|plan|intend|offer|refus)/i;
// Verbs by which somebody binds himself to do something.
const BINDING = /^(?:vow|pledg|threaten|agree|hop|promis|want|plan|intend|offer|refus)/i;
const WH = /^ (?:whether|if|why|how|what|who|where|when|cómo|qué|por qué|si)\b/;

/** `SOURCE CUE [whom] [when, where] [that] CONTENT`. */
export function forward(masked: string, cue: Span, source: Span, belief: boolean): Found | null {
  const verb = masked.slice(cue.start, cue.end);
  const rest = masked.slice(cue.end);
  const skip = preamble(verb, rest);
  const begun = beginning(verb, rest, skip, belief);
  if (!begun) return null;
  let from = cue.end + begun.at;
  from += /^[\s,]*/.exec(masked.slice(from))![0].length;
  let to = contentEnd(masked, from);
  // "When he asked why, the mayor left": the clause in front ends what it holds.
  if (FIRST_CLAUSE.test(masked.slice(0, cue.start))) {
    const comma = masked.indexOf(', ', from);
    if (comma > 0 && comma < to) to = comma;
  }
  return to - from < 4 ? null : { content: [{ start: from, end: to }], cue, source, rule: begun.rule };
}

// How much behind the verb tells only to whom, when and where.
function preamble(verb: string, rest: string): number {
  let at = TELLING.test(verb) ? (WHOM.exec(rest)?.[0].length ?? 0) : 0;
  for (let i = 0; i < 3; i++) {
    const setting = SETTING.exec(rest.slice(at));
    if (!setting) break;
    at += setting[0].length;
  }
  return at;
}

function beginning(
  verb: string,
  rest: string,
  skip: number,
  belief: boolean,
): { at: number; rule: string } | null {
  const behind = rest.slice(skip);
  const quote = /^[^"\ue000.;]{0,160}?(["\ue000])/.exec(rest);
  const toQuote = quote ? rest.slice(0, quote[0].length - 1) : null;
  if (
    toQuote !== null &&
    /^(?: [^,;"\ue000:]{0,90}|,[^,"\ue000]{0,60},)?[,:] ?$/.test(toQuote) &&
    !/ that\b/.test(toQuote)
  )
    return { at: toQuote.length, rule: 'source-cue-quote' };
  const bound = BINDING.test(verb) && /^ (?:not )?to \p{Ll}/u.test(rest);
  if (!/^(?:hear|call|referr)/i.test(verb) && !bound) {
    const that = thatAt(verb, rest, skip);
    if (that !== null) return { at: that, rule: 'source-cue-that' };
    const wh = WH.exec(behind) ?? WH.exec(rest);
    if (wh && (!belief || /^(?:know|knew|wonder|understand|understood|doubt|see|saw)/i.test(verb)))
      return { at: (WH.test(behind) ? skip : 0) + 1, rule: 'source-cue-question' };
  }
  const moving = MOVING.find(([moves, following]) => moves.test(verb) && following.test(rest));
  const isUnnamed =
    /^ (?:(?:to|for) comment|(?:not )?to (?:answer|say|be (?:named|identified|quoted)))\b/.test(rest);
  // "told investigators he had begged him to go": a clause, not somebody to do something.
  const tells =
    TELLING.test(verb) &&
    !/^(?:to|not to|of|about|against)\b/.test(behind.trimStart()) &&
    isPlainClause(behind);
  if (isUnnamed) return null;
  if (moving && !tells) return { at: objectEnd(verb, rest, skip), rule: 'source-cue-object' };
  if (ONLY_DEEDS.test(verb)) return null;
  if (!belief || /^(?:see|saw|think|thought)/.test(verb)) {
    const part = /^,? ?[^"\ue000,;]{0,60}["\ue000]+/.exec(behind);
    if (
      part &&
      !/^ (?:is|are|was|were|has|had|have|will|would|can|could|should|may|might|must)\b/.test(behind) &&
      isAbout(verb, behind, part[0].length)
    )
      return { at: skip, rule: 'source-cue-part-quoted' };
  }
  if (isStanding(verb, rest)) return { at: 0, rule: 'source-cue-as' };
  if (/^call/i.test(verb) && CALLED.test(rest)) return { at: 0, rule: 'source-cue-as' };
  if (NO_CLAUSE.test(verb)) return null;
  const clause = NAMING.test(verb) ? isPlainClause(behind) : isClause(behind, verb);
  return clause ? { at: skip, rule: belief ? 'source-belief' : 'source-cue-content' } : null;
}

// "told to" and "urged" have somebody before what they are to do.
function objectEnd(verb: string, rest: string, skip: number): number {
  if (!/^(?:told|tell|ask|urg|warn|advis|remind|encourag|pressed|implor|pid)/i.test(verb)) return 0;
  const whom =
    /^(?: (?!(?:to|of|about|against)\b)[^\s,;"\ue000]+){1,6}?(?= (?:to|not to|of|about|against) )/.exec(
      rest,
    )?.[0];
  return whom ? whom.length : skip;
}

// A few quoted words within an object are no quotation, unless the object is what somebody is called.
function isAbout(verb: string, behind: string, until: number): boolean {
  if (!NAMING.test(verb)) return true;
  if (
    /^(?:call|dub|label|describ|prais|criticiz|denounc|slam|mock|dismiss|referr|hail|see|saw|predict|promis|compar)/i.test(
      verb,
    )
  )
    return true;
  return /^[\s,]*(?:[.;,]|$|and )/.test(behind.slice(until));
}

// "called the report a vindication", "calls it unconstitutional"
const CALLED =
  /^ (?:it|him|her|them|this|that|(?:the|his|her|their|its|an?) (?:[\p{L}-]+ ){1,4}?|\p{Lu}[\p{L}'’.]*(?: \p{Lu}[\p{L}'’.]*)*) ?(?:an?|the|“|["\ue000]|\p{Ll}+(?:al|ive|ous|ful|less|able|ible|ing|ed|ic|ent|ant|ary|fair|wrong|false|true))(?= |[.,;]|$)/u;

// "sees the suit as a stalling tactic"
const isStanding = (verb: string, rest: string): boolean =>
  /^(?:see|saw|describ|referr|dismiss|denounc|hail|prais|view|regard|cast|portray|characteri)/i.test(verb) &&
  /^(?: to)?(?: [^\s,;"\ue000]+){1,7}? as (?:an?|the|being|\p{L}+)\b/u.test(rest);

/** Where the content begins behind a "that" of this verb; null when there is none. */
function thatAt(verb: string, rest: string, skip: number): number | null {
  const direct = /^,? (?:that|que)\b ?/.exec(rest.slice(skip));
  const far = TELLING.test(verb)
    ? /^(?: (?!to\b|and\b|but\b|who\b|which\b)[^\s,;:"\ue000]+){1,10}? (?:that|que)\b ?/.exec(rest)
    : /^,? (?:in|on|at|during|by|via|to|for|with|from|before|after|as|through|en|a|clear|clearly|it|repeatedly|\p{L}+ly|\p{Lu}\p{Ll}+day|this|last|ante|por) ?(?:[^\s;:"\ue000]+ ){0,10}?(?:that|que)\b ?/u.exec(
        rest,
      );
  const match = direct ?? far;
  if (!match) return null;
  const at = direct ? skip + direct[0].length : far![0].length;
  const between = rest.slice(0, at);
  if (
    !direct &&
    (CLAUSE_HEAD.test(between) || CLAUSE_HEAD.test(rest.slice(skip)) || / (?:if|whether) /.test(between))
  )
    return null;
  // "that suits him", "that promise was broken": a word of what is said.
  const following = rest.slice(at);
  if (
    /^(?:is|was|were|would|will|could|should|can|may|might|has|had|does|did|suits?|means?|makes?)\b/.test(
      following,
    ) ||
    (/^\p{Ll}+[^s\W] (?:was|is|had|has|would|will|["\ue000])/u.test(following) &&
      !/^(?:he|she|it|they|we|you|there|this|one|nobody|everyone|everybody|someone)\b/.test(following))
  )
    return /(?:that|que) ?$/.exec(between)!.index;
  return at;
}
