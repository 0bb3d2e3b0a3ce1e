import { setFlagsFromString } from 'node:v8';
import { messageOf, realEffects, UserError } from '../base/index.ts';
import { openRecord, readRecord } from '../record/index.ts';
import { exportSite } from '../site/index.ts';
import { type Call, textOption } from './call.ts';
import { shipped } from './paths.ts';

// Left to itself the engine lets garbage pile up to a multiple of what is held: half as much again costs 8 % of CPU more,
// and a third of the memory less.
const GROWTH = 50;

/** Writes the static site into a folder. */
export async function run({ record, args, options }: Call): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  const reader = await readRecord(await openRecord(record));
  try {
    const dir = args[0] as string;
    const { files, bytes, written, removed } = await exportSite(
      reader,
      dir,
      {
        assets: shipped('dist/web'),
        outlook: options.outlook !== false,
        ...baseOf(textOption(options, 'base')),
      },
      realEffects(),
    ).catch((error: unknown) => {
      throw unwritable(dir, error);
    });
    process.stdout.write(
      `published ${files} files, ${(bytes / 1e6).toFixed(1)} MB, into ${dir}: ${written} new or changed, ${removed} removed\n`,
    );
  } finally {
    await reader.close();
  }
}

const REFUSALS = new Set(['EACCES', 'EEXIST', 'EISDIR', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

/** What the disk refused, as the user's error; any other error as it is. */
function unwritable(dir: string, error: unknown): unknown {
  if (!REFUSALS.has(String((error as NodeJS.ErrnoException | null)?.code))) return error;
  return new UserError(
    `folder ${JSON.stringify(dir)} cannot be written (${messageOf(error)}); give another, or check it and the space on its disk`,
  );
}

/** The address of the site as an option, checked; feeds, cards and previews need it whole. */
function baseOf(text: string | undefined): { base?: string } {
  if (text === undefined) return {};
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new UserError(
      `address ${JSON.stringify(text)} is none of a site; write it as https://example.org/atlas/`,
    );
  return { base: url.href.endsWith('/') ? url.href : `${url.href}/` };
}
