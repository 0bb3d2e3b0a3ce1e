import type { Day } from '../base/index.ts';
import { type Canvas, prepareCanvas } from './canvas.ts';
import { dayNumber } from './intervals-binary.ts';
import { emptyMap, moveMap } from './map-state.ts';
import { type Ink, paint } from './painter.ts';
import { encodePng } from './png.ts';
import { countyMap, type Snapshot } from './snapshot.ts';
import { onlyLook, standingsOn } from './standing.ts';

export type Theme = 'light' | 'dark';

// The colours of web/look.css, where the browser takes them from; test/site/map-png.test.ts holds them together.
const HEX: Record<Theme, { unknown: string; border: string; state: string; looks: string[] }> = {
  light: {
    unknown: '#e9e5da',
    border: '#f6f3ea',
    state: '#ffffff',
    looks: ['#0f6674', '#5aa0aa', '#7a6a00', '#a4480b', '#6b4f91', '#5b564d'],
  },
  dark: {
    unknown: '#2b2d34',
    border: '#202228',
    state: '#15161a',
    looks: ['#4fb3c2', '#8fd3dc', '#d3bf3f', '#f0964e', '#b79be0', '#aaa499'],
  },
};

/** Pixels of a small map to a map unit: what stands in rows of maps. */
export const SMALL = 0.5;

/** What a picture of the map shows, and how big it is: pixels to a map unit. */
export interface Picture {
  scale?: number;
  programme?: string | null;
  look?: string | null;
}

const canvases = new Map<number, Canvas>();

/** The map of a day as a PNG: what a reader without script sees, and what others can put on their pages. */
export function mapPng(snapshot: Snapshot, on: Day, theme: Theme, picture: Picture = {}): Uint8Array {
  const { pixels, width, height } = mapPixels(snapshot, on, theme, picture);
  return encodePng(pixels, width, height);
}

/** The map of a day as pixels (red, green, blue, alpha in memory order), row by row. */
export function mapPixels(
  { table, mapScale }: Snapshot,
  on: Day,
  theme: Theme,
  { scale = mapScale, programme = null, look = null }: Picture = {},
): { pixels: Uint32Array; width: number; height: number } {
  const map = countyMap(scale);
  const canvas = canvases.get(scale) ?? prepareCanvas(map.raster);
  canvases.set(scale, canvas);
  const standings = onlyLook(standingsOn(table, dayNumber(on), programme), look);
  const shown = emptyMap(table, canvas);
  moveMap(table, shown, standings.standing, canvas, scale);
  const pixels = new Uint32Array(canvas.width * canvas.height);
  paint(pixels, canvas, shown, inkOf(theme));
  return { pixels, width: canvas.width, height: canvas.height };
}

/** The colours of a theme as pixels. */
export function inkOf(theme: Theme): Ink {
  const { unknown, border, state, looks } = HEX[theme];
  return {
    unknown: pixel(unknown),
    border: pixel(border),
    stateBorder: pixel(state),
    looks: looks.map(pixel),
  };
}

function pixel(hex: string): number {
  const rgb = Number.parseInt(hex.slice(1), 16);
  return ((0xff << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}
