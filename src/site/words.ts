import { en, type Words } from './words-en.ts';
import { es } from './words-es.ts';

export const LANGS = ['en', 'es'] as const;
export type Lang = (typeof LANGS)[number];

const CATALOGUES: Record<Lang, Words> = { en, es };

/** The catalogue of a language. */
export function wordsOf(lang: Lang): Words {
  return CATALOGUES[lang];
}
