import type { StatusQuery } from '../record/index.ts';
import {
  type Call,
  dayOption,
  type Options,
  pastDayOption,
  stateOption,
  textOption,
  today,
  withReader,
  wordOption,
} from './call.ts';
import { formatRows } from './output.ts';

const COLUMNS = ['state', 'name', 'county', 'programme', 'position', 'from', 'to', 'certain'];

/** Prints who holds which position on a day. */
export async function run({ record, options }: Call): Promise<void> {
  const query = statusQuery(options);
  const [rows, newest] = await withReader(record, async (reader) => [
    await reader.status(query),
    await reader.newestList(query.on, query.known),
  ]);
  const format = textOption(options, 'format') ?? 'table';
  process.stdout.write(
    formatRows(
      rows.map((row) => ({ ...row })),
      format,
      COLUMNS,
      `no position is known on ${query.on}${query.known ? `, as known on ${query.known}` : ''}`,
    ),
  );
  if (format !== 'table' || rows.length === 0) return;
  const agencies = new Set(rows.map((row) => row.agency)).size;
  process.stdout.write(
    `\n${rows.length} rows, ${agencies} agencies, on ${query.on}${newest ? `; the newest list is of ${newest}` : ''}\n`,
  );
}

function statusQuery(options: Options): StatusQuery {
  const known = dayOption(options, 'known');
  const state = stateOption(options);
  const programme = wordOption(options, 'programme');
  const position = wordOption(options, 'position');
  return {
    on: pastDayOption(options, 'on') ?? today(),
    ...(known && { known }),
    ...(state && { state }),
    ...(programme && { programme }),
    ...(position && { position }),
  };
}
