import { type RawBuilder, sql } from 'kysely';
import type { Sighting } from './append.ts';
import { captureId } from './meta.ts';
import type { Db } from './open.ts';

/** Where and when bytes were seen, or a fetch that gave none. */
export interface RecordedSighting {
  /** SHA-256, or null for a fetch that failed. */
  capture: string | null;
  origin: string;
  retrieved: string;
  status: number | null;
  /** JSON. */
  headers: string | null;
  error: string | null;
  /** Given by whoever added it, where they gave it. */
  published?: string;
  publisher?: string;
  recorded: string;
}

/** Sightings of one capture, or all, recorded up to a moment, oldest first. */
export async function readSightings(
  db: Db,
  { capture, until = '9999' }: { capture?: string; until?: string } = {},
): Promise<RecordedSighting[]> {
  let query = db
    .selectFrom('sighting as s')
    .leftJoin('capture as c', 'c.id', 's.capture')
    .select([
      'c.sha as capture',
      's.origin',
      's.retrieved',
      's.status',
      's.headers',
      's.error',
      's.published',
      's.publisher',
      's.recorded',
    ]);
  query = query.where('s.recorded', '<=', until);
  if (capture !== undefined) query = query.where('c.sha', '=', capture);
  const rows = await query.orderBy('s.retrieved').orderBy('s.origin').orderBy('s.recorded').execute();
  // Left out where nobody gave them: a sighting says the same as before there was a place for them.
  return rows.map(({ published, publisher, ...row }) => ({
    ...row,
    ...(published !== null && { published }),
    ...(publisher !== null && { publisher }),
  }));
}

/** The newest capture of an address, by the hash of its bytes, or null. */
export async function captureAt(db: Db, origin: string): Promise<string | null> {
  const row = await db
    .selectFrom('sighting as s')
    .innerJoin('capture as c', 'c.id', 's.capture')
    .select('c.sha')
    .where('s.origin', '=', origin)
    .orderBy('s.retrieved', 'desc')
    .orderBy('c.sha')
    .executeTakeFirst();
  return row?.sha ?? null;
}

/** What was given for a capture by hand and is in force: of several values the last one. */
export interface GivenFacts {
  published: string | null;
  publisher: string | null;
}

/** What was given by hand, by the record's row of its capture; captures of which nothing was given are left out. */
export async function readGiven(
  db: Db,
  { until = '9999', capture }: { until?: string; capture?: number } = {},
): Promise<Map<number, GivenFacts>> {
  let query = db
    .selectFrom('sighting')
    .select(['capture', 'published', 'publisher'])
    .where('recorded', '<=', until)
    .where((e) => e.or([e('published', 'is not', null), e('publisher', 'is not', null)]));
  if (capture !== undefined) query = query.where('capture', '=', capture);
  // Values decide where two were learned in one moment, so that no order of merging does.
  const rows = await query.orderBy('recorded').orderBy('published').orderBy('publisher').execute();
  const given = new Map<number, GivenFacts>();
  for (const { capture: id, published, publisher } of rows) {
    const before = given.get(id ?? -1);
    given.set(id ?? -1, {
      published: published ?? before?.published ?? null,
      publisher: publisher ?? before?.publisher ?? null,
    });
  }
  return given;
}

/** In a query: what was given last for the capture that a column names. */
export function lastGiven(fact: 'published' | 'publisher', capture: string): RawBuilder<string | null> {
  const column = sql.ref(`given.${fact}`);
  return sql`(select ${column} from sighting as given where given.capture = ${sql.ref(capture)} and ${column} is not null
    order by given.recorded desc, ${column} desc limit 1)`;
}

/** What the record knows of a capture beside its contents: its form and reader, how it was first seen, and what was given for it. */
export interface CaptureFacts extends GivenFacts {
  form: string;
  reader: string;
  sighting: Sighting;
}

/** The facts of a capture, or null when the record does not hold it. */
export async function captureFacts(db: Db, sha: string): Promise<CaptureFacts | null> {
  const id = await captureId(db, sha);
  const row = await db
    .selectFrom('capture')
    .select(['form', 'reader'])
    .where('sha', '=', sha)
    .executeTakeFirst();
  const first = (await readSightings(db, { capture: sha }))[0];
  if (id === null || !row || !first) return null;
  const given = (await readGiven(db, { capture: id })).get(id);
  const headers = first.headers === null ? null : (JSON.parse(first.headers) as Record<string, string>);
  const { origin, retrieved, status, error } = first;
  return {
    ...row,
    sighting: { origin, retrieved, status, headers, error },
    published: given?.published ?? null,
    publisher: given?.publisher ?? null,
  };
}
