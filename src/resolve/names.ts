import { editDistance } from './filenames.ts';
import { expansionOf, plain } from './plain.ts';
import { stateFips, stateName } from './states.ts';

// `so` is a sheriff's office and `da` a prosecutor only behind a place; in front, `So` is south.
const ONLY_LAST = new Set(['so', 'da']);
const COMPASS: Record<string, string> = { so: 'south', no: 'north' };

// A state's own name says nothing in front of one of these: `Texas Department of …`, `Idaho State Police`.
const BODY_WORDS =
  '(?:department|division|office|bureau|board|commission|state (?:police|patrol|highway|troopers|guard|constable|fire|bureau|park|auditor)|highway|national guard|guard|military|law enforcement|fish|wildlife|game|gaming|attorney general|marine resources|alcohol|capitol)';

const ROLES =
  '(?:sheriff|constable|marshal|coroner|prosecutor|attorney general|district attorney|county attorney|state attorney|prosecuting attorney|commonwealths attorney|state auditor)';

// The order matters: each step sees what the ones before it left.
const STEPS: [pattern: RegExp, by: string][] = [
  [/\bdepartment of (?:the )?police\b|\bpolice (?:services? )?(?:department|office|services)\b/g, 'police'],
  [
    /\bpublic safety department\b|\bdepartment of public safety\b|\bdivision of public safety\b/g,
    'public safety',
  ],
  [/\bsheriffs\b/g, 'sheriff'],
  [/\bconstables\b/g, 'constable'],
  [/\bmarshals\b/g, 'marshal'],
  [/\bprosecutors\b/g, 'prosecutor'],
  [/\b(attorney general|auditor)s\b/g, '$1'],
  [/\b(district|county|states?) attorneys\b/g, '$1 attorney'],
  [/\bstates attorney\b/g, 'state attorney'],
  [new RegExp(`\\boffices? of (?:the )?(${ROLES})\\b`, 'g'), '$1'],
  [new RegExp(`\\b(${ROLES}) (?:offices?|department|departments)\\b`, 'g'), '$1'],
];

// The words that tell what an agency is; a token near one of them is a slip of typing (`Polce Deparment`).
const KIND_WORDS = [
  'police',
  'department',
  'sheriffs',
  'sheriff',
  'office',
  'county',
  'constables',
  'constable',
  'township',
  'district',
  'judicial',
  'division',
  'corrections',
];
// Words of their own, however near: Town and Country is in Missouri.
const NO_SLIPS = new Set(['country', 'officer', 'officers', 'policy', 'correction', 'counties', 'services']);
const slips = new Map<string, string>();

function mendSlip(word: string, at: number): string {
  const key = `${at === 0} ${word}`;
  let mended = slips.get(key);
  if (mended === undefined) {
    mended = nearKindWord(word, at === 0);
    slips.set(key, mended);
  }
  return mended;
}

function nearKindWord(word: string, first: boolean): string {
  if (word.length < 5 || NO_SLIPS.has(word) || KIND_WORDS.includes(word)) return word;
  const plural = word.replace(/s+$/, '');
  if (plural !== word && KIND_WORDS.includes(plural)) return plural;
  // A name begins with its place: Davison is no slip of `division`, Dietrich none of `district`.
  const limit = (kind: string) => (kind.length >= 8 && !first ? 2 : 1);
  const near = (kind: string) =>
    kind[0] === word[0] && editDistance(word, kind, limit(kind) + 1) <= limit(kind);
  return KIND_WORDS.find(near) ?? word;
}

/** The words of an agency's name after every rewriting that changes no meaning: `harris county sheriff`, `los angeles police`. Ids are made of them. */
export function canonicalWords(name: string, state: string | null): string {
  const key = `${state}|${name}`;
  let words = known.get(key);
  if (words === undefined) {
    words = rewritten(name, state);
    // A record has some thousands of names; the bound only keeps a long-lived server small.
    if (known.size > 100_000) known.clear();
    known.set(key, words);
  }
  return words;
}

const known = new Map<string, string>();

/** Takes over the words of names that were worked out before, each behind its `STATE|name`: working them out is dear. */
export function learnWords(pairs: readonly string[]): void {
  for (let at = 0; at + 1 < pairs.length; at += 2) known.set(pairs[at]!, pairs[at + 1]!);
}

/** Names and their words as `learnWords` takes them, each worked out here and now. */
export function wordsOfNames(names: Iterable<readonly [state: string, name: string]>): string[] {
  const pairs = new Map<string, string>();
  for (const [state, name] of names) pairs.set(`${state}|${name}`, rewritten(name, state));
  return [...pairs].flat();
}

function rewritten(name: string, state: string | null): string {
  let text = withoutClosingCode(withoutLeadingCode(plain(name), state), state);
  text = expand(text.split(' ').map(mendSlip)).join(' ');
  for (const [pattern, by] of STEPS) text = text.replace(pattern, by);
  text = text.replace(/^(?:the )?(?:city|town|village) of /, '').replace(/^the /, '');
  text = text.replace(/^county of ([a-z ]+?) (?=sheriff|police|corrections|department)/, '$1 county ');
  if (state !== null && stateFips(state) !== null) text = withoutOwnState(text, state);
  if (state === 'LA') text = text.replace(/\bcounty\b/, 'parish');
  return corrections(text)
    .replace(/^public safety\b/, 'department of public safety')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * The key under which two spellings of one state are one name (rule `exact-name`). Singular and plural of `corrections` are
 * one, and it needs no `department` behind it.
 */
export function canonicalName(name: string, state: string | null): string {
  const key = `${state}|${name}`;
  let canonical = keys.get(key);
  if (canonical === undefined) {
    canonical = keyOf(canonicalWords(name, state));
    if (keys.size > 100_000) keys.clear();
    keys.set(key, canonical);
  }
  return canonical;
}

const keys = new Map<string, string>();

const KEYED = /correction|(?:rehabilitation|detention) department|service|\bno \d|saint/;

function keyOf(words: string): string {
  // Most names have none of these words.
  if (!KEYED.test(words)) return words;
  return words
    .replace(/\bcorrection\b/g, 'corrections')
    .replace(/\b(rehabilitation|corrections|detention) department\b/g, '$1')
    .replace(/\bservice\b/g, 'services')
    .replace(/\bno (?=\d)/g, '')
    .replace(/\bsaint\b/g, 'st');
}

/** The id of an agency by its name: `us-tx-harris-county-sheriff`. The same name always gives the same id. */
export function agencyIdOf(name: string, state: string): string {
  const words = canonicalWords(name, state)
    .replace(/\bsaint\b/g, 'st')
    .replace(/ (and|the) /g, ' ');
  return `us-${state.toLowerCase()}-${words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'agency'}`;
}

// `MT Dept of Justice` is Montana's and no mountain.
function withoutLeadingCode(text: string, state: string | null): string {
  const lead = state === null ? null : `${state.toLowerCase()} `;
  return lead &&
    text.startsWith(lead) &&
    /^(?:dept|department|division|dps|doc|state|national)\b/.test(text.slice(3))
    ? text.slice(3)
    : text;
}

// `Teller County Sheriff's Office, CO` is in Colorado and no county; all other codes are dropped where states are.
function withoutClosingCode(text: string, state: string | null): string {
  return state === 'CO' || state === 'MT'
    ? text.replace(
        new RegExp(`(?<=\\b(?:office|sheriffs?|department|police|marshals?|safety)) ${state.toLowerCase()}$`),
        '',
      )
    : text;
}

function expand(words: string[]): string[] {
  const last = words.length - 1;
  return words.map((word, index) => {
    if (index < last && COMPASS[word] && !/^\d/.test(words[index + 1] ?? '')) return COMPASS[word];
    if (index < last && ONLY_LAST.has(word)) return word;
    return expansionOf(word).join(' ') || word;
  });
}

function withoutOwnState(text: string, state: string): string {
  if (/\b(?:university|college)\b/.test(text)) return text;
  if (!mentions(text, state)) return text;
  const own = ownState(state);
  const middle = own.front.reduce((rest, pattern) => rest.replace(pattern, '$1'), text);
  return middle.replace(own.tail, (tail) => (tailIsName(middle, tail) ? tail : '')).trim();
}

// Most names do not name their state, and the patterns below are dear.
function mentions(text: string, state: string): boolean {
  const usps = state.toLowerCase();
  const name = plain(stateName(state));
  return (
    text.includes(name) ||
    text.startsWith(`${usps} `) ||
    text.endsWith(` ${usps}`) ||
    text.startsWith('cnmi ')
  );
}

const ownStates = new Map<string, { front: RegExp[]; tail: RegExp }>();

function ownState(state: string): { front: RegExp[]; tail: RegExp } {
  let own = ownStates.get(state);
  if (!own) {
    const usps = state.toLowerCase();
    const names = plain(stateName(state)) + (state === 'MP' ? '|cnmi' : '');
    const front = [
      new RegExp(`^()(?:state|commonwealth) of (?:${names}) `),
      new RegExp(`^()${usps} (?=${BODY_WORDS})`),
      new RegExp(`(^|(?<!\\b(?:of|west|east|north|south)) )(?:${names}) (?=${BODY_WORDS})`),
      new RegExp(`^()(?:${names}) (?=public safety|corrections)`),
    ];
    own = { front, tail: new RegExp(` (?:${names}|${usps})$`) };
    ownStates.set(state, own);
  }
  return own;
}

// `University of Florida` keeps its state; `Arnaudville Police Department, LA` does not.
function tailIsName(text: string, tail: string): boolean {
  const before = text.slice(0, text.length - tail.length);
  return !/\b(?:police|sheriff|constable|marshal|office|department|public safety|corrections|township|borough)$/.test(
    before,
  );
}

// `Orange County Corrections Department` and `Orange County Department of Corrections` are one name; a state's
// own department keeps its form, because `corrections` alone would name nothing.
function corrections(text: string): string {
  const match = /^(.*?)\s*\b(?:department of (corrections?)|(corrections?) department)\b(.*)$/.exec(text);
  if (!match) return text;
  const [, before, of, behind, after] = match;
  const word = of ?? behind;
  return before ? `${before} ${word}${after}` : `department of ${word}${after}`;
}

/** A name as it stands in an id: `st-mary-s`. */
export function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
