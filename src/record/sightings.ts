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
      's.recorded',
    ]);
  query = query.where('s.recorded', '<=', until);
  if (capture !== undefined) query = query.where('c.sha', '=', capture);
  return query.orderBy('s.retrieved').orderBy('s.origin').orderBy('s.recorded').execute();
}
