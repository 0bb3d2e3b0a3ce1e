import { type Call, stateOption, textOption, withReader } from './call.ts';
import { formatRows } from './output.ts';

/** Prints every agency with its spellings, kind, state, county and ORI. */
export async function run({ record, options }: Call): Promise<void> {
  const state = stateOption(options);
  const all = await withReader(record, (reader) => reader.agenciesInFull());
  const rows = all.filter((agency) => !state || agency.state === state).map((agency) => ({ ...agency }));
  const columns = ['id', 'name', 'kind', 'state', 'place', 'counties', 'ori'];
  process.stdout.write(
    formatRows(rows, textOption(options, 'format') ?? 'table', columns, 'no agency is known'),
  );
}
