import type { Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { LawBook, Provision } from './instrument.ts';
import { overlaps } from './jurisdiction.ts';
import { standingSpans } from './standing.ts';

/** Two provisions in force at once, of which one requires or protects what the other forbids or limits. */
export interface LawConflict {
  a: string;
  b: string;
  programme: Programme;
  from: Day | null;
  /** The day on which it ended, or null while it stands. */
  to: Day | null;
}

/** Every conflict of commands that the book holds, by provision ids and time. */
export function lawConflicts(book: LawBook): LawConflict[] {
  const all = [...book.provisions.values()];
  const requiring = all.filter(({ effect }) => effect === 'requires' || effect === 'protects');
  const against = all.filter(({ effect }) => effect === 'forbids' || effect === 'limits');
  return requiring.flatMap((a) => against.flatMap((b) => conflictsOf(book, a, b)));
}

function conflictsOf(book: LawBook, a: Provision, b: Provision): LawConflict[] {
  const programme = a.programmes.find((one) => b.programmes.some((other) => excludes(one, other)));
  const [left, right] = [a, b].map(({ instrument }) => book.instruments.get(instrument));
  if (!programme || !left || !right || !overlaps(left.jurisdiction, right.jurisdiction)) return [];
  if (left.kind === 'guideline' || right.kind === 'guideline') return [];
  if (a.kinds && b.kinds && !a.kinds.some((kind) => b.kinds?.includes(kind))) return [];
  return inForce(book, a).flatMap((one) =>
    inForce(book, b).flatMap((other) => {
      const from = (one.from ?? '') > (other.from ?? '') ? one.from : other.from;
      const to = (one.to ?? '9999') < (other.to ?? '9999') ? one.to : other.to;
      return (from ?? '') < (to ?? '9999') ? [{ a: a.id, b: b.id, programme, from, to }] : [];
    }),
  );
}

// Who must have some 287(g) agreement is not hindered by a rule against one model; who must have one model is by a rule against all.
function excludes(required: Programme, against: Programme): boolean {
  return required === against || (against === '287g' && required.startsWith('287g'));
}

function inForce(book: LawBook, provision: Provision) {
  return standingSpans(book, provision).filter(({ state }) => state === 'in-force');
}
