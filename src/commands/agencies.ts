import type { AgencyTableRow } from '../record/index.ts';
import { AGENCY_KINDS, MATCH_REASONS } from '../resolve/index.ts';
import { type Call, pastDayOption, refuseOn, stateOption, textOption, withReader } from './call.ts';
import { printRows } from './output.ts';

/** Prints every agency with its spellings, kind, state, county and codes; `--unmatched` those on lists without a code, and why. */
export async function run({ record, options }: Call): Promise<void> {
  const state = stateOption(options);
  const format = textOption(options, 'format') ?? 'table';
  refuseOn(options);
  const known = pastDayOption(options, 'known');
  const all = (await withReader(record, (reader) => reader.agencyTable(known))).filter(
    (agency) => !state || agency.state === state,
  );
  if (options.unmatched) {
    const listed = all.filter((agency) => agency.listed);
    if (format === 'table') process.stdout.write(shares(listed));
    const rows = listed.filter(({ why }) => why !== null).map(inWords);
    printRows(rows, format, ['name', 'state', 'kind', 'county', 'reason'], 'none is unmatched');
    return;
  }
  const columns = ['id', 'name', 'kind', 'state', 'county', 'ori', 'match'];
  printRows(all, format, columns, 'no agency is known');
}

/** How many listed agencies the registry has, by kind. */
function shares(listed: readonly AgencyTableRow[]): string {
  const of = (rows: readonly AgencyTableRow[]) =>
    `${rows.filter(({ why }) => why === null).length} of ${rows.length}`;
  const kinds = AGENCY_KINDS.map((kind) => listed.filter((row) => row.kind === kind)).filter(
    (rows) => rows.length > 0,
  );
  const lines = kinds.map((rows) => `  ${rows[0]!.kind.padEnd(16)}${of(rows)}\n`);
  return `${of(listed)} agencies on lists have their code in the registry\n${lines.join('')}\n`;
}

function inWords(row: AgencyTableRow): { [key: string]: unknown } {
  const reason = MATCH_REASONS[row.why ?? 'no-such-name'];
  return { ...row, reason: row.fits.length > 0 ? `${reason}: ${row.fits.join(', ')}` : reason };
}
