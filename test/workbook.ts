import { writeXlsx } from 'hucre';

/** A cell of a test list: text, a date, or text with a link. */
export type TestCell = string | Date | { text: string; link: string };

export const HEADER = [
  'STATE',
  'LAW ENFORCEMENT AGENCY',
  'TYPE',
  'COUNTY',
  'SUPPORT TYPE',
  'SIGNED',
  'MOA',
  'ADDENDUM',
];

/** A workbook of rows as another program writes it; `hidden` are zero-based rows that a filter hides. */
export async function workbook(
  rows: TestCell[][],
  { sheet = 'Sheet1', hidden = [] as number[] } = {},
): Promise<Buffer> {
  const cells = new Map<string, { value: string; hyperlink: { target: string } }>();
  const values = rows.map((row, r) =>
    row.map((cell, c) => {
      if (typeof cell === 'string' || cell instanceof Date) return cell;
      cells.set(`${r},${c}`, { value: cell.text, hyperlink: { target: cell.link } });
      return cell.text;
    }),
  );
  const rowDefs = new Map(hidden.map((row) => [row, { hidden: true }]));
  return Buffer.from(await writeXlsx({ sheets: [{ name: sheet, rows: values, cells, rowDefs }] }));
}

/** A participating list with one row for each agency given as [state, name, model, day of signing]. */
export function participating(rows: [string, string, string, string][]): Promise<Buffer> {
  const body = rows.map(([state, agency, model, day]): TestCell[] => [
    state,
    agency,
    'County',
    '',
    model,
    new Date(`${day}T00:00:00Z`),
    { text: 'link', link: `https://www.ice.gov/doclib/287gMOA/${encodeURIComponent(agency)}.pdf` },
  ]);
  return workbook([HEADER, ...body]);
}
