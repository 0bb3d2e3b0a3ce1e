import { realEffects } from '../base/index.ts';
import { mergeRecords, openRecord } from '../record/index.ts';
import type { Call } from './call.ts';

/** Makes the record, new or old, the union of itself and the records named. */
export async function run({ record: dir, args }: Call): Promise<void> {
  const others = args[0] as string[];
  const record = await openRecord(dir, { create: true });
  try {
    const { captures, claims, decisions } = await mergeRecords(record, others, realEffects());
    const brought = `${captures} captures, ${claims} claims and ${decisions} decisions`;
    process.stdout.write(
      `merged ${others.length} ${others.length === 1 ? 'record' : 'records'} into ${dir}: ${brought} that it did not have\n`,
    );
  } finally {
    await record.db.destroy();
  }
}
