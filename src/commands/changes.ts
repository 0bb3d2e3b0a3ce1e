import { addDays, type Day, UserError } from '../base/index.ts';
import { type Call, dayOption, pastDayOption, stateOption, textOption, today, withReader } from './call.ts';
import { printRows } from './output.ts';
import { PUBLICATION_COLUMNS, publicationHead, publicationRows } from './publication-text.ts';

const COLUMNS = ['day', 'kind', 'state', 'name', 'programme', 'position', 'detail'];

/** Prints what changed between two days. */
export async function run({ record, options }: Call): Promise<void> {
  const publication = textOption(options, 'publication');
  if (publication !== undefined) return printPublication(record, publication, options);
  const to = pastDayOption(options, 'to') ?? today();
  const from = dayOption(options, 'from') ?? addDays(to, -7);
  if (from > to)
    throw new UserError(`date ${JSON.stringify(from)} of --from is later than --to ${to}; exchange them`);
  if (options.ofRecord === true)
    return printRecordChanges(record, from, to, textOption(options, 'format') ?? 'table');
  const state = stateOption(options);
  const known = pastDayOption(options, 'known');
  const query = { from, to, ...(state && { state }), ...(known && { known }) };
  const rows = await withReader(record, (reader) => reader.changes(query));
  const format = textOption(options, 'format') ?? 'table';
  printRows(rows, format, COLUMNS, `nothing changed from ${from} to ${to}`);
}

const RECORD_COLUMNS = ['recorded', 'kind', 'who', 'what', 'why'];

/** Prints what was done to the record itself on these days of record time. */
async function printRecordChanges(record: string, from: Day, to: Day, format: string): Promise<void> {
  const rows = await withReader(record, (reader) => reader.recordChanges({ from, to }));
  printRows(rows, format, RECORD_COLUMNS, `the record did not change from ${from} to ${to}`);
}

/** Prints what one list shows otherwise than the list before it. */
async function printPublication(record: string, name: string, options: Call['options']): Promise<void> {
  const state = stateOption(options);
  const format = textOption(options, 'format') ?? 'table';
  const report = await withReader(record, async (reader) =>
    reader.publication((await reader.publicationNamed(name)).capture),
  );
  if (!report) return;
  const changes = report.changes.filter((change) => !state || change.state === state);
  if (format === 'table') process.stdout.write(`${publicationHead(report)}\n`);
  const rows = format === 'table' ? publicationRows(changes) : changes.map((change) => ({ ...change }));
  printRows(rows, format, PUBLICATION_COLUMNS, 'nothing changed');
}
