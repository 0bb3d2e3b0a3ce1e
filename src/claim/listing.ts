import { UserError } from '../base/index.ts';
import type { Row, Sheet, TableReading } from '../read/index.ts';
import { type Claim, claimId, type Position, type Programme, type RowEvidence } from './claim.ts';

/** The columns of an official list that a row can fill, in the order of the newest layout, with their headers. */
export const LIST_COLUMNS = {
  state: 'STATE',
  agency: 'LAW ENFORCEMENT AGENCY',
  type: 'TYPE',
  county: 'COUNTY',
  support: 'SUPPORT TYPE',
  signed: 'SIGNED',
  moa: 'MOA',
  addendum: 'ADDENDUM',
} as const;
export type ListColumn = keyof typeof LIST_COLUMNS;

/** The distinct content of a row as printed: every value raw (never trimmed or repaired), '' where the cell is blank or the column absent. */
export interface Line {
  state: string;
  agency: string;
  type: string;
  county: string;
  support: string;
  /** An ISO day where the cell is a real date, else the cell's text. */
  signed: string;
  moa: string;
  addendum: string;
  /** Hyperlink targets as stored in the sheet, '' where there is none. */
  moaLink: string;
  addendumLink: string;
}

/** The kind of a list, judged by its contents and never by its file's name. `page` is the table of ICE's older web page. */
export type ListKind = 'participating' | 'pending' | 'page';

/** An official list found in a workbook: where its columns stand and its rows as printed, blank ones left out. */
export interface List {
  kind: ListKind;
  sheet: string;
  /** Zero-based column of each column that the list has. */
  columns: Partial<Record<ListColumn, number>>;
  rows: { row: number; line: Line }[];
}

const REQUIRED: ListColumn[] = ['state', 'agency', 'support'];

/**
 * The official list in a workbook: the sheet whose first row has the expected headers (the one with the most rows,
 * if several). Throws a UserError that names what was found instead; a header that no list has had refuses the whole.
 */
export function listOf(reading: TableReading): List {
  const lists = reading.sheets.flatMap((sheet) => listOfSheet(sheet) ?? []);
  const best = lists.sort((a, b) => b.rows.length - a.rows.length)[0];
  if (best) return best;
  const found = reading.sheets[0]?.rows[0]?.cells.filter(Boolean).slice(0, 8).join(', ') || 'no text';
  const wanted = REQUIRED.map((column) => LIST_COLUMNS[column]).join(', ');
  throw new UserError(`workbook row 1 has ${JSON.stringify(found)}; a list needs the columns ${wanted}`);
}

function listOfSheet(sheet: Sheet): List | null {
  const header = sheet.rows[0];
  if (!header) return null;
  const columns: List['columns'] = {};
  const strange: string[] = [];
  header.cells.forEach((text, index) => {
    const column = columnNamed(text);
    if (column && columns[column] === undefined) columns[column] = index;
    else if (text.trim() !== '') strange.push(text.trim());
  });
  if (REQUIRED.some((column) => columns[column] === undefined)) return null;
  const kind = kindOf(columns);
  if (strange.length > 0 || kind === null) throw unknownLayout(columns, strange);
  const rows: List['rows'] = [];
  for (const row of sheet.rows.slice(1)) {
    const line = lineOf(row, columns);
    if (!isBlank(line)) rows.push({ row: row.row, line });
  }
  return { kind, sheet: sheet.name, columns, rows };
}

function columnNamed(header: string): ListColumn | null {
  const name = header.replace(/\s+/g, ' ').trim().toUpperCase();
  for (const [column, title] of Object.entries(LIST_COLUMNS)) if (title === name) return column as ListColumn;
  return null;
}

// What each kind has printed, in its five years: columns that it always has, and those that it has had at times.
const LAYOUTS: [ListKind, always: ListColumn[], atTimes: ListColumn[]][] = [
  ['participating', ['state', 'agency', 'type', 'support', 'signed', 'moa'], ['county', 'addendum']],
  ['pending', ['state', 'agency', 'type', 'support'], ['county', 'moa']],
  ['page', ['state', 'agency', 'support', 'signed', 'moa'], []],
];

/** The kind whose layout the columns are exactly; null for any other: a list whose date of signing has a new name would pass for a pending one. */
function kindOf(columns: List['columns']): ListKind | null {
  const has = Object.keys(columns) as ListColumn[];
  const fits = LAYOUTS.find(
    ([, always, atTimes]) =>
      always.every((column) => has.includes(column)) &&
      has.every((column) => always.includes(column) || atTimes.includes(column)),
  );
  return fits?.[0] ?? null;
}

function unknownLayout(columns: List['columns'], strange: string[]): UserError {
  const named = (Object.keys(columns) as ListColumn[]).map((column) => LIST_COLUMNS[column]);
  const found = strange.length > 0 ? strange.slice(0, 8) : named;
  const what = strange.length > 0 ? 'columns that no list has had' : 'columns of no kind of list';
  return new UserError(
    `workbook row 1 has ${what} (${found.join(', ')}), so its rows may mean something else; give the list as it was published, or report its new layout`,
  );
}

function lineOf(row: Row, columns: List['columns']): Line {
  const cell = (column: ListColumn) =>
    columns[column] === undefined ? '' : (row.cells[columns[column]] ?? '');
  const link = (column: ListColumn) =>
    columns[column] === undefined ? '' : (row.links[columns[column]] ?? '');
  return {
    state: cell('state'),
    agency: cell('agency'),
    type: cell('type'),
    county: cell('county'),
    support: cell('support'),
    signed: cell('signed'),
    moa: cell('moa'),
    addendum: cell('addendum'),
    moaLink: link('moa'),
    addendumLink: link('addendum'),
  };
}

function isBlank(line: Line): boolean {
  return !(line.state + line.agency + line.support).trim();
}

/** What a row is claimed to say, once its model was read: the programme, and the position that its list's kind means. */
export interface ListingMeaning {
  name: string;
  state: string | null;
  county: string | null;
  programme: Programme;
  kind: ListKind;
  signed: string | null;
}

/** The claim that a row of a list makes, with the row's cells as evidence. The same row always gives the same claim. */
export function listingClaim(
  capture: string,
  list: Pick<List, 'sheet' | 'columns'>,
  row: number,
  line: Line,
  meaning: ListingMeaning,
): Claim {
  const position: Position = meaning.kind === 'pending' ? 'will-join' : 'takes-part';
  const claim: Omit<Claim, 'id'> = {
    kind: 'listing',
    agency: { written: line.agency, name: meaning.name, state: meaning.state, place: meaning.county },
    programme: meaning.programme,
    position,
    speaker: 'U.S. Immigration and Customs Enforcement',
    role: null,
    onBehalfOf: null,
    speaksForAgency: false,
    via: null,
    date: null,
    effective: meaning.signed,
    evidence: [rowEvidence(list, row, line)],
    rules: ['list-row'],
    confidence: 1,
  };
  return { id: claimId(capture, claim), ...claim };
}

function rowEvidence(list: Pick<List, 'sheet' | 'columns'>, row: number, line: Line): RowEvidence {
  const cells: RowEvidence['cells'] = [];
  for (const [column, index] of Object.entries(list.columns) as [ListColumn, number][]) {
    const link = column === 'moa' ? line.moaLink : column === 'addendum' ? line.addendumLink : '';
    cells.push({
      column: letters(index),
      header: LIST_COLUMNS[column],
      text: line[column],
      link: link || null,
    });
  }
  return { type: 'row', sheet: list.sheet, row, cells };
}

/** Column letters of a zero-based column: 0 is A, 26 is AA. */
function letters(index: number): string {
  const rest = index >= 26 ? letters(Math.floor(index / 26) - 1) : '';
  return rest + String.fromCharCode(65 + (index % 26));
}
