import { sql } from 'kysely';
import { type Day, push } from '../base/index.ts';
import { insertMany, type Value } from './bulk.ts';
import type { Db } from './open.ts';
import type { Tables } from './schema.ts';

/** How rows are replaced. */
export interface Replacing {
  /** The day of record time on which it happens: rows that give way are kept in the table's past, where it has one. */
  day?: Day | undefined;
  /** Columns of which no past is kept: a row that differs in these alone is brought up to date where it stands. */
  quiet?: readonly string[];
}

/**
 * Makes a table hold these rows and no others, writing only what differs. The first of the columns is the primary key, a
 * number or a text.
 */
export async function replaceRows<T extends keyof Tables>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  rows: Value[][],
  { day }: Pick<Replacing, 'day'> = {},
): Promise<void> {
  const old = new Set(await rowTexts(db, table, columns));
  const fresh = rows.filter((row) => !old.delete(JSON.stringify(row)));
  const gone = [...old].map((text) => (JSON.parse(text) as Value[])[0] ?? null);
  await write(db, { table, columns, day }, gone, fresh);
}

/**
 * The same for a table whose column `facts` holds all that its other columns say, and whose first column is the entry's id:
 * rows of which the facts differ are written. `rowOf` gives the row of an entry with its facts. With `only`, the rows of all
 * other ids are known to be the same.
 */
export async function replaceFacts<T extends keyof Tables, Entry extends { id: string }>(
  db: Db,
  table: T,
  {
    columns,
    rowOf,
    day,
    only,
  }: {
    columns: readonly (keyof Tables[T] & string)[];
    rowOf: (entry: Entry, facts: string) => Value[];
    day?: Day | undefined;
    only?: ReadonlySet<string> | undefined;
  },
  entries: readonly Entry[],
): Promise<void> {
  const id = sql.ref(columns[0] as string);
  const wanted = only
    ? sql`where ${id} in (select value from json_each(${JSON.stringify([...only])}))`
    : sql``;
  const { rows } = await sql<{ ids: string | null; texts: string | null }>`select
    group_concat(${id}, char(10)) as ids, group_concat(facts, char(10)) as texts
    from ${sql.table(table)} ${wanted}`.execute(db);
  const texts = rows[0]?.texts?.split('\n');
  const old = new Map(rows[0]?.ids?.split('\n').map((known, i) => [known, texts?.[i]]));
  const fresh: Value[][] = [];
  for (const entry of entries) {
    if (only && !only.has(entry.id)) continue;
    const facts = JSON.stringify(entry);
    if (old.get(entry.id) === facts) old.delete(entry.id);
    else fresh.push(rowOf(entry, facts));
  }
  await write(db, { table, columns, day }, [...old.keys()], fresh);
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
  { day, quiet = [] }: Replacing = {},
): Promise<number[]> {
  const numbers = new Map<string, number[]>();
  let next = 0;
  for (const text of await rowTexts(db, table, columns)) {
    const comma = text.indexOf(',');
    const number = Number(text.slice(1, comma));
    push(numbers, text.slice(comma + 1), number);
    if (number >= next) next = number + 1;
  }
  const all = rows.map((row) => numbers.get(JSON.stringify(row).slice(1))?.shift());
  const moved =
    quiet.length > 0 ? await moveQuiet(db, { table, columns, quiet }, { numbers, rows, all }) : [];
  const left = new Set([...numbers.values()].flat());
  for (const number of moved) left.delete(number);
  const fresh: Value[][] = [];
  const numbered = all.map((known, i) => {
    if (known === undefined) fresh.push([next, ...rows[i]!]);
    return known ?? next++;
  });
  await write(db, { table, columns, day }, [...left], fresh);
  return numbered;
}

/** Rows that differ from ones that are there in quiet columns alone take their numbers and their place; those numbers. */
async function moveQuiet(
  db: Db,
  { table, columns, quiet }: { table: string; columns: readonly string[]; quiet: readonly string[] },
  {
    numbers,
    rows,
    all,
  }: { numbers: ReadonlyMap<string, number[]>; rows: Value[][]; all: (number | undefined)[] },
): Promise<number[]> {
  const own = columns.slice(1);
  const loud = (row: Value[]) => JSON.stringify(row.filter((_, i) => !quiet.includes(own[i] ?? '')));
  const free = new Map<string, number[]>();
  for (const [text, left] of numbers)
    for (const number of left) push(free, loud(JSON.parse(`[${text}`) as Value[]), number);
  const moved: Value[][] = [];
  for (const [i, row] of rows.entries()) {
    if (all[i] !== undefined) continue;
    const number = free.get(loud(row))?.shift();
    if (number === undefined) continue;
    all[i] = number;
    moved.push([number, ...quiet.map((column) => row[own.indexOf(column)] ?? null)]);
  }
  const values = quiet.map((column, i) => sql`${sql.ref(column)} = value ->> ${sql.lit(i + 1)}`);
  await sql`update ${sql.table(table)} set ${sql.join(values)} from json_each(${JSON.stringify(moved)})
    where ${sql.ref(`${table}.${columns[0]}`)} = value ->> 0`.execute(db);
  return moved.map(([number]) => number as number);
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
  into: { table: T; columns: readonly (keyof Tables[T] & string)[]; day: Day | undefined },
  gone: readonly Value[],
  fresh: Value[][],
): Promise<void> {
  const { table, columns, day } = into;
  const [key] = columns as readonly string[];
  if (gone.length > 0) {
    const rows = sql`from ${sql.table(table)} where ${sql.ref(key as string)}
      in (select value from json_each(${JSON.stringify(gone)}))`;
    if (day !== undefined) {
      const names = sql.join([...columns, 'known_from', 'known_to'].map((name) => sql.ref(name)));
      const values = sql.join([...columns, 'known_from'].map((name) => sql.ref(name)));
      await sql`insert into ${sql.table(`${table}_past`)} (${names})
        select ${values}, ${day} ${rows} and known_from < ${day}`.execute(db);
    }
    await sql`delete ${rows}`.execute(db);
  }
  if (day === undefined) await insertMany(db, table, columns, fresh);
  else
    await insertMany(
      db,
      table,
      [...columns, 'known_from' as (typeof columns)[number]],
      fresh.map((row) => [...row, day]),
    );
}
