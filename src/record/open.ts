import { existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { messageOf, UserError } from '../base/index.ts';
import { removeParts, syncFolder } from '../capture/index.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './schema.ts';

/** The query builder over the record's tables; inside a transaction the one of that transaction. */
export type Db = Kysely<Tables>;

/** An open record: its folder, the folder of its captures' bytes, and its database. */
export interface OpenRecord {
  dir: string;
  captures: string;
  db: Db;
}

/** The file in which a record's folder has its database. */
const FILE = 'record.db';

/** True for a folder that holds a record. A file without a byte is what a full disk leaves, and none. */
export function holdsRecord(dir: string): boolean {
  demandFolder(dir);
  return (statSync(join(dir, FILE), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Throws a UserError for a path that is, or lies below, a file. */
function demandFolder(dir: string): void {
  try {
    if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== false) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw notOpened(dir, error);
  }
  throw new UserError(
    `record ${JSON.stringify(dir)} is no folder; give the folder of a record with --record`,
  );
}

function notOpened(dir: string, error: unknown): UserError {
  return new UserError(
    `record ${JSON.stringify(dir)} cannot be opened (${messageOf(error)}); check the path and its permissions`,
  );
}

/** The record in a folder. With `create` it is made when absent; otherwise a missing one is a UserError. Brings its schema up to date. */
export async function openRecord(dir: string, { create = false } = {}): Promise<OpenRecord> {
  const file = join(dir, FILE);
  if (!create && !holdsRecord(dir)) {
    const what = existsSync(file) ? 'is empty: its record.db has no bytes' : 'is not there';
    throw new UserError(
      `record ${JSON.stringify(dir)} ${what}; make one with "countersign --record ${dir} init"`,
    );
  }
  return openFile(dir, file);
}

/**
 * A new record, made by `fill` beside its place and put there as a whole: a kill leaves no record that lacks a part. What
 * earlier kills left is removed.
 */
export async function createRecord(dir: string, fill: (record: OpenRecord) => Promise<void>): Promise<void> {
  demandFolder(dir);
  const half = join(dir, `${FILE}.${process.pid}.part`);
  removeParts(dir);
  for (const end of ['', '-journal']) rmSync(half + end, { force: true });
  // One file alone is renamed: closing does not always fold a write-ahead log into its database.
  const record = await openFile(dir, half, 'delete');
  try {
    await fill(record);
  } finally {
    await record.db.destroy();
  }
  const file = join(dir, FILE);
  if (existsSync(file) && statSync(file).size === 0) rmSync(file);
  try {
    // Two programs may make one record at once: a link never takes the place of what the other wrote meanwhile.
    linkSync(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UserError(`record ${JSON.stringify(dir)} was made by another program meanwhile; use that one`);
  } finally {
    rmSync(half, { force: true });
  }
  syncFolder(dir);
}

async function openFile(dir: string, file: string, journal: 'wal' | 'delete' = 'wal'): Promise<OpenRecord> {
  const database = openDatabase(dir, file, journal);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  await migrate(db, dir);
  return { dir, captures: join(dir, 'captures'), db };
}

function openDatabase(dir: string, file: string, journal: string): Database.Database {
  try {
    mkdirSync(dir, { recursive: true });
    const database = new Database(file);
    // Another program's write is waited for; a write is acknowledged only when it is on disk.
    database.pragma('busy_timeout = 20000');
    database.pragma(`journal_mode = ${journal}`);
    database.pragma('synchronous = FULL');
    database.pragma('temp_store = MEMORY');
    // 64 MB of pages: a status of a long history reads thousands of rows from everywhere.
    database.pragma('cache_size = -65536');
    // What lies beyond is read where the system keeps it; by calls, one for each of 20,000 rows, it grew with the file.
    database.pragma('mmap_size = 17179869184');
    return database;
  } catch (error) {
    throw notOpened(dir, error);
  }
}

/** True when every migration was made already. The migrator asks a dozen questions to find out, on every command. */
async function isCurrent(db: Db): Promise<boolean> {
  const { rows: tables } = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db);
  if (tables.length === 0) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const names = Object.keys(MIGRATIONS).sort();
  return rows.length === names.length && rows.every(({ name }, i) => name === names[i]);
}

async function migrate(db: Db, dir: string): Promise<void> {
  try {
    if (await isCurrent(db)) return;
    // All or nothing: a kill in between would leave a schema that no version knows.
    await inTransaction(db, async (connection) => {
      const migrator = new Migrator({ db: connection, provider: { getMigrations: async () => MIGRATIONS } });
      const { error } = await migrator.migrateToLatest();
      if (error) throw error;
    });
  } catch (error) {
    await db.destroy();
    throw new UserError(
      `record ${JSON.stringify(dir)} cannot be used (${messageOf(error)}); use the version that made it, or another folder`,
    );
  }
}

/** Runs `work` in one transaction that has the right to write from its start: all of it is kept, or none. */
export function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    // A deferred transaction that turns writer can fail when another program wrote meanwhile.
    await sql`begin immediate`.execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}
