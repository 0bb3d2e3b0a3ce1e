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

/** Where a search field leads for an agency. */
export function addressOf(
  { dataset }: HTMLElement,
  { id, state, known }: { id: string; state: string; known: boolean },
): string {
  const pattern = known || !dataset.listed ? dataset.agency! : dataset.listed;
  return pattern.replace('STATE', state).replace('ID', id);
}
