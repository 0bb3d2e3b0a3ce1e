/** The literals of the prefilter, in two groups: a page that has none of a group says nothing of the matter. Matched in any case but for `ICE`. */
export const LITERALS: readonly (readonly string[])[] = [
  ['immigra', 'deport', '287', 'detainer', 'sanctuary', 'homeland', 'migra', 'ICE'],
  [
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
  ],
];
const GROUPS = LITERALS.map((group) => new RegExp(group.map(anyCase).join('|')));

/** True when the raw bytes may say something of local police and immigration; false lets a reader skip the page undecoded. */
export function mayConcern(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return GROUPS.every((group) => group.test(raw));
}

// A class for the first letter alone: pages write these words small, with a capital, or all in capitals.
function anyCase(literal: string): string {
  if (literal === 'ICE') return '\\bICE\\b';
  const capital = literal[0]!.toUpperCase() + literal.slice(1);
  return [...new Set([literal, capital, literal.toUpperCase()])].join('|');
}
