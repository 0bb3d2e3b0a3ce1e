import { type Day, daysBetween } from '../base/index.ts';
import type { Agreement } from '../resolve/index.ts';
import type { Db } from './open.ts';

/** How long an agreement stood on the lists before its memorandum could be read there. */
export interface LinkLag {
  agreement: string;
  agency: string;
  /** First list with the agreement. */
  listed: Day;
  /** First list that links the memorandum, or null while none does. */
  linked: Day | null;
  /** Days between them, or null. */
  days: number | null;
}

/** The lag of every agreement that a list shows from a day on, oldest first. Before that day lists had no links. */
export async function linkLags(db: Db, from: Day): Promise<LinkLag[]> {
  const rows = await db.selectFrom('agreement').select('facts').execute();
  const lags = rows.flatMap(({ facts }): LinkLag[] => {
    const { id, agency, position, runs, moa } = JSON.parse(facts) as Agreement;
    const listed = runs.map((run) => run.from).sort()[0];
    if (position !== 'takes-part' || listed === undefined || listed < from) return [];
    const linked = moa.map(({ day }) => day).sort()[0] ?? null;
    return [
      { agreement: id, agency, listed, linked, days: linked === null ? null : daysBetween(listed, linked) },
    ];
  });
  return lags.sort((a, b) => (a.listed + a.agreement < b.listed + b.agreement ? -1 : 1));
}
