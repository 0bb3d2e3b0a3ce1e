import { csvFormatRows } from 'd3-dsv';
import { csvCell } from '../base/index.ts';
import type { StatusRow } from '../record/index.ts';

/** The stable columns of `status`. */
export const COLUMNS = [
  'agency',
  'name',
  'state',
  'county',
  'programme',
  'position',
  'from',
  'to',
  'certain',
  'claims',
] as const;

/** Rows of `status` as CSV with the stable columns of the command line; the items of a list are separated by |. */
export function statusCsv(rows: StatusRow[]): string {
  const cell = (value: StatusRow[(typeof COLUMNS)[number]]) =>
    Array.isArray(value) ? value.join('|') : value === null ? '' : String(value);
  return `${csvFormatRows([[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => csvCell(cell(row[column]))))])}\n`;
}
