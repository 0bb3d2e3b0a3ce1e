import { sql } from 'kysely';
import type { Day } from '../base/index.ts';
import { RULES } from './derive.ts';
import { lastRecorded, setMeta } from './meta.ts';
import type { Db } from './open.ts';
import { logCounts } from './stale.ts';

/**
 * The derived tables that a status is asked of. A row that gives way is kept in a table of its own (`interval_past`, …)
 * with the days of record time from and to which it stood, so that a status as known on an earlier day is looked up
 * and not derived. Rows that come and go within a day were never known at the end of one.
 */
export const WITH_PAST = [
  'agency',
  'line_agency',
  'publication',
  'cited_list',
  'cited_row',
  'interval',
] as const;

/** Of which days of record time the kept rows tell. */
export interface Past {
  /** The day from which on rows that are written now stand. */
  day: Day;
  /** The first day whose end the kept rows tell; empty where they tell all. */
  from: Day | '';
}

/** What was noted when the derived tables were last written: by which rules, and from which state of the log. */
interface Note extends Past {
  rules: string;
  log: string;
}

// A record that learned nothing: earlier than every day.
const NEVER = '0000-00-00';

/**
 * The days of which the kept rows tell once the tables are written as they follow from the log now; called before they are written. Where what was kept cannot
 * tell the days up to it (newer rules, a merge that brought something older, a kill that left a day underived), it is given
 * up and begins anew: earlier days are then derived from the log, as ever.
 */
export async function nextPast(db: Db): Promise<Past> {
  const day = ((await lastRecorded(db)) ?? NEVER).slice(0, 10);
  const note = await noteOf(db);
  const older = await logCounts(db, { before: day });
  if (note && (note.day === day || note.log === older)) return { day, from: note.from };
  for (const table of WITH_PAST) {
    await sql`delete from ${sql.table(`${table}_past`)}`.execute(db);
    await sql`update ${sql.table(table)} set known_from = ${day}`.execute(db);
  }
  return { day, from: /[1-9]/.test(older) ? day : '' };
}

/** Notes, after rows were written as standing from a day on, of which state of the log they are. */
export async function notePast(db: Db, { day, from }: Past): Promise<void> {
  const note: Note = { rules: RULES, from, day, log: await logCounts(db) };
  await setMeta(db, 'past', JSON.stringify(note));
}

/** Gives up what is kept of earlier days: a merge may have brought what they did not know. */
export async function forgetPast(db: Db): Promise<void> {
  await db.deleteFrom('meta').where('key', '=', 'past').execute();
}

/** True when the kept rows tell what was known at the end of a day. */
export async function pastReaches(db: Db, known: Day): Promise<boolean> {
  const note = await noteOf(db);
  return note !== null && note.from <= known;
}

/** The earlier days on which what is kept changed; between two of them it is that of the one before. */
export async function pastDays(db: Db): Promise<Day[]> {
  const all = sql.join(
    WITH_PAST.map(
      (table) => sql`select known_from as day from ${sql.table(table)}
        union select known_from from ${sql.table(`${table}_past`)} union select known_to from ${sql.table(`${table}_past`)}`,
    ),
    sql` union `,
  );
  const { rows } = await sql<{ day: Day }>`${all} order by 1`.execute(db);
  const last = (await noteOf(db))?.day;
  return last === undefined ? [] : rows.map(({ day }) => day).filter((day) => day < last);
}

/** Makes the tables of a status, seen through this connection, those of the end of a day of record time. */
export async function showPast(db: Db, known: Day): Promise<void> {
  for (const table of WITH_PAST) {
    const { rows } = await sql<{
      name: string;
    }>`select name from pragma_table_info(${sql.lit(table)}) where name <> 'known_from'`.execute(db);
    const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
    const past = sql.table(`${table}_past`);
    // Values cannot be bound in a view; a day is only digits and hyphens.
    const day = sql.lit(known);
    const stood = sql`known_from <= ${day} and known_to > ${day}`;
    // Looking up each of 20,000 rows in a past that holds none of that day costs a fifth of the answer.
    const { rows: any } = await sql`select 1 from main.${past} where ${stood} limit 1`.execute(db);
    const gaveWay =
      any.length > 0 ? sql`union all select ${columns} from main.${past} where ${stood}` : sql``;
    await sql`create temporary view ${sql.table(table)} as
      select ${columns} from main.${sql.table(table)} where known_from <= ${day} ${gaveWay}`.execute(db);
  }
}

async function noteOf(db: Db): Promise<Note | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'past').executeTakeFirst();
  const note = row ? (JSON.parse(row.value) as Note) : null;
  return note?.rules === RULES ? note : null;
}
