import type { Day } from '../base/index.ts';
import type { LawBook, Provision, Topic } from './instrument.ts';
import { type Standing, sameStanding, standingOn, standingSpans } from './standing.ts';

/** A stretch of days with the same federal provisions on one topic. */
export interface Regime {
  from: Day | null;
  to: Day | null;
  /** In force or blocked on these days. */
  provisions: { provision: Provision; standing: Standing }[];
}

/** A provision that stood otherwise on two days, with the days on which it turned in between. */
export interface LawChange {
  provision: Provision;
  before: Standing;
  after: Standing;
  days: Day[];
}

/** What the United States had in force on a topic, stretch by stretch, oldest first. */
export function regimes(book: LawBook, topic: Topic): Regime[] {
  const federal = [...book.provisions.values()].filter(
    (provision) =>
      provision.topic === topic && book.instruments.get(provision.instrument)?.jurisdiction.state === null,
  );
  const turns = federal.flatMap((provision) =>
    standingSpans(book, provision).flatMap(({ from }) => from ?? []),
  );
  const days: (Day | null)[] = [null, ...[...new Set(turns)].sort()];
  return days
    .map((from, index) => ({
      from,
      to: days[index + 1] ?? null,
      provisions: federal
        .filter(({ effect }) => effect !== 'blocks' && effect !== 'restores')
        .map((provision) => ({ provision, standing: standingOn(book, provision, from ?? '0000-01-01') }))
        .filter(({ standing }) => standing.state === 'in-force' || standing.state === 'blocked'),
    }))
    .filter(({ from, provisions }) => from !== null || provisions.length > 0);
}

/** The provisions that stand otherwise on `to` than on `from`, by id. */
export function lawChanges(book: LawBook, from: Day, to: Day): LawChange[] {
  return [...book.provisions.values()].flatMap((provision) => {
    const [before, after] = [standingOn(book, provision, from), standingOn(book, provision, to)];
    if (sameStanding(before, after)) return [];
    const days = standingSpans(book, provision).flatMap(({ from: day }) =>
      day !== null && day > from && day <= to ? [day] : [],
    );
    return [{ provision, before, after, days }];
  });
}
