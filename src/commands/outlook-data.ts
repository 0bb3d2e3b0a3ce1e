import type { RecordReader } from '../record/index.ts';
import { readFbiAgencies } from '../resolve/index.ts';

/** Sworn officers by ORI, from the newest list of the FBI that the record holds; empty where it holds none. */
export async function officersOf(reader: RecordReader): Promise<Map<string, number>> {
  const officers = new Map<string, number>();
  for (const sha of await reader.registries()) {
    const bytes = reader.bytes(sha);
    if (bytes === null) continue;
    for (const { ori, officers: count } of readFbiAgencies(bytes.toString('utf8')))
      if (count !== null) officers.set(ori, count);
  }
  return officers;
}
