import type { Agency } from '../resolve/index.ts';
import { RULES } from './derive.ts';
import { setMeta } from './meta.ts';
import type { Db } from './open.ts';
import { logCounts } from './stale.ts';

/**
 * The agencies that are not just what the registry has: listed, named by a claim, merged, or given up. Of a registry of
 * 20,000 they are some thousands; the rows of all others were written once and need not be looked at again.
 */
export function touchedAgencies(agencies: readonly Agency[], registry: readonly Agency[]): Set<string> {
  const given = new Set(registry);
  const left = new Set<Agency>();
  const touched = new Set<string>();
  for (const agency of agencies) {
    if (given.has(agency)) left.add(agency);
    else touched.add(agency.id);
  }
  for (const agency of registry) if (!left.has(agency)) touched.add(agency.id);
  return touched;
}

/** Those of the last time the table was written; null where the registry has grown since or other rules hold. */
export async function touchedBefore(db: Db): Promise<Set<string> | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'touched').executeTakeFirst();
  const [stamp, ...ids] = row?.value.split('\n') ?? [];
  return stamp === (await stampOf(db)) ? new Set(ids) : null;
}

/** Notes them for the next time; in the transaction that writes the table. */
export async function noteTouched(db: Db, touched: ReadonlySet<string>): Promise<void> {
  await setMeta(db, 'touched', [await stampOf(db), ...touched].join('\n'));
}

async function stampOf(db: Db): Promise<string> {
  return `${RULES} ${await logCounts(db, { tables: ['registry'] })}`;
}
