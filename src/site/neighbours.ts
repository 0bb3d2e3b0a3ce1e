import type { Raster } from './raster-codec.ts';
import { countyMap } from './snapshot.ts';

let known: Map<string, string[]> | null = null;

/** FIPS codes of the counties that touch a county on the map, in FIPS order; none for one that the map does not have. */
export function adjoining(fips: string): string[] {
  known ??= adjacency();
  return known.get(fips) ?? [];
}

function adjacency(): Map<string, string[]> {
  const { counties, raster } = countyMap();
  const pairs = touching(raster);
  const code = (id: number) => counties[id - 1]!.fips;
  return new Map([...pairs].map(([id, others]) => [code(id), [...others].map(code).sort()]));
}

/** Which county ids share an edge of a pixel. */
export function touching({ width, height, ids }: Omit<Raster, 'states'>): Map<number, Set<number>> {
  const pairs = new Map<number, Set<number>>();
  const put = (a: number, b: number) => {
    if (a === b || a === 0 || b === 0) return;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = pairs.get(one) ?? new Set<number>();
      set.add(other);
      pairs.set(one, set);
    }
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x + 1 < width) put(ids[i]!, ids[i + 1]!);
      if (y + 1 < height) put(ids[i]!, ids[i + width]!);
    }
  }
  return pairs;
}
