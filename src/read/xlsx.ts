import { isAscii } from 'node:buffer';
import { dayOf, UserError } from '../base/index.ts';
import type { Row, Sheet, TableReading } from './reading.ts';
import { attribute, newTag, nextTag, xmlText } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

const VERSION = '1';
// Built-in number formats that show a date or a time (ECMA-376, 18.8.30).
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const MAX_COLUMNS = 16384;
const MAX_ROWS = 1_048_576;
// What Excel takes in a cell and in a format; a list of 2,000 rows has 16,000 cells and links with half a million letters.
const MAX_TEXT = 32_767;
const MAX_FORMAT = 255;
const MAX_CELLS = 2_000_000;
const MAX_LETTERS = 32 << 20;

/**
 * The sheets of an .xlsx workbook with every row that holds data, filter-hidden ones included, texts as shown, real
 * dates as ISO days, and hyperlink targets as stored. Throws a UserError for a damaged zip or one that is no workbook.
 *
 * Own code, because of what was measured over the 499 lists: see bench/lists and docs/dependencies.md.
 */
export async function readWorkbook(bytes: Buffer): Promise<TableReading> {
  const zip = await openZip(bytes);
  const workbook = partText(zip, 'xl/workbook.xml');
  if (workbook === null)
    throw new UserError('zip archive is no workbook (it has no xl/workbook.xml); give an .xlsx file');
  const book: Book = {
    strings: sharedStrings(partText(zip, 'xl/sharedStrings.xml') ?? ''),
    dateStyles: dateStyles(partText(zip, 'xl/styles.xml') ?? ''),
    epoch: EPOCH_1900,
    days: new Map(),
    cells: 0,
    letters: 0,
  };
  const targets = relations(partText(zip, 'xl/_rels/workbook.xml.rels') ?? '');
  const sheets: Sheet[] = [];
  const tag = newTag();
  for (let at = 0; nextTag(workbook, at, tag); at = tag.end) {
    if (tag.name === 'workbookPr' && /^(?:1|true)$/.test(attribute(workbook, tag, 'date1904') ?? ''))
      book.epoch = EPOCH_1904;
    if (tag.name !== 'sheet' || tag.closing) continue;
    const path = partPath(targets.get(attribute(workbook, tag, 'id') ?? '') ?? '');
    const xml = partText(zip, path);
    // A sheet entry may be a chart, which has no cells.
    if (xml === null || !path.includes('worksheets/')) continue;
    const name = xmlText(attribute(workbook, tag, 'name') ?? '');
    const links = relations(partText(zip, path.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '');
    sheets.push({ name, rows: sheetRows(xml, book, links) });
  }
  if (sheets.length === 0) throw new UserError('workbook has no sheet with cells; give one that has');
  return { form: 'table', reader: 'xlsx', version: VERSION, sheets, modified: modifiedOf(zip) };
}

interface Book {
  strings: string[];
  dateStyles: Set<string>;
  epoch: number;
  /** Days by serial number: a sheet repeats a few hundred. */
  days: Map<number, string>;
  /** Cells so far, blank ones before the last of a row included, and letters in them. */
  cells: number;
  letters: number;
}

function partText(zip: Zip, name: string): string | null {
  const part = zip.part(name);
  // Most parts are plain ASCII, which decodes several times faster as Latin-1.
  return part && (isAscii(part) ? part.toString('latin1') : part.toString('utf8'));
}

function partPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function modifiedOf(zip: Zip): string | null {
  const core = partText(zip, 'docProps/core.xml') ?? '';
  const tag = newTag();
  for (let at = 0; nextTag(core, at, tag); at = tag.end) {
    if (tag.name !== 'modified' || tag.closing) continue;
    const time = Date.parse(textBehind(core, tag.end));
    return Number.isNaN(time) ? null : new Date(time).toISOString();
  }
  return null;
}

/** Relationship ids to targets. */
function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  const tag = newTag();
  for (let at = 0; nextTag(xml, at, tag); at = tag.end) {
    if (tag.name !== 'Relationship') continue;
    const id = attribute(xml, tag, 'Id');
    const target = attribute(xml, tag, 'Target');
    if (id && target) targets.set(id, xmlText(target));
  }
  return targets;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const tag = newTag();
  let text = '';
  let phonetic = false;
  for (let at = 0; nextTag(xml, at, tag); at = tag.end) {
    if (tag.name === 't' && !tag.closing && !tag.empty && !phonetic)
      text = joined(text, xmlText(textBehind(xml, tag.end)));
    else if (tag.name === 'rPh') phonetic = !tag.closing && !tag.empty;
    else if (tag.name === 'si' && (tag.closing || tag.empty)) {
      strings.push(text);
      text = '';
    }
  }
  return strings;
}

function joined(text: string, more: string): string {
  if (text.length + more.length <= MAX_TEXT) return text + more;
  throw new UserError(`workbook has a cell with more than ${MAX_TEXT} letters; repair it`);
}

function textBehind(xml: string, start: number): string {
  const end = xml.indexOf('<', start);
  // No program writes them, and text that is passed over would be an empty cell.
  if (end === start && xml.startsWith('<![CDATA[', start))
    throw new UserError('workbook keeps its text as CDATA, which is not read; save it again as .xlsx');
  return xml.slice(start, end < 0 ? xml.length : end);
}

/** The `s` values of cells whose number format shows a date. */
function dateStyles(xml: string): Set<string> {
  const custom = new Set<number>();
  const dates = new Set<string>();
  const tag = newTag();
  let inCellFormats = false;
  let index = 0;
  for (let at = 0; nextTag(xml, at, tag); at = tag.end) {
    if (tag.name === 'numFmt') {
      // Literals and colours in a format ("Mar", [Red]) would look like date letters.
      const format = attribute(xml, tag, 'formatCode') ?? '';
      const code = xmlText(format.slice(0, MAX_FORMAT)).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      if (/[dmyh]/i.test(code)) custom.add(Number(attribute(xml, tag, 'numFmtId')));
    } else if (tag.name === 'cellXfs') inCellFormats = !tag.closing;
    else if (tag.name === 'xf' && inCellFormats && !tag.closing) {
      const id = Number(attribute(xml, tag, 'numFmtId'));
      if (isBuiltInDate(id) || custom.has(id)) dates.add(String(index));
      index++;
    }
  }
  return dates;
}

interface CellStart {
  column: number;
  type: string;
  style: string;
}

const NO_CELL: CellStart = { column: -1, type: '', style: '' };

function sheetRows(xml: string, book: Book, targets: Map<string, string>): Row[] {
  const rows = new Map<number, Row>();
  const seen = new Set<number>();
  const tag = newTag();
  let row: Row | null = null;
  let number = 0;
  let cell = NO_CELL;
  let last = '';
  let phonetic = false;
  for (let at = 0; nextTag(xml, at, tag); at = tag.end) {
    last = tag.name;
    if (tag.name === 'rPh') phonetic = !tag.closing && !tag.empty;
    if (tag.closing || phonetic) continue;
    switch (tag.name) {
      case 'row':
        number = rowNumber(attribute(xml, tag, 'r') ?? String(number + 1), seen);
        row = { row: number, cells: [], links: {} };
        cell = NO_CELL;
        break;
      case 'c':
        cell = cellStart(xml, tag, cell.column);
        // Of two texts for one cell or row, one would be lost without a word.
        if (row?.cells[cell.column])
          throw new UserError(`sheet has a cell of row ${number} twice; repair the workbook`);
        break;
      case 'v':
      case 't': {
        if (!row || tag.empty) break;
        const text = cellText(textBehind(xml, tag.end), cell, book);
        if (text === '') break;
        addText(row, cell.column, { text, more: tag.name === 't' }, book);
        if (!rows.has(number)) rows.set(number, row);
        break;
      }
      case 'hyperlink': {
        const target = targets.get(attribute(xml, tag, 'id') ?? '');
        if (target) addLink(rows, attribute(xml, tag, 'ref') ?? '', target, book);
      }
    }
  }
  if (last !== 'worksheet' || !tag.closing)
    throw new UserError('sheet is cut off before its end; get the workbook again');
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

function rowNumber(written: string, seen: Set<number>): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1 || number > MAX_ROWS)
    throw new UserError(
      `sheet row ${JSON.stringify(written.slice(0, 20))} is out of range; repair the workbook`,
    );
  if (seen.has(number)) throw new UserError(`sheet has row ${number} twice; repair the workbook`);
  seen.add(number);
  return number;
}

/** Puts text into a cell, behind what is there with `more`. */
function addText(
  row: Row,
  column: number,
  { text, more }: { text: string; more: boolean },
  book: Book,
): void {
  book.cells += Math.max(1, column + 1 - row.cells.length);
  book.letters += text.length;
  demandSize(book);
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = joined(more ? (row.cells[column] ?? '') : '', text);
}

function demandSize({ cells, letters }: Book): void {
  if (cells > MAX_CELLS || letters > MAX_LETTERS)
    throw new UserError(
      `workbook has more than ${MAX_CELLS} cells or ${MAX_LETTERS} letters; it is no list and is not read`,
    );
}

function cellStart(xml: string, tag: ReturnType<typeof newTag>, before: number): CellStart {
  const ref = attribute(xml, tag, 'r');
  return {
    column: ref ? columnOf(ref) : before + 1,
    type: attribute(xml, tag, 't') ?? 'n',
    style: attribute(xml, tag, 's') ?? '',
  };
}

/** Zero-based column of a cell address such as `AB12`. */
function columnOf(ref: string): number {
  let column = 0;
  for (let i = 0; i < ref.length; i++) {
    const c = ref.charCodeAt(i) & ~32;
    if (c < 65 || c > 90) break;
    column = column * 26 + (c - 64);
  }
  if (column < 1 || column > MAX_COLUMNS)
    throw new UserError(`cell address ${JSON.stringify(ref)} is out of range; repair the workbook`);
  return column - 1;
}

function cellText(raw: string, cell: CellStart, book: Book): string {
  switch (cell.type) {
    case 's': {
      const text = book.strings[Number(raw)];
      if (text === undefined)
        throw new UserError(`workbook lacks shared text ${JSON.stringify(raw.slice(0, 20))}; get it again`);
      return text;
    }
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const value = Number(raw);
      const isDate = book.dateStyles.has(cell.style) && value > 0 && value < 2_958_466;
      // The time of day, if any, is dropped: lists give days.
      return isDate ? serialDay(Math.floor(value), book) : raw.trim();
    }
    default:
      return xmlText(raw);
  }
}

function serialDay(serial: number, book: Book): string {
  let day = book.days.get(serial);
  if (day === undefined) {
    day = dayOf(new Date(book.epoch + serial * 86_400_000));
    book.days.set(serial, day);
  }
  return day;
}

function addLink(rows: Map<number, Row>, ref: string, target: string, book: Book): void {
  const [first = '', last = first] = ref.split(':');
  const from = Number(/\d+$/.exec(first)?.[0]);
  const to = Number(/\d+$/.exec(last)?.[0]);
  const column = columnOf(first);
  const lastColumn = Math.min(columnOf(last), column + 64);
  for (const [number, row] of from === to ? [[from, rows.get(from)] as const] : rows) {
    // Links over whole sheets, thousands of them, are work without end.
    book.cells++;
    demandSize(book);
    if (!row || number < from || number > to) continue;
    for (let c = column; c <= lastColumn; c++) row.links[c] = target;
    book.cells += lastColumn - column;
  }
}
