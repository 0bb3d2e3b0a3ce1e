import { type Effects, realEffects, UserError } from '../base/index.ts';
import { appendStarter, createRecord, holdsRecord, readStarter, rebuild } from '../record/index.ts';
import type { Call } from './call.ts';
import { shipped } from './paths.ts';

/** Makes a record, with the starter facts unless it shall be empty. A folder that holds one already is a UserError. */
export async function run({ record, options }: Call): Promise<void> {
  if (holdsRecord(record)) {
    throw new UserError(
      `record ${JSON.stringify(record)} is there already; use it, or give another folder with --record`,
    );
  }
  process.stdout.write(await makeRecord(record, options.empty === true, realEffects()));
}

/** Makes a record in a folder and answers what it holds, in a line. */
export async function makeRecord(dir: string, empty: boolean, effects: Effects): Promise<string> {
  const starter = empty ? null : readStarter(shipped('starter'));
  await createRecord(dir, async (record) => {
    if (starter) await appendStarter(record, starter, effects);
    await rebuild(record);
  });
  if (!starter) return `made the empty record ${dir}\n`;
  const { claims, sources, citation } = starter;
  return `made the record ${dir} with ${claims.length} claims from ${sources.length} sources, and ${citation.lists.length} of ICE's lists cited, not captured\n`;
}
