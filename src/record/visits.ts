import type { Effects } from '../base/index.ts';
import { appendEvent, type RecordEvent, readEvents } from './events.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';

/** Notes that a live source was visited: since which day, how much it named and brought, and how many faults there were. */
export function appendVisit(
  record: OpenRecord,
  facts: RecordEvent['facts'],
  effects: Effects,
): Promise<void> {
  return inTransaction(record.db, (db) => appendEvent(db, 'visit', facts, effects));
}

/** When each source was last visited without a fault, RFC 3339, by its id. */
export async function lastVisits(db: Db): Promise<Map<string, string>> {
  const visits = (await readEvents(db)).filter(({ kind, facts }) => kind === 'visit' && facts.faults === 0);
  return new Map(visits.map(({ facts, recorded }) => [String(facts.source), recorded]));
}

/** The newest sighting of an address that gave bytes: their SHA-256 and the headers with which they came; null when it gave none. */
export async function lastSeen(
  db: Db,
  origin: string,
): Promise<{ capture: string; headers: string | null } | null> {
  const row = await db
    .selectFrom('sighting as s')
    .innerJoin('capture as c', 'c.id', 's.capture')
    .select(['c.sha as capture', 's.headers'])
    .where('s.origin', '=', origin)
    .orderBy('s.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}
