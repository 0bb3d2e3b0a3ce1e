import { buildFinder, find } from '../../src/resolve/find.ts';
import { decodeLines, type Listed } from '../../src/site/search-lines.ts';
import { fetchLines } from './fetching.ts';

/** An agency that was found, and whether it has a page of its own on a static site. */
export interface Name extends Listed {
  known: boolean;
}

/** A search over agencies: the one of the server, over the same agencies. */
export type NameSearch = (text: string, limit: number) => Name[];

/** Loads the agencies of which evidence speaks and all others, and gives a search over them. */
export async function loadNames(evident: string, others: string): Promise<NameSearch> {
  const [first, rest] = (await Promise.all([fetchLines(evident), fetchLines(others)])).map(decodeLines);
  const finder = buildFinder(
    [
      ...first!.agencies.map((one) => ({ ...one, known: true })),
      ...rest!.agencies.map((one) => ({ ...one, known: false })),
    ],
    new Map([...first!.areas, ...rest!.areas]),
  );
  return (text, limit) => find(finder, text, limit);
}
