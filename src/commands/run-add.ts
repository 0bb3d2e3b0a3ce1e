import { realEffects } from '../base/index.ts';
import { add, addedText } from './add.ts';
import { type Call, textOption, withRecord } from './call.ts';

/** Adds what was named. Prints what was added; every refusal is a line on standard error, and then the exit code is 1. */
export async function run({ record: dir, args, options }: Call): Promise<number> {
  const published = textOption(options, 'published');
  const publisher = textOption(options, 'publisher');
  const given = { ...(published && { published }), ...(publisher && { publisher }) };
  const added = await withRecord(dir, (record) => add(record, args[0] as string[], given, realEffects()));
  for (const refusal of added.refused) process.stderr.write(`countersign: ${refusal}\n`);
  const nothing = added.lists + added.texts + added.registries + added.known === 0;
  if (!nothing || added.refused.length === 0) process.stdout.write(`${addedText(added)}\n`);
  return added.refused.length > 0 ? 1 : 0;
}
