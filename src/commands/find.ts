import { type Call, numberOption, pastDayOption, refuseOn, textOption, withReader } from './call.ts';
import { printRows } from './output.ts';

/** Prints the agencies that a text means. */
export async function run({ record, args, options }: Call): Promise<void> {
  const text = (args[0] as string[]).join(' ');
  const limit = numberOption(options, 'limit', 1, 10_000);
  refuseOn(options);
  const known = pastDayOption(options, 'known');
  const found = await withReader(record, (reader) => reader.find(text, limit, known));
  const format = textOption(options, 'format') ?? 'table';
  printRows(
    found,
    format,
    ['id', 'name', 'county', 'state', 'kind'],
    `no agency fits ${JSON.stringify(text)}`,
  );
}
