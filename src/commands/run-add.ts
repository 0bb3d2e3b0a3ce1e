import { realEffects } from '../base/index.ts';
import { add, addedText } from './add.ts';
import { type Call, textOption, withRecord } from './call.ts';
import { oneLine } from './output.ts';

/** Adds what was named. Prints what was added; every refusal is a line on standard error, and then the exit code is 1. */
export async function run({ record: dir, args, options }: Call): Promise<number> {
  const published = textOption(options, 'published');
  const publisher = textOption(options, 'publisher');
  const follow = options.follow === true;
  const given = { ...(published && { published }), ...(publisher && { publisher }), follow };
  const added = await withRecord(dir, (record) => add(record, args[0] as string[], given, realEffects()));
  for (const refusal of added.refused) process.stderr.write(`countersign: ${refusal}\n`);
  const { lists, texts, registries, feeds, archives, known } = added;
  const nothing = lists + texts + registries + feeds + archives + known === 0;
  if (!nothing || added.refused.length === 0) process.stdout.write(`${addedText(added)}\n`);
  if (added.links.length > 0) process.stdout.write(linksText(added.links));
  return added.refused.length > 0 ? 1 : 0;
}

/** The pages that a feed leads to, for the user to choose from. */
function linksText(links: string[]): string {
  const head = 'entries of feeds that may concern the matter; --follow fetches their pages:';
  return `${head}\n${links.map((link) => `  ${oneLine(link)}\n`).join('')}`;
}
