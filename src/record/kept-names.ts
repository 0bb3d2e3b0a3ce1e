import { type Agency, learnNameKeys, learnWords, nameKeys, wordsOfNames } from '../resolve/index.ts';
import { RULES } from './derive.ts';
import type { ListLog } from './log.ts';
import type { Db } from './open.ts';
import { logCounts } from './stale.ts';

// By these rules, of the registry as it is: it only grows.
async function stampOf(db: Db): Promise<string> {
  return `${RULES} ${await logCounts(db, { tables: ['registry'] })}`;
}

/** Takes over the words of the registry's names from the last derivation; false where the registry has grown since. */
export async function recallNames(db: Db): Promise<boolean> {
  const stamp = await stampOf(db);
  const row = await db
    .selectFrom('kept_names')
    .select('names')
    .where('registry', '=', stamp)
    .executeTakeFirst();
  if (row) learnWords(JSON.parse(row.names) as string[]);
  return row !== undefined;
}

/** The registry as it was united at the last derivation, with the keys of its names; null where it has grown since. */
export async function recallRegistry(db: Db): Promise<ListLog['registry'] | null> {
  const row = await db
    .selectFrom('kept_names')
    .select('names')
    .where('registry', '=', UNITED + (await stampOf(db)))
    .executeTakeFirst();
  if (!row) return null;
  const { agencies, keys, gone, official } = JSON.parse(row.names) as KeptRegistry;
  learnNameKeys(agencies, keys);
  return { agencies, gone: new Map(gone), official };
}

const UNITED = 'united ';

interface KeptRegistry {
  agencies: Agency[];
  keys: (readonly string[])[];
  gone: [string, string][];
  official: boolean;
}

/** Keeps the united registry and the words of its names for the next time. */
export async function keepNames(db: Db, registry: ListLog['registry']): Promise<void> {
  await db.deleteFrom('kept_names').execute();
  const stamp = await stampOf(db);
  await db
    .insertInto('kept_names')
    .values([
      { registry: stamp, names: namesText(registry.agencies) },
      { registry: UNITED + stamp, names: registryText(registry) },
    ])
    .execute();
}

function registryText({ agencies, gone, official }: ListLog['registry']): string {
  const kept: KeptRegistry = { agencies, keys: agencies.map(nameKeys), gone: [...gone], official };
  return JSON.stringify(kept);
}

/** True where what is kept of this registry, if anything, is what working it out anew gives. */
export async function namesHold(db: Db, registry: ListLog['registry']): Promise<boolean> {
  const rows = await db.selectFrom('kept_names').selectAll().execute();
  return rows.every(
    ({ registry: stamp, names }) =>
      names === (stamp.startsWith(UNITED) ? registryText(registry) : namesText(registry.agencies)),
  );
}

function namesText(agencies: readonly Agency[]): string {
  const names = agencies.flatMap(({ name, aliases, state }) =>
    [name, ...aliases].map((one) => [state, one] as const),
  );
  return JSON.stringify(wordsOfNames(names));
}
