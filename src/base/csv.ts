/**
 * A cell of CSV that no spreadsheet takes for a formula: what begins with `=`, `+`, `-`, `@`, a tab or a carriage return has
 * an apostrophe before it, and so has such a cell that begins with apostrophes already. Numbers stay as they are.
 */
export function csvCell(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}

/** The text of a cell that `csvCell` wrote. */
export function fromCsvCell(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
