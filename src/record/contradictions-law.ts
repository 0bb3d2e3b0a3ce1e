import type { Day } from '../base/index.ts';
import { bindsKind, type LawConflict } from '../law/index.ts';
import type { Agency } from '../resolve/index.ts';
import { type Contradiction, contradiction, earliest, latest, type Side } from './contradiction.ts';
import type { Differs } from './differs.ts';
import type { Law } from './laws.ts';
import { type DerivedInterval, isFamily } from './spoken.ts';

/** Where one provision requires what another forbids or limits, both in force. */
export function lawAgainstLaw(conflicts: readonly LawConflict[]): (Contradiction | null)[] {
  return conflicts.map(({ a, b, programme, from, to }) =>
    contradiction({
      kind: 'law-against-law',
      agency: '',
      programme,
      opened: from,
      closed: to,
      differs: { form: 'laws', programme },
      a: { type: 'provision', provision: a },
      b: { type: 'provision', provision: b },
    }),
  );
}

/** Where a provision forbids what the record shows, or requires what an agency declines or has ended. */
export function lawAgainstPractice(
  laws: readonly Law[],
  intervals: readonly DerivedInterval[],
  agencies: readonly Agency[],
): (Contradiction | null)[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const positions = new Map<string, DerivedInterval[]>();
  for (const interval of intervals) {
    const known = positions.get(interval.position);
    if (known) known.push(interval);
    else positions.set(interval.position, [interval]);
  }
  const newest = intervals.reduce((day, { lastSeen }) => (lastSeen > day ? lastSeen : day), '');
  return laws.flatMap((law) => {
    // Hundreds of laws, thousands of intervals: only those of a position that the law is against are looked at.
    const against = law.effect === 'forbids' ? ['takes-part', 'will-join'] : ['declines', 'ends'];
    return against
      .flatMap((position) => positions.get(position) ?? [])
      .map((interval) => {
        const same =
          law.programme === interval.programme || (law.programme === '287g' && isFamily(interval.programme));
        if (!same) return null;
        const agency = byId.get(interval.agency);
        const binds =
          agency &&
          (law.state === null || law.state === agency.state) &&
          (law.county === null || agency.counties.includes(law.county)) &&
          bindsKind({ state: law.state, county: law.county }, law.kinds, agency.kind);
        const b = binds ? sideOfInterval(interval) : null;
        if (!binds || b === null) return null;
        const binding = bindsFrom(law, interval);
        const opened = latest(interval.from.max, binding) ?? binding;
        // What ended under a law that gave time stays so until lists show another; all else must have been seen when it bound.
        const waited = interval.position === 'ends' && interval.lastSeen >= law.from;
        const seen = waited ? newest : interval.lastSeen;
        if (seen < opened || (law.to !== null && law.to <= opened)) return null;
        // What was held before and last seen on the very day that the law begins tells nothing of the time after.
        if (seen === binding && interval.from.max !== binding) return null;
        // Who left one model and takes part in another does what a law on 287(g) requires.
        const met = law.effect === 'requires' ? metFrom(law, interval.agency, opened, positions) : null;
        if (met !== null && met <= opened) return null;
        const closed = earliest(interval.to?.max, law.to, met);
        return contradiction({
          kind: 'law-against-practice',
          agency: interval.agency,
          programme: interval.programme,
          opened,
          closed,
          differs: { ...asked(law, binding), programme: law.programme, position: interval.position },
          a: { type: 'provision', provision: law.provision },
          b,
        });
      });
  });
}

/** What a law asks since when: by its deadline, if one was given to who stands so. */
function asked({ effect, from }: Law, binding: Day): Differs {
  if (binding === from) return { form: effect === 'forbids' ? 'forbids' : 'requires', day: from };
  if (effect === 'forbids') return { form: 'forbids-held', day: from, otherDay: binding };
  return { form: 'requires-by', day: binding };
}

/** The first day on which a law certainly asks it of who stands so: its deadline, unless it forbids what was only then begun. */
function bindsFrom(law: Law, { from }: DerivedInterval): Day {
  const begunUnderIt = law.effect === 'forbids' && from.min !== null && from.min >= law.from;
  return law.deadline === null || begunUnderIt ? law.from : (latest(law.from, law.deadline) ?? law.from);
}

/** The first day from `opened` on on which an agency takes part as a law requires, or null. */
function metFrom(
  law: Law,
  agency: string,
  opened: Day,
  positions: ReadonlyMap<string, DerivedInterval[]>,
): Day | null {
  const days = ['takes-part', 'expands'].flatMap((position) =>
    (positions.get(position) ?? []).flatMap((one) => {
      const same = law.programme === one.programme || (law.programme === '287g' && isFamily(one.programme));
      const over = one.to?.max !== undefined && one.to.max !== null && one.to.max <= opened;
      return same && one.agency === agency && !over && one.from.max ? [one.from.max] : [];
    }),
  );
  const [first] = days.map((day) => (day < opened ? opened : day)).sort();
  return first ?? null;
}

function sideOfInterval(interval: DerivedInterval): Side | null {
  const [claim] = interval.claims;
  if (interval.last) return { type: 'row', ...interval.last };
  return claim ? { type: 'claim', claim } : null;
}
