// What an abbreviation stands for wherever it is a whole word of an agency's name.
const ABBREVIATIONS: Record<string, string> = {
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  mt: 'mount',
  mtn: 'mountain',
  pt: 'point',
  co: 'county',
  cnty: 'county',
  cty: 'county',
  dept: 'department',
  dpt: 'department',
  div: 'division',
  dist: 'district',
  twp: 'township',
  tsp: 'township',
  boro: 'borough',
  hwy: 'highway',
  univ: 'university',
  pct: 'precinct',
  prec: 'precinct',
  ctr: 'center',
  centre: 'center',
  ofc: 'office',
  metro: 'metropolitan',
  natl: 'national',
  intl: 'international',
  auth: 'authority',
  dps: 'department of public safety',
  doc: 'department of corrections',
  bocc: 'board of county commissioners',
  pd: 'police department',
  so: 'sheriffs office',
  da: 'district attorney',
};
const ASCII = /^[\x20-\x7e]*$/;

/** A text in ASCII lower case with single spaces, apostrophes dropped and `&` as a word. */
export function plain(text: string): string {
  // Most names are ASCII, and normalising is the dearest step.
  const ascii = ASCII.test(text) ? text : text.normalize('NFKD');
  return ascii
    .replace(/[\u0300-\u036f\u2018\u2019\u02bb\u02bc'`´]/g, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The words that an abbreviation stands for (`dps` for `department of public safety`); none for a word that is no abbreviation. */
export function expansionOf(word: string): string[] {
  return Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word]!.split(' ') : [];
}
