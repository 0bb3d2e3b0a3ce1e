import type { Day } from '../base/index.ts';
import { boundsOf } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { Db } from './open.ts';

/** What a provision asks of agencies in practice: the hook at which law meets the lists. */
export interface Law {
  provision: string;
  effect: 'requires' | 'forbids';
  programme: Programme;
  /** Two-letter state that it binds, or null for the whole country. */
  state: string | null;
  /** Kinds of agency that it binds, or null for all. */
  kinds: string[] | null;
  from: Day;
  to: Day | null;
}

type Facts = Record<string, string | undefined>;

/**
 * The provisions that say what they ask in columns of their own: `effect` (requires or forbids), `programme`, `agency_kinds`
 * (`|` between). The instrument gives jurisdiction (`US` or a state) and dates. Others ask nothing that can be compared.
 */
export async function readLaws(db: Db, until: string): Promise<Law[]> {
  const rows = await db
    .selectFrom('provision as p')
    .innerJoin('instrument as i', 'i.id', 'p.instrument')
    .select(['p.id', 'p.facts as provision', 'i.facts as instrument'])
    .where('p.recorded', '<=', until)
    .orderBy('p.id')
    .execute();
  return rows.flatMap(
    ({ id, provision, instrument }) =>
      lawOf(id, JSON.parse(provision) as Facts, JSON.parse(instrument) as Facts) ?? [],
  );
}

function lawOf(id: string, provision: Facts, instrument: Facts): Law | null {
  const { effect, programme, agency_kinds: kinds } = provision;
  const from = boundsOf(instrument.effective || instrument.issued || '')?.max;
  if ((effect !== 'requires' && effect !== 'forbids') || !programme || !from) return null;
  const state = instrument.jurisdiction === 'US' ? null : (instrument.jurisdiction ?? null);
  const to = instrument.ended ? (boundsOf(instrument.ended)?.max ?? null) : null;
  return {
    provision: id,
    effect,
    programme: programme as Programme,
    state,
    kinds: kinds ? kinds.split('|') : null,
    from,
    to,
  };
}
