import { type Call, pastDayOption, stateOption, textOption, withReader } from './call.ts';
import { printRows } from './output.ts';
import { agencyIdOf } from './show.ts';

const COLUMNS = ['state', 'name', 'model', 'signed', 'listedFrom', 'listedTo', 'status', 'rules'];

/** Prints every agreement with model, dates, status and the rules that decided. */
export async function run({ record, options }: Call): Promise<void> {
  const state = stateOption(options);
  const agency = textOption(options, 'agency');
  const on = pastDayOption(options, 'on');
  const known = pastDayOption(options, 'known');
  const all = await withReader(record, async (reader) =>
    reader.agreements(agency === undefined ? null : await agencyIdOf(reader, agency, known), { on, known }),
  );
  const rows = all.filter((row) => !state || row.state === state);
  printRows(
    rows,
    textOption(options, 'format'),
    on === undefined ? COLUMNS : [...COLUMNS, 'certain'],
    'no agreement is known',
  );
}
