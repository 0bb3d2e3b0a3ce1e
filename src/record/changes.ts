import type { Day } from '../base/index.ts';
import type { Claim } from '../claim/index.ts';
import type { Change } from './model.ts';
import type { Db } from './open.ts';

export interface ChangeQuery {
  from: Day;
  to: Day;
  state?: string;
  agency?: string;
}

/**
 * What changed in the world on the days from `from` to `to` (both included), newest first: who came onto a list, left
 * it or came back, and what was said. The day is the first on which evidence shows it.
 */
export async function changesBetween(db: Db, { from, to, state, agency }: ChangeQuery): Promise<Change[]> {
  let query = db
    .selectFrom('interval as i')
    .innerJoin('agency as a', 'a.id', 'i.agency')
    .leftJoin('agreement as g', 'g.idx', 'i.agreement')
    .selectAll('i')
    .select(['a.name', 'a.state', 'g.facts'])
    .select((e) =>
      // An earlier agreement of the same model that had ended makes this one a return.
      e
        .selectFrom('interval as before')
        .select('before.id')
        .whereRef('before.agency', '=', 'i.agency')
        .whereRef('before.programme', '=', 'i.programme')
        .where('before.position', '=', 'ends')
        .whereRef('before.from_max', '<', 'i.from_max')
        .limit(1)
        .as('ended'),
    )
    .where('i.from_max', '>=', from)
    .where('i.from_max', '<=', to);
  if (state) query = query.where('a.state', '=', state);
  if (agency) query = query.where('i.agency', '=', agency);
  const rows = await query
    .orderBy('i.from_max', 'desc')
    .orderBy('a.state')
    .orderBy('a.name')
    .orderBy('i.agency')
    .orderBy('i.programme')
    .orderBy('i.position')
    .orderBy('i.signed')
    .execute();
  return rows.map((row) => {
    const words = JSON.parse(row.claims) as string[];
    return {
      day: row.from_max,
      kind: kindOf(row.position, row.agreement !== null, row.ended !== null),
      agency: row.agency,
      name: row.name,
      state: row.state,
      programme: row.programme as Claim['programme'],
      position: row.position as Claim['position'],
      detail: row.from_min === row.from_max ? row.from_max : `${row.from_min ?? '..'}/${row.from_max}`,
      claim: words[0] ?? null,
    };
  });
}

function kindOf(position: string, listed: boolean, endedBefore: boolean): Change['kind'] {
  if (!listed) return 'said';
  if (position === 'ends') return 'gone';
  if (position === 'will-join') return 'pending';
  return endedBefore ? 'returned' : 'new';
}
