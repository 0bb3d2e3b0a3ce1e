/** A state as news writes it. */
export interface StateName {
  code: string;
  name: string;
  /** Postal and newspaper abbreviations, with their full stops. */
  abbreviations: string[];
}

const ROWS = `AL Alabama Ala.|AK Alaska|AZ Arizona Ariz.|AR Arkansas Ark.|CA California Calif.|CO Colorado Colo.|CT Connecticut Conn.|DE Delaware Del.
DC District_of_Columbia D.C.|FL Florida Fla.|GA Georgia Ga.|HI Hawaii|ID Idaho|IL Illinois Ill.|IN Indiana Ind.|IA Iowa|KS Kansas Kan.|KY Kentucky Ky.
LA Louisiana La.|ME Maine|MD Maryland Md.|MA Massachusetts Mass.|MI Michigan Mich.|MN Minnesota Minn.|MS Mississippi Miss.|MO Missouri Mo.|MT Montana Mont.
NE Nebraska Neb.|NV Nevada Nev.|NH New_Hampshire N.H.|NJ New_Jersey N.J.|NM New_Mexico N.M.|NY New_York N.Y.|NC North_Carolina N.C.|ND North_Dakota N.D.
OH Ohio|OK Oklahoma Okla.|OR Oregon Ore.|PA Pennsylvania Pa.|RI Rhode_Island R.I.|SC South_Carolina S.C.|SD South_Dakota S.D.|TN Tennessee Tenn.|TX Texas
UT Utah|VT Vermont Vt.|VA Virginia Va.|WA Washington Wash.|WV West_Virginia W.Va.|WI Wisconsin Wis.|WY Wyoming Wyo.|PR Puerto_Rico P.R.|GU Guam`;

/** The states, the District and two territories with their newspaper abbreviations. */
export const STATES: readonly StateName[] = ROWS.split(/[|\n]/).map((row) => {
  const [code = '', name = '', ...abbreviations] = row.split(' ');
  return { code, name: name.replace(/_/g, ' '), abbreviations: [code, ...abbreviations] };
});

/** Cities that newspaper style lets stand without their state, and other cities so large that no state is said; with their county where its sheriff is spoken of by the city. */
/** Cities of no county that elect a sheriff of their own, but for those that share a county's name. */
export const CITY_SHERIFFS: Readonly<Record<string, ReadonlySet<string>>> = {
  VA: new Set(
    'Alexandria|Bristol|Charlottesville|Chesapeake|Colonial Heights|Danville|Fredericksburg|Hampton|Hopewell|Lynchburg|Martinsville|Newport News|Norfolk|Petersburg|Portsmouth|Staunton|Suffolk|Virginia Beach|Waynesboro|Williamsburg|Winchester'.split(
      '|',
    ),
  ),
};

export const CITIES: readonly { city: string; state: string; county: string }[] =
  `Atlanta GA Fulton|Austin TX Travis|Baltimore MD Baltimore|Boston MA Suffolk|Charlotte NC Mecklenburg
Chicago IL Cook|Cincinnati OH Hamilton|Cleveland OH Cuyahoga|Dallas TX Dallas|Denver CO Denver|Detroit MI Wayne|Fort_Worth TX Tarrant|Honolulu HI Honolulu|Houston TX Harris
Indianapolis IN Marion|Las_Vegas NV Clark|Los_Angeles CA Los_Angeles|Memphis TN Shelby|Miami FL Miami-Dade|Milwaukee WI Milwaukee|Minneapolis MN Hennepin|Nashville TN Davidson
New_Orleans LA Orleans|New_York NY New_York|New_York_City NY New_York|Oklahoma_City OK Oklahoma|Philadelphia PA Philadelphia|Phoenix AZ Maricopa|Pittsburgh PA Allegheny|St._Louis MO St._Louis
Salt_Lake_City UT Salt_Lake|San_Antonio TX Bexar|San_Diego CA San_Diego|San_Francisco CA San_Francisco|Seattle WA King|Sacramento CA Sacramento|San_Jose CA Santa_Clara|Oakland CA Alameda
Tucson AZ Pima|Albuquerque NM Bernalillo|El_Paso TX El_Paso|Tulsa OK Tulsa|Wichita KS Sedgwick|Omaha NE Douglas|Raleigh NC Wake|Tampa FL Hillsborough|Jacksonville FL Duval|Orlando FL Orange
Louisville KY Jefferson|Boise ID Ada|Providence RI Providence|Buffalo NY Erie|Newark NJ Essex|Brooklyn NY Kings|Santa_Fe NM Santa_Fe|Baton_Rouge LA East_Baton_Rouge|Tallahassee FL Leon`
    .split(/[|\n]/)
    .map((row) => {
      const [city = '', state = '', county = ''] = row.split(' ').map((word) => word.replace(/_/g, ' '));
      return { city, state, county };
    });

/** Capitalised words that begin a sentence or a title and are never the first word of a place. */
export const NO_PLACE = new Set(
  `a an the and or but nor so yet in on at by for from of to with as if when while where after before since under over until unless although though because
  he she it they we i you his her its their our my your this that these those there here one two three four five six seven eight nine ten no not none nothing
  both all many most some few several other another each every any only even also now then today yesterday still not former new old current acting then-
  deputy chief sheriff sheriffs undersheriff police officer officers president mayor gov governor sen rep attorney general commissioner commissioners council councilman county city state
  town village local federal national u.s us ice immigration customs homeland department office board court judge justice border patrol secure communities
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  according asked what who why how about like between last next earlier later meanwhile however once first second third dear mr mrs ms dr lt sgt capt
  un una del en con por para que según segun su sus este esta también pero cuando como desde hasta sobre campus jail neither either
  statement memo photo file`.split(/\s+/),
);
