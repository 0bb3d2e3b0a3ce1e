import type { Programme } from './claim.ts';
import type { Concept } from './lexicon-concepts.ts';

/** What it means when certain concepts stand together in one clause, whatever their order. */
export interface Reading {
  id: string;
  programme: Programme;
  /** One of each group must be there, the first being the verb that carries tense and negation. */
  needs: readonly (readonly Concept[])[];
  /** What the concepts together say by themselves. */
  says?: 'no' | 'limits';
  /** The immigration service may be the subject. */
  iceDoes?: boolean;
  /** Counts only where a word around it says no, stop or only: alone it is too little. */
  turned?: boolean;
  /** Counts only under a condition. */
  limited?: boolean;
  /** A stretch with these words in it is none. */
  unless?: RegExp;
  /** Characters within which all must stand. */
  within?: number;
}

/** The readings, the more particular programmes first: of one stretch only the first counts. */
export const READINGS: readonly Reading[] = [
  { id: 'deny-detainer', programme: 'detainers', needs: [['deny'], ['detainer']], says: 'no', within: 90 },
  {
    id: 'free-despite',
    programme: 'detainers',
    needs: [['free'], ['despite'], ['detainer', 'ice']],
    says: 'no',
  },
  // "Without a judge's signature, they walk."
  {
    id: 'free-without',
    programme: 'detainers',
    needs: [['free'], ['without']],
    says: 'limits',
    within: 90,
  },
  { id: 'honor-detainer', programme: 'detainers', needs: [['honor'], ['detainer']], within: 100 },
  { id: 'hold-detainer', programme: 'detainers', needs: [['hold'], ['detainer']], within: 150 },
  { id: 'hold-longer', programme: 'detainers', needs: [['hold'], ['longer']], within: 90 },
  {
    id: 'hold-warrant',
    programme: 'detainers',
    needs: [['hold'], ['someone'], ['warrant']],
    limited: true,
    within: 90,
  },
  { id: 'turned-detainer', programme: 'detainers', needs: [['detainer']], turned: true },
  {
    id: 'house',
    programme: 'detention-contract',
    needs: [['house'], ['detainees']],
    iceDoes: true,
    within: 90,
  },
  {
    id: 'tell-ice',
    programme: 'notification',
    needs: [['tell'], ['ice'], ['event']],
    unless: / that | whether /,
    within: 110,
  },
  {
    id: 'ice-enters',
    programme: 'jail-access',
    needs: [['enter'], ['ice'], ['jail']],
    iceDoes: true,
    turned: true,
    within: 100,
  },
  { id: 'ask-status', programme: 'status-inquiry', needs: [['ask'], ['status']], within: 90 },
  {
    id: 'give-data',
    programme: 'information-sharing',
    needs: [['give'], ['data'], ['ice']],
    iceDoes: true,
    within: 110,
  },
  { id: 'join-raid', programme: 'joint-operations', needs: [['takePart'], ['raid']], within: 100 },
  { id: 'hand-over', programme: 'enforcement', needs: [['handOver']], unless: /\b(?:him|her|man|woman)\b/ },
  { id: 'leave-to-ice', programme: 'enforcement', needs: [['leave'], ['ice']], says: 'no', within: 70 },
  { id: 'help-ice', programme: 'enforcement', needs: [['help'], ['ice']], within: 80 },
  { id: 'do-immigration', programme: 'enforcement', needs: [['do'], ['immWork']], turned: true, within: 60 },
  { id: 'law-only', programme: 'enforcement', needs: [['help', 'honor'], ['law']], limited: true },
  { id: 'turned-work', programme: 'enforcement', needs: [['immWork']], turned: true },
];
