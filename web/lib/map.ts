import { type Box, type Canvas, prepareCanvas } from '../../src/site/canvas.ts';
import type { IntervalTable } from '../../src/site/intervals-binary.ts';
import { emptyMap, moveMap } from '../../src/site/map-state.ts';
import { type Ink, paint, paintTile } from '../../src/site/painter.ts';
import type { Raster } from '../../src/site/raster-codec.ts';
import { LOOKS, type Standings } from '../../src/site/standing.ts';

/** The map of the page: paints a day's standings and tells what lies under a point. */
export interface MapView {
  picture: HTMLElement;
  /** Paints what differs from the day painted before. */
  paint(standings: Standings): void;
  /** The county (its id, 0 for none) and the agencies with a position at a point of the picture in CSS pixels. */
  at(x: number, y: number): { county: number; agencies: number[] };
}

/** A map in an element, in the colours of its style sheet; repainted when the reader's colour scheme changes. */
export function makeMap(element: HTMLElement, raster: Raster, table: IntervalTable, scale: number): MapView {
  const canvas = prepareCanvas(raster);
  const { picture, show } = makePicture(canvas);
  element.append(picture);
  const image = new ImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const shown = emptyMap(table, canvas);
  let ink: Ink | null = null;
  let last: Standings | null = null;

  const draw = (standings: Standings) => {
    const moved = moveMap(table, shown, standings.standing, canvas, scale);
    last = standings;
    if (ink !== null) for (const tile of moved) show(image, paintTile(pixels, canvas, shown, ink, tile));
    else {
      ink = readInk();
      paint(pixels, canvas, shown, ink);
      show(image, [0, 0, canvas.width, canvas.height]);
    }
  };
  // Paper is light whatever the screen is.
  for (const media of ['(prefers-color-scheme: dark)', 'print'])
    matchMedia(media).addEventListener('change', () => {
      ink = null;
      if (last) draw(last);
    });
  return {
    picture,
    paint: draw,
    at(x, y) {
      const column = Math.floor((x / picture.clientWidth) * raster.width);
      const row = Math.floor((y / picture.clientHeight) * raster.height);
      const county = raster.ids[row * raster.width + column] ?? 0;
      return { county, agencies: last ? agenciesAt(table, last, county, column / scale, row / scale) : [] };
    },
  };
}

// The browser hands a canvas on whole whenever a pixel of it changed, a canvas of the page even when none did; of many small
// ones off the page most stay. look.css has these too.
const COLUMNS = 5;
const ROWS = 4;

/** A picture in pieces, and how to show a box of an image of the whole on them. */
function makePicture({ width, height }: Canvas) {
  const picture = document.createElement('div');
  picture.className = 'picture';
  picture.role = 'img';
  const pieces = Array.from({ length: COLUMNS * ROWS }, (_, n) => {
    const [left, right] = [n % COLUMNS, (n % COLUMNS) + 1].map((at) => Math.round((at * width) / COLUMNS));
    const row = Math.floor(n / COLUMNS);
    const [top, bottom] = [row, row + 1].map((at) => Math.round((at * height) / ROWS));
    const canvas = document.createElement('canvas');
    canvas.width = right! - left!;
    canvas.height = bottom! - top!;
    picture.append(canvas);
    const context = canvas.transferControlToOffscreen().getContext('2d')!;
    return { box: [left!, top!, right!, bottom!] as Box, context };
  });
  const show = (image: ImageData, box: Box) => {
    for (const { box: own, context } of pieces) {
      const [left, top] = [Math.max(box[0], own[0]), Math.max(box[1], own[1])];
      const [wide, high] = [Math.min(box[2], own[2]) - left, Math.min(box[3], own[3]) - top];
      if (wide > 0 && high > 0) context.putImageData(image, -own[0], -own[1], left, top, wide, high);
    }
  };
  return { picture, show };
}

/** Agencies of the county, and of marks without a county near the point. */
function agenciesAt(
  table: IntervalTable,
  { standing }: Standings,
  county: number,
  x: number,
  y: number,
): number[] {
  const found: number[] = [];
  standing.forEach((code, agency) => {
    const spot = code === 0 ? undefined : table.spots[table.spot[agency]!];
    if (!spot) return;
    const inCounty = county !== 0 && spot.county === county;
    if (inCounty || (spot.county === 0 && Math.hypot(spot.x - x, spot.y - y) < 6)) found.push(agency);
  });
  return found.sort((a, b) => standing[a]! - standing[b]!);
}

/** The colours of the style sheet as pixels; a probe element resolves `light-dark()`. */
function readInk(): Ink {
  const probe = document.createElement('i');
  document.body.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    const [r = 0, g = 0, b = 0] = getComputedStyle(probe)
      .color.match(/[\d.]+/g)!
      .map(Number);
    return ((0xff << 24) | (b << 16) | (g << 8) | r) >>> 0;
  };
  const ink = {
    unknown: colour('unknown'),
    border: colour('county-border'),
    stateBorder: colour('state-border'),
    looks: LOOKS.map(colour),
  };
  probe.remove();
  return ink;
}
