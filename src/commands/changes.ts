import { addDays, type Day, UserError } from '../base/index.ts';
import { type Call, dayOption, stateOption, textOption, today, withReader } from './call.ts';
import { formatRows } from './output.ts';

const COLUMNS = ['day', 'kind', 'state', 'name', 'programme', 'position', 'detail'];

/** Prints what changed between two days. */
export async function run({ record, options }: Call): Promise<void> {
  const to = dayOption(options, 'to') ?? today();
  const from = dayOption(options, 'from') ?? addDays(to, -7);
  if (from > to)
    throw new UserError(`date ${JSON.stringify(from)} of --from is later than --to ${to}; exchange them`);
  if (options.ofRecord === true)
    return printRecordChanges(record, from, to, textOption(options, 'format') ?? 'table');
  const state = stateOption(options);
  const known = dayOption(options, 'known');
  const query = { from, to, ...(state && { state }), ...(known && { known }) };
  const rows = await withReader(record, (reader) => reader.changes(query));
  const format = textOption(options, 'format') ?? 'table';
  process.stdout.write(
    formatRows(
      rows.map((row) => ({ ...row })),
      format,
      COLUMNS,
      `nothing changed from ${from} to ${to}`,
    ),
  );
}

const RECORD_COLUMNS = ['recorded', 'kind', 'who', 'what', 'why'];

/** Prints what was done to the record itself on these days of record time. */
async function printRecordChanges(record: string, from: Day, to: Day, format: string): Promise<void> {
  const rows = await withReader(record, (reader) => reader.recordChanges({ from, to }));
  process.stdout.write(
    formatRows(
      rows.map((row) => ({ ...row })),
      format,
      RECORD_COLUMNS,
      `the record did not change from ${from} to ${to}`,
    ),
  );
}
