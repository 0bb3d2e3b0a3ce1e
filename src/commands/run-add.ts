import { realEffects } from '../base/index.ts';
import { type OpenRecord, type PublicationReport, readRecord } from '../record/index.ts';
import { type Added, add, addedText } from './add.ts';
import { type Call, textOption, withRecord } from './call.ts';
import { modelOf } from './model.ts';
import { oneLine } from './output.ts';
import { publicationScreen } from './publication-text.ts';

/** Adds what was named. Prints what was added; every refusal is a line on standard error, and then the exit code is 1. */
export async function run({ record: dir, args, options }: Call): Promise<number> {
  const published = textOption(options, 'published');
  const publisher = textOption(options, 'publisher');
  const follow = options.follow === true;
  const whole = options.whole === true;
  const given = {
    ...(published && { published }),
    ...(publisher && { publisher }),
    follow,
    whole,
    model: await modelOf(options),
  };
  const added = await withRecord(dir, async (record) => {
    const done = await add(record, args[0] as string[], given, realEffects());
    for (const refusal of done.refused) process.stderr.write(`countersign: ${refusal}\n`);
    const { lists, texts, registries, feeds, archives, known } = done;
    const nothing = lists + texts + registries + feeds + archives + known === 0;
    if (!nothing || done.refused.length === 0) process.stdout.write(`${addedText(done)}\n`);
    await printReports(record, dir, done);
    return done;
  });
  if (added.links.length > 0) process.stdout.write(linksText(added.links));
  return added.refused.length > 0 ? 1 : 0;
}

/** Prints what new lists change, where they are few. */
export async function printReports(record: OpenRecord, dir: string, added: Added): Promise<void> {
  const reports = await reportsOf(record, added.listed);
  const share = Math.floor(SCREEN / Math.max(1, reports.length));
  for (const report of reports) process.stdout.write(`\n${publicationScreen(report, dir, share)}`);
  if (added.lists > reports.length)
    process.stdout.write('what each list changed: countersign changes --publication DAY\n');
}

// Lines of changes that fit on a screen, and the lists that share it.
const SCREEN = 18;
const REPORTED = 3;

/** What new lists change, where they are few. */
async function reportsOf(record: OpenRecord, listed: string[]): Promise<PublicationReport[]> {
  if (listed.length === 0 || listed.length > REPORTED) return [];
  const reader = await readRecord(record);
  const reports = await Promise.all(listed.map((sha) => reader.publication(sha)));
  return reports.filter((report) => report !== null);
}

/** The pages that a feed leads to, for the user to choose from. */
function linksText(links: string[]): string {
  const head = 'entries of feeds that may concern the matter; --follow fetches their pages:';
  return `${head}\n${links.map((link) => `  ${oneLine(link)}\n`).join('')}`;
}
