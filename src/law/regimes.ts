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

/** A provision that turned between two days, with the days of its turns; one that was blocked and let stand again may end as it began. */
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
  const stretches = days
    .map((from, index) => ({
      from,
      to: days[index + 1] ?? null,
      provisions: federal
        .filter(({ effect }) => effect !== 'blocks' && effect !== 'restores')
        .map((provision) => ({ provision, standing: standingOn(book, provision, from ?? '0000-01-01') }))
        .filter(({ standing }) => standing.state === 'in-force' || standing.state === 'blocked'),
    }))
    .filter(({ from, provisions }) => from !== null || provisions.length > 0);
  return stretches.reduce<Regime[]>((joined, one) => {
    const last = joined.at(-1);
    if (last && saysTheSame(last, one)) joined[joined.length - 1] = { ...last, to: one.to };
    else joined.push(one);
    return joined;
  }, []);
}

function saysTheSame({ provisions: a }: Regime, { provisions: b }: Regime): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => one.provision.id === b[i]!.provision.id && sameStanding(one.standing, b[i]!.standing))
  );
}

/** The provisions that turned after `from` and by `to`, by id. */
export function lawChanges(book: LawBook, from: Day, to: Day): LawChange[] {
  return [...book.provisions.values()].flatMap((provision) => {
    const [before, after] = [standingOn(book, provision, from), standingOn(book, provision, to)];
    const days = standingSpans(book, provision).flatMap(({ from: day }) =>
      day !== null && day > from && day <= to ? [day] : [],
    );
    return days.length > 0 ? [{ provision, before, after, days }] : [];
  });
}
