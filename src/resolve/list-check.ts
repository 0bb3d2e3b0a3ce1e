import { UserError } from '../base/index.ts';
import type { List } from '../claim/index.ts';
import { repairModel, repairState, signedDay } from './repairs.ts';

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
  if (kind !== 'pending') demandAgencies(named, rows);
}

// Of the 249 signed lists at hand none has a row without a name, the fewest names are 75 % of the rows, and at most one row in
// a thousand has no day of signing.
const FEW_ROWS = 20;

// The longest name on the 499 lists has 83 letters.
const LONGEST_NAME = 300;

/** Throws a UserError where the names or days of most rows are missing, or one name stands for most: columns that were swapped or lost. */
function demandAgencies(named: string, rows: List['rows']): void {
  const blank = rows.filter(({ line }) => line.agency.trim() === '');
  if (blank.length > rows.length / 50)
    throw new UserError(
      `list in sheet ${named} has ${blank.length} of ${rows.length} rows without an agency, such as row ${blank[0]?.row}; get it again`,
    );
  const long = rows.find(({ line }) => line.agency.length > LONGEST_NAME);
  if (long)
    throw new UserError(
      `list in sheet ${named} has a name of ${long.line.agency.length} letters in row ${long.row}, ${JSON.stringify(`${long.line.agency.slice(0, 40)}…`)}; get it again`,
    );
  const names = new Set(rows.map(({ line }) => `${line.state} ${line.agency}`.trim().toLowerCase()));
  if (rows.length >= FEW_ROWS && names.size * 2 < rows.length)
    throw new UserError(
      `list in sheet ${named} names ${names.size} agencies in ${rows.length} rows, such as ${JSON.stringify(rows[0]?.line.agency)}; get it again`,
    );
  const undated = rows.filter(isUndated);
  if (rows.length >= FEW_ROWS && undated.length * 2 > rows.length)
    throw new UserError(
      `list in sheet ${named} has ${undated.length} of ${rows.length} rows without a readable day of signing, such as ${JSON.stringify(undated[0]?.line.signed)} in row ${undated[0]?.row}; get it again`,
    );
}

/** Rows of a list of signed agreements that give no day of signing that can be read. */
export function rowsWithoutDay({ kind, rows }: List): List['rows'] {
  return kind === 'pending' ? [] : rows.filter(isUndated);
}

function isUndated({ line }: List['rows'][number]): boolean {
  return signedDay(line.signed) === null;
}
