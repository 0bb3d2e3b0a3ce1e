/** The literals of the prefilter: a page that has none of the first or none of the second says nothing of the matter. Lower case, ASCII; the rarer group first. */
export const LITERALS: readonly (readonly string[])[] = [
  [
    'immigra',
    'deport',
    '287',
    'detainer',
    'sanctuary',
    'homeland',
    'inmigra',
    'migra',
    'ice ',
    'ice.',
    'ice,',
    'ice\u00e2',
    "ice'",
    'ice&',
    'ice<',
    'ice)',
    'ice?',
    'ice:',
    'ice;',
    '0FO1A',
  ],
  [
    'sheriff',
    'police',
    'jail',
    'deput',
    'polic',
    'alguacil',
    'corrections',
    'detention',
    'trooper',
    'patrol',
    '0ff1ce',
    'cell',
    'officer',
    'c\u00e1rcel',
    'c\u00c3\u00a1rcel',
  ],
];
const ANY_ICE =
  /\bICE\b|[Ii]mmigra|[Dd]eport|287|[Dd]etainer|[Ss]anctuary|[Hh]omeland|IMMIGRA|DEPORT|MIGRA|[Mm]igra/;
const ANY_POLICE =
  /[Ss]heriff|SHERIFF|[Pp]olic|POLIC|[Jj]ail|JAIL|[Dd]eput|DEPUT|[Aa]lguacil|[Cc]orrections|[Dd]etention|[Tt]rooper|[Oo]fficer/;

/** True when the raw bytes may say something of local police and immigration; false lets a reader skip the page undecoded. */
export function mayConcern(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return ANY_ICE.test(raw) && ANY_POLICE.test(raw);
}
