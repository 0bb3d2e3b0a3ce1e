import { OUTLET } from './lexicon-speech.ts';
import { type Document, MAX_SENTENCE } from './sentences.ts';

const BEFORE = new RegExp(
  `(?:[Aa]ccording to|told|tells|[Ii]nterview with|[Rr]eported by|reported in|obtained by|published by|[Ss]tatement to|[Ee]mail to|wrote in|[Ee]ntrevista con|[Ss]egún|dijo a|declaró a|informó|difundió|publicó|divulgó|difundieron|a letter that|copy that) (?:the |reporters for the |el |la |(?:la cadena|el canal|el diario|el periódico|la emisora|el portal|la estación) )?${OUTLET}(?![\\p{L}])`,
  'u',
);
const BEHIND = new RegExp(
  `(?:^|[ ,(])(?:the )?${OUTLET} (?:first )?(?:reported|reports|found|said|wrote|writes|revealed|review|analysis|obtained|informó|reportó|investigation)\\b`,
  'u',
);
// An outlet that no list knows, by where it stands: "…, The Assembly reported."
const TAG =
  /, ((?:The )?[A-Z][\p{L}&'.-]*(?: [A-Z][\p{L}&'.-]*){0,3}) (?:first )?(?:reported|reports)(?=[.,]|$| (?:last|this|on|earlier|in|Mon|Tue|Wed|Thu|Fri|Sat|Sun))/u;
const REVIEW = new RegExp(`(?:by|an?|the) ${OUTLET} (?:review|analysis|investigation|report)\\b`, 'u');
const LIST =
  /\b(?:ice's (?:own )?(?:website|list|page|site)|(?:website|list|page|roster|spreadsheet) (?:of|from|kept by|published by) (?:the )?ice|according to (?:ice|the list|immigration and customs enforcement)|ice (?:lists|shows|says|posted))\b/;
const AGAIN =
  /\b(?:according to (?:that|the) (?:outlet|station|paper|newspaper|news site|site|magazine|network)|(?:told|reported by) the (?:news site|site|station|paper|newspaper|outlet|network|magazine))\b|\bthe (?:station|paper|newspaper|news site|outlet) (?:reported|quoted|said)\b/;

/** For each sentence the outlet whose report it passes on, or null. */
export function viasOf(document: Document, publisher: string | null): (string | null)[] {
  let last: string | null = null;
  return document.sentences.map((sentence) => {
    if (sentence.kind === 'heading' || sentence.plain.length > MAX_SENTENCE) return null;
    const match =
      BEFORE.exec(sentence.plain) ??
      BEHIND.exec(sentence.plain) ??
      REVIEW.exec(sentence.plain) ??
      TAG.exec(sentence.plain);
    const outlet = match
      ? match[1]!
          .replace(/^(?:An?|In|On|But|And) /, '')
          .replace(/'s$/, '')
          .trim()
      : null;
    if (
      outlet &&
      outlet !== publisher &&
      !/^(?:The )?(?:State|Current|Leader|Report|World|Review|Record|Post|Record|News|Press|Radio)$/.test(
        outlet.replace(/^The (?=State$)/, 'T '),
      )
    ) {
      last = outlet.replace(/^The (?=AP$)/, '');
      return last;
    }
    if (LIST.test(sentence.fold)) return 'ICE';
    return last && AGAIN.test(sentence.fold) ? last : null;
  });
}
