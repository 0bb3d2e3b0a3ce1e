/**
 * The literals by one of which a page may speak of immigration enforcement, as bytes. Searching for one costs what its
 * first byte costs: a rare one (a capital, a digit) is found or missed at memory speed, so each case has its own literal
 * and the cheap ones come first. `migra` stands in immigrant, inmigración, la migra; `ICE` must be a word.
 */
export const SERVICE: readonly string[] = [
  'ICE',
  'MIGRA',
  'Migra',
  'HOMELAND',
  'Homeland',
  'DEPORT',
  'Deport',
  'DETAINER',
  'Detainer',
  'SANCTUARY',
  'Sanctuary',
  '287',
  'migra',
  'deport',
  'detainer',
  'sanctuary',
];

/** The words of which a page needs one too: police, jails and their people. In small letters, with a capital, or all in capitals. */
export const POLICE: readonly string[] = [
  'sheriff',
  'polic',
  'jail',
  'deput',
  'alguacil',
  'corrections',
  'detention',
  'trooper',
  'officer',
  'patrol',
  'prison',
  'constable',
  'marshal',
  'investigation',
  'public safety',
  'national guard',
  'c\u00c3\u00a1rcel',
  'c\u00e1rcel',
];

// Node looks for longer needles by another algorithm, which takes twice as long here.
const LONGEST = 7;
const NEEDLES = SERVICE.map((literal) => ({
  literal,
  needle: Buffer.from(literal.slice(0, LONGEST)),
  rest: Buffer.from(literal.slice(LONGEST)),
}));
const LOCAL = new RegExp(POLICE.map(anyCase).join('|'));

/**
 * True when the raw bytes may say something of local police and immigration; false lets a reader skip the page undecoded.
 * UTF-16, which no literal fits, always passes.
 */
export function mayConcern(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf16(raw)) return true;
  // Most pages end at the first group, without becoming a string.
  return NEEDLES.some((one) => has(raw, one)) && LOCAL.test(raw.toString('latin1'));
}

function isUtf16(raw: Buffer): boolean {
  return (raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff);
}

function has(raw: Buffer, { literal, needle, rest }: (typeof NEEDLES)[number]): boolean {
  for (let at = raw.indexOf(needle); at >= 0; at = raw.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (literal === 'ICE' ? !isWord(raw[at - 1]) && !isWord(raw[end]) : startsAt(raw, end, rest)) return true;
  }
  return false;
}

function startsAt(raw: Buffer, at: number, rest: Buffer): boolean {
  return (
    rest.length === 0 || raw.compare(rest, 0, rest.length, at, Math.min(at + rest.length, raw.length)) === 0
  );
}

/** A letter, digit or underscore of ASCII. */
function isWord(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte & ~32;
  return (letter >= 65 && letter <= 90) || (byte >= 48 && byte <= 57) || byte === 95;
}

function anyCase(literal: string): string {
  const capital = literal[0]!.toUpperCase() + literal.slice(1);
  return [...new Set([literal, capital, literal.toUpperCase()])].join('|');
}
