import { UserError } from '../base/index.ts';
import type { List } from '../claim/index.ts';
import { repairModel, repairState } from './repairs.ts';

/**
 * Throws a UserError for a list that nobody can have meant: a signed one without rows, or one most of whose rows have no state
 * or model that the rules can read. Taken as it is, it would end every agreement there is. An empty pending list is legitimate.
 */
export function demandReadableList({ kind, sheet, rows }: List): void {
  const named = JSON.stringify(sheet);
  if (kind !== 'pending' && rows.length === 0)
    throw new UserError(`list in sheet ${named} has no rows, which would end every agreement; get it again`);
  const strange = rows.filter(
    ({ line }) => repairState(line.state) === null || repairModel(line.support).rule === 'model-missing',
  );
  const [first] = strange;
  if (first && strange.length * 2 > rows.length) {
    const shown = JSON.stringify(`${first.line.state}, ${first.line.support}`);
    throw new UserError(
      `list in sheet ${named} has ${strange.length} of ${rows.length} rows without a known state and model, such as ${shown}; get it again`,
    );
  }
}
