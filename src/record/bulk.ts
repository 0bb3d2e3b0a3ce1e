import { sql } from 'kysely';
import type { Db } from './open.ts';
import type { Tables } from './schema.ts';

export type Value = string | number | null;

/**
 * Inserts many rows in one statement from one JSON parameter: measured at a quarter of the cost of one call a row.
 * `rows` hold values in the order of `columns`; with `ignore`, rows that are there already are passed over.
 */
export async function insertMany<T extends keyof Tables>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  rows: Value[][],
  { ignore = false } = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const values = sql.join(columns.map((_, i) => sql`value ->> ${sql.lit(i)}`));
  // "where true" keeps SQLite from reading "on conflict" as part of the join.
  const conflict = ignore ? sql`where true on conflict do nothing` : sql``;
  await sql`insert into ${sql.table(table)} (${names}) select ${values} from json_each(${JSON.stringify(rows)}) ${conflict}`.execute(
    db,
  );
}
