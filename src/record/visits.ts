import { addDays, type Day, dayOf, type Effects } from '../base/index.ts';
import { appendEvent, type RecordEvent, readEvents } from './events.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';

/** Notes that a live source was visited: since which day, how much it named and brought, how many documents it left and how many faults there were. */
export function appendVisit(
  record: OpenRecord,
  facts: RecordEvent['facts'],
  effects: Effects,
): Promise<void> {
  return inTransaction(record.db, (db) => appendEvent(db, 'visit', facts, effects));
}

/** How far the visits of a source have come. */
export interface Visits {
  /** When the last complete visit was, RFC 3339: no fault, nothing left, and asked from the day that was due. */
  last: string | null;
  /** The day from which the visits since then have yet to bring everything; null when none is open. */
  open: Day | null;
}

/** How far the visits of each source have come, by its id. */
export async function visitsOf(db: Db): Promise<Map<string, Visits>> {
  const visits = new Map<string, Visits>();
  for (const { kind, recorded, facts } of await readEvents(db)) {
    if (kind !== 'visit') continue;
    const id = String(facts.source);
    const due = dueSince(visits.get(id), recorded);
    const since = String(facts.since);
    const complete = facts.faults === 0 && (facts.left ?? 0) === 0 && since <= due;
    const last = visits.get(id)?.last ?? null;
    visits.set(id, complete ? { last: recorded, open: null } : { last, open: since < due ? since : due });
  }
  return visits;
}

/** The day since which documents are to be asked for at a time: that of a visit left incomplete; else some days before the last complete one, as publishers are late; else a quarter of a year. */
export function dueSince(visits: Visits | undefined, time: string): Day {
  if (visits?.open) return visits.open;
  const last = visits?.last ?? null;
  return last === null ? addDays(dayOf(new Date(time)), -90) : addDays(dayOf(new Date(last)), -7);
}

/** The newest sighting of an address that gave bytes: their SHA-256 and the headers with which they came; null when it gave none. */
export async function lastSeen(
  db: Db,
  origin: string,
): Promise<{ capture: string; headers: string | null; retrieved: string } | null> {
  const row = await db
    .selectFrom('sighting as s')
    .innerJoin('capture as c', 'c.id', 's.capture')
    .select(['c.sha as capture', 's.headers', 's.retrieved'])
    .where('s.origin', '=', origin)
    .orderBy('s.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}
