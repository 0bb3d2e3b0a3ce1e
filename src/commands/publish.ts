import { realEffects } from '../base/index.ts';
import { openRecord, readRecord } from '../record/index.ts';
import { exportSite } from '../site/index.ts';
import type { Call } from './call.ts';
import { shipped } from './paths.ts';

/** Writes the static site into a folder. */
export async function run({ record, args, options }: Call): Promise<void> {
  const reader = await readRecord(await openRecord(record));
  try {
    const dir = args[0] as string;
    const { files, bytes } = await exportSite(
      reader,
      dir,
      { assets: shipped('dist/web'), outlook: options.outlook !== false },
      realEffects(),
    );
    process.stdout.write(`published ${files} files, ${(bytes / 1e6).toFixed(1)} MB, into ${dir}\n`);
  } finally {
    await reader.close();
  }
}
