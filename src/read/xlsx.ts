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
    epoch: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook) ? EPOCH_1904 : EPOCH_1900,
    days: new Map(),
  };
  const targets = relations(partText(zip, 'xl/_rels/workbook.xml.rels') ?? '');
  const sheets: Sheet[] = [];
  const tag = newTag();
  for (let at = 0; nextTag(workbook, at, tag); at = tag.end) {
    if (tag.name !== 'sheet' || tag.closing) continue;
    const path = partPath(targets.get(attribute(workbook, tag, 'r:id') ?? '') ?? '');
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
  const found = /<dcterms:modified[^>]*>([^<]+)</.exec(core)?.[1];
  const time = found ? Date.parse(found) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
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
      text += xmlText(textBehind(xml, tag.end));
    else if (tag.name === 'rPh') phonetic = !tag.closing && !tag.empty;
    else if (tag.name === 'si' && (tag.closing || tag.empty)) {
      strings.push(text);
      text = '';
    }
  }
  return strings;
}

function textBehind(xml: string, start: number): string {
  const end = xml.indexOf('<', start);
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
      const code = xmlText(attribute(xml, tag, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
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

function sheetRows(xml: string, book: Book, targets: Map<string, string>): Row[] {
  const rows = new Map<number, Row>();
  const tag = newTag();
  let row: Row | null = null;
  let number = 0;
  let cell: CellStart = { column: -1, type: '', style: '' };
  for (let at = 0; nextTag(xml, at, tag); at = tag.end) {
    if (tag.closing) continue;
    switch (tag.name) {
      case 'row':
        number = Number(attribute(xml, tag, 'r') ?? number + 1);
        if (!(number >= 1 && number <= MAX_ROWS))
          throw new UserError(`sheet row ${number} is out of range; repair the workbook`);
        row = { row: number, cells: [], links: {} };
        cell = { column: -1, type: '', style: '' };
        break;
      case 'c':
        cell = cellStart(xml, tag, cell.column);
        break;
      case 'v':
      case 't': {
        if (!row || tag.empty) break;
        const text = cellText(textBehind(xml, tag.end), cell, book);
        if (text === '') break;
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = tag.name === 't' ? (row.cells[cell.column] ?? '') + text : text;
        if (!rows.has(number)) rows.set(number, row);
        break;
      }
      case 'hyperlink':
        addLink(rows, attribute(xml, tag, 'ref') ?? '', targets.get(attribute(xml, tag, 'id') ?? ''));
    }
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
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
    case 's':
      return book.strings[Number(raw)] ?? '';
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

function addLink(rows: Map<number, Row>, ref: string, target: string | undefined): void {
  if (!target) return;
  const [first = '', last = first] = ref.split(':');
  const from = Number(/\d+$/.exec(first)?.[0]);
  const to = Number(/\d+$/.exec(last)?.[0]);
  const column = columnOf(first);
  const lastColumn = columnOf(last);
  for (const [number, row] of from === to ? [[from, rows.get(from)] as const] : rows) {
    if (!row || number < from || number > to) continue;
    for (let c = column; c <= Math.min(lastColumn, column + 64); c++) row.links[c] = target;
  }
}
