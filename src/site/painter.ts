import { type Box, type Canvas, INNER, STATE_BORDER } from './canvas.ts';
import { LOOKS } from './standing.ts';
import { boxOfTile, type Tiles } from './tiles.ts';

/** Colours as 32-bit pixels: land without a known position, borders, and each look's own. */
export interface Ink {
  unknown: number;
  border: number;
  stateBorder: number;
  /** In the order of LOOKS. */
  looks: number[];
}

/** A mark on the map: where in pixels, how big, what it shows; a square stands for a statewide agency. */
export interface Mark {
  x: number;
  y: number;
  radius: number;
  square: boolean;
  /** A standing's code. */
  code: number;
  /** Among marks that overlap the one of the higher order lies above. */
  order: number;
  /** Where it lies on its canvas, its rim included. */
  box: Box;
}

/** What the map shows: the code of each county (index: county id), and the marks on their tiles. */
export interface Shown {
  codes: Uint8Array;
  tiles: Tiles;
}

// Each look has its texture, so that the map can be read without colour: eight rows of eight pixels, a set bit in the
// full colour, an unset one in a paler mix. Uncertain is a broad diagonal hatch, whatever the look.
const TEXTURES: Record<(typeof LOOKS)[number], number[]> = {
  'takes-part': [255, 255, 255, 255, 255, 255, 255, 255],
  'will-join': [0x81, 0x03, 0x06, 0x0c, 0x18, 0x30, 0x60, 0xc0],
  limits: [0x10, 0x38, 0x7c, 0xfe, 0x7c, 0x38, 0x10, 0x00],
  declines: [0xff, 0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0xff],
  ends: [0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00],
  other: [0x00, 0x18, 0x18, 0x00, 0x00, 0x18, 0x18, 0x00],
};
const HATCH = [0x0f, 0x1e, 0x3c, 0x78, 0xf0, 0xe1, 0xc3, 0x87];

/** Paints the whole picture. */
export function paint(pixels: Uint32Array, canvas: Canvas, shown: Shown, ink: Ink): void {
  for (let tile = 0; tile < shown.tiles.marks.length; tile++) paintTile(pixels, canvas, shown, ink, tile);
}

/** Paints one tile and answers its box. */
export function paintTile(
  pixels: Uint32Array,
  canvas: Canvas,
  { codes, tiles }: Shown,
  ink: Ink,
  tile: number,
): Box {
  const box = boxOfTile(tiles, tile, canvas);
  paintGround(pixels, canvas, codes, ink, box);
  for (const mark of tiles.marks[tile]!) stamp(pixels, canvas, mark, ink, box);
  return box;
}

/** Paints the land of a box, and the sea. */
function paintGround(
  pixels: Uint32Array,
  { width, ids, kinds }: Canvas,
  codes: Uint8Array,
  ink: Ink,
  [left, top, right, bottom]: Box,
): void {
  let id = -1;
  let full = 0;
  let pale = 0;
  let texture: number[] | null = null;
  for (let y = top; y < bottom; y++) {
    for (let x = left, i = y * width + left; x < right; x++, i++) {
      const own = ids[i]!;
      if (own !== id) {
        id = own;
        const code = codes[id] ?? 0;
        full = id === 0 ? 0 : code < 2 ? ink.unknown : ink.looks[(code >> 1) - 1]!;
        pale = mix(full, ink.unknown);
        texture = code < 2 ? null : textureOf(code);
      }
      const kind = kinds[i]!;
      if (kind !== INNER) pixels[i] = kind === STATE_BORDER ? ink.stateBorder : ink.border;
      else pixels[i] = texture === null || (texture[y & 7]! >> (x & 7)) & 1 ? full : pale;
    }
  }
}

function textureOf(code: number): number[] | null {
  if (code & 1) return HATCH;
  const look = LOOKS[(code >> 1) - 1]!;
  return look === 'takes-part' ? null : TEXTURES[look];
}

/** Half of each channel of two pixels. */
function mix(a: number, b: number): number {
  return ((((a ^ b) & 0xfefefefe) >>> 1) + (a & b)) >>> 0;
}

// A light rim sets a mark off from a county of its own colour.
const RIM = 1.5;

/** The box of a mark of a radius around a point, cut to its canvas. */
export function boxOfMark(
  x: number,
  y: number,
  radius: number,
  { width, height }: Pick<Canvas, 'width' | 'height'>,
): Box {
  const reach = radius + RIM;
  return [
    Math.max(0, Math.floor(x - reach)),
    Math.max(0, Math.floor(y - reach)),
    Math.min(width, Math.floor(x + reach) + 1),
    Math.min(height, Math.floor(y + reach) + 1),
  ];
}

/** Paints as much of a mark as lies within a box. */
function stamp(pixels: Uint32Array, canvas: Canvas, mark: Mark, ink: Ink, within: Box): void {
  const own = mark.box;
  const [left, top] = [Math.max(own[0], within[0]), Math.max(own[1], within[1])];
  const [right, bottom] = [Math.min(own[2], within[2]), Math.min(own[3], within[3])];
  const colour = ink.looks[(mark.code >> 1) - 1]!;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const inside = shapeAt(x - mark.x, y - mark.y, mark, x, y);
      if (inside > 0) pixels[y * canvas.width + x] = inside === 1 ? colour : ink.border;
    }
  }
}

/** 0 outside a mark, 1 on its colour, 2 on its light part. The shapes are those of the legend: full, half, ring, diamond, hatched. */
function shapeAt(dx: number, dy: number, mark: Mark, x: number, y: number): 0 | 1 | 2 {
  const look = LOOKS[(mark.code >> 1) - 1]!;
  const across = Math.max(Math.abs(dx), Math.abs(dy));
  const distance = mark.square
    ? across
    : look === 'limits'
      ? (Math.abs(dx) + Math.abs(dy)) * 0.8
      : Math.sqrt(dx * dx + dy * dy);
  if (distance > mark.radius + RIM) return 0;
  if (distance > mark.radius) return 2;
  if (distance > mark.radius * 0.68) return 1;
  if (mark.code & 1) return (HATCH[y & 7]! >> (x & 7)) & 1 ? 1 : 2;
  if (look === 'ends') return dx < 0 ? 1 : 2;
  if (look === 'declines' || look === 'other') return 2;
  if (look === 'will-join') return (TEXTURES['will-join'][y & 7]! >> (x & 7)) & 1 ? 1 : 2;
  return 1;
}
