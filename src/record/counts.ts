import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../base/index.ts';
import { lastRecorded } from './meta.ts';
import type { Db } from './open.ts';

/** How much the record holds, and how far it reaches. */
export interface RecordCounts {
  captures: number;
  lists: number;
  /** Lists that are cited and not captured. */
  cited: number;
  sources: number;
  claims: number;
  agencies: number;
  /** The newest day on which evidence shows anything. */
  newest: Day | null;
  /** When the record last learned something, RFC 3339. */
  recorded: string | null;
}

// The tables of the log that say when each row was learned.
const DATED = ['capture', 'sighting', 'reading', 'source', 'claim', 'decision', 'instrument'] as const;

/** What the record holds, or held at a moment of record time: `until`, and a database that shows it as known then. */
export async function countsOf(db: Db, until: string | null): Promise<RecordCounts> {
  const then = until === null ? sql`` : sql` where recorded <= ${until}`;
  const count = async (rows: RawBuilder<unknown>) => {
    const found = await sql<{ n: number }>`select count(*) as n from ${rows}`.execute(db);
    return found.rows[0]!.n;
  };
  const captures = await count(sql`capture${then}`);
  const lists = await count(sql`list join capture on capture.id = list.capture${then}`);
  const rows =
    until === null ? sql`listing` : sql`listing join capture on capture.id = listing.capture${then}`;
  const newest = await db.selectFrom('interval').select(db.fn.max('last_seen').as('day')).executeTakeFirst();
  return {
    captures,
    lists,
    cited: await count(sql`cited_list`),
    // The lists are told apart.
    sources: (await count(sql`source${then}`)) + captures - lists,
    claims: (await count(sql`claim${then}`)) + (await count(rows)) + (await count(sql`cited_row`)),
    agencies: await count(sql`agency`),
    newest: newest?.day ?? null,
    recorded: until === null ? await lastRecorded(db) : await lastBy(db, until),
  };
}

/** When the record, by a moment, had last learned something; null before it held anything. */
async function lastBy(db: Db, until: string): Promise<string | null> {
  const times = sql.join(
    DATED.map(
      (table) => sql`select max(recorded) as time from ${sql.table(table)} where recorded <= ${until}`,
    ),
    sql` union all `,
  );
  const { rows } = await sql<{ time: string | null }>`select max(time) as time from (${times})`.execute(db);
  return rows[0]?.time ?? null;
}
