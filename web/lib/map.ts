import { prepareCanvas } from '../../src/site/canvas.ts';
import type { IntervalTable } from '../../src/site/intervals-binary.ts';
import { type MapState, mapState } from '../../src/site/map-state.ts';
import { type Ink, repaint } from '../../src/site/painter.ts';
import type { Raster } from '../../src/site/raster-codec.ts';
import { LOOKS, type Standings } from '../../src/site/standing.ts';

/** The map of the page: paints a day's standings and tells what lies under a point. */
export interface MapView {
  canvas: HTMLCanvasElement;
  /** Paints what differs from the day painted before. */
  paint(standings: Standings): void;
  /** The county (its id, 0 for none) and the agencies with a position at a point of the canvas in CSS pixels. */
  at(x: number, y: number): { county: number; agencies: number[] };
}

/** A map in an element, in the colours of its style sheet; repainted when the reader's colour scheme changes. */
export function makeMap(element: HTMLElement, raster: Raster, table: IntervalTable, scale: number): MapView {
  const canvas = document.createElement('canvas');
  const prepared = prepareCanvas(raster);
  canvas.width = prepared.width;
  canvas.height = prepared.height;
  canvas.role = 'img';
  element.append(canvas);
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(prepared.width, prepared.height);
  const pixels = new Uint32Array(image.data.buffer);
  const counties = raster.states.reduce((sum, state) => sum + state.counties, 0);
  let ink = readInk();
  let shown: MapState | null = null;
  let last: Standings | null = null;

  const draw = (standings: Standings) => {
    const next = mapState(table, standings, counties, scale, shown);
    for (const [left, top, right, bottom] of repaint(pixels, prepared, shown, next, ink)) {
      context.putImageData(image, 0, 0, left, top, right - left, bottom - top);
    }
    shown = next;
    last = standings;
  };
  // Paper is light whatever the screen is.
  for (const media of ['(prefers-color-scheme: dark)', 'print'])
    matchMedia(media).addEventListener('change', () => {
      ink = readInk();
      shown = null;
      if (last) draw(last);
    });
  return {
    canvas,
    paint: draw,
    at(x, y) {
      const column = Math.floor((x / canvas.clientWidth) * raster.width);
      const row = Math.floor((y / canvas.clientHeight) * raster.height);
      const county = raster.ids[row * raster.width + column] ?? 0;
      return { county, agencies: last ? agenciesAt(table, last, county, column / scale, row / scale) : [] };
    },
  };
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
