import type { Cell, PageRow } from './pdf-rows.ts';
import type { Block } from './reading.ts';

/** A page's text with its blocks and the ranges read with little certainty; offsets count from the page's start. */
export interface PageText {
  text: string;
  blocks: Block[];
  doubtful: { start: number; end: number }[];
}

interface Line {
  text: string;
  row: PageRow;
  doubtful: { start: number; end: number }[];
}

const ITEM = /^(?:[•▪●◦‣·–—*-]|\(?(?:[a-z]|\d{1,2}|[ivx]{1,5})[.)])\s/i;

/** The text of rows: wrapped lines in one block with their line ends kept, rows of several cells with tabs between them. */
export function pageText(rows: PageRow[]): PageText {
  const lines = rows.map((row, index) => lineOf(row, rows, index));
  const body = bodySize(rows);
  const right = Math.max(0, ...rows.map((row) => row.cells.at(-1)!.x1));
  const out: PageText = { text: '', blocks: [], doubtful: [] };
  let previous: Line | null = null;
  for (const line of lines) {
    const open = out.blocks.at(-1);
    if (open && previous && continues(previous, line, right)) {
      if (isBroken(out.text, line.text)) out.text = out.text.slice(0, -1);
      else out.text += '\n';
      open.end = append(out, line);
    } else {
      if (out.text) out.text += '\n\n';
      const start = out.text.length + (line.text.length - line.text.trimStart().length);
      out.blocks.push({ start, end: append(out, line), kind: kindOf(line, body) });
    }
    previous = line;
  }
  return out;
}

function append(out: PageText, line: Line): number {
  const at = out.text.length;
  for (const { start, end } of line.doubtful) out.doubtful.push({ start: at + start, end: at + end });
  out.text += line.text;
  return out.text.length;
}

// "immi-" and "gration": a word that the line's end broke. The hyphen of a compound is lost with it.
function isBroken(above: string, below: string): boolean {
  return /[a-z]{2}-$/.test(above) && /^[a-z]{2}/.test(below);
}

function lineOf(row: PageRow, rows: PageRow[], index: number): Line {
  const line: Line = { text: isRightOnly(row, rows, index) ? '\t' : '', row, doubtful: [] };
  for (const [i, cell] of row.cells.entries()) {
    if (i > 0) line.text += '\t';
    for (const [j, word] of cell.words.entries()) {
      if (j > 0) line.text += ' ';
      const start = line.text.length;
      line.text += word.text;
      if (word.doubtful) line.doubtful.push({ start, end: line.text.length });
    }
  }
  return line;
}

/** True for a lone cell under the right cell of a row of two near above it: its line begins with a tab. */
function isRightOnly(row: PageRow, rows: PageRow[], index: number): boolean {
  const [cell] = row.cells;
  if (!cell || row.cells.length !== 1) return false;
  for (let i = index - 1; i >= Math.max(0, index - 6); i--) {
    const above = rows[i]!;
    if (above.cells.length < 2) continue;
    const last = above.cells.at(-1)!;
    return cell.x0 > above.cells[0]!.x1 && cell.x0 > last.x0 - 4 * cell.size;
  }
  return false;
}

function continues(above: Line, below: Line, right: number): boolean {
  const [a, b] = [above.row.cells[0]!, below.row.cells[0]!];
  if (above.row.cells.length > 1 || below.row.cells.length > 1) return false;
  if (above.text.startsWith('\t') || below.text.startsWith('\t') || ITEM.test(below.text)) return false;
  const height = Math.max(a.size, b.size);
  const step = below.row.y1 - above.row.y1;
  if (step < 0.3 * height || step > 1.65 * height || Math.abs(a.size - b.size) > 0.2 * height) return false;
  // A first line stands in from the one above; the line after an item's mark does too, but only beside it.
  if (b.x0 - a.x0 > 1.2 * height && !ITEM.test(above.text)) return false;
  const short = a.x1 < a.x0 + 0.75 * (right - a.x0);
  return !(short && (/[.!?:;]["”’)]*$/.test(above.text) || /^[A-Z0-9]/.test(below.text)));
}

function kindOf(line: Line, body: number): Block['kind'] {
  const { cells } = line.row;
  const text = line.text.trim();
  if (cells.length > 1 || line.text.startsWith('\t'))
    return isNumbered(cells) ? headingOr(text, 'paragraph') : 'table-row';
  const large = cells[0]!.size > 1.15 * body;
  if (text.length < 150 && large && !/[.,;]$/.test(text)) return 'heading';
  return ITEM.test(line.text) && !isCapitals(text) ? 'list-item' : headingOr(text, 'paragraph');
}

/** "IV." far from its title is one heading and no row of a table. */
function isNumbered(cells: Cell[]): boolean {
  return (
    cells.length === 2 &&
    cells[0]!.words.length === 1 &&
    /^[\dIVXLA-Z]{1,6}[.)]$/.test(cells[0]!.words[0]!.text)
  );
}

function headingOr(text: string, other: Block['kind']): Block['kind'] {
  return text.length < 120 && isCapitals(text) && !/[.,;]$/.test(text) ? 'heading' : other;
}

function isCapitals(text: string): boolean {
  return /[A-Z]{3}/.test(text) && !/[a-z]/.test(text);
}

/** The size of most of the type. */
function bodySize(rows: PageRow[]): number {
  const sizes = rows.flatMap((row) => row.cells.flatMap((cell) => cell.words.map((word) => word.size)));
  sizes.sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}
