import { push } from '../base/index.ts';
import { bothRegistered, DOUBTS, type Doubt, linkTwoMemoranda, standsIn } from './alike.ts';
import { type Bodies, type Body, coListed, passage, sameListing } from './bodies.ts';
import type { Book } from './book.ts';
import { bothReal, campusOf, digitsOf, type Features, featuresOf, isForm, oneSheriff } from './features.ts';
import { editDistance } from './filenames.ts';
import { canonicalName } from './names.ts';
import type { Registry } from './registry.ts';

interface SpellingRule {
  name: string;
  /** Names that can fit share one of these keys. */
  keys(name: Features): string[];
  fits(a: Features, b: Features): boolean;
  holds(book: Book, a: Body, b: Body, bodies: Bodies): boolean;
  /** Whether more than likeness shows that they are one; where it is not given, `holds` has asked already. */
  shows?(book: Book, a: Body, b: Body): boolean;
}

const SPELLING_RULES: SpellingRule[] = [
  {
    name: 'turned-words',
    keys: ({ sorted }) => [sorted],
    fits: sameWordsTurned,
    // The order of the words that name a place tells one town from another: Park Forest, Forest Park.
    holds: (_book, a, b) => !sameListing(a, b),
    shows: (book, a, b) => tellTheSame(book, a, b) || passes(book, a, b),
  },
  {
    name: 'governing-board',
    keys: ({ words }) => [campusOf(words) ?? ''],
    fits: sameCampus,
    holds: () => true,
  },
  {
    name: 'typing-slip',
    // A slip that spoils both the first and the last word is no single slip.
    keys: ({ tokens }) => [`first ${tokens[0]}`, `last ${tokens.at(-1)}`],
    fits: isSlip,
    holds: (book, a, b) => !coListed(a, b) && passes(book, a, b),
  },
  {
    name: 'fuller-name',
    keys: telling,
    fits: isFuller,
    holds: (book, a, b) => !sameListing(a, b) && passes(book, a, b),
  },
  {
    name: 'same-place',
    keys: ({ core, tokens }) => [core, `first ${tokens[0]} ${tokens[1]}`],
    fits: sharesPlace,
    holds: (book, a, b) => !coListed(a, b) && passes(book, a, b),
  },
  {
    name: 'one-sheriff',
    keys: ({ county, kind }) => (kind === 'sheriff' && county ? [county] : []),
    fits: oneSheriff,
    holds: (_book, a, b) => !coListed(a, b),
  },
  { name: 'numbered-office', keys: telling, fits: isNumbered, holds: numberedHolds },
];

/**
 * Rules 3 and 4 over the names of each state: typing slips, turned words, and names that say more or less of the same. Names
 * that are alike and may yet be two agencies' are not merged: they come back as doubts.
 */
export function mergeSpellings(book: Book, bodies: Bodies, registry: Registry): Doubt[] {
  const features = bodies.all().flatMap((body) => body.names.map((name) => featuresOf(book, name)));
  const doubts: Doubt[] = [];
  for (const rule of SPELLING_RULES) {
    for (const [x, y] of pairsOf(features, rule, rule.fits)) {
      const a = bodies.of(x.name.key)!;
      const b = bodies.of(y.name.key)!;
      if (a === b || !rule.holds(book, a, b, bodies)) continue;
      const lines = { a: x.name.lines[0]!, b: y.name.lines[0]! };
      const reason = doubtOf(book, a, b, { rule, registry });
      if (reason) doubts.push({ reason, ...lines, keys: [x.name.key, y.name.key] });
      else bodies.merge(a, b, { rule: rule.name, ...lines });
    }
  }
  return doubts;
}

function doubtOf(
  book: Book,
  a: Body,
  b: Body,
  { rule, registry }: { rule: SpellingRule; registry: Registry },
): string | null {
  if (bothRegistered(book, a, b, registry)) return DOUBTS.registered;
  // One list may have both: the board's old agreement beside the new one of its police.
  if (rule.name === 'governing-board' || standsIn(a, b)) return null;
  if (linkTwoMemoranda(a, b)) return DOUBTS.memoranda;
  if (coListed(a, b)) return DOUBTS.oneList;
  return rule.shows?.(book, a, b) === false ? DOUBTS.alike : null;
}

/** True where two names of the bodies have the same words that tell a place, and the same numbers, in the same order. */
function tellTheSame(book: Book, a: Body, b: Body): boolean {
  const told = ({ names }: Body) => names.map((name) => telling(featuresOf(book, name)).join(' '));
  const own = new Set(told(a));
  return told(b).some((words) => own.has(words));
}

/** Pairs of one state that share a key of the rule and fit, each once, in the order of their names. */
export function pairsOf(
  features: readonly Features[],
  rule: Pick<SpellingRule, 'keys'>,
  fits: SpellingRule['fits'],
): [Features, Features][] {
  const groups = new Map<string, Features[]>();
  for (const feature of features) {
    for (const key of new Set(rule.keys(feature))) {
      if (key === '') continue;
      push(groups, `${feature.name.state}|${key}`, feature);
    }
  }
  const pairs: [Features, Features][] = [];
  const seen = new Map<Features, Set<Features>>();
  for (const group of groups.values()) {
    for (let i = 0; i < group.length; i++) {
      const a = group[i]!;
      for (let j = i + 1; j < group.length; j++) {
        const b = group[j]!;
        if (Math.abs(a.tokens.length - b.tokens.length) > 6 || !fits(a, b)) continue;
        const others = seen.get(a);
        if (others?.has(b)) continue;
        if (others) others.add(b);
        else seen.set(a, new Set([b]));
        pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

// The words that name a place: whatever adds or leaves out words of form shares one of them.
function telling({ tokens }: Features): string[] {
  return tokens.filter((word) => !isForm(word) && !/^(?:sheriff|corrections|public|safety)$/.test(word));
}

function passes(book: Book, a: Body, b: Body): boolean {
  return passage(book, a, b) !== null || passage(book, b, a) !== null;
}

/** `Constable Unity Township` and `Unity Township Constable`; never `Precinct 1 Place 2` and `Precinct 2 Place 1`. */
export function sameWordsTurned(a: Features, b: Features): boolean {
  return a.words !== b.words && a.sorted === b.sorted && a.digits === b.digits;
}

/** A university's board of trustees signs for its police: `University of West Florida Board of Trustees` and `… Police Department`. */
export function sameCampus(a: Features, b: Features): boolean {
  return a.words !== b.words && campusOf(a.words) !== null && campusOf(a.words) === campusOf(b.words);
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}

/** One or two letters apart, with the same numbers, and not two real counties: `Neuces` and `Nueces`, never `Harris` and `Harrison`. */
export function isSlip(a: Features, b: Features): boolean {
  const limit = Math.min(a.words.length, b.words.length) < 12 ? 1 : 2;
  if (Math.abs(a.words.length - b.words.length) > limit) return false;
  // One typed letter for another changes two of the letters that occur, and tens of thousands of pairs need no more than this.
  if (bits(a.letters ^ b.letters) > 2 * limit) return false;
  if (a.digits !== b.digits || bothReal(a, b)) return false;
  const distance = editDistance(a.words, b.words, limit + 1);
  if (distance > limit) return false;
  // Two letters are many in a short word: they must lie in a long one.
  return distance === 1 || longestDifference(a, b) >= 7;
}

/** One name holds all words of the other, and what it adds names no other place: `Hopewell Sheriff`, `Hopewell County Sheriff`. */
export function isFuller(a: Features, b: Features): boolean {
  const [less, more] = lessAndMore(a, b);
  if (!holdsAll(more, less) || a.digits !== b.digits || bothReal(a, b)) return false;
  // A name may add the county that stands beside the shorter one.
  return added(less, more).every((word) => isForm(word, more.campus) || isOfCounty(word, less));
}

// As words of names are spelt, without points, apostrophes and accents: `st`, `louis` and `county` of `St. Louis County`.
function isOfCounty(word: string, { name }: Features): boolean {
  return name.counties.some((county) => canonicalName(county, name.state).split(' ').includes(word));
}

/** The same place and the same kind under other words of form: `Damascus County Constable`, `Damascus Township Constable`. */
export function sharesPlace(a: Features, b: Features): boolean {
  if (a.kind !== b.kind || bothReal(a, b) || a.digits !== b.digits) return false;
  return (a.core !== '' && a.core === b.core) || isCountyWordSlip(a, b);
}

// A sheriff's office is a county's, whatever stands in place of the word: `St. Charles Place Sheriff's Office`.
function isCountyWordSlip(a: Features, b: Features): boolean {
  if (a.kind !== 'sheriff' || a.tokens.length !== b.tokens.length) return false;
  const places = a.tokens.flatMap((word, index) =>
    word === b.tokens[index] ? [] : [[word, b.tokens[index]!]],
  );
  return places.length === 1 && places[0]!.some((word) => word === 'county' || word === 'parish');
}

const NUMBERED = new Set('ward precinct district circuit first second third fourth fifth sixth'.split(' '));

/** `Monroeville Constable` and `Constable Monroeville 6th Ward`: one of them does not say its number. */
export function isNumbered(a: Features, b: Features): boolean {
  const [less, more] = lessAndMore(a, b);
  const words = added(less, more);
  const numbered = words.length > 0 && words.every((word) => /\d/.test(word) || NUMBERED.has(word));
  return numbered && less.digits === '' && holdsAll(more, less);
}

// Where several bodies bear the name with different numbers, nothing tells which one is meant.
function numberedHolds(book: Book, a: Body, b: Body, bodies: Bodies): boolean {
  if (coListed(a, b) || !passes(book, a, b)) return false;
  const base = [a, b].find((body) => body.names.every((name) => digitsOf(name.words) === ''));
  if (!base) return false;
  const own = base.names.map((name) => featuresOf(book, name));
  const rivals = bodies.all().filter((body) => {
    if (body === base || body.state !== base.state) return false;
    return body.names.some((name) => own.some((feature) => isNumbered(feature, featuresOf(book, name))));
  });
  return rivals.length === 1;
}

function lessAndMore(a: Features, b: Features): [less: Features, more: Features] {
  return a.tokens.length <= b.tokens.length ? [a, b] : [b, a];
}

/** True when one name has all words of the other. */
export function holdsAll(more: Features, less: Features): boolean {
  // A letter that the longer one lacks settles nearly every pair at once.
  if ((less.letters & ~more.letters) !== 0) return false;
  return less.tokens.every((word) => more.tokens.includes(word));
}

function added(less: Features, more: Features): string[] {
  return more.tokens.filter((word) => !less.tokens.includes(word));
}

function longestDifference(a: Features, b: Features): number {
  const lengths = a.tokens.filter((word) => !b.tokens.includes(word)).map((word: string) => word.length);
  return Math.max(0, ...lengths);
}
