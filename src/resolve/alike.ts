import type { Body } from './bodies.ts';
import type { Book, Name, Track } from './book.ts';
import type { Agency } from './model.ts';
import type { Registry } from './registry.ts';
import { sharesCounty } from './united.ts';

/** Two bodies whose names are alike and that likeness alone does not make one, with a line of each. */
export interface Doubt {
  reason: string;
  a: number;
  b: number;
  /** The keys of the two names. */
  keys: [string, string];
}

/** Why two bodies with names alike are not one for certain, as it is put up for review. */
export const DOUBTS = {
  registered: 'names alike, and the registry has an entry for each: perhaps one agency',
  memoranda: 'names alike, and each links a memorandum of its own: perhaps one agency',
  alike: 'names alike and never on one list: perhaps one agency',
  oneList: 'names alike, under two models on one list: perhaps one agency',
} as const;

/** True where the registry knows each of two bodies by name, as two: Park Forest and Forest Park are both in Illinois. */
export function bothRegistered(book: Book, a: Body, b: Body, registry: Registry): boolean {
  const codes = entriesOf(book, a, registry);
  if (codes.length === 0) return false;
  const others = entriesOf(book, b, registry);
  return others.length > 0 && !codes.some((code) => others.includes(code));
}

function entriesOf(book: Book, { names }: Body, registry: Registry): string[] {
  return names.flatMap((name) =>
    (registry.byName.get(`${name.state}|${name.words}`) ?? [])
      .filter((entry) => !isElsewhere(book, name, entry))
      .flatMap(({ ori }) => ori),
  );
}

// An entry of that name in a county that no row of it prints is another body's.
function isElsewhere(book: Book, { lines }: Name, { counties }: Agency): boolean {
  const printed = lines.flatMap((line) => book.rows[line]!.county?.now ?? []);
  return counties.length > 0 && printed.length > 0 && !sharesCounty(counties, printed);
}

/** True where two bodies each link a memorandum of their own for one model and one day of signing. */
export function linkTwoMemoranda(a: Body, b: Body): boolean {
  return pairsOfListings(a, b).some(
    ([x, y]) => x.files.size > 0 && y.files.size > 0 && ![...x.files].some((file) => y.files.has(file)),
  );
}

/** True where a listing of the one begins as one of the other's stops, and stops as that goes on: it stands in its place. */
export function standsIn(a: Body, b: Body): boolean {
  return pairsOfListings(a, b).some(([x, y]) => fills(x, y) || fills(y, x));
}

/** Listings of two bodies in one stream under one model and one day of signing. */
function pairsOfListings(a: Body, b: Body): [Track, Track][] {
  return a.tracks.flatMap((x) =>
    b.tracks
      .filter((y) => x.stream === y.stream && x.programme === y.programme && x.signed === y.signed)
      .map((y): [Track, Track] => [x, y]),
  );
}

function fills({ runs }: Track, other: Track): boolean {
  const begins = (at: number) => other.runs.some(({ first }) => first === at);
  const ends = (at: number) => other.runs.some(({ last }) => last === at);
  return runs.some(({ first, last }) => ends(first - 1) && begins(last + 1));
}
