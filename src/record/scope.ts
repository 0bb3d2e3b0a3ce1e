import { sql } from 'kysely';
import type { Day } from '../base/index.ts';
import { derive } from './derive.ts';
import { readLog } from './log.ts';
import { lastRecorded } from './meta.ts';
import { DERIVED_NOW } from './migrations.ts';
import { type Db, type OpenRecord, openRecord } from './open.ts';
import { writeDerived } from './write-derived.ts';

/** Databases that show the record as known on a day, by that day. */
export type Scopes = Map<Day, Promise<Db>>;

// Each holds the whole derivation in memory; a server asked for many days keeps the last few.
const MAX_SCOPES = 4;

/**
 * The database through which the record is seen as known at the end of a day: the record itself when it learned
 * nothing later, else a connection of its own in which temporary tables, derived from the log up to that day, hide the
 * derived ones. Every question then reads the same either way.
 */
export async function scopeAsKnown(record: OpenRecord, scopes: Scopes, known?: Day): Promise<Db> {
  if (known === undefined) return record.db;
  const until = endOf(known);
  const last = await lastRecorded(record.db);
  if (last === null || last <= until) return record.db;
  let scope = scopes.get(known);
  if (!scope) {
    scope = deriveAsKnown(record, until);
    scopes.set(known, scope);
    for (const [oldest, old] of scopes) {
      if (scopes.size <= MAX_SCOPES) break;
      scopes.delete(oldest);
      void old.then((db) => db.destroy());
    }
  }
  return scope;
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
