import { canonicalJson, contentId, type Effects } from '../base/index.ts';
import { recordTime } from './meta.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';

/** Something that happened to the record itself: newer rules, a merge, policies added, an archive gone through, a live source visited. */
export interface RecordEvent {
  kind: 'rules' | 'merge' | 'law' | 'archive' | 'visit';
  facts: Record<string, string | number>;
  recorded: string;
}

/** Writes an event down, inside the transaction under way. */
export async function appendEvent(
  db: Db,
  kind: RecordEvent['kind'],
  facts: RecordEvent['facts'],
  effects: Effects,
): Promise<void> {
  const recorded = await recordTime(db, effects);
  const json = canonicalJson(facts);
  await db
    .insertInto('event')
    .values({ id: contentId(kind, json, recorded), kind, facts: json, recorded })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Notes that an archive was gone through: its name, its hash and how much there was. It is not kept itself; what was found in it is. */
export function appendArchive(
  record: OpenRecord,
  facts: RecordEvent['facts'],
  effects: Effects,
): Promise<void> {
  return inTransaction(record.db, (db) => appendEvent(db, 'archive', facts, effects));
}

/** Every event up to a moment, oldest first. */
export async function readEvents(db: Db, until = '9999'): Promise<RecordEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('recorded', '<=', until)
    .orderBy('recorded')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, facts, recorded }) => ({
    kind: kind as RecordEvent['kind'],
    facts: JSON.parse(facts) as RecordEvent['facts'],
    recorded,
  }));
}

/** Events whose row no longer says what its id was made from. */
export async function eventFaults(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('event').selectAll().orderBy('seq').execute();
  return rows.flatMap(({ seq, id, kind, facts, recorded }) =>
    contentId(kind, facts, recorded) === id ? [] : [`event ${seq}: its row was changed`],
  );
}
