import { sql } from 'kysely';
import type { Day } from '../base/index.ts';
import { derive } from './derive.ts';
import { readLog } from './log.ts';
import { lastRecorded } from './meta.ts';
import { DERIVED_NOW } from './migrations.ts';
import { type Db, type OpenRecord, openRecord } from './open.ts';
import { writeDerived } from './write-derived.ts';

/** A database that shows the record as known on a day, with how many questions are under way on it. */
interface Scope {
  db: Promise<Db>;
  users: number;
}

/** Databases that show the record as known on a day, by that day, and the end of the queue of those being derived. */
export interface Scopes {
  kept: Map<Day, Scope>;
  made: Promise<unknown>;
}

// Each holds the whole derivation in memory; a server asked for many days keeps the last few.
const MAX_SCOPES = 4;

/** No databases yet. */
export function noScopes(): Scopes {
  return { kept: new Map(), made: Promise.resolve() };
}

/**
 * Answers a question from the database through which the record is seen as known at the end of a day: the record itself
 * when it learned nothing later, else a connection of its own in which temporary tables, derived from the log up to that
 * day, hide the derived ones. Every question then reads the same either way. One is derived at a time, so that many
 * days asked for at once cost time and not memory; none is closed while a question is under way on it.
 */
export async function asKnown<Answer>(
  record: OpenRecord,
  scopes: Scopes,
  known: Day | undefined,
  ask: (db: Db) => Promise<Answer>,
): Promise<Answer> {
  if (known === undefined) return ask(record.db);
  const until = endOf(known);
  const last = await lastRecorded(record.db);
  if (last === null || last <= until) return ask(record.db);
  const scope = scopes.kept.get(known) ?? newScope(record, scopes, until);
  scope.users++;
  // Put back at the end: the day that was asked for longest ago goes first.
  scopes.kept.delete(known);
  scopes.kept.set(known, scope);
  try {
    return await ask(await scope.db);
  } catch (error) {
    // A derivation that failed shall not fail for ever.
    if (scope.users === 1) scopes.kept.delete(known);
    throw error;
  } finally {
    scope.users--;
    await closeOldest(scopes);
  }
}

function newScope(record: OpenRecord, scopes: Scopes, until: string): Scope {
  const db = scopes.made.then(() => deriveAsKnown(record, until));
  scopes.made = db.catch(() => {});
  return { db, users: 0 };
}

async function closeOldest({ kept }: Scopes): Promise<void> {
  for (const [day, { db, users }] of kept) {
    if (kept.size <= MAX_SCOPES) return;
    if (users > 0) continue;
    kept.delete(day);
    await db.then((open) => open.destroy()).catch(() => {});
  }
}

/** Closes all of them. */
export async function closeScopes({ kept }: Scopes): Promise<void> {
  for (const { db } of kept.values()) await db.then((open) => open.destroy()).catch(() => {});
  kept.clear();
}

/** The last moment of a day of record time. */
export function endOf(day: Day): string {
  return `${day}T23:59:59.999Z`;
}

/** A connection of its own that sees the record as its log up to a moment makes it, derived from scratch. */
export async function deriveAsKnown(record: OpenRecord, until: string): Promise<Db> {
  const { db } = await openRecord(record.dir);
  for (const statement of DERIVED_NOW)
    await sql
      .raw(statement.replace(/^create (table|index) /, (_, what) => createTemporary(what)))
      .execute(db);
  await writeDerived(db, derive(await readLog(db, until)));
  return db;
}

function createTemporary(what: string): string {
  return what === 'table' ? 'create temporary table ' : 'create index temp.';
}
