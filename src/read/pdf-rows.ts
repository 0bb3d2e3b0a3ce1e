import type { PageWord } from './pdf-words.ts';

/** Words that stand beside each other without a wide gap. */
export interface Cell {
  words: PageWord[];
  x0: number;
  x1: number;
  /** Right end, with the blank of a form that follows. */
  reach: number;
  y0: number;
  y1: number;
  size: number;
}

/** Cells on one height, from left to right. */
export interface PageRow {
  cells: Cell[];
  y0: number;
  y1: number;
}

// Justified lines stretch their spaces to about one em; columns stand further apart.
const CELL_GAP = 1.6;
const COLUMN_ROWS = 6;

/** The rows of a page from top to bottom; columns of running text come one behind the other. */
export function rowsOf(words: PageWord[], width: number): PageRow[] {
  const order = new Map(words.map((word, index) => [word, index]));
  const rows = chains(words)
    .flatMap((chain) => unstacked(chain, order))
    .map(rowOf);
  rows.sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1);
  return byColumns(rows, width);
}

/** Chains of words, each beside the one before: a slanting scan drifts by less than half a line from word to word. */
function chains(words: PageWord[]): PageWord[][] {
  const open: PageWord[][] = [];
  for (const word of [...words].sort((a, b) => a.x0 - b.x0)) {
    let best: PageWord[] | null = null;
    let most = 0.45;
    for (const chain of open) {
      const share = overlap(chain.at(-1)!, word);
      // The nearest end wins among those on the same height, for a drifting line crosses others far away.
      const score = share - Math.max(0, word.x0 - chain.at(-1)!.x1) / 2000;
      if (share > 0.45 && score > most) {
        best = chain;
        most = score;
      }
    }
    if (best) best.push(word);
    else open.push([word]);
  }
  return open;
}

/** Share of the lower word's height on which both stand. */
function overlap(a: PageWord, b: PageWord): number {
  return (Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)) / Math.max(1, Math.min(a.y1 - a.y0, b.y1 - b.y0));
}

/** A chain in which words lie on one another becomes two: what was printed, and what was typed over it. */
function unstacked(chain: PageWord[], order: Map<PageWord, number>): PageWord[][] {
  const below: PageWord[] = [];
  const above: PageWord[] = [];
  for (const word of chain) {
    const last = below.at(-1);
    const width = Math.min(word.x1 - word.x0, last ? last.x1 - last.x0 : 0);
    const lies = last !== undefined && last.x1 - word.x0 > 0.5 * width;
    // What was written right behind a word on top belongs with it.
    const top = above.at(-1);
    const follows = top !== undefined && order.get(word) === order.get(top)! + 1;
    if (lies || follows) above.push(word);
    else below.push(word);
  }
  return above.length > 0 ? [below, ...unstacked(above, order)] : [below];
}

function rowOf(words: PageWord[]): PageRow {
  const cells: Cell[] = [];
  let group: PageWord[] = [];
  const least = stretched(words);
  for (const word of words) {
    const last = group.at(-1);
    const em = Math.max(word.y1 - word.y0, last ? last.y1 - last.y0 : 0) * 0.75;
    // Behind a blank that is not written in, something new begins.
    const behind = last && last.reach > last.x1 + em && word.x0 > last.reach;
    if (last && (behind || word.x0 - last.reach > Math.max(CELL_GAP * em, least))) {
      cells.push(cellOf(group));
      group = [];
    }
    group.push(word);
  }
  cells.push(cellOf(group));
  return withBounds(cells);
}

/** The gap that parts cells in a line whose spaces are all wide, as a justified line of few words has them. */
function stretched(words: PageWord[]): number {
  if (words.length < 5) return 0;
  const gaps = words.slice(1).map((word, i) => word.x0 - words[i]!.x1);
  return 2 * gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
}

function withBounds(cells: Cell[]): PageRow {
  return {
    cells,
    y0: Math.min(...cells.map((cell) => cell.y0)),
    y1: Math.max(...cells.map((cell) => cell.y1)),
  };
}

function cellOf(words: PageWord[]): Cell {
  const sizes = words.map((word) => word.size).sort((a, b) => a - b);
  return {
    words,
    x0: words[0]!.x0,
    x1: Math.max(...words.map((word) => word.x1)),
    reach: Math.max(...words.map((word) => word.reach)),
    y0: Math.min(...words.map((word) => word.y0)),
    y1: Math.max(...words.map((word) => word.y1)),
    size: sizes[sizes.length >> 1]!,
  };
}

/** The rows with each band of columns of running text turned into its columns. */
function byColumns(rows: PageRow[], width: number): PageRow[] {
  const out: PageRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    const gutter = gutterOf(rows[i]!, width);
    let end = i;
    if (gutter) while (end < rows.length && isBeside(rows[end]!, gutter)) end++;
    const band = rows.slice(i, end);
    if (gutter && band.filter((row) => gutterOf(row, width)).length >= COLUMN_ROWS) {
      const middle = (gutter[0] + gutter[1]) / 2;
      for (const left of [true, false])
        for (const row of band) {
          const cells = row.cells.filter((cell) => cell.x0 < middle === left);
          if (cells.length > 0) out.push(withBounds(cells));
        }
      i = end - 1;
    } else out.push(rows[i]!);
  }
  return out;
}

/** The gap between two long stretches of text, or null. A form has short ones. */
function gutterOf(row: PageRow, width: number): [number, number] | null {
  const [left, right] = row.cells;
  if (!left || !right || row.cells.length !== 2) return null;
  const long = (cell: Cell) => cell.x1 - cell.x0 > 0.27 * width && cell.words.length > 3;
  return long(left) && long(right) ? [left.x1, right.x0] : null;
}

function isBeside(row: PageRow, [from, to]: [number, number]): boolean {
  const middle = (from + to) / 2;
  return row.cells.every(
    (cell) => cell.x1 <= Math.max(middle, to - 1) || cell.x0 >= Math.min(middle, from + 1),
  );
}
