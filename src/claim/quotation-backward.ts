import { sourceBefore, type Word } from './noun-phrase.ts';
import { contentAfterTail, contentBefore, contentEnd, TAIL } from './quotation-content.ts';
import type { Found } from './quotation-found.ts';
import type { Span } from './sentences.ts';

const INTRANSITIVE =
  /^(?:sa(?:id|ys?)|dijo|dice|wrote|writes|explain(?:ed|s)|añadió|agregó|explicó|afirmó|señaló|aseguró|indicó|report(?:ed|s)|announced|declared|argu(?:ed|es)|not(?:ed|es)|add(?:ed|s)|recall(?:ed|s)|warn(?:ed|s)|testified|acknowledged|conceded)$/i;
const AFTER_QUOTE = /["\ue000]\s*,?\s*$/;
// A setting or question in front of a quotation.
const ADVERBIAL =
  /^(?:In|On|At|After|Before|During|When|While|As|Asked|Speaking|For|By|With|Since|Although|Though|If|Despite|Following|Earlier|Later|Last|En|Tras|Durante|Cuando)\b[^"\ue000]*$/;
/** Words in front of a reporter between commas that are no part of what is said. */
const CONNECTIVE = /^(?:But|And|So|Yet|Still|Now|Then|Instead|However|Meanwhile|Indeed|Y|Pero),?\s*$/;

// How a description of somebody may begin behind "said"; after a quotation anything does but a setting or what is said.
const OPENS_NAME =
  /^\p{Lu}|^(?:the|a|an|he|she|one|his|her|its|their|another|some|several|many|officials|two|former|attorney|state|police|study|lead|senior|local|federal|el|la|los|las|un|una|su)$/u;
const NO_NAME =
  /^(?:that|whether|if|in|on|at|to|of|for|with|by|as|about|after|before|during|when|while|because|but|and|or|only|not|also|again|later|last|this|yesterday|today|earlier|\p{L}+ly|que)$/iu;

/** `CONTENT, SOURCE CUE`, with what may go on behind it. */
export function backward(masked: string, cue: Span, source: Span): Found | null {
  const lead = masked.slice(0, source.start);
  const after = masked.slice(cue.end);
  const parenthetical = /^,? ?,/.test(after) && /,\s*$/.test(lead);
  if (parenthetical && !AFTER_QUOTE.test(lead)) return around(masked, cue, source, lead);
  // "As the Sun reported, …"
  if (/^(?:But )?[Aa]s $/.test(lead) && /^,/.test(after)) return around(masked, cue, source, '');
  const head = contentBefore(masked, lead) ?? contentBefore(masked, lead.slice(0, lead.lastIndexOf('"') + 1));
  if (!head) return null;
  const quoted =
    /["\ue000]\s*,?\s*(?:\p{L}+ ){0,8}$/u.test(lead) &&
    AFTER_QUOTE.test(masked.slice(0, whole(masked, source).start)) &&
    !/^ that\b/.test(after);
  if (!quoted && !TAIL.test(after)) return null;
  const second = contentAfterTail(masked, cue.end);
  return {
    content: second ? [head, second] : [head],
    cue,
    source: whole(masked, source),
    rule: 'content-source-cue',
  };
}

// Behind the marks nothing stands but who says it: "“…,” a man who gave his name as Jim said".
function whole(masked: string, source: Span): Span {
  const mark = masked.lastIndexOf('"', source.start);
  const between = masked.slice(mark + 1, source.start);
  const from = mark + 1 + /^[\s,]*/.exec(between)![0].length;
  return mark >= 0 &&
    from < source.start &&
    !/[,;:.]/.test(masked.slice(from, source.start)) &&
    /\bwho\b/.test(between)
    ? { start: from, end: source.end }
    : source;
}

/** `CONTENT," said SOURCE`. */
export function inverted(masked: string, words: readonly Word[], at: number, cue: Span): Found | null {
  const lead = masked.slice(0, cue.start);
  if (!/[,"?!—]\s*$/.test(lead)) return null;
  // Only what takes no object stands before its subject without marks before it: "…, told the board" has its subject in front.
  if (!/["\ue000],?\s*$/.test(lead) && !INTRANSITIVE.test(masked.slice(cue.start, cue.end))) return null;
  const next = words.find((word) => word.start >= cue.end);
  if (next?.gap !== ' ') return null;
  const names = AFTER_QUOTE.test(lead) ? !NO_NAME.test(next.text) : OPENS_NAME.test(next.text);
  if (!names) return null;
  if (/^(?:he|she)$/.test(next.text) && !AFTER_QUOTE.test(lead)) return null;
  if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(next.text)) return null;
  const head = contentBefore(masked, lead);
  if (!head) return null;
  // "A spokeswoman for the city, Ann Bell, said the mayor left": all that stands in front is who says it.
  if (!AFTER_QUOTE.test(lead) && (sourceBefore(words, at)?.start ?? Infinity) <= head.start) return null;
  const end = sourceEnd(masked, cue.end);
  // A clause behind the cue means that it was no inversion: "…, says he will", "said the agency is".
  if (
    / (?:is|are|was|were|will|would|has|had|have|should|could|can|does|did)(?:n't)? /.test(
      masked.slice(cue.end, end).replace(/, (?:who|which|whose|one of whom|an?|the|one) [^,]*/g, ''),
    ) &&
    (!AFTER_QUOTE.test(lead) || sourceBefore(words, at) !== null)
  )
    return null;
  const second = contentAfterTail(masked, end);
  return {
    content: second ? [head, second] : [head],
    cue,
    source: { start: next.start, end },
    rule: 'content-cue-source',
  };
}

/** A cue that no lexicon knows: a quotation that ends in a comma, a name or pronoun, and a word in the past. */
export function byPosition(masked: string, words: readonly Word[]): Found | null {
  const match =
    /^(?:(?!["\ue000]).)*["\ue000]+,? (?:(?<subject>(?:he|she|they|(?:the |a |an )?(?:\p{Lu}[\p{L}'’.-]* ?){1,4}|the (?:\p{Ll}+ ){1,2})) ?)(?<verb>\p{Ll}+ed)\b(?<rest>[^"\ue000]{0,60})$/u.exec(
      masked,
    );
  if (
    !match?.groups ||
    !/[,?!]"\s*,?\s*$/.test(
      masked.slice(0, masked.indexOf(match.groups.subject!, masked.lastIndexOf('"'))).replace(/\ue000/g, ','),
    )
  )
    return null;
  const start = masked.length - match.groups.rest!.length - match.groups.verb!.length;
  const cue = { start, end: start + match.groups.verb!.length };
  const at = words.findIndex((word) => word.start === start);
  const source = at > 0 ? sourceBefore(words, at) : null;
  const head = source && contentBefore(masked, masked.slice(0, source.start));
  return source && head ? { content: [head], cue, source, rule: 'content-source-place' } : null;
}

// "The question, strategists say, is …"; "But, she said, …".
function around(masked: string, cue: Span, source: Span, lead: string): Found | null {
  const from = cue.end + /^[\s,]*/.exec(masked.slice(cue.end))![0].length;
  const second = { start: from, end: contentEnd(masked, from) };
  if (second.end - second.start < 4) return null;
  if (lead === '' || CONNECTIVE.test(lead) || (ADVERBIAL.test(lead) && masked[from] === '"'))
    return { content: [second], cue, source, rule: 'content-around' };
  const trimmed = lead.replace(/[\s,]+$/, '');
  const comma = trimmed.lastIndexOf('; ');
  const start =
    comma >= 0 ? comma + 2 : (/^(?:But|And|So|Yet|Still|Y|Pero),? /.exec(trimmed)?.[0].length ?? 0);
  if (trimmed.length - start < 3) return null;
  return { content: [{ start, end: trimmed.length }, second], cue, source, rule: 'content-around' };
}

// Where the description of who says it ends, behind the cue: before a setting, another verb or the next quotation.
function sourceEnd(masked: string, from: number): number {
  const rest = masked.slice(from + 1);
  const stop =
    /(?:[.!?;](?=\s|$)|(?=[,:] ?["\ue000])|, (?=(?:adding|saying|noting|citing|referring to|calling|recalling|warning|arguing|explaining|insisting|but|and (?:that|the|it|he|she))\b)|$)/.exec(
      rest.replace(
        /\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Jr|Sr|Sen|Rep|Gov|Lt|Sgt|Capt|Col|Gen|St|Va|Calif|Fla|Pa|Mass|Conn|Ill|Tenn|Ariz|Colo|Mich|Minn|Wis|Wash|Ore|Nev|Tex|Ga|Ala|La|Md|Mo|Ky|D|R)\./g,
        (m) => m.replace('.', '\ue001'),
      ),
    );
  const end = from + 1 + (stop?.index ?? rest.length);
  // The setting is no part of who says it.
  const setting =
    /,? (?:as (?:reported|quoted)|in an?|in his|in her|on (?=\p{Lu})|on (?:the (?:House|Senate) floor|\p{Ll}+ television)|during|after|at an? (?=(?:[\p{L}-]+ ){0,2}(?:conference|rally|briefing|hearing|meeting|event|debate|forum|speech|vigil|stop|ceremony|fundraiser|dinner|lunch|luncheon))|at the time|to reporters|when|while|as he|as she|as they|last|earlier|this (?:week|month|morning)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|ante|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))\b|, (?=who (?:also |then )?(?:added|said|noted|warned|called)\b)|,? (?=and (?:added|said|noted|warned|called)\b)/u.exec(
      masked.slice(from + 1, end),
    );
  return setting ? from + 1 + setting.index : end;
}
