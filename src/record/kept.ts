import { sha256 } from '../base/index.ts';
import { type KeptLists, keepLists, type ReadLists, readLists } from '../resolve/index.ts';
import { RULES } from './derive.ts';
import type { KnownLines } from './lines.ts';
import { type ListLog, readCited, readListLog } from './log.ts';
import type { Db } from './open.ts';

const NOW = '9999';

/** What was kept of reading the lists by these rules, as long as the same lists are cited; or null. */
export async function readKept(db: Db): Promise<KeptLists | null> {
  const stamp = stampOf(await readCited(db, NOW));
  const row = await db.selectFrom('kept').select('lists').where('rules', '=', stamp).executeTakeFirst();
  return row ? (JSON.parse(row.lists) as KeptLists) : null;
}

// A cited list that is captured now has other rows.
function stampOf({ cited, held }: Pick<ListLog, 'cited' | 'held'>): string {
  if (!cited) return RULES;
  const left = cited.citation.lists.filter(({ sha }) => !held.has(sha)).map(({ sha }) => sha);
  return `${RULES} ${sha256([cited.id, ...left].join('\n'))}`;
}

/** Keeps what the lists were read as for the next time, in place of what was kept before. */
export async function writeKept(db: Db, log: ListLog, read: ReadLists): Promise<void> {
  await db.deleteFrom('kept').execute();
  await db
    .insertInto('kept')
    .values({ rules: stampOf(log), lists: JSON.stringify(keepLists(read)) })
    .execute();
}

/**
 * The lists of the log, read: going on from what was kept where that serves, else all of them from the first row on. Either
 * way the result is the same; "verify --rebuild" holds it.
 */
export async function readListsOnto(
  db: Db,
  { lines }: KnownLines,
  registry: ListLog['registry'] | null,
): Promise<{ log: ListLog; read: ReadLists }> {
  const kept = await readKept(db);
  if (kept) {
    const log = await readListLog(db, NOW, { lines, registry, known: new Set(Object.keys(kept.files)) });
    const read = readLists(log.files, log.lines, kept);
    if (read) return { log, read };
  }
  const log = await readListLog(db, NOW, { lines, registry });
  return { log, read: readLists(log.files, log.lines) as ReadLists };
}

/** The hash of what is kept, or of what is to be kept when all lists are read anew. */
export async function keptDigest(db: Db, { anew = false } = {}): Promise<string> {
  if (!anew)
    return sha256((await db.selectFrom('kept').select('lists').execute()).map((row) => row.lists).join('\n'));
  const log = await readListLog(db, NOW);
  return sha256(JSON.stringify(keepLists(readLists(log.files, log.lines) as ReadLists)));
}
