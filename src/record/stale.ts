import { sql } from 'kysely';
import type { Day } from '../base/index.ts';
import { RULES } from './derive.ts';
import { setMeta } from './meta.ts';
import type { Db } from './open.ts';
import type { Tables } from './schema.ts';

const LOG = [
  'capture',
  'sighting',
  'claim',
  'reading',
  'registry',
  'decision',
  'provision',
  'instrument',
  'citation',
] as const;

/**
 * How many rows each of these tables of the log has, or had recorded before a day. They only grow: the counts tell one state
 * of them from another.
 */
export async function logCounts(
  db: Db,
  { tables = LOG, before }: { tables?: readonly (keyof Tables)[]; before?: Day } = {},
): Promise<string> {
  const since = before === undefined ? sql`` : sql` where recorded < ${before}`;
  const counts = sql.join(
    tables.map((table) => sql`(select count(*) from ${sql.table(table)}${since})`),
    sql` || ' ' || `,
  );
  const { rows } = await sql<{ counts: string }>`select ${counts} as counts`.execute(db);
  return rows[0]?.counts ?? '';
}

/** True when the log has grown since the derived tables were written, or newer rules hold. */
export async function isStale(db: Db): Promise<boolean> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'derived').executeTakeFirst();
  return row?.value !== (await stateOf(db));
}

/** Of each table of the log how many rows it has, and had when the derived tables were last written; none if they never were. */
export async function countsNoted(db: Db): Promise<{ table: string; now: number; before: number }[]> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'derived').executeTakeFirst();
  const [, ...noted] = row?.value.split(' ') ?? [];
  if (noted.length !== LOG.length) return [];
  const now = (await logCounts(db)).split(' ');
  return LOG.map((table, i) => ({ table, now: Number(now[i]), before: Number(noted[i]) }));
}

/** Notes that the derived tables say what the log as it is now comes to. */
export async function noteDerived(db: Db): Promise<void> {
  await setMeta(db, 'derived', await stateOf(db));
}

async function stateOf(db: Db): Promise<string> {
  return `${RULES} ${await logCounts(db)}`;
}
