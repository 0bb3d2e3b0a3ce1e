import type { Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { Interval } from '../record/index.ts';
import { LOOKS, lookOf } from './standing.ts';

/** A programme with its intervals in lanes: none lies over another, and the main position has the first. */
export interface ProgrammeLanes {
  programme: Programme;
  lanes: Interval[][];
}

/** First day of an interval, and the day before which it ends; open ends are later than every day. */
export function extentOf({ from, to, lastSeen }: Interval): { begin: Day; end: Day } {
  return {
    begin: from.min ?? from.max ?? lastSeen,
    end: to === null ? '9999-12-31' : (to.max ?? '9999-12-31'),
  };
}

/** The intervals by programme, 287(g) first, then by what the agency does most; each programme in as few lanes as need be. */
export function lanesOf(intervals: readonly Interval[]): ProgrammeLanes[] {
  const programmes = new Map<Programme, Interval[]>();
  for (const interval of intervals) {
    const own = programmes.get(interval.programme);
    if (own) own.push(interval);
    else programmes.set(interval.programme, [interval]);
  }
  const rank = ([programme, own]: [Programme, Interval[]]) =>
    (programme.startsWith('287g') ? 0 : LOOKS.length) + Math.min(...own.map(rankOf));
  return [...programmes]
    .sort((a, b) => rank(a) - rank(b))
    .map(([programme, own]) => ({ programme, lanes: lanes(own) }));
}

function rankOf({ position }: Interval): number {
  return LOOKS.indexOf(lookOf(position));
}

function lanes(intervals: Interval[]): Interval[][] {
  // An end goes on from what ended, so it may share that lane although the two touch in the days between.
  const sorted = [...intervals].sort(
    (a, b) => rankOf(a) - rankOf(b) || (extentOf(a).begin < extentOf(b).begin ? -1 : 1),
  );
  const made: Interval[][] = [];
  for (const interval of sorted) {
    const lane = made.find((one) => one.every((other) => !overlap(interval, other)));
    if (lane) lane.push(interval);
    else made.push([interval]);
  }
  return made;
}

function sureStart({ from, lastSeen }: Interval): Day {
  return from.max ?? lastSeen;
}

function sureEnd({ to }: Interval): Day {
  return to === null ? '9999-12-31' : (to.min ?? to.max ?? '9999-12-31');
}

function overlap(a: Interval, b: Interval): boolean {
  const [one, other] = [extentOf(a), extentOf(b)];
  const follows = (end: Interval, held: Interval) =>
    end.position === 'ends' && held.to !== null && (end.from.max ?? '') >= (held.to.min ?? '');
  if (follows(a, b) || follows(b, a)) return false;
  // One agreement that took another's place: only the days between two lists are both's.
  if (a.position === b.position && (sureEnd(a) <= sureStart(b) || sureEnd(b) <= sureStart(a))) return false;
  return one.begin < other.end && other.begin < one.end;
}
