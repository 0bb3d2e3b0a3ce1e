import type { Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { Interval, ListInfo } from '../record/index.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { dayInWords } from './when.ts';

/** An end that two lists show: the last that has an agency's agreement, and the first after it that has it no more. */
export interface Absence {
  programme: Programme;
  seen: Day;
  gone: ListInfo;
}

/**
 * The ends of agreements that a list shows by lacking them, newest first. An agreement that another took the place of is
 * off the list too, but its agency is not: only what the record calls ended counts.
 */
export function absencesOf(intervals: readonly Interval[], lists: readonly ListInfo[]): Absence[] {
  const ends = intervals.filter(({ position, agreement }) => position === 'ends' && agreement !== null);
  const found = intervals.flatMap(({ programme, position, agreement, to, lastSeen }): Absence[] => {
    if (agreement === null || to === null || position === 'ends') return [];
    const ended = ends.some((end) => end.programme === programme && end.from.max === to.max);
    const gone = lists.findLast((list) => list.kind !== 'pending' && list.day === to.max);
    return ended && gone && lastSeen < gone.day ? [{ programme, seen: lastSeen, gone }] : [];
  });
  return found.sort((a, b) => (a.gone.day < b.gone.day ? 1 : -1));
}

/** A card that says which list no longer has an agreement. */
export function AbsenceCard({ page, absence }: { page: Page; absence: Absence }) {
  const { words } = page;
  const { programme, seen, gone } = absence;
  return (
    <article class="claim ends">
      <h3>
        {words.absence.title}: {words.programmes[programme]}
      </h3>
      <p class="summary">
        {fill(words.absence.text, { seen: dayInWords(seen, words), gone: dayInWords(gone.day, words) })}
      </p>
      <p class="src">
        <a href={page.to(`publication/${gone.capture}`)}>
          {fill(words.absence.list, { day: dayInWords(gone.day, words) })}
        </a>
        <code title={words.claim.hash}>
          {gone.capture.slice(0, 4)} {gone.capture.slice(4, 8)}
        </code>
      </p>
    </article>
  );
}
