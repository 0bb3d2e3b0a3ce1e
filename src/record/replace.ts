import { sql } from 'kysely';
import { insertMany, type Value } from './bulk.ts';
import type { Db } from './open.ts';
import type { Tables } from './schema.ts';

/**
 * Makes a table hold these rows and no others, writing only what differs. The first of the columns is the primary key, a
 * number or a text.
 */
export async function replaceRows<T extends keyof Tables>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  rows: Value[][],
): Promise<void> {
  const old = new Set(await rowTexts(db, table, columns));
  const fresh = rows.filter((row) => !old.delete(JSON.stringify(row)));
  await write(db, table, columns, [...old], fresh);
}

/**
 * The same for a table whose column `facts` holds all that its other columns say: rows of which it differs are written.
 * `rowOf` gives the row of an entry with its facts.
 */
export async function replaceFacts<T extends keyof Tables, Entry>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  entries: readonly Entry[],
  rowOf: (entry: Entry, facts: string) => Value[],
): Promise<void> {
  const { rows } = await sql<{
    texts: string | null;
  }>`select group_concat(facts, char(10)) as texts from ${sql.table(table)}`.execute(db);
  const old = new Set(rows[0]?.texts?.split('\n'));
  const fresh: Value[][] = [];
  for (const entry of entries) {
    const facts = JSON.stringify(entry);
    if (!old.delete(facts)) fresh.push(rowOf(entry, facts));
  }
  if (old.size > 0)
    await sql`delete from ${sql.table(table)} where facts in (select value from json_each(${JSON.stringify([...old])}))`.execute(
      db,
    );
  await insertMany(db, table, columns, fresh);
}

/**
 * The same for a table whose first column is a number without meaning: a row that is there keeps its number, whatever came
 * before it. `rows` are without the number; returned are all numbers, in the order of `rows`.
 */
export async function replaceNumbered<T extends keyof Tables>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  rows: Value[][],
): Promise<number[]> {
  const numbers = new Map<string, number[]>();
  let next = 0;
  for (const text of await rowTexts(db, table, columns)) {
    const comma = text.indexOf(',');
    const number = Number(text.slice(1, comma));
    const content = text.slice(comma + 1);
    const known = numbers.get(content);
    if (known) known.push(number);
    else numbers.set(content, [number]);
    if (number >= next) next = number + 1;
  }
  const fresh: Value[][] = [];
  const all = rows.map((row) => {
    const known = numbers.get(JSON.stringify(row).slice(1))?.shift();
    if (known === undefined) fresh.push([next, ...row]);
    return known ?? next++;
  });
  const old = [...numbers.values()].flatMap((left) => left.map((number) => `[${number}]`));
  await write(db, table, columns, old, fresh);
  return all;
}

/** Each row of a table as the text of its JSON array: one value for all rows, which costs a tenth of handing over each. */
async function rowTexts<T extends keyof Tables>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
): Promise<string[]> {
  const cells = sql.join(columns.map((column) => sql.ref(column)));
  const { rows } = await sql<{
    texts: string | null;
  }>`select group_concat(json_array(${cells}), char(10)) as texts from ${sql.table(table)}`.execute(db);
  const texts = rows[0]?.texts;
  return texts ? texts.split('\n') : [];
}

async function write<T extends keyof Tables>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  old: readonly string[],
  fresh: Value[][],
): Promise<void> {
  if (old.length > 0) {
    const keys = JSON.stringify(old.map((text) => (JSON.parse(text) as Value[])[0]));
    await sql`delete from ${sql.table(table)} where ${sql.ref(columns[0] as string)} in (select value from json_each(${keys}))`.execute(
      db,
    );
  }
  await insertMany(db, table, columns, fresh);
}
