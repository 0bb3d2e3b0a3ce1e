import { realEffects, UserError } from '../base/index.ts';
import { lostRows, readRecord, verify } from '../record/index.ts';
import { type Call, textOption, withReader, withRecord } from './call.ts';
import { verifyFolder } from './verify-folder.ts';

/** Prints what was verified; with faults, a line for each and the exit code 1. */
export async function run({ record: dir, args, options }: Call): Promise<number> {
  const effects = realEffects();
  const published = args[0] as string | undefined;
  if (published !== undefined)
    return told(
      await withReader(dir, (reader) =>
        verifyFolder(reader, published, effects, { rebuild: options.rebuild === true }),
      ),
    );
  const wanted = textOption(options, 'root');
  if (wanted !== undefined && !/^[0-9a-f]{64}$/.test(wanted))
    throw new UserError(`root ${JSON.stringify(wanted)} is no hash; give the 64 digits that a release names`);
  const found = await withRecord(dir, async (record) => {
    const lost = await lostRows(record.db);
    // What a kill left undone is derived first: a record that is behind its log is not at fault.
    await readRecord(record);
    const verified = await verify(record, effects, { rebuild: options.rebuild === true });
    return { ...verified, faults: [...new Set([...lost, ...verified.faults])] };
  });
  const { captures, rows, quotations, decisions, root, faults } = found;
  if (wanted !== undefined && wanted !== root.root)
    faults.push(`root ${root.root} is not the root ${wanted}; the record has grown since, or differs`);
  const what = `verified ${captures} captures, ${rows} rows, ${quotations} quotations`;
  return told({
    text: `${what}: ${faults.length} faults\nroot ${root.root} over ${decisions} decisions\n`,
    faults,
  });
}

function told({ text, faults }: { text: string; faults: string[] }): number {
  for (const fault of faults) process.stderr.write(`countersign: ${fault}\n`);
  process.stdout.write(text);
  return faults.length > 0 ? 1 : 0;
}
