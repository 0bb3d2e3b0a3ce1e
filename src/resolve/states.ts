/** A state, the District or a territory: postal code, name, FIPS, and how the Associated Press shortens it in text. */
export interface State {
  usps: string;
  name: string;
  fips: string;
  short: string[];
}

const TABLE = `AL Alabama 01 Ala.
AK Alaska 02
AZ Arizona 04 Ariz.
AR Arkansas 05 Ark.
CA California 06 Calif.|Cal.
CO Colorado 08 Colo.
CT Connecticut 09 Conn.
DE Delaware 10 Del.
DC District_of_Columbia 11 D.C.|Washington,_D.C.|Washington_DC
FL Florida 12 Fla.
GA Georgia 13 Ga.
HI Hawaii 15 Hawaiʻi
ID Idaho 16
IL Illinois 17 Ill.
IN Indiana 18 Ind.
IA Iowa 19
KS Kansas 20 Kan.|Kans.
KY Kentucky 21 Ky.
LA Louisiana 22 La.
ME Maine 23
MD Maryland 24 Md.
MA Massachusetts 25 Mass.
MI Michigan 26 Mich.
MN Minnesota 27 Minn.
MS Mississippi 28 Miss.
MO Missouri 29 Mo.
MT Montana 30 Mont.
NE Nebraska 31 Neb.|Nebr.
NV Nevada 32 Nev.
NH New_Hampshire 33 N.H.
NJ New_Jersey 34 N.J.
NM New_Mexico 35 N.M.
NY New_York 36 N.Y.
NC North_Carolina 37 N.C.
ND North_Dakota 38 N.D.
OH Ohio 39
OK Oklahoma 40 Okla.
OR Oregon 41 Ore.
PA Pennsylvania 42 Pa.|Penn.|Penna.
RI Rhode_Island 44 R.I.
SC South_Carolina 45 S.C.
SD South_Dakota 46 S.D.
TN Tennessee 47 Tenn.
TX Texas 48 Tex.
UT Utah 49
VT Vermont 50 Vt.
VA Virginia 51 Va.
WA Washington 53 Wash.|Washington_State
WV West_Virginia 54 W.Va.|W._Va.
WI Wisconsin 55 Wis.|Wisc.
WY Wyoming 56 Wyo.
AS American_Samoa 60
GU Guam 66
MP Northern_Mariana_Islands 69 CNMI|Commonwealth_of_the_Northern_Mariana_Islands
PR Puerto_Rico 72 P.R.
VI Virgin_Islands 78 U.S._Virgin_Islands|USVI`;

/** All fifty states, the District of Columbia and the five territories. */
export const STATES: readonly State[] = TABLE.split('\n').map((line) => {
  const [usps, name, fips, short] = line.split(' ').map((part) => part.replaceAll('_', ' '));
  return { usps: usps!, name: name!, fips: fips!, short: short ? short.split('|') : [] };
});

// Cities that the Associated Press prints in a dateline without their state: nobody doubts which one is meant.
const DATELINES = `Atlanta GA|Baltimore MD|Boston MA|Chicago IL|Cincinnati OH|Cleveland OH|Dallas TX|Denver CO|Detroit MI
Honolulu HI|Houston TX|Indianapolis IN|Las Vegas NV|Los Angeles CA|Miami FL|Milwaukee WI|Minneapolis MN|New Orleans LA
New York NY|New York City NY|Oklahoma City OK|Philadelphia PA|Phoenix AZ|Pittsburgh PA|St. Louis MO|Salt Lake City UT
San Antonio TX|San Diego CA|San Francisco CA|Seattle WA|Washington DC`;

const byUsps = new Map(STATES.map((state) => [state.usps, state]));
const byFips = new Map(STATES.map((state) => [state.fips, state]));
const byText = new Map<string, string>();
for (const state of STATES) {
  for (const text of [state.usps, state.name, ...state.short]) byText.set(key(text), state.usps);
}
const byDateline = new Map(
  DATELINES.split(/[|\n]/).map((entry) => [key(entry.slice(0, -3)), entry.slice(-2)] as const),
);

/** The postal code of a state written in full, as its code or as the press shortens it (`Tex.`, `N.C.`), or null. */
export function stateOf(text: string): string | null {
  return byText.get(key(text)) ?? null;
}

/** The postal code of the state whose name a text begins with (`Texas Department of Public Safety`), or null. */
export function stateNamedFirst(text: string): string | null {
  const words = key(text).split(' ');
  for (let length = 5; length > 0; length--) {
    const found = length <= words.length && byText.get(words.slice(0, length).join(' '));
    if (found && words.slice(0, length).join('').length > 2) return found;
  }
  return null;
}

/** The full name of a postal code; the code itself when it is none. */
export function stateName(usps: string): string {
  return byUsps.get(usps)?.name ?? usps;
}

/** The two-digit FIPS code of a postal code, or null. */
export function stateFips(usps: string): string | null {
  return byUsps.get(usps)?.fips ?? null;
}

/** The postal code of a two-digit state FIPS code or of a county's five digits, or null. */
export function stateOfFips(fips: string): string | null {
  return byFips.get(fips.slice(0, 2))?.usps ?? null;
}

/** The state of a city that needs none in a dateline (`Los Angeles` is in CA), or null. */
export function datelineState(city: string): string | null {
  return byDateline.get(key(city)) ?? null;
}

function key(text: string): string {
  return text
    .replace(/[.ʻ'’]/g, '')
    .replace(/[\s\u00a0,]+/g, ' ')
    .trim()
    .toLowerCase();
}
