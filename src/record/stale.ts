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

/** Of each table of the log how many rows it has, and the most that it had when the derived tables were written; none if they never were. */
export async function countsNoted(db: Db): Promise<{ table: string; now: number; before: number }[]> {
  const most = await mostNoted(db);
  if (most.length === 0) return [];
  const now = (await logCounts(db)).split(' ');
  return LOG.map((table, i) => ({ table, now: Number(now[i]), before: most[i]! }));
}

/** Notes that the derived tables say what the log as it is now comes to. */
export async function noteDerived(db: Db): Promise<void> {
  // Deriving again after rows were taken out shall not make the record forget that it had them.
  const before = await mostNoted(db);
  const now = (await logCounts(db)).split(' ').map(Number);
  await setMeta(db, 'most', now.map((count, i) => Math.max(count, before[i] ?? 0)).join(' '));
  await setMeta(db, 'derived', await stateOf(db));
}

async function mostNoted(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('meta').selectAll().where('key', 'in', ['most', 'derived']).execute();
  const noted = new Map(rows.map(({ key, value }) => [key, value]));
  // A record of an earlier version noted only what it had last.
  const counts = (noted.get('most') ?? noted.get('derived')?.replace(/^\S+ /, ''))?.split(' ') ?? [];
  return counts.length === LOG.length ? counts.map(Number) : [];
}

async function stateOf(db: Db): Promise<string> {
  return `${RULES} ${await logCounts(db)}`;
}

/**
 * Forgets what was kept of the last derivation: a merge can make rows of the log older without adding any, so that their
 * counts do not tell the two states apart.
 */
export async function forgetKept(db: Db): Promise<void> {
  await db.deleteFrom('kept').execute();
  await db.deleteFrom('kept_names').execute();
  await db.deleteFrom('meta').where('key', 'in', ['lists', 'touched']).execute();
  // Stale from here on, should the program be killed; by which rules it was derived the change log still has to say.
  await sql`update meta set value = substr(value, 1, instr(value || ' ', ' ') - 1) where key = 'derived'`.execute(
    db,
  );
}
