import { BODY } from './lexicon-speech.ts';
import type { Document, Sentence } from './sentences.ts';

/** A body with what it decided. */
export const BODY_ACTS = new RegExp(
  `${BODY}(?:,[^,.;]{0,60},)? (?:(?:[a-z]+|[Oo]n [A-Z][a-z]+(?: night)?) ){0,2}?(?:voted|approved|rejected|passed|adopted|agreed|directed|authorized|instructed|voided|rescinded|walked|ended|cancel?ed|cancelled|decided|ordered|declined|refused|terminated|turned|unanimously|split|tied|deadlocked|signed|barred|banned|told|said|votó|aprobó|rechazó)`,
  'u',
);
/** "By 4-2 it directed the manager": the body spoken of in the sentence before. */
export const IT_ACTS =
  /^(?:[^,.;]{0,45}, |by \d+-\d+ (?:on [a-z]+ )?)?(?:it|they|members|the (?:members|majority|panel|body)) (?:then |also |had |unanimously )?(?:voted|directed|approved|rejected|passed|adopted|agreed|ended|cancell?ed|ordered|declined|refused|terminated|voided|rescinded|authorized|told|instructed)\b/;
/** "The resolution says that": the word of the body that was spoken of. */
export const ITS_PAPER =
  /^(?:the|this|that|its) (?:[a-z]+ )?(?:resolution|ordinance|motion|measure) (?:also |further )?(?:says?|said|declares?|declared|states?|stated|directs?|directed|orders?|ordered|bars?|barred|requires?|required|tells?|told|forbids?|prohibits?|instructs?|calls?)\b/;
/** A body by name. */
export const ANY_BODY = new RegExp(BODY, 'u');
/** What is done by a body, or a vote of it. */
export const BODY_PASSIVE = new RegExp(`(?:by|of) ${BODY}\\b`, 'u');

const MOTION =
  /^(?:upon |on )?(?:a )?motion (?:was made |made |of |by |to )|\bmoved(?:,? seconded by [^,]{3,40},?)? to\b|\bmade a motion\b/;
const CARRIED =
  /\b(?:motion|vote|resolution|item)\b[^.;]{0,40}\b(?:carried|carries|passed|passes|adopted|approved)\b|\bcarried (?:unanimously|\d)|\ball (?:voted )?(?:in favor|aye)|\bayes?:/;

/** The body whose minutes these are, for a motion in them that carried; null for any other sentence. */
export function motionOf(sentence: Sentence, document: Document): string | null {
  if (!MOTION.test(sentence.fold)) return null;
  const behind = document.sentences.slice(sentence.index, sentence.index + 4).map(({ fold }) => fold);
  if (!behind.some((fold) => CARRIED.test(fold))) return null;
  for (const { plain } of document.sentences.slice(0, 12)) {
    const words =
      plain === plain.toUpperCase() ? plain.replace(/\B\p{L}+/gu, (tail) => tail.toLowerCase()) : plain;
    const body = ANY_BODY.exec(words);
    if (body) return bodyName(body[1]!);
  }
  return null;
}

/** A body's name with capitals, its article left. */
export function bodyName(name: string): string {
  return name
    .trim()
    .replace(/^(?:The|the|its|a) /, '')
    .replace(/(^| )(?!(?:of|and|the|de) )(\p{Ll})/gu, (_, lead: string, c: string) => lead + c.toUpperCase());
}
