/** The bytes of a gzip file, unpacked by the browser. */
export async function fetchPacked(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`);
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The lines of a text file; none of an empty one. */
export async function fetchLines(url: string): Promise<string[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const text = await response.text();
  return text === '' ? [] : text.split('\n');
}

/** An agency as the names files have it. */
export interface Name {
  id: string;
  name: string;
  state: string;
  county: string;
  /** False where nothing is known of it: on a static site it then has no page of its own. */
  known: boolean;
}

/** The agency of a line of a names file. */
export function parseName(line: string): Name {
  const [id = '', name = '', state = '', county = ''] = line.split('\t');
  return { id, name, state, county, known: true };
}

/** Where a search field leads for an agency. */
export function addressOf({ dataset }: HTMLElement, { id, state, known }: Name): string {
  const pattern = known || !dataset.listed ? dataset.agency! : dataset.listed;
  return pattern.replace('STATE', state).replace('ID', id);
}
