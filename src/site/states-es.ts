import { stateName } from '../resolve/index.ts';
import type { Words } from './words-en.ts';

// Only those whose Spanish name differs.
const SPANISH: Record<string, string> = {
  DC: 'Distrito de Columbia',
  HI: 'Hawái',
  LA: 'Luisiana',
  MI: 'Míchigan',
  MS: 'Misisipi',
  MO: 'Misuri',
  MP: 'Islas Marianas del Norte',
  NC: 'Carolina del Norte',
  ND: 'Dakota del Norte',
  NH: 'Nuevo Hampshire',
  NJ: 'Nueva Jersey',
  NM: 'Nuevo México',
  NY: 'Nueva York',
  OR: 'Oregón',
  PA: 'Pensilvania',
  SC: 'Carolina del Sur',
  SD: 'Dakota del Sur',
  TN: 'Tennessee',
  TX: 'Texas',
  VI: 'Islas Vírgenes',
  WV: 'Virginia Occidental',
  AS: 'Samoa Americana',
  PR: 'Puerto Rico',
};

/** A state's name in the language of the page. */
export function stateIn(code: string, words: Words): string {
  return (words.lang === 'es' && SPANISH[code]) || stateName(code);
}
