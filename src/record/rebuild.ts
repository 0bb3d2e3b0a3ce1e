import { canonicalJson, type Effects, quietEffects } from '../base/index.ts';
import { identityDecisions } from './decisions.ts';
import { type Derived, type DerivedLists, deriveLists, deriveWords, RULES } from './derive.ts';
import { appendEvent } from './events.ts';
import { readListsOnto, writeKept } from './kept.ts';
import { knownLines } from './lines.ts';
import { readWordLog, type WordLog } from './log.ts';
import { setMeta } from './meta.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';
import { writeDerived } from './write-derived.ts';

const NOW = '9999';

// What follows from the lists takes a second and changes with none of a hundred decisions on claims: it is kept.
const cache = new WeakMap<OpenRecord, { key: string; lists: DerivedLists }>();

/**
 * Derives from the log and replaces the derived tables with the result, all or nothing. What follows from the lists alone
 * is taken from the last time when no list, registry or decision on identity has come since: the result is the same.
 */
export function rebuild(record: OpenRecord, effects: Effects = quietEffects()): Promise<Derived> {
  return inTransaction(record.db, async (db) => {
    const words = await readWordLog(db, NOW);
    const key = await listState(db, words);
    const known = cache.get(record);
    const same = known?.key === key;
    const lists = same ? known.lists : await derivedLists(record, db, words);
    const derived = deriveWords(lists, words);
    const older = await olderRules(db);
    const before = older === null ? null : await derivedRows(db);
    await writeDerived(db, derived, { lists: !same });
    await setMeta(db, 'derived', await logState(db));
    if (before) await noteRules(db, older ?? '', before, effects);
    cache.set(record, { key, lists });
    return derived;
  });
}

async function derivedLists(record: OpenRecord, db: Db, words: WordLog): Promise<DerivedLists> {
  const { log, read } = await readListsOnto(db, await knownLines(record, db));
  await writeKept(db, log, read);
  return deriveLists(log, words.decisions, read);
}

/** True when the log has grown since the derived tables were written, as after a kill between the two. */
export async function isStale(db: Db): Promise<boolean> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'derived').executeTakeFirst();
  return row?.value !== (await logState(db));
}

/** The rules by which the record was last derived, when they are not this program's; else null. */
async function olderRules(db: Db): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'derived').executeTakeFirst();
  const [rules = null] = row?.value.split(' ') ?? [];
  return rules === RULES ? null : rules;
}

/** Newer rules change what the record says without any new evidence: how much goes into its change log. */
async function noteRules(
  db: Db,
  older: string,
  before: ReadonlySet<string>,
  effects: Effects,
): Promise<void> {
  const after = await derivedRows(db);
  const intervals =
    [...after].filter((row) => !before.has(row)).length + [...before].filter((row) => !after.has(row)).length;
  await appendEvent(db, 'rules', { before: older, now: RULES, intervals }, effects);
}

async function derivedRows(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('interval')
    .select(['agency', 'programme', 'position', 'from_min', 'from_max', 'to_min', 'to_max'])
    .execute();
  return new Set(rows.map((row) => canonicalJson(row)));
}

// Log tables only grow: their counts tell one state from another.
async function logState(db: Db): Promise<string> {
  return `${RULES} ${await counts(db, ['capture', 'sighting', 'claim', 'reading', 'registry', 'decision', 'provision', 'instrument', 'citation'])}`;
}

async function listState(db: Db, { decisions }: WordLog): Promise<string> {
  return `${await counts(db, ['capture', 'sighting', 'registry', 'citation'])} ${canonicalJson(identityDecisions(decisions))}`;
}

async function counts(
  db: Db,
  tables: (
    | 'capture'
    | 'sighting'
    | 'claim'
    | 'reading'
    | 'registry'
    | 'decision'
    | 'provision'
    | 'instrument'
    | 'citation'
  )[],
): Promise<string> {
  const all: number[] = [];
  for (const table of tables) {
    const row = await db.selectFrom(table).select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    all.push(row.n);
  }
  return all.join(' ');
}
