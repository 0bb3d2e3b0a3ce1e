import type { StatusQuery, StatusRow } from '../record/index.ts';
import {
  type Call,
  type Options,
  pastDayOption,
  stateOption,
  textOption,
  today,
  withReader,
  wordOption,
} from './call.ts';
import { printRows } from './output.ts';

const COLUMNS = ['state', 'name', 'county', 'programme', 'position', 'from', 'to', 'certain'];

/** Prints who holds which position on a day. */
export async function run({ record, options }: Call): Promise<void> {
  const query = statusQuery(options);
  const [rows, newest] = await withReader(record, async (reader) => [
    await reader.status(query),
    await reader.newestList(query.on, query.known),
  ]);
  const format = textOption(options, 'format') ?? 'table';
  printRows(
    rows,
    format,
    COLUMNS,
    `no position is known on ${query.on}${query.known ? `, as known on ${query.known}` : ''}`,
  );
  if (format !== 'table' || rows.length === 0) return;
  process.stdout.write(
    `\n${totals(rows)}, on ${query.on}${newest ? `; the newest list is of ${newest}` : ''}\n`,
  );
}

/** How many rows and agencies there are, and of each position where there are several. */
function totals(rows: readonly StatusRow[]): string {
  const counted = (some: readonly StatusRow[]) => {
    const agencies = new Set(some.map(({ agency }) => agency)).size;
    return `${some.length} ${some.length === 1 ? 'row' : 'rows'}, ${agencies} ${agencies === 1 ? 'agency' : 'agencies'}`;
  };
  const positions = [...new Set(rows.map(({ position }) => position))];
  if (positions.length < 2) return counted(rows);
  const each = positions.map((position) => ({
    position,
    own: rows.filter((row) => row.position === position),
  }));
  each.sort((a, b) => b.own.length - a.own.length);
  return `${counted(rows)} (${each.map(({ position, own }) => `${position}: ${counted(own)}`).join('; ')})`;
}

function statusQuery(options: Options): StatusQuery {
  const known = pastDayOption(options, 'known');
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
