import { realEffects } from '../base/index.ts';
import { verify } from '../record/index.ts';
import { type Call, withRecord } from './call.ts';

/** Prints what was verified; with faults, a line for each and the exit code 1. */
export async function run({ record: dir }: Call): Promise<number> {
  const { captures, rows, quotations, faults } = await withRecord(dir, (record) =>
    verify(record, realEffects()),
  );
  for (const fault of faults) process.stderr.write(`countersign: ${fault}\n`);
  process.stdout.write(
    `verified ${captures} captures, ${rows} rows, ${quotations} quotations: ${faults.length} faults\n`,
  );
  return faults.length > 0 ? 1 : 0;
}
