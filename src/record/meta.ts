import type { Effects } from '../base/index.ts';
import type { Db } from './open.ts';

/** The record's row of a capture, or null when it does not hold it. */
export async function captureId(db: Db, sha: string): Promise<number | null> {
  const row = await db.selectFrom('capture').select('id').where('sha', '=', sha).executeTakeFirst();
  return row?.id ?? null;
}

/** Now in RFC 3339, never earlier than what the record has already written down; with `after`, later than that time. */
export async function recordTime(db: Db, effects: Effects, after?: string): Promise<string> {
  const last = await lastRecorded(db);
  const now = new Date(effects.now()).toISOString();
  const value = later(last !== null && last > now ? last : now, after);
  await setMeta(db, 'recorded', value);
  return value;
}

/** A time, or the millisecond after another where it does not come after that one. */
export function later(time: string, than: string | undefined): string {
  return than === undefined || time > than ? time : new Date(Date.parse(than) + 1).toISOString();
}

/** Sets one of the record's own notes about itself. */
export async function setMeta(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** When the record last learned something, RFC 3339, or null for a record that holds nothing. */
export async function lastRecorded(db: Db): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'recorded').executeTakeFirst();
  return row?.value ?? null;
}
