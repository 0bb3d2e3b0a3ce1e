import { sql } from 'kysely';
import type { Day } from '../base/index.ts';
import { findAnchors } from './anchors.ts';
import { derive } from './derive.ts';
import { readLog } from './log.ts';
import { lastRecorded } from './meta.ts';
import { DERIVED_NOW } from './migrations.ts';
import { type Db, type OpenRecord, openRecord } from './open.ts';
import { pastReaches, showPast } from './past.ts';
import { writeDerived } from './write-derived.ts';

/** A database that shows the record as known on a day, with how many questions are under way on it. */
interface Scope {
  db: Promise<Db>;
  users: number;
}

/** Databases that show the record as known on a day, by that day (and how), and the end of the queue of those being derived. */
export interface Scopes {
  kept: Map<string, Scope>;
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
  // Another program may have brought, since, what was known then: by that it is another scope.
  return inScope(scopes, `${known} ${last}`, () => inTurn(scopes, () => deriveAsKnown(record, until)), ask);
}

/** Derivations one after another. */
function inTurn(scopes: Scopes, make: () => Promise<Db>): Promise<Db> {
  const db = scopes.made.then(make);
  scopes.made = db.catch(() => {});
  return db;
}

async function inScope<Answer>(
  scopes: Scopes,
  key: string,
  make: () => Promise<Db>,
  ask: (db: Db) => Promise<Answer>,
): Promise<Answer> {
  const scope = scopes.kept.get(key) ?? { db: make(), users: 0 };
  scope.users++;
  // Put back at the end: the day that was asked for longest ago goes first.
  scopes.kept.delete(key);
  scopes.kept.set(key, scope);
  try {
    return await ask(await scope.db);
  } catch (error) {
    // What failed to be made shall not fail for ever.
    if (scope.users === 1) scopes.kept.delete(key);
    throw error;
  } finally {
    scope.users--;
    await closeOldest(scopes);
  }
}

/**
 * The same for a question that is asked of the tables with a past alone: where that reaches back so far, nothing is derived.
 * The question and whether the past still reaches are one reading: another program may give it up meanwhile.
 */
export async function asKnownOfPast<Answer>(
  record: OpenRecord,
  scopes: Scopes,
  known: Day | undefined,
  ask: (db: Db) => Promise<Answer>,
): Promise<Answer> {
  const last = await lastRecorded(record.db);
  if (known === undefined || last === null || last <= endOf(known)) return ask(record.db);
  const answer = await inScope(
    scopes,
    `past ${known} ${last}`,
    () => seePast(record, known),
    async (db) =>
      db.transaction().execute(async (reading) => {
        // The views are of one state of the record: what gave way since they would not show.
        const same = (await lastRecorded(reading)) === last;
        return same && (await pastReaches(reading, known)) ? { found: await ask(reading) } : null;
      }),
  );
  return answer ? answer.found : asKnown(record, scopes, known, ask);
}

/** A connection of its own that sees the tables of a status as they stood at the end of a day. */
function seePast(record: OpenRecord, known: Day): Promise<Db> {
  return connected(record, (db) => showPast(db, known));
}

async function closeOldest({ kept }: Scopes): Promise<void> {
  for (const [key, { db, users }] of kept) {
    if (kept.size <= MAX_SCOPES) return;
    if (users > 0) continue;
    kept.delete(key);
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
  return connected(record, async (db) => {
    for (const statement of DERIVED_NOW)
      await sql
        .raw(statement.replace(/^create (table|index) /, (_, what) => createTemporary(what)))
        .execute(db);
    const log = await readLog(db, until);
    await writeDerived(db, derive(log, await findAnchors(record, until, log.words)));
  });
}

/** A connection of its own, made ready; closed again where that fails. */
async function connected(record: OpenRecord, make: (db: Db) => Promise<void>): Promise<Db> {
  const { db } = await openRecord(record.dir);
  try {
    await make(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function createTemporary(what: string): string {
  return what === 'table' ? 'create temporary table ' : 'create index temp.';
}
