import type { Effects } from '../base/index.ts';
import type { Claim, Line, List } from '../claim/index.ts';
import type { Agency } from '../resolve/index.ts';
import { insertReading } from './append-claims.ts';
import { insertMany, type Value } from './bulk.ts';
import { captureId, recordTime } from './meta.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';

/** Where and when bytes were seen. */
export interface Sighting {
  /** A URL, or the name of a file. */
  origin: string;
  /** RFC 3339, UTC. */
  retrieved: string;
  status?: number | null;
  headers?: Record<string, string> | null;
  /** Why there are no bytes, for a failed fetch. */
  error?: string | null;
}

/** A capture that was read, with everything found in it. */
export interface ReadCapture {
  sha: string;
  size: number;
  form: 'list' | 'text' | 'registry' | 'feed';
  reader: string;
  version: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  lang: string | null;
  sighting: Sighting;
  list?: List & { modified: string | null };
  claims?: Claim[];
  agencies?: Agency[];
}

/** Adds a sighting: of known bytes, or (with a null hash) of a fetch that failed. Acknowledged when it returns. */
export function appendSighting(
  record: OpenRecord,
  sha: string | null,
  sighting: Sighting,
  effects: Effects,
): Promise<void> {
  return inTransaction(record.db, async (db) => {
    const capture = sha === null ? null : await captureId(db, sha);
    await insertSighting(db, capture, sighting, await recordTime(db, effects));
  });
}

/**
 * Adds a capture with all that was read in it, or only the sighting when another program added the same bytes first.
 * One transaction: everything is on disk when it returns, or nothing is.
 */
export function appendCapture(record: OpenRecord, read: ReadCapture, effects: Effects): Promise<void> {
  return inTransaction(record.db, async (db) => {
    const time = await recordTime(db, effects);
    const known = await captureId(db, read.sha);
    const id = known ?? (await insertCapture(db, read, time));
    await insertSighting(db, id, read.sighting, time);
    if (known !== null) return;
    if (read.list) await insertList(db, id, read.list, await knownLines(record, db));
    if (read.form === 'text')
      await insertReading(db, { id, sha: read.sha }, { ...read, claims: read.claims ?? [] }, time);
    await insertRegistry(db, read.agencies ?? [], 'fbi', time);
  });
}

async function insertCapture(db: Db, read: ReadCapture, recorded: string): Promise<number> {
  const { sighting, list, claims, agencies, ...values } = read;
  await db
    .insertInto('capture')
    .values({ ...values, recorded })
    .execute();
  return (await captureId(db, read.sha)) as number;
}

async function insertSighting(
  db: Db,
  capture: number | null,
  sighting: Sighting,
  recorded: string,
): Promise<void> {
  const { origin, retrieved, status = null, error = null } = sighting;
  const headers = sighting.headers ? JSON.stringify(sighting.headers) : null;
  await db
    .insertInto('sighting')
    .values({ capture, origin, retrieved, status, headers, error, recorded })
    .execute();
}

async function insertList(
  db: Db,
  capture: number,
  list: List & { modified: string | null },
  known: Map<string, number>,
): Promise<void> {
  const { kind, sheet, modified } = list;
  const columns = JSON.stringify(list.columns);
  await db.insertInto('list').values({ capture, kind, sheet, columns, modified }).execute();
  const fresh: Value[][] = [];
  const rows = list.rows.map(({ row, line }) => [capture, row, lineId(line, known, fresh)]);
  await insertMany(db, 'line', ['id', ...LINE_COLUMNS], fresh);
  await insertMany(db, 'listing', ['capture', 'row', 'line'], rows);
}

const LINE_COLUMNS = [
  'state',
  'agency',
  'type',
  'county',
  'support',
  'signed',
  'moa',
  'addendum',
  'moa_link',
  'addendum_link',
] as const;

/** The id of a line; one that is new gets the next number and is put among the `fresh`. The same text has one id in a record. */
function lineId(line: Line, known: Map<string, number>, fresh: Value[][]): number {
  const { state, agency, type, county, support, signed, moa, addendum, moaLink, addendumLink } = line;
  const values = [state, agency, type, county, support, signed, moa, addendum, moaLink, addendumLink];
  const key = lineKey(values);
  let id = known.get(key);
  if (id === undefined) {
    id = known.size + 1;
    known.set(key, id);
    fresh.push([id, ...values]);
  }
  return id;
}

function lineKey(values: string[]): string {
  return values.join('\u001f');
}

// A year of lists has some nine thousand distinct lines: they are looked up in memory, and loaded again when another
// program (or a transaction that was taken back) made the count differ.
const cache = new WeakMap<OpenRecord, Map<string, number>>();

async function knownLines(record: OpenRecord, db: Db): Promise<Map<string, number>> {
  const { n } = await db
    .selectFrom('line')
    .select(db.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const cached = cache.get(record);
  if (cached?.size === n) return cached;
  const rows = await db
    .selectFrom('line')
    .select(['id', ...LINE_COLUMNS])
    .execute();
  const known = new Map(rows.map((row) => [lineKey(LINE_COLUMNS.map((column) => row[column])), row.id]));
  cache.set(record, known);
  return known;
}

/** Adds agencies to the registry inside the transaction under way; known ids of the same origin are passed over. */
export async function insertRegistry(
  db: Db,
  agencies: Agency[],
  origin: 'starter' | 'fbi',
  time: string,
): Promise<void> {
  const rows = agencies.map((agency) => [agency.id, origin, JSON.stringify(agency), time]);
  await insertMany(db, 'registry', ['id', 'origin', 'agency', 'recorded'], rows, { ignore: true });
}
