import { push } from '../base/index.ts';
import { type Bond, passage } from './bodies.ts';
import { type Book, firstDay, type Name, nameOf, STREAMS, sortNames } from './book.ts';
import { agencyKindOf, STATEWIDE } from './kinds.ts';
import { agencyIdOf, slug } from './names.ts';
import { type County, countiesNamed } from './places.ts';
import { weight } from './rules-states.ts';
import { joinRuns, meet, type Run, type Stream } from './runs.ts';
import { sharesCounty } from './united.ts';

/** The names of a book told apart by county, pairs of keys that are never one by a rule, and rows that one memorandum makes one. */
export interface Namesakes {
  names: Name[];
  apart: [string, string][];
  bonds: Bond[];
}

/** Listings under one model and date that print one county, or several of which no list has two. */
interface Node {
  lines: number[];
  runs: Record<Stream, Run[]>;
  county: County | null;
}

/**
 * Tells namesakes apart: a name that one list prints under two counties is two agencies, unless the name says its county,
 * the body is the state's, or both rows link the memorandum of one agreement. A county that later lists put right is no
 * other county. What nothing tells goes with the agency that was listed first. Pure.
 */
export function namesakesApart(book: Book, names: readonly Name[]): Namesakes {
  const found: Namesakes = { names: [], apart: [], bonds: [] };
  for (const name of names) {
    const groups = hasOneCounty(book, name) ? [] : groupsOf(book, name, found.bonds);
    if (groups.length < 2) {
      found.names.push(name);
      continue;
    }
    const taken = new Set<number>();
    const keys = new Set<string>();
    const own = groups.map((group, index) => {
      const named = index === 0 ? name.key : `${name.key}|${countySlug(firstCounty(book, group)!)}`;
      const key = keys.has(named) ? `${named}-${index + 1}` : named;
      keys.add(key);
      // A line that stands on lists of both kinds goes with the first.
      const lines = linesOf(group).filter((line) => !taken.has(line));
      for (const line of lines) taken.add(line);
      return { ...nameOf(book, key, lines), shared: true };
    });
    found.names.push(...own);
    own.forEach((a, index) => {
      for (const b of own.slice(index + 1)) found.apart.push([a.key, b.key]);
    });
  }
  if (found.apart.length === 0) return found;
  found.names = sortNames(book, found.names);
  return found;
}

/** The id that a name makes, with its county where that tells it from a namesake. */
export function idOfName({ key, words, state }: Pick<Name, 'key' | 'words' | 'state'>): string {
  const county = key.split('|')[2];
  const id = agencyIdOf(words, state);
  return county === undefined ? id : `${id}-${county}`;
}

/** A county as it stands in an id: `butler`, `st-louis`. */
export function countySlug({ name }: Pick<County, 'name'>): string {
  return slug(name);
}

/** True where the name itself says which county it is, or that it is the state's: what else a county cell prints is a slip. */
export function saysItsCounty({ words, state }: Pick<Name, 'words' | 'state'>): boolean {
  const county = /^(.*?) (?:county|parish)\b/.exec(words)?.[1];
  if (county && countiesNamed(county, state).length > 0) return true;
  return STATEWIDE.has(agencyKindOf(words));
}

/** The first rows of a name under two counties neither of which led to the other, or null. */
export function apartInTime(book: Book, name: Name): [number, number] | null {
  if (hasOneCounty(book, name)) return null;
  const placed = (line: number) => book.rows[line]!.county;
  // An application has no date: only that one stood on the list after the other makes them one.
  const listings = name.tracks.flatMap(({ stream, lines }) => {
    const own = lines.filter(placed);
    if (stream === 'signed' || own.length === 0) return own.length > 0 ? [own] : [];
    return countiesOf(book, own).map((county) => own.filter((line) => placed(line) === county));
  });
  const all = listings.map((lines) => nameOf(book, name.key, lines));
  const linked = (a: Name, b: Name) =>
    a.lines.some((x) => b.lines.some((y) => sharesCounty(placed(x)!.now, placed(y)!.now))) ||
    passage(book, a, b) !== null ||
    passage(book, b, a) !== null;
  const [first] = all as [Name];
  const reached = new Set([first]);
  for (const one of reached) for (const other of all) if (linked(one, other)) reached.add(other);
  const rest = all.find((one) => !reached.has(one));
  return rest ? [first.lines[0]!, rest.lines[0]!] : null;
}

function hasOneCounty(book: Book, name: Name): boolean {
  // Nearly every name has: it is asked of all of them.
  let only: County | null = null;
  let several = false;
  for (const line of name.lines) {
    const { county } = book.rows[line]!;
    if (county === null || county === only) continue;
    if (only !== null) several = true;
    only = county;
  }
  if (!several) return true;
  const counties = countiesOf(book, name.lines);
  return counties.every((county) => sharesCounty(county.now, counties[0]!.now)) || saysItsCounty(name);
}

function countiesOf(book: Book, lines: readonly number[]): County[] {
  return [...new Set(lines.flatMap((line) => book.rows[line]!.county ?? []))];
}

/** The agencies that bear the name, the first listed one first; none where no list prints two counties. */
function groupsOf(book: Book, name: Name, bonds: Bond[]): Node[][] {
  const nodes = name.tracks.flatMap(({ stream, lines }) => divided(book, stream, lines, bonds));
  nodes.sort((a, b) => (firstOf(book, [a]) < firstOf(book, [b]) ? -1 : 1));
  const groups: Node[][] = [];
  for (const node of nodes.filter(({ county }) => county !== null)) {
    const own = groups.find(
      (group) =>
        group.some((other) => verdict(book, other, node) > 0) &&
        group.every((other) => verdict(book, other, node) >= 0),
    );
    if (own) own.push(node);
    else groups.push([node]);
  }
  const areApart = (a: Node[], b: Node[]) => a.some((x) => b.some((y) => verdict(book, x, y) < 0));
  const found = groups.filter((a) => groups.some((b) => a !== b && areApart(a, b)));
  if (found.length < 2) return [];
  const countyless = nodes.filter(({ county }) => county === null).map((node) => [node]);
  for (const group of [...groups.filter((one) => !found.includes(one)), ...countyless]) {
    const heir = found.find((other) => passes(book, group, other)) ?? found[0]!;
    heir.push(...group);
  }
  return found.sort((a, b) => (firstOf(book, a) < firstOf(book, b) ? -1 : 1));
}

function firstOf(book: Book, group: readonly Node[]): string {
  const of = (stream: Stream) => joinRuns(group.flatMap(({ runs }) => runs[stream]));
  const day = firstDay(book, { listed: { signed: of('signed'), pending: of('pending') } });
  return `${day} ${group.map(({ county }) => county?.fips ?? '').sort()[0]}`;
}

/**
 * Above zero where two listings are one agency's: most lists that have both print one county for them, or none has both and
 * their county is one. Below zero where most print two.
 */
function verdict(book: Book, a: Node, b: Node): number {
  let sum = 0;
  let met = false;
  for (const x of a.lines) {
    for (const y of b.lines) {
      const [one, other] = [book.rows[x]!.county, book.rows[y]!.county];
      if (!one || !other) continue;
      for (const stream of STREAMS) {
        const lists = a.runs[stream].length && b.runs[stream].length ? overlap(book, stream, x, y) : 0;
        if (lists > 0) met = true;
        sum += sharesCounty(one.now, other.now) ? lists : -lists;
      }
    }
  }
  if (met || !a.county || !b.county) return sum;
  return sharesCounty(a.county.now, b.county.now) ? 1 : 0;
}

/** How many editions have both lines. */
function overlap(book: Book, stream: Stream, x: number, y: number): number {
  let count = 0;
  for (const a of book.runs[stream][x]!) {
    for (const b of book.runs[stream][y]!)
      count += Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1);
  }
  return count;
}

/** The lines of one model and date by county, where one list has two of them and not one memorandum; else all together. */
function divided(book: Book, stream: Stream, lines: readonly number[], bonds: Bond[]): Node[] {
  const nodes: Node[] = [];
  const bare: number[] = [];
  const byCounty = new Map<string, number[]>();
  for (const line of lines) {
    const { county } = book.rows[line]!;
    if (county) push(byCounty, county.now[0]!, line);
    else bare.push(line);
  }
  for (const own of byCounty.values()) nodes.push(nodeOf(book, stream, own));
  const rivals = nodes.filter((a) => nodes.some((b) => a !== b && meet(a.runs[stream], b.runs[stream])));
  if (rivals.length === 0) return [nodeOf(book, stream, lines)];
  const groups = joinedByMemorandum(book, stream, rivals, bonds);
  const [main] = groups as [Node[]];
  const others = nodes.filter((node) => !rivals.includes(node));
  main.push(...others, nodeOf(book, stream, bare));
  return groups.map((group) => {
    const own = group.flatMap((node) => node.lines);
    return nodeOf(book, stream, own, groups.length > 1 ? group[0]!.county : undefined);
  });
}

/** The rivals in groups: two rows of one list for one agreement that link one memorandum are one agency's, and a third is not. */
function joinedByMemorandum(book: Book, stream: Stream, rivals: readonly Node[], bonds: Bond[]): Node[][] {
  let groups = rivals.map((node) => [node]);
  for (const [index, a] of rivals.entries()) {
    for (const b of rivals.slice(index + 1)) {
      const bond = listedTwice(book, stream, [a, b]);
      const [one, other] = [a, b].map((node) => groups.find((group) => group.includes(node))!);
      if (!bond || one === other) continue;
      bonds.push(bond);
      one!.push(...other!);
      groups = groups.filter((group) => group !== other);
    }
  }
  return groups;
}

/** Two rows of one list for one agreement that link one memorandum, or null. */
function listedTwice(book: Book, stream: Stream, nodes: readonly Node[]): Bond | null {
  const lines = nodes.flatMap((node) => node.lines);
  for (const a of lines) {
    for (const b of lines) {
      const [x, y] = [book.rows[a]!, book.rows[b]!];
      if (a >= b || x.file === '' || x.file !== y.file || x.county === y.county) continue;
      if (meet(book.runs[stream][a]!, book.runs[stream][b]!)) return { rule: 'listed-twice', a, b };
    }
  }
  return null;
}

function nodeOf(book: Book, stream: Stream, lines: readonly number[], county?: County | null): Node {
  const runs = joinRuns(lines.flatMap((line) => book.runs[stream][line]!));
  const none: Run[] = [];
  return {
    lines: [...lines],
    runs: stream === 'signed' ? { signed: runs, pending: none } : { signed: none, pending: runs },
    county: county ?? mainCounty(book, stream, lines),
  };
}

/** The county that most lists print. */
function mainCounty(book: Book, stream: Stream, lines: readonly number[]): County | null {
  const weights = new Map<County, number>();
  for (const line of lines) {
    const { county } = book.rows[line]!;
    if (county) weights.set(county, (weights.get(county) ?? 0) + weight(book.runs[stream][line]!));
  }
  const sorted = [...weights].sort(([a, x], [b, y]) => y - x || (a.fips < b.fips ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}

function passes(book: Book, a: readonly Node[], b: readonly Node[]): boolean {
  const [x, y] = [a, b].map((group) => nameOf(book, '|', linesOf(group))) as [Name, Name];
  return passage(book, x, y) !== null || passage(book, y, x) !== null;
}

function linesOf(group: readonly Node[]): number[] {
  return [...new Set(group.flatMap(({ lines }) => lines))].sort((a, b) => a - b);
}

/** The county that the first list prints: an id is made once. */
function firstCounty(book: Book, group: readonly Node[]): County | null {
  let least = '';
  let first: County | null = null;
  for (const line of linesOf(group)) {
    const { county } = book.rows[line]!;
    if (!county) continue;
    const runs = (stream: Stream) => book.runs[stream][line]!;
    const day = firstDay(book, { listed: { signed: runs('signed'), pending: runs('pending') } });
    const key = `${day} ${county.fips}`;
    if (first === null || key < least) [first, least] = [county, key];
  }
  return first;
}
