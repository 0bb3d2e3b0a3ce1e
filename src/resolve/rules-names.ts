import { type Bodies, type Body, coListed, passage, sameListing } from './bodies.ts';
import type { Book, Name } from './book.ts';
import { editDistance } from './filenames.ts';
import { agencyKindOf } from './kinds.ts';
import { countiesNamed } from './places.ts';

/** Words that tell one form of a name from another but no agency from another: `Quarryville` and `Quarryville Borough`. */
const EMPTY = new Set(
  'county parish city town village township borough department division office bureau state board police constable the of and services'.split(
    ' ',
  ),
);

/** Rule 3 and 4 over all pairs of a state: typing slips, turned words, and names that say more or less of the same. */
export function mergeSpellings(book: Book, bodies: Bodies): void {
  for (const rule of SPELLING_RULES) {
    forPairs(bodies, (a, b) => {
      const found = pairOfNames(a, b, (x, y) => rule.fits(x, y));
      if (found && rule.holds(book, a, b, bodies)) {
        bodies.merge(a, b, { rule: rule.name, a: found[0].lines[0]!, b: found[1].lines[0]! });
      }
    });
  }
}

interface SpellingRule {
  name: string;
  fits(a: Name, b: Name): boolean;
  holds(book: Book, a: Body, b: Body, bodies: Bodies): boolean;
}

const SPELLING_RULES: SpellingRule[] = [
  { name: 'turned-words', fits: sameWordsTurned, holds: (_book, a, b) => !sameListing(a, b) },
  { name: 'governing-board', fits: sameCampus, holds: () => true },
  { name: 'typing-slip', fits: isSlip, holds: (book, a, b) => !coListed(a, b) && passes(book, a, b) },
  { name: 'fuller-name', fits: isFuller, holds: (book, a, b) => !sameListing(a, b) && passes(book, a, b) },
  { name: 'same-place', fits: sharesPlace, holds: (book, a, b) => !coListed(a, b) && passes(book, a, b) },
  { name: 'numbered-office', fits: isNumbered, holds: numberedHolds },
];

function passes(book: Book, a: Body, b: Body): boolean {
  return passage(book, a, b) !== null || passage(book, b, a) !== null;
}

/** `Constable Unity Township` and `Unity Township Constable`. */
export function sameWordsTurned(a: Name, b: Name): boolean {
  return a.words !== b.words && sorted(a.words) === sorted(b.words);
}

/** A university's board of trustees signs for its police: `University of West Florida Board of Trustees` and `… Police Department`. */
export function sameCampus(a: Name, b: Name): boolean {
  return a.words !== b.words && campusOf(a.words) !== null && campusOf(a.words) === campusOf(b.words);
}

function campusOf(words: string): string | null {
  if (!/\b(?:university|college)\b/.test(words)) return null;
  return words.replace(/\b(?:district )?board of trustees(?: of)?\b|\bpolice$/g, '').trim();
}

/** One or two letters apart, with the same numbers, and not two real counties: `Neuces` and `Nueces`, never `Harris` and `Harrison`. */
export function isSlip(a: Name, b: Name): boolean {
  const limit = Math.min(a.words.length, b.words.length) < 12 ? 1 : 2;
  if (Math.abs(a.words.length - b.words.length) > limit) return false;
  if (digits(a.words) !== digits(b.words) || bothReal(a, b)) return false;
  const distance = editDistance(a.words, b.words, limit + 1);
  if (distance > limit) return false;
  // Two letters are many in a short word: they must lie in a long one.
  return distance === 1 || longestDifference(a.words, b.words) >= 7;
}

/** One name holds all words of the other, and what it adds names no other place: `Hopewell Sheriff`, `Hopewell County Sheriff`. */
export function isFuller(a: Name, b: Name): boolean {
  const [less, more] = wordSets(a, b);
  if (!less.every((word) => more.includes(word)) || bothReal(a, b)) return false;
  // A name may add the county that stands beside the shorter one.
  const { countyWords } = less.join(' ') === a.words ? a : b;
  return more
    .filter((word) => !less.includes(word))
    .every((word) => EMPTY.has(word) || countyWords.has(word));
}

/** The same place and the same kind under other words of form: `Damascus County Constable`, `Damascus Township Constable`. */
export function sharesPlace(a: Name, b: Name): boolean {
  const own = (name: Name) =>
    sorted(
      name.words
        .split(' ')
        .filter((word) => !EMPTY.has(word))
        .join(' '),
    );
  if (own(a) === '' || own(a) !== own(b) || bothReal(a, b) || digits(a.words) !== digits(b.words))
    return false;
  return kindOfName(a) === kindOfName(b);
}

/** `Monroeville Constable` and `Constable Monroeville 6th Ward`: one of them does not say its number. */
export function isNumbered(a: Name, b: Name): boolean {
  const [less, more] = wordSets(a, b);
  const added = more.filter((word) => !less.includes(word));
  const numbered = added.length > 0 && added.every((word) => /\d/.test(word) || NUMBERED.has(word));
  return less.every((word) => more.includes(word)) && digits(less.join(' ')) === '' && numbered;
}

const NUMBERED = new Set([
  'ward',
  'precinct',
  'district',
  'circuit',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
]);

// Where several bodies bear the name with different numbers, nothing tells which one is meant.
function numberedHolds(book: Book, a: Body, b: Body, bodies: Bodies): boolean {
  if (coListed(a, b) || !passes(book, a, b)) return false;
  const [base] = [a, b].filter((body) => body.names.every((name) => digits(name.words) === ''));
  if (!base) return false;
  const rivals = bodies
    .all()
    .filter((body) => body !== base && body.state === base.state && pairOfNames(base, body, isNumbered));
  return rivals.length === 1;
}

function bothReal(a: Name, b: Name): boolean {
  const first = realCounty(a);
  const second = realCounty(b);
  return first !== null && second !== null && first !== second;
}

/** The county that a name begins with, where its state has one, or null. */
export function realCounty(name: Pick<Name, 'words' | 'state'>): string | null {
  const county = /^(.*?) (?:county|parish)\b/.exec(name.words)?.[1];
  return county ? (countiesNamed(county, name.state)[0]?.fips ?? null) : null;
}

/** The kind that a name says. */
export function kindOfName(name: Name): string {
  return agencyKindOf(name.words);
}

function pairOfNames(a: Body, b: Body, fits: (x: Name, y: Name) => boolean): [Name, Name] | null {
  for (const x of a.names) for (const y of b.names) if (fits(x, y)) return [x, y];
  return null;
}

function forPairs(bodies: Bodies, visit: (a: Body, b: Body) => void): void {
  const states = new Map<string, Body[]>();
  for (const body of bodies.all()) states.set(body.state, [...(states.get(body.state) ?? []), body]);
  for (const group of states.values()) {
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const a = bodies.of(group[i]!.names[0]!.key)!;
        const b = bodies.of(group[j]!.names[0]!.key)!;
        if (a !== b) visit(a, b);
      }
    }
  }
}

function wordSets(a: Name, b: Name): [less: string[], more: string[]] {
  const x = a.words.split(' ');
  const y = b.words.split(' ');
  return x.length <= y.length ? [x, y] : [y, x];
}

function longestDifference(a: string, b: string): number {
  const other = new Set(b.split(' '));
  return Math.max(
    0,
    ...a
      .split(' ')
      .filter((word) => !other.has(word))
      .map((word) => word.length),
  );
}

function sorted(words: string): string {
  return words.split(' ').sort().join(' ');
}

function digits(words: string): string {
  return (words.match(/\d+/g) ?? []).join(' ');
}
