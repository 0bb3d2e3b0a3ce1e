import type { RegistryNote } from './model.ts';

/** How an entry of the registry was found, in words. */
export const MATCH_RULES: Record<NonNullable<RegistryNote['rule']>, string> = {
  'exact-name': 'The entry bears the agency’s name; namesakes in one state are told apart by the county.',
  'sheriff-of-county': 'A county has one sheriff.',
  'police-of-place':
    'The police, or the department of public safety, of a place of that name; in Indiana its marshal.',
  'police-of-town':
    'The same name without borough, town, village or city, in the same county. A township is another body.',
  campus: 'The police of a university or college, or the board that signs for them.',
  'same-body': 'A port’s or an airport’s authority, with or without the word police.',
  'body-of-state': 'A body of the state with the same words, but for department, division, office.',
  'state-police': 'Both names say highway patrol, state police or state patrol.',
  'police-of-state': 'The state’s police, of which the agency may be a part, or which may be a part of it.',
  'constables-of-county': 'The constables of the county.',
  'same-decision': 'A reviewer called the agency and the entry the same.',
};

/** Why a listed agency took no code of the registry. */
export type WhyNoCode = NonNullable<RegistryNote['why']> | 'kind-not-kept' | 'no-registry';

/** The same in words. */
export const MATCH_REASONS: Record<WhyNoCode, string> = {
  'no-registry': 'no official registry was added',
  'no-such-name': 'the registry has no agency of that name in the state',
  'kind-not-kept': 'the registry has no agency of that kind in the state',
  'several-fit': 'several fit, and no county tells which',
  'serves-several': 'one entry fits several agencies on lists',
  'other-county': 'the agency of that name is in another county',
  'county-unknown': 'the entry has a fuller name, and no list gives the county',
  'counted-as-one': 'the registry counts all constables of the county as one',
  'police-or-sheriff': 'the registry names the county alone, which has a police and a sheriff',
  'part-or-whole': 'the registry has a part of it, or the whole of which it is a part',
};

/** Why an agency has no code, where `kept` tells whether the registry has its kind in its state. */
export function whyNoCode(note: RegistryNote | undefined, kept: boolean): WhyNoCode {
  const why = note?.why ?? 'no-such-name';
  return why === 'no-such-name' && !kept ? 'kind-not-kept' : why;
}
