import { addDays } from '../base/index.ts';
import type { Interval } from './model.ts';
import type { DerivedInterval, Word } from './positions.ts';

/** Days for which a word is taken to hold behind the day on which it was said last; behind them nobody knows. */
const FADES_AFTER = 366;

/**
 * The interval as it is, or certain for a year after its newest evidence and uncertain from then on, where nothing but
 * words show it: no list, document, rule or act. What ended has ended, and stays so.
 */
export function faded(interval: DerivedInterval, words: readonly Word[]): DerivedInterval {
  const { to, position, agreement, claims, lastSeen } = interval;
  if (to !== null || position === 'ends' || agreement !== null) return interval;
  const isSaid = claims.every((id) => words.find((word) => word.id === id)?.kind === 'statement');
  return isSaid ? { ...interval, to: { min: addDays(lastSeen, FADES_AFTER), max: null } } : interval;
}

/** True for an interval that nothing ended and nothing newer shows: its end is the day from which nobody knows. */
export function hasFaded({ to, lastSeen, agreement }: Interval): boolean {
  return agreement === null && to !== null && to.max === null && to.min === addDays(lastSeen, FADES_AFTER);
}
