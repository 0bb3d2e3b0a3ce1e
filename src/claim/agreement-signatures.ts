import { addDays, type Day } from '../base/index.ts';
import type { TextReading } from '../read/index.ts';
import { type WrittenDate, writtenDates } from './agreement-dates.ts';
import { isDoubtful, type Span, wordsIn } from './agreement-text.ts';
import { matchesOf } from './matches.ts';

/** One who signs: for the agency or for the federal government, as the document prints it. */
export interface Signatory {
  side: 'agency' | 'federal';
  name: string | null;
  title: string | null;
  office: string | null;
  /** The day written beside the signature; null when blank, in handwriting or not read with certainty. */
  signed: Day | null;
  /** Where that day stands. */
  dated: Span | null;
  /** Where the office stands. */
  seated: Span | null;
}

/** A signature block: both signatories, and whether it prints blanks that nobody wrote in. */
export interface Signatures {
  block: Span;
  signatories: [agency: Signatory, federal: Signatory];
  /** The dates are blanks in a text without any picture: nobody signed. */
  blank: { agency: boolean; federal: boolean };
}

interface Piece extends Span {
  text: string;
}
type Column = Piece[];

const OPENING =
  /By\s+signing\s+this\s+(?:MOA|Memorandum|Agreement)[\s\S]{0,400}?(?:allowed\s+by\s+la\S{0,4}|bound\s+thereto)/i;
const LABEL = /\b(Date|Signature|Name|Title|Agency)\s*[:;.”"-]/gi;
const FEDERAL =
  /Immigr\w+ (?:and|&) C|Homeland|Enforcement and Removal|Executive Associate|Assistant Director|Customs Enforcement|Acting Director|\bICE\b|\bDHS\b/gi;
const TITLE =
  /\b(?:Sheriff|Chief|Director|Jailer|Secretary|Attorney General|Marshal|Commissioner|Superintendent|Administrator|Constable|Warden|Colonel|Commander|Captain|Major|President|Mayor|Manager|Judge|Lieutenant|Sergeant|Under ?sheriff|Deputy)\b/;
const NAME = /^(?:[A-Z][\w.’'-]*\s){1,3}(?:St\.? )?[A-Z][a-z’'-]*[A-Z]?[a-z]+(?:,? (?:Jr|Sr|I{2,3})\.?)?$/;
const NOISE = /^\W*(?:\d{1,2}|revised?\b.*|rev\b.*)\W*$/i;

/** The first signature block of a reading, or null where no party signs. */
export function signaturesIn(reading: TextReading): Signatures | null {
  const { text, pages } = reading;
  const opening = OPENING.exec(text);
  if (!opening) return null;
  const start = opening.index + opening[0].length;
  const page = pages?.findIndex((range) => start >= range.start && start <= range.end) ?? -1;
  const own = pages?.[page];
  const ownEnd = own?.end ?? text.length;
  const more = text.slice(start, ownEnd).trim().length > 60 ? ownEnd : (pages?.[page + 1]?.end ?? ownEnd);
  const block = { start, end: more };
  const columns = columnsOf(text, block);
  const order = sidesOf(columns);
  const dates = datesOf(text, block, columns, order);
  const sign = (side: Signatory['side']): Signatory =>
    signatory(reading, side, columns[order[side]]!, dates[side]);
  const agency = sign('agency');
  const federal = sign('federal');
  checkDates(agency, federal);
  const blank = (side: Signatory['side']) =>
    !own?.ocr && dates[side].length === 0 && hasBlank(columns[order[side]]!);
  return {
    block,
    signatories: [agency, federal],
    blank: { agency: blank('agency'), federal: blank('federal') },
  };
}

/** The block's left and right column: rows are parted at tabs and where the same label comes again. */
function columnsOf(text: string, block: Span): [Column, Column] {
  const columns: [Column, Column] = [[], []];
  let at = block.start;
  for (const line of text.slice(block.start, block.end).split('\n')) {
    const [left, right] = halves(line);
    for (const [side, half] of [left, right].entries()) {
      const words = text.slice(at + half.start, at + half.end);
      if (words.trim() && !NOISE.test(words))
        columns[side]!.push({ start: at + half.start, end: at + half.end, text: words });
    }
    at += line.length + 1;
  }
  return columns;
}

function halves(line: string): [Span, Span] {
  const all = { start: 0, end: line.length };
  const none = { start: line.length, end: line.length };
  if (line.startsWith('\t')) return [none, all];
  const split = secondLabel(line) ?? tabSplit(line);
  return split === null
    ? [all, none]
    : [
        { start: 0, end: split },
        { start: split, end: line.length },
      ];
}

/** Where a row's second label begins; "For the LEA:" and "For ICE:" count as labels. */
function secondLabel(line: string): number | null {
  const labels = [...matchesOf(line, LABEL), ...matchesOf(line, /\b[FY]or (?:the )?[A-Z]{3,5}\b\s*[:;]?/g)];
  const starts = labels.map((label) => label.index).sort((a, b) => a - b);
  if (starts.length > 1) return starts[1]!;
  // A label that OCR misread still stands alone behind a tab with its colon.
  const odd = /\t\s*(?=[A-Za-z]{3,9}[:;,”"](?:\t|\s|$))/.exec(line);
  return odd ? odd.index + odd[0].length : null;
}

function tabSplit(line: string): number | null {
  const tab = line.indexOf('\t');
  if (tab < 0) return null;
  // "Date:" and its value, parted by a wide blank, are one.
  const lone = /^\s*[A-Za-z]{3,9}\s*[:;]\s*$/.test(line.slice(0, tab));
  const next = lone ? line.indexOf('\t', tab + 1) : tab;
  return next < 0 ? null : next;
}

/** Which column is whose: by words of the federal side, else by the headings' order, else the agency is left. */
function sidesOf(columns: [Column, Column]): { agency: 0 | 1; federal: 0 | 1 } {
  const joined = columns.map((column) => column.map((piece) => piece.text).join('\n'));
  const [left, right] = joined.map((text) => text.match(FEDERAL)?.length ?? 0) as [number, number];
  if (left > right) return { agency: 1, federal: 0 };
  return { agency: 0, federal: 1 };
}

type Dates = Record<Signatory['side'], WrittenDate[]>;

function datesOf(
  text: string,
  block: Span,
  columns: [Column, Column],
  order: ReturnType<typeof sidesOf>,
): Dates {
  const found: Dates = { agency: [], federal: [] };
  for (const side of ['agency', 'federal'] as const)
    for (const piece of upToThird(columns[order[side]]!)) {
      if (/\brev(?:ised)?\b/i.test(piece.text)) continue;
      for (const date of writtenDates(piece.text)) {
        const placed = { ...date, start: piece.start + date.start, end: piece.start + date.end };
        const whose = date.digital ? signerOf(text, block, placed, columns, order) : side;
        if (whose) found[whose].push(placed);
      }
    }
  return found;
}

const HEAD = /^\W*[FY]or\s*(?:the )?[A-Z]{2,5}\b|approved as to/i;

/** The column without a further party's block, such as an attorney general's approval. */
function upToThird(column: Column): Column {
  const labels = column.findIndex((piece) => /^\W*(?:signature|title)\b/i.test(piece.text));
  const third = column.findIndex((piece, i) => labels >= 0 && i > labels && HEAD.test(piece.text));
  return third < 0 ? column : column.slice(0, third);
}

/** Whose name a signing program printed around its date. */
function signerOf(
  text: string,
  block: Span,
  date: Span,
  columns: [Column, Column],
  order: ReturnType<typeof sidesOf>,
): Signatory['side'] | null {
  const around = text
    .slice(Math.max(block.start, date.start - 160), Math.min(block.end, date.end + 40))
    .toLowerCase();
  for (const side of ['federal', 'agency'] as const) {
    const name = columns[order[side]]!.map((piece) => wordsIn(piece.text)).find(
      (line) => NAME.test(line) && /[a-z]/.test(line),
    );
    const surname = name?.split(' ').at(-1)?.toLowerCase();
    if (surname && around.includes(surname)) return side;
  }
  return null;
}

function signatory(
  reading: TextReading,
  side: Signatory['side'],
  whole: Column,
  dates: WrittenDate[],
): Signatory {
  const column = upToThird(whole);
  const sure = dates.filter((date) => !isDoubtful(reading, date));
  const dated = new Set(sure.map((date) => date.day)).size === 1 ? sure[0]! : null;
  // A typed signature is a name; a written one comes out of OCR as anything.
  const scanned = column.some((piece) => onScan(reading, piece));
  const skip = scanned ? /^\W*(?:date|signature|agency|title)\b/i : /^\W*(?:date|agency|title)\b/i;
  const name = fieldOf(column, 'name', isName, skip);
  const title = fieldOf(column, 'title', isTitle, /^\W*(?:date|signature|agency|name)\b/i);
  const office = officeOf(column, side);
  const ice = office && side === 'federal' && /Immigr\w+ (?:and|&) Cu/.test(office.text);
  return {
    side,
    name: name && !isDoubtful(reading, name) ? wordsIn(name.text) : headName(column),
    title: title ? wordsIn(title.text).replace(/[,;:]\s*$/, '') : null,
    office: ice ? 'U.S. Immigration and Customs Enforcement' : office && sureOffice(reading, office),
    signed: dated?.day ?? null,
    dated,
    seated: office,
  };
}

function sureOffice(reading: TextReading, office: Piece): string | null {
  const words = wordsIn(office.text);
  return isDoubtful(reading, office) || /^(?:County|City|of)\b/.test(words) ? null : words;
}

function onScan(reading: TextReading, { start }: Span): boolean {
  return (reading.pages ?? []).some((page) => page.ocr && start >= page.start && start < page.end);
}

function isName(words: string): boolean {
  if (TITLE.test(words) || OFFICE.test(words)) return false;
  return NAME.test(words) && !/\b(?:County|City|State|Enforcement)\b/.test(words);
}

function isTitle(words: string): boolean {
  const plain = /^[A-Za-z][A-Za-z,.&'’() /-]{2,80}$/.test(words);
  return plain && TITLE.test(words) && !/\b(?:Office|Department)\b/.test(words);
}

/** A labelled value, or the line beside its empty label, or any line of that shape. */
function fieldOf(
  column: Column,
  label: string,
  fits: (words: string) => boolean,
  skip: RegExp,
): Piece | null {
  const own = new RegExp(`^\\W*${label}\\s*[:;.]`, 'i');
  const labelled = column.map((piece) => after(piece, own)).find((piece) => piece !== null);
  if (labelled && fits(wordsIn(labelled.text))) return labelled;
  for (const piece of column) {
    const bare = after(piece, /^\W*[A-Za-z]{2,9}\s*[:;”"]/) ?? piece;
    if (!skip.test(piece.text) && fits(wordsIn(bare.text))) return bare;
  }
  return null;
}

/** What stands behind a label in a piece, without the blank's marks; null when the label is not there. */
function after(piece: Piece, label: RegExp): Piece | null {
  const match = label.exec(piece.text);
  if (!match) return null;
  const rest = piece.text.slice(match[0].length);
  const lead = /^[\s_:;-]*/.exec(rest)![0].length;
  const text = rest.slice(lead).replace(/[\s_—-]+$/, '');
  const start = piece.start + match[0].length + lead;
  return { start, end: start + text.length, text };
}

/** "For the LEA: Larry Kendrick". */
function headName(column: Column): string | null {
  for (const piece of column) {
    const rest = after(piece, /^\W*For (?:the )?[A-Z]{2,5}\s*[:;]/);
    if (rest && NAME.test(wordsIn(rest.text))) return wordsIn(rest.text);
  }
  return null;
}

const OFFICE = /Office|Department|Police|Bureau|Detention|Corrections|Customs|Jail|Patrol|Guard/i;

function officeOf(column: Column, side: Signatory['side']): Piece | null {
  for (const piece of column) {
    const office = after(piece, /^\W*Agency\s*[:;.]/i);
    if (office && OFFICE.test(office.text)) return office;
  }
  if (side === 'federal')
    return (
      column.find((piece) => /Immigr\w+ (?:and|&) Cu/.test(piece.text) && !/title/i.test(piece.text)) ?? null
    );
  const bare = column.find(
    (piece) =>
      OFFICE.test(piece.text) && !/^\W*[A-Za-z]+\s*[:;]/.test(piece.text) && !TITLE_ONLY.test(piece.text),
  );
  return bare ?? null;
}

const TITLE_ONLY = /^\W*(?:Assistant |Acting |Executive |Deputy )*(?:Chief of Police|Director)\b/;

function hasBlank(column: Column): boolean {
  return column.some((piece) => /^\W*date\s*[:;]\s*[_\s]*$/i.test(piece.text));
}

/** Days more than a year apart: one is a slip of the pen, and which is not said. The federal side's stands if it is the earlier. */
function checkDates(agency: Signatory, federal: Signatory): void {
  if (!agency.signed || !federal.signed || agency.signed <= addDays(federal.signed, 366)) return;
  agency.signed = null;
  agency.dated = null;
}
