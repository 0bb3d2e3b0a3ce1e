import type { Programme } from '../claim/index.ts';
import type { Approx, Interval } from './model.ts';

/** When what ended was over: not the day on which the end was announced, where the record knows more. Null where it knows no more. */
export function endedWhen(
  programme: Programme,
  announced: Approx,
  intervals: readonly Interval[],
): Approx | null {
  const day = announced.max ?? announced.min;
  const over = intervals.find(
    ({ programme: own, position, to }) =>
      own === programme &&
      (position === 'takes-part' || position === 'expands') &&
      to !== null &&
      day !== null &&
      (to.min ?? day) <= day &&
      day <= (to.max ?? day),
  );
  return over?.to ?? null;
}
