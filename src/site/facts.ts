import { count, fill } from './phrase.ts';
import type { Standings } from './standing.ts';
import type { Words } from './words-en.ts';

/** The words in which the counts of a day are told. */
export type FactWords = Pick<
  Words['home'],
  'partners' | 'declining' | 'decliningLongAgo' | 'decliningOf' | 'ended'
>;

/** How many take part, decline and ended, each as a clause; words more than a year old are told as such. */
export function factsInWords(
  { partners, declining, silent, ended }: Standings['counts'],
  words: FactWords,
  locale: string,
): { partners: string; declining: string; ended: string } {
  const allSilent = silent > 0 && silent === declining;
  const said = count(allSilent ? words.decliningLongAgo : words.declining, declining, locale);
  const number = new Intl.NumberFormat(locale);
  return {
    partners: count(words.partners, partners, locale),
    declining: silent > 0 && !allSilent ? fill(words.decliningOf, { said, n: number.format(silent) }) : said,
    ended: count(words.ended, ended, locale),
  };
}
