import { canonicalJson, type Effects, quietEffects, sha256 } from '../base/index.ts';
import { findAnchors } from './anchors.ts';
import { identityDecisions } from './decisions.ts';
import { type Derived, type DerivedLists, deriveLists, deriveWords, RULES } from './derive.ts';
import { appendEvent } from './events.ts';
import { readListsOnto, writeKept } from './kept.ts';
import { keepNames, recallNames, recallRegistry } from './kept-names.ts';
import { knownLines } from './lines.ts';
import { readWordLog, type WordLog } from './log.ts';
import { setMeta } from './meta.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';
import { nextPast, notePast } from './past.ts';
import { isStale, logCounts, noteDerived } from './stale.ts';
import { noteTouched, touchedAgencies, touchedBefore } from './touched.ts';
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
    // Another program may have derived meanwhile from what no longer holds: the stored rows must be of this state too.
    const same = known?.key === key && (await storedLists(db)) === sha256(key);
    const lists = same ? known.lists : await derivedLists(record, db, words);
    const anchors = await findAnchors({ ...record, db }, NOW, words.words);
    const derived = deriveWords(lists, words, anchors);
    const older = await olderRules(db);
    const before = older === null ? null : await derivedRows(db);
    const past = await nextPast(db);
    const touched = touchedAgencies(derived.agencies, lists.log.registry.agencies);
    const earlier = await touchedBefore(db);
    await writeDerived(db, derived, {
      lists: !same,
      day: past.day,
      touched: earlier ? new Set([...earlier, ...touched]) : undefined,
    });
    await noteTouched(db, touched);
    await notePast(db, past);
    await noteDerived(db);
    await setMeta(db, 'lists', sha256(key));
    if (before) await noteRules(db, older ?? '', before, effects);
    cache.set(record, { key, lists });
    return derived;
  });
}

/** The hash of the state of the log from which the stored rows about lists were derived, or undefined. */
async function storedLists(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('meta').select('value').where('key', '=', 'lists').executeTakeFirst())?.value;
}

async function derivedLists(record: OpenRecord, db: Db, words: WordLog): Promise<DerivedLists> {
  const registry = (await recallNames(db)) ? await recallRegistry(db) : null;
  const { log, read } = await readListsOnto(db, await knownLines(record, db), registry);
  if (!registry) await keepNames(db, log.registry);
  await writeKept(db, log, read);
  return deriveLists(log, words.decisions, read);
}

/** Derives when the log has grown since the last time, as after an addition or a kill. */
export async function bringUp(record: OpenRecord, effects: Effects = quietEffects()): Promise<void> {
  if (await isStale(record.db)) await rebuild(record, effects);
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

async function listState(db: Db, { decisions }: WordLog): Promise<string> {
  return `${RULES} ${await logCounts(db, { tables: ['capture', 'sighting', 'registry', 'citation'] })} ${canonicalJson(identityDecisions(decisions))}`;
}
