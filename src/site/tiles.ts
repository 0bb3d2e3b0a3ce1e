import type { Box, Canvas } from './canvas.ts';
import type { Mark } from './painter.ts';

// A tile is a square of so many pixels, as a power of two: what is painted anew where something changes.
const TILE = 5;

/** The picture in tiles, row by row, with the marks that touch each in the order in which they are painted. */
export interface Tiles {
  across: number;
  marks: Mark[][];
}

/** The tiles of a canvas, without marks yet. */
export function tilesOf({ width, height }: Pick<Canvas, 'width' | 'height'>): Tiles {
  const across = Math.ceil(width / (1 << TILE));
  const down = Math.ceil(height / (1 << TILE));
  return { across, marks: Array.from({ length: across * down }, () => []) };
}

/** Calls `visit` with each tile that a box touches. */
export function eachTile({ across }: Tiles, [left, top, right, bottom]: Box, visit: (tile: number) => void) {
  for (let y = top >> TILE; y <= (bottom - 1) >> TILE; y++)
    for (let x = left >> TILE; x <= (right - 1) >> TILE; x++) visit(y * across + x);
}

/** The box of a tile. */
export function boxOfTile({ across }: Tiles, tile: number, { width, height }: Canvas): Box {
  const [left, top] = [(tile % across) << TILE, Math.floor(tile / across) << TILE];
  return [left, top, Math.min(width, left + (1 << TILE)), Math.min(height, top + (1 << TILE))];
}

/** Puts a mark on the tiles that it touches. */
export function putMark(tiles: Tiles, mark: Mark, visit: (tile: number) => void): void {
  eachTile(tiles, mark.box, (tile) => {
    const marks = tiles.marks[tile]!;
    let at = marks.length;
    while (at > 0 && marks[at - 1]!.order > mark.order) at--;
    marks.splice(at, 0, mark);
    visit(tile);
  });
}

/** Takes a mark off its tiles. */
export function takeMark(tiles: Tiles, mark: Mark, visit: (tile: number) => void): void {
  eachTile(tiles, mark.box, (tile) => {
    const marks = tiles.marks[tile]!;
    marks.splice(marks.indexOf(mark), 1);
    visit(tile);
  });
}
