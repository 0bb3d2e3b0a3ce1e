import type { Book, Name } from './book.ts';
import { agencyKindOf } from './kinds.ts';
import type { AgencyKind } from './model.ts';
import { countiesNamed } from './places.ts';

/** What the rules of sameness compare in a name, worked out once. */
export interface Features {
  name: Name;
  words: string;
  tokens: string[];
  /** The words in the order of the alphabet. */
  sorted: string;
  /** The sorted words without those of form; empty for a university or college, whose words tell it apart in their order. */
  core: string;
  /** True for a university or college. */
  campus: boolean;
  /** The numbers of the name, in order. */
  digits: string;
  /** Which letters occur in it, one bit each. */
  letters: number;
  kind: AgencyKind;
  /** The county that the name begins with, where its state has one. */
  realCounty: string | null;
  /** The one county that all its rows give, or null. */
  county: string | null;
}

// Words that tell one form of a name from another but no agency from another: `Quarryville` and `Quarryville Borough`.
const FORM = new Set(
  'county parish city town village township borough department division office bureau state board police constable the of and services'.split(
    ' ',
  ),
);

// `Florida State University` and `University of Florida` are two.
const FORM_OF_CAMPUS = new Set('department division office police the of and services'.split(' '));

/** True for a word of form, which no two agencies (or no two campuses) differ by alone. */
export function isForm(word: string, campus = false): boolean {
  return (campus ? FORM_OF_CAMPUS : FORM).has(word);
}

const known = new WeakMap<Name, Features>();

/** The features of a name. */
export function featuresOf(book: Book, name: Name): Features {
  let features = known.get(name);
  if (!features) {
    features = makeFeatures(book, name);
    known.set(name, features);
  }
  return features;
}

function makeFeatures(book: Book, name: Name): Features {
  const tokens = name.words.split(' ');
  const sorted = [...tokens].sort();
  const campus = campusOf(name.words) !== null;
  return {
    name,
    words: name.words,
    tokens,
    sorted: sorted.join(' '),
    core: campus ? '' : sorted.filter((word) => !FORM.has(word)).join(' '),
    campus,
    digits: digitsOf(name.words),
    letters: lettersOf(name.words),
    kind: agencyKindOf(name.words),
    realCounty: realCounty(name),
    county: onlyCounty(book, name),
  };
}

/** The numbers in a name, in order. */
export function digitsOf(words: string): string {
  return (words.match(/\d+/g) ?? []).join(' ');
}

function lettersOf(words: string): number {
  let set = 0;
  for (let at = 0; at < words.length; at++) {
    const letter = words.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) set |= 1 << letter;
  }
  return set;
}

/** A university's or college's own name, without its board or its police; null for any other agency. */
export function campusOf(words: string): string | null {
  if (!/\b(?:university|college)\b/.test(words)) return null;
  return words.replace(/\b(?:district )?board of trustees(?: of)?\b|\bpolice$/g, '').trim();
}

/** True for names of two different counties that both exist. */
export function bothReal(a: Features, b: Features): boolean {
  return a.realCounty !== null && b.realCounty !== null && a.realCounty !== b.realCounty;
}

/** A county has one sheriff: two sheriffs' names whose rows all give one county, one name holding the words of the other. */
export function oneSheriff(a: Features, b: Features): boolean {
  if (a.kind !== 'sheriff' || b.kind !== 'sheriff' || a.county === null || a.county !== b.county)
    return false;
  const [less, more] = a.tokens.length < b.tokens.length ? [a, b] : [b, a];
  return !bothReal(a, b) && less.tokens.every((word) => more.tokens.includes(word));
}

function realCounty({ words, state }: Name): string | null {
  const county = /^(.*?) (?:county|parish)\b/.exec(words)?.[1];
  return county ? (countiesNamed(county, state)[0]?.fips ?? null) : null;
}

function onlyCounty(book: Book, name: Name): string | null {
  const counties = new Set(name.lines.flatMap((line) => book.rows[line]!.county?.fips ?? []));
  return counties.size === 1 ? [...counties][0]! : null;
}
