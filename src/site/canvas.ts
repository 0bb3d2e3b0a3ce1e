import type { Raster } from './raster-codec.ts';

/** A part of the picture: left, top, right and bottom pixel, the latter two outside. */
export type Box = [left: number, top: number, right: number, bottom: number];

/** What a pixel of a raster is beside its county. */
export const INNER = 0;
export const BORDER = 1;
export const STATE_BORDER = 2;

/** A raster made ready for painting: which pixels are borders, and where each county lies. */
export interface Canvas {
  width: number;
  height: number;
  ids: Uint16Array;
  /** INNER, BORDER or STATE_BORDER of each pixel. */
  kinds: Uint8Array;
  /** The box of each county by its id; that of id 0 is the whole picture. */
  boxes: Box[];
}

/** A canvas for a raster. */
export function prepareCanvas(raster: Raster): Canvas {
  const { width, height, ids, states } = raster;
  const total = states.reduce((sum, state) => sum + state.counties, 0);
  const boxes = Array.from({ length: total + 1 }, (): Box => [width, height, 0, 0]);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; ) {
      const id = ids[i]!;
      const first = x;
      while (x < width && ids[i] === id) {
        x++;
        i++;
      }
      const box = boxes[id]!;
      if (first < box[0]) box[0] = first;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      box[3] = y + 1;
    }
  }
  boxes[0] = [0, 0, width, height];
  return { width, height, ids, kinds: borderKinds(raster), boxes };
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
          kinds[i] = STATE_BORDER;
          kinds[j] = STATE_BORDER;
        } else if (kinds[i] === INNER) kinds[i] = BORDER;
      }
    }
  }
  return kinds;
}
