import { csvFormat } from 'd3-dsv';
import { csvCell, UserError, withoutControls, withoutDirection } from '../base/index.ts';
import { FORMATS, type Format } from './formats.ts';

type Row = { [key: string]: unknown };

/** Prints rows in the format that was asked for, else as a table; `empty` where there is none. */
export function printRows(
  rows: readonly object[],
  format: string | undefined,
  columns: string[],
  empty: string,
): void {
  process.stdout.write(formatRows(rows, format ?? 'table', columns, empty));
}

/** Rows in a format: an aligned table for people, or JSON, JSON lines or CSV with the rows' own keys. Ends with a line end. */
export function formatRows(
  rows: readonly object[],
  format: string,
  columns: string[],
  empty: string,
): string {
  const own = rows as readonly Row[];
  switch (format as Format) {
    case 'json':
      return `${JSON.stringify(rows, null, 2)}\n`;
    case 'ndjson':
      return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    case 'csv':
      return `${csvFormat(own.map(flat), own[0] ? Object.keys(own[0]) : columns)}\n`;
    case 'table':
      return own.length === 0 ? `${empty}\n` : alignedTable(own, columns);
    default:
      throw new UserError(`format ${JSON.stringify(format)} is unknown; use one of ${FORMATS.join(', ')}`);
  }
}

function flat(row: Row): { [key: string]: string } {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, csvCell(cellText(value, '|'))]));
}

// A name has spaces of its own: in CSV the items of a list are told apart by a mark that none has.
function cellText(value: unknown, between = ' '): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => cellText(item)).join(between);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function alignedTable(rows: readonly Row[], columns: string[]): string {
  const last = columns.length - 1;
  const cells = [
    columns,
    ...rows.map((row) =>
      columns.map((column, i) => cut(oneLine(cellText(row[column])), i === last ? LAST : INNER)),
    ),
  ];
  const widths = columns.map((_, i) =>
    cells.reduce((widest, line) => Math.max(widest, line[i]?.length ?? 0), 0),
  );
  return cells
    .map((line) => `${line.map((cell, i) => (i === last ? cell : cell.padEnd(widths[i] ?? 0))).join('  ')}\n`)
    .join('');
}

// One hostile title would make every line as wide as itself; the other formats have it whole.
const INNER = 200;
const LAST = 1000;

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Text of others, safe for a terminal: control characters could move the cursor or recolour the screen, marks of direction turn what follows. */
export function oneLine(text: string): string {
  return withoutControls(withoutDirection(text));
}
