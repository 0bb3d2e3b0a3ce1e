import type { Day } from '../base/index.ts';
import type { RecordedClaim } from './model.ts';
import type { Db } from './open.ts';

/** A list of which rows make claims: their ids with a number each, and the claim that a number stands for. */
export interface RowSource {
  ids(): Promise<Iterable<readonly [id: string, number: number]>>;
  claim(number: number, days: ReadonlyMap<string, Day>): Promise<RecordedClaim | null>;
  /** True where the row has another id by now. */
  moved?: true;
}

/** The ids of rows found so far, and the lists that were not looked through yet. */
interface RowIds {
  recorded: string | null;
  sources: RowSource[];
  /** By the beginning of an id: the source and the number; several where ids begin alike. */
  places: Map<number, number>;
  more: { key: number; place: number }[];
  read: number;
  busy: Promise<unknown>;
}

// Ids of rows follow from the rows and are not stored: eight bytes of each in an index would make the first `add` of 499 lists
// about as dear again (249,478 ids worked out 4.5 s of CPU and written 3.3 s in one run on a loaded machine; one new list some 0.05 s by proportion)
// and the record a seventh larger, to spare one address that nothing stands at those 4.5 s in a process that just began.
// A connection goes through its lists once, newest first, and only
// so far as it is asked; 52 bits of an id and its place are two numbers, 15 MB for a quarter of a million rows.
const kept = new WeakMap<Db, RowIds>();
const ROWS = 2 ** 24;

/**
 * Where the row with a claim's id stands: its source and number, or null. `recorded` tells one state of the record from
 * another; `sourcesOf` gives its lists in the order in which they are looked through.
 */
export async function placeOfId(
  db: Db,
  id: string,
  recorded: string | null,
  sourcesOf: () => Promise<RowSource[]>,
): Promise<{ source: RowSource; number: number }[]> {
  let ids = kept.get(db);
  if (ids?.recorded !== recorded) {
    const sources = await sourcesOf();
    ids = { recorded, sources, places: new Map(), more: [], read: 0, busy: Promise.resolve() };
    kept.set(db, ids);
  }
  // Questions one after another: two at once would go through the same list.
  const found = ids.busy.then(() => lookUp(ids, id));
  ids.busy = found.catch(() => {});
  return found;
}

async function lookUp(ids: RowIds, id: string): Promise<{ source: RowSource; number: number }[]> {
  const wanted = keyOf(id);
  while (!ids.places.has(wanted) && ids.read < ids.sources.length) {
    for (const [own, number] of await ids.sources[ids.read]!.ids()) {
      const [key, place] = [keyOf(own), ids.read * ROWS + number];
      if (ids.places.has(key)) ids.more.push({ key, place });
      else ids.places.set(key, place);
    }
    ids.read++;
  }
  const first = ids.places.get(wanted);
  if (first === undefined) return [];
  const others = ids.more.filter(({ key }) => key === wanted).map(({ place }) => place);
  return [first, ...others].map((place) => ({
    source: ids.sources[Math.floor(place / ROWS)]!,
    number: place % ROWS,
  }));
}

function keyOf(id: string): number {
  return Number.parseInt(id.slice(0, 13), 16);
}
