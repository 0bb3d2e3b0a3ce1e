import type { Canvas } from './canvas.ts';
import { type IntervalTable, ROLES } from './intervals-binary.ts';
import { boxOfMark, type Mark, type Shown } from './painter.ts';
import { eachTile, putMark, takeMark, tilesOf } from './tiles.ts';

const COUNTY = ROLES.indexOf('county');
const STATE = ROLES.indexOf('state');

// A standing's code is below this.
const CODES = 16;

/** What the map shows, and what it was made from. */
export interface MapState extends Shown {
  /** Of each agency, as shown. */
  standing: Uint8Array;
  /** How many agencies of each code stand behind each spot, in three rows of codes: countywide ones, those of a place, statewide ones. */
  counts: Uint16Array;
  /** Marks by spot: those of places, those of states. */
  marks: Mark[][];
}

/** A map on which nobody has a position. */
export function emptyMap(table: IntervalTable, canvas: Canvas): MapState {
  return {
    standing: new Uint8Array(table.spot.length),
    counts: new Uint16Array(table.spots.length * KINDS * CODES),
    codes: new Uint8Array(canvas.boxes.length),
    marks: Array.from({ length: table.spots.length * KINDS }, () => NONE),
    tiles: tilesOf(canvas),
  };
}

const KINDS = 3;
const NONE: Mark[] = [];

/**
 * Brings a map to other standings, at `scale` pixels a map unit, and answers the tiles on which it then looks otherwise. A day
 * seldom differs from the next in more than a few agencies, so a step looks at little more than those.
 */
export function moveMap(
  table: IntervalTable,
  map: MapState,
  standing: Uint8Array,
  canvas: Canvas,
  scale: number,
): Set<number> {
  const moved = new Set<number>();
  for (let agency = 0; agency < standing.length; agency++) {
    const [before, after] = [map.standing[agency]!, standing[agency]!];
    if (before === after) continue;
    map.standing[agency] = after;
    const spot = table.spot[agency]!;
    if (spot < 0) continue;
    const role = table.role[agency]!;
    const key = spot * KINDS + (role === COUNTY ? 0 : role === STATE ? 2 : 1);
    if (before > 0) map.counts[key * CODES + before]!--;
    if (after > 0) map.counts[key * CODES + after]!++;
    moved.add(key);
  }
  const tiles = new Set<number>();
  const note = (tile: number) => tiles.add(tile);
  for (const key of moved) {
    if (key % KINDS === 0) {
      const { county } = table.spots[key / KINDS]!;
      const code = firstCode(map.counts, key);
      if (map.codes[county] === code) continue;
      map.codes[county] = code;
      if (county > 0) eachTile(map.tiles, canvas.boxes[county]!, note);
      continue;
    }
    for (const mark of map.marks[key]!) takeMark(map.tiles, mark, note);
    map.marks[key] = marksOf(table, key, map.counts, canvas, scale);
    for (const mark of map.marks[key]) putMark(map.tiles, mark, note);
  }
  return tiles;
}

/** The first look that any of a county's agencies has; 0 where none has one. */
function firstCode(counts: Uint16Array, key: number): number {
  for (let code = 1; code < CODES; code++) if (counts[key * CODES + code]! > 0) return code;
  return 0;
}

/** Agencies of one spot and one standing are one mark, the bigger the more they are. */
function marksOf(
  table: IntervalTable,
  key: number,
  counts: Uint16Array,
  canvas: Canvas,
  scale: number,
): Mark[] {
  const spot = table.spots[Math.floor(key / KINDS)]!;
  const square = key % KINDS === 2;
  const entries: [code: number, count: number][] = [];
  for (let code = 1; code < CODES; code++) {
    const count = counts[key * CODES + code]!;
    if (count > 0) entries.push([code, count]);
  }
  return entries.map(([code, count], i) => {
    const radius = (square ? 3 : 1.5 + 0.7 * Math.sqrt(Math.min(count, 16))) * scale;
    // Several standings at one spot stand in a row, centred on it.
    const shift = (i - (entries.length - 1) / 2) * 6 * scale;
    const [x, y] = [spot.x * scale + shift, spot.y * scale];
    const box = boxOfMark(x, y, radius, canvas);
    return { x, y, radius, square, code, box, order: key * CODES + code };
  });
}
