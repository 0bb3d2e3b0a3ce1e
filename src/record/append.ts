import type { Effects } from '../base/index.ts';
import type { Claim, List } from '../claim/index.ts';
import type { Agency } from '../resolve/index.ts';
import { insertReading } from './append-claims.ts';
import { insertMany, type Value } from './bulk.ts';
import { cellsOf, forgetLines, type KnownLines, knownLines, LINE_COLUMNS, numberOf } from './lines.ts';
import { captureId, recordTime } from './meta.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';
import { isStale, noteDerived } from './stale.ts';

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
  /** What whoever added it gave: EDTF, and a name. */
  published?: string | null;
  publisher?: string | null;
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
    // Lists are dated by the names under which they were seen: the same one again changes nothing that is derived.
    const gives = Boolean(sighting.published ?? sighting.publisher);
    const says = capture !== null && (gives || (await saysMore(db, capture, sighting)));
    const current = !says && !(await isStale(db));
    await insertSighting(db, capture, sighting, await recordTime(db, effects));
    if (current) await noteDerived(db);
  });
}

async function saysMore(db: Db, capture: number, { origin, retrieved }: Sighting): Promise<boolean> {
  const { seen, last } = await db
    .selectFrom('sighting')
    .select((e) => [
      e.fn.sum<number>(e.case().when('origin', '=', origin).then(1).else(0).end()).as('seen'),
      e.fn.max('retrieved').as('last'),
    ])
    .where('capture', '=', capture)
    .executeTakeFirstOrThrow();
  return !seen || last === null || retrieved < last;
}

/**
 * Adds a capture with all that was read in it, or only the sighting when another program added the same bytes first.
 * True when it was new.
 * One transaction: everything is on disk when it returns, or nothing is.
 */
export async function appendCapture(
  record: OpenRecord,
  read: ReadCapture,
  effects: Effects,
): Promise<boolean> {
  try {
    return await inTransaction(record.db, async (db) => {
      const time = await recordTime(db, effects);
      const known = await captureId(db, read.sha);
      const id = known ?? (await insertCapture(db, read, time));
      await insertSighting(db, id, read.sighting, time);
      if (known !== null) return false;
      if (read.list) await insertList(db, id, read.list, await knownLines(record, db));
      if (read.form === 'text')
        await insertReading(db, { id, sha: read.sha }, { ...read, claims: read.claims ?? [] }, time);
      if (read.agencies) await insertRegistry(db, await withKnownIds(db, read.agencies), 'fbi', time);
      return true;
    });
  } catch (error) {
    forgetLines(record);
    throw error;
  }
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
  const { origin, retrieved, status = null, error = null, published = null, publisher = null } = sighting;
  const headers = sighting.headers ? JSON.stringify(sighting.headers) : null;
  // The same look at the same bytes is one sighting, however often it is told: records merge as sets.
  const told = await db
    .selectFrom('sighting')
    .select('id')
    .where('origin', '=', origin)
    .where('retrieved', '=', retrieved)
    .where('capture', 'is', capture)
    .where('status', 'is', status)
    .where('headers', 'is', headers)
    .where('error', 'is', error)
    .executeTakeFirst();
  if (told) return;
  await db
    .insertInto('sighting')
    .values({ capture, origin, retrieved, status, headers, error, published, publisher, recorded })
    .execute();
}

async function insertList(
  db: Db,
  capture: number,
  list: List & { modified: string | null },
  known: KnownLines,
): Promise<void> {
  const { kind, sheet, modified } = list;
  const columns = JSON.stringify(list.columns);
  await db.insertInto('list').values({ capture, kind, sheet, columns, modified }).execute();
  const lines: Value[][] = [];
  const rows = list.rows.map(({ row, line }) => {
    const { id, fresh } = numberOf(known, line);
    if (fresh) lines.push([id, ...cellsOf(line)]);
    return [capture, row, id];
  });
  await insertMany(db, 'line', ['id', ...LINE_COLUMNS], lines);
  await insertMany(db, 'listing', ['capture', 'row', 'line'], rows);
}

/**
 * The agencies of a newer list under the ids that the record has for their codes: an id is for ever, and namesakes in
 * another order must not change places. A new agency never takes the id of another one.
 */
async function withKnownIds(db: Db, agencies: readonly Agency[]): Promise<Agency[]> {
  const rows = await db.selectFrom('registry').select(['id', 'agency']).where('origin', '=', 'fbi').execute();
  if (rows.length === 0) return [...agencies];
  const byCode = new Map(
    rows.flatMap(({ id, agency }) => (JSON.parse(agency) as Agency).ori.map((ori) => [ori, id] as const)),
  );
  const known = new Set(rows.map(({ id }) => id));
  const taken = new Set<string>();
  return agencies.map((agency) => {
    const own = agency.ori.map((ori) => byCode.get(ori)).find((id) => id !== undefined && !taken.has(id));
    const free = !known.has(agency.id) && !taken.has(agency.id);
    const id = own ?? (free ? agency.id : `${agency.id}-${(agency.ori[0] ?? 'other').toLowerCase()}`);
    taken.add(id);
    return { ...agency, id };
  });
}

/** Adds agencies to the registry inside the transaction under way; a version that is known is passed over. */
export async function insertRegistry(
  db: Db,
  agencies: Agency[],
  origin: 'starter' | 'fbi',
  time: string,
): Promise<void> {
  const rows = agencies.map((agency) => [agency.id, origin, JSON.stringify(agency), time]);
  await insertMany(db, 'registry', ['id', 'origin', 'agency', 'recorded'], rows, { ignore: true });
}
