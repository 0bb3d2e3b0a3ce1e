import { UserError } from '../base/index.ts';
import { type RegisterQuery, registerRows } from '../record/index.ts';
import { type Call, dayOption, pastDayOption, stateOption, textOption, today, withReader } from './call.ts';
import { printRows } from './output.ts';

const FIRST = '2016-01-01';

/** Prints how many agencies and agreements there were on each day, or at the end of each month. */
export async function run({ record, options }: Call): Promise<void> {
  const by = textOption(options, 'by') === 'month' ? 'month' : 'day';
  const from = dayOption(options, 'from') ?? FIRST;
  const state = stateOption(options);
  const known = pastDayOption(options, 'known');
  const byState = options.state !== undefined;
  const byModel = options.model === true;
  const rows = await withReader(record, async (reader) => {
    const to = dayOption(options, 'to') ?? (await reader.counts()).newest ?? today();
    if (from > to)
      throw new UserError(`date ${JSON.stringify(from)} of --from is later than --to ${to}; exchange them`);
    const query: RegisterQuery = { from, to, by, byState, byModel, ...(state && { state }) };
    return registerRows(await reader.registers({ ...query, ...(known && { known }) }), by);
  });
  const columns = ['period', 'register', ...(byState ? ['state'] : []), ...(byModel ? ['model'] : [])];
  printRows(
    rows,
    textOption(options, 'format'),
    [...columns, 'agencies', 'agenciesUncertain', 'agreements', 'agreementsUncertain', 'list', 'carried'],
    'no agreement is known',
  );
}
