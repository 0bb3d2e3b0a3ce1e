import type { Day } from '../base/index.ts';
import type { ContradictionKind, Interval } from '../record/index.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day in words: `21 February 2017`. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A programme in words. */
export const PROGRAMME_WORDS: Record<Interval['programme'], string> = {
  '287g-jail': 'the 287(g) jail enforcement model',
  '287g-task-force': 'the 287(g) task force model',
  '287g-warrant': 'the 287(g) warrant service officer model',
  '287g': 'a 287(g) agreement whose model is not said',
  detainers: 'holding people on immigration detainers',
  'jail-access': 'letting immigration officers into the jail',
  notification: 'telling immigration officers about releases',
  'joint-operations': 'joint operations with immigration officers',
  'detention-contract': 'a contract to detain people for immigration authorities',
  'status-inquiry': 'asking people about their immigration status',
  'information-sharing': 'sharing information with immigration authorities',
  enforcement: 'helping with immigration enforcement in general',
};

/** What an agency did or said by a position, before the words of the programme. */
export const POSITION_WORDS: Record<Interval['position'], string> = {
  'takes-part': 'took part in',
  'will-join': 'had asked or announced to join',
  declines: 'declined',
  ends: 'had ended, or announced the end of, its part in',
  limits: 'limited its part in',
  expands: 'expanded its part in',
  'not-approached': 'had not been approached about',
  undecided: 'had not decided about',
  unchanged: 'had said that nothing changes about',
};

/** What a kind of contradiction means. */
export const CONTRADICTION_WORDS: Record<ContradictionKind, string> = {
  'said-no-still-listed': 'One source says that the agency declines or has ended; the lists still show it.',
  'said-yes-not-listed': 'One source says that the agency takes part; the lists of that time do not show it.',
  'list-against-document': 'The list and the document give the agreement differently.',
  'source-against-source': 'Two sources say what cannot both hold.',
  'law-against-practice': 'The law says one thing, the record shows another.',
  'law-against-law': 'One law requires what another forbids or limits.',
  'pending-beyond-a-year': 'The agreement stood as pending for more than a year.',
  'one-ori-two-agencies': 'Two agencies of the record bear one ORI code.',
  'memorandum-of-another': 'The list links the memorandum of another agency.',
};

/** Since when an interval holds, in words. */
export function sinceInWords({ from }: Interval): string {
  if (from.min === null)
    return from.max === null ? 'since an unknown day' : `since ${dayInWords(from.max)} at the latest`;
  if (from.max === null) return `since ${dayInWords(from.min)} at the earliest`;
  return from.min === from.max
    ? `since ${dayInWords(from.max)}`
    : `since a day between ${dayInWords(from.min)} and ${dayInWords(from.max)}`;
}

/** When an interval ended, in words, or that nothing ended it. */
export function untilInWords({ to }: Interval): string {
  if (to === null) return 'The record knows of no end.';
  if (to.max === null)
    return to.min === null ? 'It ended on an unknown day.' : `It ended on ${dayInWords(to.min)} or later.`;
  if (to.min === null || to.min === to.max)
    return `It ended on ${dayInWords(to.max)}${to.min === null ? ' or earlier' : ''}.`;
  return `It ended on a day between ${dayInWords(to.min)} and ${dayInWords(to.max)}.`;
}
