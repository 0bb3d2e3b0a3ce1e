import type { Raster } from './raster-codec.ts';
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
}

/** A raster made ready for painting: the inner pixels of each county as spans, and the pixels of borders. */
export interface Canvas {
  width: number;
  height: number;
  /** Spans of county n are entries `offsets[n]` to `offsets[n + 1]` of `spans`, as pairs (start, end). */
  offsets: Int32Array;
  spans: Int32Array;
  borders: Int32Array;
  stateBorders: Int32Array;
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

/** A canvas for a raster. Border pixels are taken out of the spans, so painting a county never touches them. */
export function prepareCanvas(raster: Raster): Canvas {
  const { width, height, ids } = raster;
  const kinds = borderKinds(raster);
  const total = raster.states.reduce((sum, state) => sum + state.counties, 0);
  const lists: number[][] = Array.from({ length: total + 1 }, () => []);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; ) {
      const id = ids[i]!;
      const start = i;
      const plain = kinds[i] === 0 && id > 0;
      do {
        x++;
        i++;
      } while (x < width && ids[i] === id && (kinds[i] === 0 && id > 0) === plain);
      if (plain) lists[id]!.push(start, i);
    }
  }
  const offsets = new Int32Array(total + 2);
  lists.forEach((list, id) => {
    offsets[id + 1] = offsets[id]! + list.length;
  });
  return {
    width,
    height,
    offsets,
    spans: Int32Array.from(lists.flat()),
    borders: pixelsOf(kinds, 1),
    stateBorders: pixelsOf(kinds, 2),
  };
}

function borderKinds({ width, height, ids, states }: Raster): Uint8Array {
  const stateOf = new Uint8Array(1 + states.reduce((sum, state) => sum + state.counties, 0));
  let next = 1;
  states.forEach((state, index) => {
    stateOf.fill(index + 1, next, next + state.counties);
    next += state.counties;
  });
  const kinds = new Uint8Array(ids.length);
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      const i = y * width + x;
      const id = ids[i]!;
      if (id === 0) continue;
      for (const j of [i + 1, i + width]) {
        const other = ids[j]!;
        if (other === id || other === 0) continue;
        if (stateOf[other] !== stateOf[id]) {
          kinds[i] = 2;
          kinds[j] = 2;
        } else if (kinds[i] === 0) kinds[i] = 1;
      }
    }
  }
  return kinds;
}

function pixelsOf(kinds: Uint8Array, kind: number): Int32Array {
  const found: number[] = [];
  kinds.forEach((k, i) => {
    if (k === kind) found.push(i);
  });
  return Int32Array.from(found);
}

/** Paints the whole map into `pixels`: counties by their codes (index: county id), borders, then the marks. The sea stays 0. */
export function paintMap(
  pixels: Uint32Array,
  canvas: Canvas,
  codes: Uint8Array,
  marks: Mark[],
  ink: Ink,
): void {
  const { width, offsets, spans } = canvas;
  for (let id = 1; id + 1 < offsets.length; id++) {
    const code = codes[id] ?? 0;
    const look = (code >> 1) - 1;
    const full = look < 0 ? ink.unknown : ink.looks[look]!;
    const texture = look < 0 ? null : textureOf(code);
    const pale = mix(full, ink.unknown);
    for (let s = offsets[id]!; s < offsets[id + 1]!; s += 2) {
      const start = spans[s]!;
      const end = spans[s + 1]!;
      if (texture === null) pixels.fill(full, start, end);
      else textured(pixels, start, end, width, texture, full, pale);
    }
  }
  for (const i of canvas.borders) pixels[i] = ink.border;
  for (const i of canvas.stateBorders) pixels[i] = ink.stateBorder;
  for (const mark of marks) stamp(pixels, canvas, mark, ink);
}

function textureOf(code: number): number[] | null {
  if (code & 1) return HATCH;
  const look = LOOKS[(code >> 1) - 1]!;
  return look === 'takes-part' ? null : TEXTURES[look];
}

function textured(
  pixels: Uint32Array,
  start: number,
  end: number,
  width: number,
  texture: number[],
  full: number,
  pale: number,
): void {
  const y = Math.floor(start / width);
  const row = texture[y & 7]!;
  for (let i = start, x = start - y * width; i < end; i++, x++)
    pixels[i] = (row >> (x & 7)) & 1 ? full : pale;
}

/** Half of each channel of two pixels. */
function mix(a: number, b: number): number {
  return ((((a ^ b) & 0xfefefefe) >>> 1) + (a & b)) >>> 0;
}

function stamp(pixels: Uint32Array, canvas: Canvas, mark: Mark, ink: Ink): void {
  const reach = mark.radius + 1.5;
  const look = (mark.code >> 1) - 1;
  for (let y = Math.floor(mark.y - reach); y <= mark.y + reach; y++) {
    for (let x = Math.floor(mark.x - reach); x <= mark.x + reach; x++) {
      if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) continue;
      const inside = shapeAt(x - mark.x, y - mark.y, mark, x, y);
      if (inside > 0) pixels[y * canvas.width + x] = inside === 1 ? ink.looks[look]! : ink.border;
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
  if (distance > mark.radius + 1.5) return 0;
  if (distance > mark.radius) return 2;
  if (distance > mark.radius * 0.68) return 1;
  if (mark.code & 1) return (HATCH[y & 7]! >> (x & 7)) & 1 ? 1 : 2;
  if (look === 'ends') return dx < 0 ? 1 : 2;
  if (look === 'declines' || look === 'other') return 2;
  if (look === 'will-join') return (TEXTURES['will-join'][y & 7]! >> (x & 7)) & 1 ? 1 : 2;
  return 1;
}
