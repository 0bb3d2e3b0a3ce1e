import { type Agency, learnWords, wordsOfNames } from '../resolve/index.ts';
import { RULES } from './derive.ts';
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

/** Keeps the words of the registry's names for the next time. */
export async function keepNames(db: Db, agencies: readonly Agency[]): Promise<void> {
  await db.deleteFrom('kept_names').execute();
  await db
    .insertInto('kept_names')
    .values({ registry: await stampOf(db), names: namesText(agencies) })
    .execute();
}

/** True where what is kept of these agencies, if anything, is what working it out anew gives. */
export async function namesHold(db: Db, agencies: readonly Agency[]): Promise<boolean> {
  const rows = await db.selectFrom('kept_names').select('names').execute();
  const text = rows.length > 0 ? namesText(agencies) : '';
  return rows.every(({ names }) => names === text);
}

function namesText(agencies: readonly Agency[]): string {
  const names = agencies.flatMap(({ name, aliases, state }) =>
    [name, ...aliases].map((one) => [state, one] as const),
  );
  return JSON.stringify(wordsOfNames(names));
}
