import { type Box, type Canvas, INNER, overlap, STATE_BORDER } from './canvas.ts';
import { LOOKS } from './standing.ts';

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
  /** Which marks stand in a row with it: they move together. */
  row?: number;
  /** Where it lies on its canvas; noted when it is first painted. */
  box?: Box;
}

/** What the map shows: the code of each county (index: county id) and the marks, those that stay being the same objects. */
export interface Shown {
  codes: Uint8Array;
  marks: readonly Mark[];
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

// Past so many changes one pass over everything is quicker than many small ones.
const MANY = 300;

/**
 * Brings `pixels` from what they show (null: nothing yet) to what they shall show, and answers the boxes that it
 * touched. A day seldom differs from the next in more than a few counties, so a step costs next to nothing.
 */
export function repaint(
  pixels: Uint32Array,
  canvas: Canvas,
  before: Shown | null,
  after: Shown,
  ink: Ink,
): Box[] {
  const changes = before && differences(canvas, before, after);
  if (changes === null || changes.length > MANY) {
    const whole = canvas.boxes[0]!;
    paintGround(pixels, canvas, after.codes, ink, whole, 0);
    for (const mark of after.marks) stamp(pixels, canvas, mark, ink, whole);
    return [whole];
  }
  const near = marksNear(changes, after.marks, canvas);
  for (const { box, county } of changes) {
    paintGround(pixels, canvas, after.codes, ink, box, county);
    // Within the box alone: outside it every mark is painted already.
    for (const mark of near) if (overlap(box, boxOf(mark, canvas))) stamp(pixels, canvas, mark, ink, box);
  }
  return changes.map(({ box }) => box);
}

interface Change {
  box: Box;
  /** Its id; 0 for every county below a mark. */
  county: number;
}

/** Boxes where two pictures differ. */
function differences(canvas: Canvas, before: Shown, after: Shown): Change[] {
  const changes: Change[] = [];
  for (let id = 1; id < canvas.boxes.length; id++) {
    if (before.codes[id] !== after.codes[id]) changes.push({ box: canvas.boxes[id]!, county: id });
  }
  const rows = new Map<number, Box>();
  const note = (mark: Mark) => {
    const box = boxOf(mark, canvas);
    const known = mark.row === undefined ? undefined : rows.get(mark.row);
    if (known) rows.set(mark.row!, around(known, box));
    else if (mark.row !== undefined) rows.set(mark.row, box);
    else changes.push({ box, county: 0 });
  };
  const old = new Set(before.marks);
  for (const mark of after.marks) if (!old.delete(mark)) note(mark);
  old.forEach(note);
  for (const box of rows.values()) changes.push({ box, county: 0 });
  return changes;
}

function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

const TILE = 5;

/** The marks in whose neighbourhood of 32 pixels something changes, in their order: few of some ten thousand. */
function marksNear(changes: Change[], marks: readonly Mark[], canvas: Canvas): Mark[] {
  const across = (canvas.width >> TILE) + 1;
  const tiles = new Uint8Array(across * ((canvas.height >> TILE) + 1));
  for (const { box } of changes) {
    for (let y = box[1] >> TILE; y <= box[3] >> TILE; y++)
      tiles.fill(1, y * across + (box[0] >> TILE), y * across + (box[2] >> TILE) + 1);
  }
  return marks.filter((mark) => {
    const [left, top, right, bottom] = boxOf(mark, canvas);
    for (let y = top >> TILE; y <= bottom >> TILE; y++)
      for (let x = left >> TILE; x <= right >> TILE; x++) if (tiles[y * across + x] === 1) return true;
    return false;
  });
}

/** Paints the land of a box: one county, or with 0 all of them and the sea. */
function paintGround(
  pixels: Uint32Array,
  { width, ids, kinds }: Canvas,
  codes: Uint8Array,
  ink: Ink,
  [left, top, right, bottom]: Box,
  county: number,
): void {
  let id = -1;
  let full = 0;
  let pale = 0;
  let texture: number[] | null = null;
  for (let y = top; y < bottom; y++) {
    for (let x = left, i = y * width + left; x < right; x++, i++) {
      const own = ids[i]!;
      if (county !== 0 && own !== county) continue;
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

function boxOf(mark: Mark, { width, height }: Canvas): Box {
  if (mark.box) return mark.box;
  const { x, y, radius } = mark;
  const reach = radius + RIM;
  mark.box = [
    Math.max(0, Math.floor(x - reach)),
    Math.max(0, Math.floor(y - reach)),
    Math.min(width, Math.floor(x + reach) + 1),
    Math.min(height, Math.floor(y + reach) + 1),
  ];
  return mark.box;
}

/** Paints as much of a mark as lies within a box. */
function stamp(pixels: Uint32Array, canvas: Canvas, mark: Mark, ink: Ink, within: Box): void {
  const own = boxOf(mark, canvas);
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
      : Math.hypot(dx, dy);
  if (distance > mark.radius + RIM) return 0;
  if (distance > mark.radius) return 2;
  if (distance > mark.radius * 0.68) return 1;
  if (mark.code & 1) return (HATCH[y & 7]! >> (x & 7)) & 1 ? 1 : 2;
  if (look === 'ends') return dx < 0 ? 1 : 2;
  if (look === 'declines' || look === 'other') return 2;
  if (look === 'will-join') return (TEXTURES['will-join'][y & 7]! >> (x & 7)) & 1 ? 1 : 2;
  return 1;
}
