import type { Day } from '../base/index.ts';
import type { Position, Programme } from '../claim/index.ts';

// How the command line and the JSON say it, in the record's own words; the pages' catalogues have sentences of their own.
const SAID = {
  'said-listed': '{position} said for {day}, listed until {otherDay}',
  'said-pending': '{position} said for {day}, pending until {otherDay}',
  'said-not-listed': '{position} said for {day}, on no list by {otherDay}',
  signed: 'the document says signed {day}, the list {otherDay}',
  model: 'the document says {programme}, the list {otherProgramme}',
  positions: '{position} and {otherPosition}',
  began: 'began {day} and {otherDay}',
  ended: 'ended {day} and {otherDay}',
  laws: 'one requires or protects {programme}, the other forbids or limits it',
  forbids: 'forbids {programme} since {day}; the record shows {position}',
  'forbids-held':
    'forbids {programme} since {day}, of agreements held before by {otherDay}; the record shows {position}',
  requires: 'requires {programme} since {day}; the record shows {position}',
  'requires-by': 'requires {programme} by {day}; the record shows {position}',
  'linked-for': 'the linked {file} is linked for {agency}',
  named: 'the linked {file} names {agency}',
  'linked-model': 'the row says {programme}, the linked {file} names {otherProgramme}',
  pending: 'pending since {day}, still pending on {otherDay}',
  'one-ori': 'ORI {oris} is that of {agency} too',
  oris: 'ORI {oris} are those of {agency} too',
} as const;

/** The forms in which two pieces of evidence differ. */
export type DiffersForm = keyof typeof SAID;

/** All of them. */
export const DIFFERS_FORMS = Object.keys(SAID) as DiffersForm[];

/** What differs between two pieces of evidence: a form, and what it is filled with. A catalogue has the sentence. */
export interface Differs {
  form: DiffersForm;
  /** A day, or an EDTF date where the source gives no day. */
  day?: Day | string;
  otherDay?: Day | string;
  position?: Position;
  otherPosition?: Position;
  programme?: Programme;
  otherProgramme?: Programme;
  /** The name of a memorandum's file. */
  file?: string;
  /** Id of another agency. */
  agency?: string;
  oris?: string;
}

/** What differs in the record's own words: values and ids as the JSON has them. */
export function detailOf(differs: Differs): string {
  const values = differs as unknown as Record<string, string>;
  return SAID[differs.form].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
