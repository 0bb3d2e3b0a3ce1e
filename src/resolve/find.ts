import { expansionOf, plain } from './plain.ts';

// Pure and without the tables of names and places: the browser runs the same search over a file of these.

/** What ranks an agency among those that a text fits. */
export interface Ranked {
  id: string;
  /** How many words its name has, without those that say nothing: shorter names win a tie. */
  length: number;
  sheriff: boolean;
}

/** An agency as a search sees it. */
export interface Findable extends Ranked {
  name: string;
  /** Postal code. */
  state: string;
  place: string | null;
  /** County FIPS codes, the main one first. */
  counties: readonly string[];
  /** Words worth as much as those of its name: of its aliases, of the name without abbreviations, its ORIs. */
  also: readonly string[];
}

/** Names of counties by their FIPS code, of states by their postal code. */
export type Areas = ReadonlyMap<string, string>;

/** An index over agencies that finds them by name, alias, place, county, state, ORI or FIPS, typing slips included. */
export interface Finder<One extends Ranked = Ranked> {
  agencies: readonly One[];
  /** Distinct words, and for each the agencies that have it with what it is worth there. */
  words: string[];
  postings: { agencies: number[]; worth: number[] }[];
  byWord: Map<string, number>;
  /** For each trigram the words that contain it. */
  byTrigram: Map<string, number[]>;
}

// Below this share of common trigrams two words are no spellings of one another. `angelos`/`angeles` have 0.63.
const LIKENESS = 0.45;
// A word of an agency's own name says more about it than its place, its county or its state.
const NAME = 1;
const PLACE = 0.85;
const COUNTY = 0.6;
const STATE = 0.5;
// An agency that explains less than this share of the best one's score is not shown.
const CUT = 0.55;

/** The index of these agencies; about 0.2 seconds of CPU for 20,000. */
export function buildFinder<One extends Findable>(agencies: readonly One[], areas: Areas): Finder<One> {
  const finder: Finder<One> = {
    agencies,
    words: [],
    postings: [],
    byWord: new Map(),
    byTrigram: new Map(),
  };
  const areaWords = new Map<string, string[]>();
  for (const [code, name] of areas) areaWords.set(code, [code.toLowerCase(), ...plain(name).split(' ')]);
  agencies.forEach((agency, index) => {
    for (const [word, worth] of wordsOf(agency, areaWords)) post(finder, word, index, worth);
  });
  return finder;
}

/** The agencies that fit a text best, best first, at most `limit`: `haris county sherif` finds both Harris Counties. */
export function find<One extends Ranked>(finder: Finder<One>, text: string, limit = 20): One[] {
  const total = new Float64Array(finder.agencies.length);
  for (const word of new Set(plain(text).split(' '))) addWord(finder, word, total);
  let best = 0;
  for (const score of total) if (score > best) best = score;
  if (best === 0) return [];
  const hits: number[] = [];
  total.forEach((score, index) => {
    if (score >= best * CUT) hits.push(index);
  });
  const rank = (index: number) =>
    total[index]! - finder.agencies[index]!.length * 0.01 + sheriffFirst(finder, index);
  hits.sort((a, b) => rank(b) - rank(a) || (finder.agencies[a]!.id < finder.agencies[b]!.id ? -1 : 1));
  return hits.slice(0, limit).map((index) => finder.agencies[index]!);
}

// Whoever types a county and nothing more most often means its sheriff.
function sheriffFirst(finder: Finder, index: number): number {
  return finder.agencies[index]!.sheriff ? 0.02 : 0;
}

// Many agencies share a county: its words are worked out once.
function wordsOf(agency: Findable, areas: ReadonlyMap<string, string[]>): Map<string, number> {
  const words = new Map<string, number>();
  const add = (list: readonly string[], worth: number) => {
    for (const word of list) if (word && !((words.get(word) ?? 0) >= worth)) words.set(word, worth);
  };
  add(plain(agency.name).split(' '), NAME);
  add(agency.also, NAME);
  if (agency.place) add(plain(agency.place).split(' '), PLACE);
  for (const fips of agency.counties) add(areas.get(fips) ?? [], COUNTY);
  add(areas.get(agency.state) ?? [], STATE);
  return words;
}

function post(finder: Finder, word: string, agency: number, worth: number): void {
  let id = finder.byWord.get(word);
  if (id === undefined) {
    id = finder.words.length;
    finder.words.push(word);
    finder.postings.push({ agencies: [], worth: [] });
    finder.byWord.set(word, id);
    for (const gram of trigrams(word)) {
      const list = finder.byTrigram.get(gram);
      if (list) list.push(id);
      else finder.byTrigram.set(gram, [id]);
    }
  }
  const posting = finder.postings[id]!;
  posting.agencies.push(agency);
  posting.worth.push(worth);
}

/** Adds to each agency's total what its best fit for one word of the query is worth: likeness, place of the word, rarity. */
function addWord(finder: Finder, word: string, total: Float64Array): void {
  const like = likeWords(finder, word);
  for (const part of expansionOf(word)) like.set(part, 1);
  const gain = new Map<number, number>();
  for (const [spelling, likeness] of like) {
    const posting = finder.postings[finder.byWord.get(spelling) ?? -1];
    if (!posting) continue;
    for (let at = 0; at < posting.agencies.length; at++) {
      const agency = posting.agencies[at]!;
      // Squared, so that two doubtful likenesses never beat one exact word.
      const worth = likeness * likeness * posting.worth[at]!;
      if (worth > (gain.get(agency) ?? 0)) gain.set(agency, worth);
    }
  }
  // One rarity for all spellings: else a rare look-alike would beat the word itself.
  const rarity = Math.log(1 + finder.agencies.length / Math.max(1, gain.size));
  for (const [agency, worth] of gain) total[agency]! += worth * rarity;
}

function likeWords(finder: Finder, word: string): Map<string, number> {
  const like = new Map<string, number>();
  if (finder.byWord.has(word)) like.set(word, 1);
  // Digits are codes and numbers: they fit exactly or as a beginning, never by likeness.
  const exactOnly = /\d/.test(word);
  if (exactOnly && (like.size > 0 || word.length < 3)) return like;
  const own = trigrams(word);
  const shared = new Map<number, number>();
  for (const gram of own) {
    for (const id of finder.byTrigram.get(gram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  for (const [id, count] of shared) {
    const other = finder.words[id]!;
    const prefix = word.length >= 3 && other.startsWith(word) ? 0.9 : 0;
    const dice = exactOnly ? 0 : (2 * count) / (own.length + other.length + 1);
    const likeness = Math.max(prefix, dice);
    if (likeness >= LIKENESS && likeness > (like.get(other) ?? 0)) like.set(other, likeness);
  }
  return like;
}

function trigrams(word: string): string[] {
  const padded = `  ${word} `;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
  return [...grams];
}
