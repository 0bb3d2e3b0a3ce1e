import type { Position, Programme } from './claim.ts';
import type { Frame, Topic } from './frames.ts';
import { cue } from './lexicon-cues.ts';
import { isAppeal, negates } from './position.ts';
import type { Sentence } from './sentences.ts';

// No to it, put together: an auxiliary denied, what is meant to be done, and the joining; or a noun of meaning denied.
const DENIED =
  "(?:(?:do|does|did|will|would|wo|has|have|had|is|are|was|were|am|ca|could|should)(?:n't| not)|'m not|never)";
const MEANT =
  '(?:plan(?:s|ned|ning)? (?:to|on)|intend(?:s|ed|ing)? (?:to|on)|want(?:s|ed|ing)? to|look(?:ing|ed)? to|going to|seek(?:ing)? to|aim(?:ing)? to|car(?:e|ing) to|be|been|ever|yet)';
const JOINING =
  '(?:sign(?:ed|ing)?(?: on| up| one| it)?|join(?:ed|ing)?|appl(?:y|ied|ying)|enroll(?:ed|ing)?|enter(?:ed|ing)?|tak(?:e|en|ing) part|participat(?:e|ed|ing)|partner(?:ed|ing)?|opt(?:ed|ing)? in|pursu(?:e|ed|ing)|seek(?:ing)?|do(?:ing)? (?:so|it|that|one)|get(?:ting)? involved|be(?:come)? (?:a )?part|put(?:ting)? (?:[a-z]+ ){1,3}through)';
const OFFER =
  '(?:the|that|its|ice.s|an?) (?:federal )?(?:offers?|invitation|request|idea|chance)(?! to (?!join|sign|take part|partner|help|work|enroll|be |become))';
const DECLINES = new RegExp(
  [
    `\\bturn(?:ed|s|ing)? (?:it|that|them|one|${OFFER}) down|\\b(?:turn(?:ed|s|ing)? down|declin(?:ed|es|ing)|refus(?:ed|es|ing)|reject(?:ed|s|ing)|spurn(?:ed|s)) ${OFFER}`,
    "\\b(?:say(?:s|ing)? no|said no|(?:it's|it is|that's|was|the answer is) (?:a (?:hard |firm )?)?no)",
    '\\bpass(?:ed|es|ing)? on it',
    '\\b(?:has|have) none(?=[.,;"]|$)',
    `\\b${DENIED} (?:be )?follow(?:ed|ing)?(?: suit\\b| (?:them|him|her)\\b|(?=[.,;"]|$))`,
    '\\brul(?:ed|es|ing) (?:it|that) out',
    `\\bno (?:plans?|intentions?|interest|need|desire|appetite|reason|wish) (?:to|of|in|for) (?:ever )?(?:${JOINING}|one\\b|it\\b|that\\b|any\\b|more\\b)`,
    `\\b${DENIED} (?:[a-z]+ly )?(?:${MEANT} )*(?:${JOINING})`,
    `\\b${DENIED} (?:[a-z]+ )?(?:plan(?:s|ning)?|intend(?:ing)?) (?:to|on)(?=[.,;"]|$)`,
    `\\b${DENIED} (?:[a-z]+ )?(?:want (?:it|one|that|any)|interested|for us|need (?:it|one|that)|see (?:a|the|any|much) (?:need|reason|point|benefit)|considering (?:it|one|that))`,
  ].join('|') + '',
);
// "Not to end it", "no plans of leaving": what is denied is the leaving.
const LEAVING = /^ ?(?:of |to )?(?:end|leav|withdraw|chang|quit|drop|cancel|pull)/;

// Words of joining, having and leaving that need no noun beside them while an agreement is the topic; the first that matches decides.
const WORDS: [Position, RegExp][] = [
  [
    'undecided',
    /\b(?:whether to (?:join|sign|apply|renew|take part|stay|leave)|weighing|mulling|on the fence|yet to (?:sign|decide|say)|still (?:deciding|thinking)|no decision)\b/,
  ],
  ['declines', DECLINES],
  [
    'ends',
    /\b(?:pulled out|pulls out|pull out|pulling out|dropped out|drop out|backed out|got out|get out|getting out|opted out|opting out|withdrew|withdrawn|withdraws|quit it|left it|ended it|ends it|end it|cancell?ed it|let it (?:lapse|expire|die)|it (?:lapsed|expired|ended)|did not survive|is over|was over|came to an end|shut it down|scrapped it|walked away|bowed out|its last day|no longer (?:takes? part|participat\w+|in it|has one|have one)|salio del|se retiro)\b/,
  ],
  [
    'will-join',
    /\b(?:(?:has|have|had) (?:also |since )?applied|applied (?:in|last|this|on|for|to)|put in (?:for|an application|its|his|her)|await(?:s|ing)? (?:approval|training|word|an answer|ice|a decision|federal)|waiting (?:for|on) (?:approval|training|word|ice|an answer|federal)|pending|will (?:sign|join|enter|apply|enroll|take part|participate|be trained|begin training|start training|undergo|train)|plans? to (?:sign|join|enter|apply|enroll|take part|participate|train|send)|intends? to (?:sign|join|enter|apply|enroll|take part|participate)|expects? to (?:sign|join|begin|start)|agreed to (?:join|sign|take part)|(?:is|are) (?:set|about|ready|preparing|planning|hoping|looking|eager) to (?:sign|join|enter|start|begin|take part|apply|train)|wants? (?:in|to join|to sign|to take part)|asked to (?:join|be)|volunteered|(?:in|for|begin|start|starts|through|complete|undergo|awaiting) (?:the |their |his |four weeks of |weeks of )?training|va a (?:firmar|unirse|participar)|planea (?:firmar|unirse)|solicito|pidio (?:unirse|ingresar)|not yet (?:active|in effect|trained|approved|begun)|has been (?:announced|approved|accepted) but)\b/,
  ],
  [
    'expands',
    /\b(?:expand\w*|broaden\w*|widen\w*|second model|another model|in addition to the (?:jail|warrant)|upgrad\w+|on top of the (?:jail|warrant))\b/,
  ],
  [
    'takes-part',
    /\b(?:signed (?:on|up|one|it|the papers|papers|the paperwork|in|last|this|an?|the|its|his|her|their)|(?:has|have|had) (?:already |since |also |recently )?(?:signed|joined|enrolled(?: (?:the|his|her|its) [a-z]+)?|entered|partnered|renewed)|joined (?:it|in|up|the|last|this|on)|re-?joined|renewed (?:it|its|the|in)|enrolled (?:in|last|this|the|his|her|its)|entered into|partner(?:s|ed|ing)? with|participat(?:es|ing|ed) in|participating|participants?|takes? part in|took part in|taking part in|(?:is|are|was|were|been|became|become|becomes) (?:now |already |also |currently |still |long )?(?:in (?:the|it)|part of|among the|one of|a member|enrolled|a partner|signatories|on (?:the|ice's) (?:list|roster)|the (?:first|second|third|fourth|fifth|latest|newest|only|largest|\d+(?:st|nd|rd|th)))|(?:have|has|had) (?:had )?(?:an? |one|such|the |its |their |similar |active |signed |long )|dates? (?:to|back)|dating (?:to|back)|under (?:its|his|her|their|the|that|this|an?) (?:own )?(?:\d+|agreement|program|memorandum|deal|arrangement|partnership|contract)|with (?:agreements?|memoranda|contracts?)|lets? (?:its|the|his|her|their|deputies|officers)|allows? (?:its|the|his|her|their|deputies|officers)|gives? (?:its|the|his|her|their|deputies|officers)|empowers?|authoriz\w+|deputi[sz]es?|came aboard|on board|(?:putting up|assign(?:s|ed|ing)?|commit(?:s|ted|ting)?|dedicat\w+|devot\w+|detail(?:s|ed)) (?:[a-z0-9]+ ){0,4}(?:deputies|officers|troopers|detectives)|firmo|participa|forma parte|acab\w* de (?:apuntarse|inscribirse|sumarse|unirse|entrar|ingresar|firmar)|se (?:habia|habian|ha|han) (?:inscrito|apuntado|sumado|unido)|se (?:inscribio|apunto|sumo|unio|inscribieron|apuntaron|sumaron|unieron))\b/,
  ],
];
const EXPLICIT = /\b287 ?\(? ?g\b/;
const NOUN = cue(
  '\\b(?:the|this|that|its|his|her|our|their|an|a|such) (?:[a-z0-9()-]+ ){0,3}?{NOUN}|\\b(?:agreements|contracts|memoranda)\\b',
  '',
);
const INTRANSITIVE =
  /\bfollow(?:ed|ing)?(?: suit\b| (?:them|him|her)\b|(?=[.,;"]|$))|\b(?:turn(?:ed|s|ing)? (?:the|that|its|an?) (?:offer|invitation|idea) down|(?:turn(?:ed|s|ing)? down|declined|refused|rejected) (?:the|that|its|an?) (?:offer|invitation|idea|chance))\b|\b(?:turn(?:ed|s)? (?:it|that) down|(?:it's|it is) a no|no plans to (?:join|sign|apply|seek|enroll|do so|pursue|take part|participate)|(?:does|do|have|has)(?:n't| not) (?:plan to(?=[.,;]|$)|signed|joined|applied)|(?:not|[a-z]+n't) (?:(?:be|been|going to|planning to|about to) )*(?:sign(?:ing)?|join(?:ing)?|apply(?:ing)?|enroll(?:ing)?)(?: it| one| anything)?(?=[.,;"]|$)|(?:has|have) (?:one|none)(?=[.,;"]|$| (?:and|too|already|of its own)\b)|federal training|(?:putting up|assign(?:s|ed|ing)|commit(?:s|ted)) (?:[a-z0-9]+ ){0,4}(?:deputies|officers)|pulled out|dropped out|backed out|opted out|withdrew|signed (?:on|up|it|one|the papers|papers|the paperwork)|joined|enrolled|(?:has|have) applied|applied in|await\w+|waiting (?:for|on)|let it|quit it|left it|ended it|renewed it|acab\w* de (?:apuntarse|inscribirse|sumarse|unirse|entrar|ingresar|firmar)|se (?:habia|habian|ha|han) (?:inscrito|apuntado|sumado|unido)|se (?:inscribio|apunto|sumo|unio|inscribieron|apuntaron|sumaron|unieron))\b/;
// "Have turned over 96 people under their own agreement": what has been done under it has begun, whoever else is untrained.
const DONE = /\b(?:has|have) (?:already |since )?(?:[a-z]+ed|made|held|kept|given|sent|taken)\b/;
const HEDGE = /\b(?:could|might|may|whether|if|considering|would have)\b/;

/** A position on an agreement by looser words than the ordered steps ask for, where the sentence names 287(g) or means the agreement just spoken of. */
export function looseAgreement(sentence: Sentence, topic: Topic, own: Programme | null): Frame | null {
  const text = sentence.fold;
  const programme =
    own ?? (topic.agreement && (NOUN.test(text) || INTRANSITIVE.test(text)) ? topic.agreement : null);
  if (!programme) return null;
  const anchor = EXPLICIT.exec(text) ?? NOUN.exec(text);
  for (const [position, pattern] of WORDS) {
    const match = pattern.exec(text);
    if (!match || isAppeal(text, match.index)) continue;
    if (position === 'declines' && LEAVING.test(text.slice(match.index + match[0].length))) continue;
    const start = match.index;
    const end = start + match[0].length;
    // Word and noun belong together only when they stand near each other.
    if (
      anchor &&
      Math.min(Math.abs(anchor.index - end), Math.abs(start - anchor.index - anchor[0].length)) > 110
    )
      continue;
    const frame = { programme, start, end, kind: 'step' as const };
    if (position === 'declines') return { ...frame, position, rule: 'loose:declines' };
    const denied = negates(text, start);
    // "No arrest under the agreement": what is denied is done under it.
    if (
      denied === 'no' &&
      /^under/.test(match[0]) &&
      /\b(?:no|any|ningun\w*) (?:[a-z]+ ){1,3}$/.test(text.slice(0, start))
    )
      continue;
    if (denied && position !== 'ends' && position !== 'undecided')
      return { ...frame, position: denied === 'stop' ? 'ends' : 'declines', rule: `loose:not-${position}` };
    if (denied === 'no') continue;
    if (position === 'takes-part' && HEDGE.test(text.slice(Math.max(0, start - 30), start))) continue;
    return {
      ...frame,
      position:
        position === 'takes-part' && topic.untrained && !(/^under/.test(match[0]) && DONE.test(text))
          ? 'will-join'
          : position,
      rule: `loose:${position}`,
    };
  }
  return null;
}
