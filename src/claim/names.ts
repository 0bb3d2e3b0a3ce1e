import { OUTLET } from './lexicon-speech.ts';
import { matchesOf } from './matches.ts';
import type { Document, Span } from './sentences.ts';

/** Who the names and pronouns of a document are. */
export interface Names {
  /** The fullest name in the document for the words that name a source; a pronoun is the person named last before it. */
  of(words: string, at: Span, before: string | null): string;
}

const CAPITALS =
  /(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]*(?:(?: (?:\p{Lu}\.|de|del|de la|van|von|bin|al))* \p{Lu}[\p{L}'’-]*){1,3}(?:,? (?:Jr|Sr)\.?| I{2,3})?/gu;
const TITLE =
  /^(?:(?:Democratic|Republican|Former|Acting|U\.S\.|The|President|President-elect|Vice|Senator|Sen|Rep|Representative|Gov|Governor|Mayor|Sheriff|Chief|Police|Judge|Justice|Secretary|Attorney|General|Speaker|House|Senate|Majority|Minority|Leader|Deputy|Officer|Detective|Sgt|Lt|Capt|Captain|Lieutenant|Sergeant|Commissioner|Superintendent|Director|Chairman|Chairwoman|Professor|Dr|Mr|Mrs|Ms|Miss|King|Queen|Prince|Pope|Rev|Bishop|Councilman|Councilwoman|Alderman|Undersheriff|Major|Colonel|Col)\.? )+(?=\p{Lu})/u;
// Two to four capitals without a word that bodies and places have.
const PERSON =
  /^(?!.*\b(?:County|City|State|States|House|Office|Department|Police|University|Court|Council|Board|Commission|Party|Union|Committee|Association|Times|Post|Tribune|News|Journal|Press|Congress|Senate|Association|Company|Inc|Corp|Group|Bank|Center|Institute|School|Street|Avenue|New|North|South|West|East|San|Los|Jail|Foundation|Administration|Enforcement|Customs|Security|America|American|National|Federal|International|Service|Agency)\b)\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){1,3}$/u;
const AN_OUTLET = new RegExp(`^${OUTLET}$`, 'u');
const isPerson = (name: string): boolean => PERSON.test(name) && !AN_OUTLET.test(name);
const MONTH_OR_DAY =
  /(?:day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** The names of a document: a surname alone stands for the fullest name that ends in it. */
export function namesOf(document: Document): Names {
  const full = new Map<string, string>();
  const mentions: { at: number; name: string }[] = [];
  for (const sentence of document.sentences) {
    for (const match of matchesOf(sentence.plain, CAPITALS)) {
      const name = match[0].replace(TITLE, '');
      if (!name.includes(' ') || MONTH_OR_DAY.test(name)) continue;
      const last = name
        .split(' ')
        .at(-1)!
        .replace(/['’]s$/, '');
      const bare = name.replace(/['’]s$/, '');
      if (!full.has(last)) full.set(last, bare);
      mentions.push({ at: sentence.start + match.index, name: full.get(last)! });
    }
  }
  return {
    of(words, at, before) {
      if (/^(?:he|she|him|her|his|él|ella)$/i.test(words))
        return (
          (before && isPerson(before) && before) ||
          mentions.findLast((mention) => mention.at < at.start && isPerson(mention.name))?.name ||
          words
        );
      const runs = [...words.split(/[,;(]/)[0]!.matchAll(/\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*/gu)].map(
        (match) => match[0].replace(TITLE, ''),
      );
      const head = runs.at(-1)?.replace(/['’]s$/, '');
      if (head && !head.includes(' ')) return full.get(head) ?? words;
      return head && words.split(/[,;(]/)[0]!.trim().endsWith(head) ? head : words;
    },
  };
}
