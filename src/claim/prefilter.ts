import { finderOf } from './literals.ts';

/** The literals by one of which a page may speak of immigration enforcement. `migra` stands in immigrant, inmigración, la migra. */
export const SERVICE: readonly string[] = ['287', 'migra', 'deport', 'detainer', 'sanctuary', 'homeland'];

/** The words of which a page needs one too: police, jails and their people. */
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

const ICE = Buffer.from('ICE');
const speaksOfService = finderOf(SERVICE.flatMap(inEachCase));
const speaksOfPolice = finderOf(POLICE.flatMap(inEachCase));

/**
 * True when the raw bytes may say something of local police and immigration; false lets a reader skip the page undecoded.
 * Words count in small letters, with a capital, or all in capitals; `ICE` as a word alone. UTF-16, which no literal fits,
 * always passes.
 */
export function mayConcern(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Most pages end at the first group.
  return isUtf16(raw) || ((hasIce(raw) || speaksOfService(raw)) && speaksOfPolice(raw));
}

function isUtf16(raw: Buffer): boolean {
  return (raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff);
}

function hasIce(raw: Buffer): boolean {
  for (let at = raw.indexOf(ICE); at >= 0; at = raw.indexOf(ICE, at + 3))
    if (!isWord(raw[at - 1]) && !isWord(raw[at + 3])) return true;
  return false;
}

/** A letter, digit or underscore of ASCII. */
function isWord(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte & ~32;
  return (letter >= 65 && letter <= 90) || (byte >= 48 && byte <= 57) || byte === 95;
}

function inEachCase(literal: string): string[] {
  const capital = literal[0]!.toUpperCase() + literal.slice(1);
  return [...new Set([literal, capital, literal.toUpperCase()])];
}
