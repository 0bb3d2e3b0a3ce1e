/** For whom somebody in a role speaks: his agency, another public body, or neither. */
export type Office = 'head' | 'staff' | 'spokes' | 'civil' | 'other';

/** A role as texts write it. */
export interface Role {
  source: string;
  office: Office;
  /** The sort of agency that such a person belongs to; null when only the context tells. */
  sort: 'sheriff' | 'police' | 'state' | 'jail' | 'campus' | null;
}

// The alternatives of a source, those inside brackets left together.
function alternatives(sources: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const c of sources) {
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    if (c === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}

const rows = (office: Office, sort: Role['sort'], sources: string): Role[] =>
  alternatives(sources).map((source) => ({ source, office, sort }));

/** Roles, the longest of each kind first. Sources are lower case; titles before names match them in any case. */
export const ROLES: readonly Role[] = [
  ...rows(
    'civil',
    null,
    "sheriff-elect|incoming sheriff|district attorney general|county prosecutor|lt\\. gov\\.|lieutenant governor|state attorney general|attorney general|district attorney|state's attorney|commonwealth's attorney|u\\.s\\. attorney|county attorney|city attorney|town attorney|county counsel",
  ),
  ...rows(
    'civil',
    null,
    'county executive|county administrator|county manager|county mayor|county judge|county commissioner|county supervisor|county board chair(?:man|woman)?|county board president|board (?:chair(?:man|woman)?|president|member)|city manager|town manager|village manager|city administrator|town administrator',
  ),
  ...rows(
    'civil',
    null,
    'city council(?:man|woman|member)?|council(?:man|woman| ?member| president)|alder(?:man|woman|person)?|alder|selectman|selectwoman|select board member|trustee|freeholder|legislator|assembly(?:man|woman|member)|delegate|state rep\\.|state sen\\.|state senator|state representative|senator|congress(?:man|woman)|u\\.s\\. rep\\.|u\\.s\\. sen\\.',
  ),
  ...rows(
    'head',
    'police',
    'police chief|chief of police|police commissioner|police superintendent|police director|public safety director|director of public safety|jefe de (?:la )?policia|jefa de (?:la )?policia|comisionado de (?:la )?policia',
  ),
  ...rows(
    'staff',
    'police',
    'deputy police chief|assistant police chief|assistant chief|deputy chief|deputy commissioner|interim police chief|police captain|police lieutenant|police sergeant|police spokes(?:man|woman|person)',
  ),
  ...rows(
    'staff',
    'sheriff',
    "chief deputy|undersheriff|deputy sheriff|sheriff's (?:captain|lieutenant|sergeant|major|commander|deputy|chief|spokes(?:man|woman|person))|assistant sheriff|(?:assistant |deputy |chief )?jail (?:administrator|commander|director|chief|captain|superintendent|manager)|jailer|chief of corrections|detention (?:chief|director|administrator)|subalguacil",
  ),
  ...rows(
    'spokes',
    null,
    'spokes(?:man|woman|person)|public information officer|public affairs officer|public information director|communications (?:director|manager|chief|officer)|director of communications|press secretary|media relations (?:officer|manager)|pio|vocero|vocera|portavoz',
  ),
  ...rows(
    'head',
    'campus',
    "(?:university|college)(?:'s)? president|university chancellor|campus police chief|university police chief",
  ),
  ...rows(
    'staff',
    null,
    'policy chief|chief of policy|policy director|chief of staff|general counsel|legal (?:counsel|advisor|adviser)|chief legal officer|department attorney|chief counsel',
  ),
  ...rows(
    'head',
    'jail',
    'jail superintendent|(?:regional )?jail board|superintendent|supt\\.|warden|corrections (?:director|commissioner|secretary)|director of corrections|commissioner of corrections',
  ),
  ...rows('head', 'sheriff', 'acting sheriff|interim sheriff|county sheriff|sheriff|alguacil'),
  ...rows('head', 'police', 'acting chief|interim chief|chief|jefe|jefa|marshal|town marshal|constable'),
  ...rows(
    'staff',
    null,
    'captain|capt\\.|lieutenant|lt\\.|sergeant|sgt\\.|major|maj\\.|colonel|col\\.|commander|cmdr\\.|corporal|cpl\\.|inspector|deputy|officer|detective|trooper|capitan|teniente|sargento|subjefe|subjefa',
  ),
  ...rows(
    'civil',
    null,
    'mayor|governor|gov\\.|supervisor|commissioner|prosecutor|solicitor|president|chair(?:man|woman|person)?|secretary|judge|clerk|treasurer|alcalde|alcaldesa|gobernador|gobernadora|fiscal(?: general)?|concejal|senador|comisionad[oa]|vice mayor|rep\\.|sen\\.',
  ),
  ...rows(
    'other',
    null,
    '(?:acting |field office |executive |legal |policy |deputy |regional )*director|attorney|lawyer|(?:senior |staff |immigration |civil rights )*(?:attorney|lawyer)|organizer|activist|advocate|pastor|rev\\.|father|bishop|professor|dr\\.|mr\\.|ms\\.|mrs\\.|union president|spokeswoman for the union|resident|coordinator|manager|editor|owner|abogad[oa]|activista|candidate',
  ),
];

/** Words in an appositive that make its person an outsider whatever his title: unions, associations, federal agencies, advocates. */
export const OUTSIDE =
  /\b(?:benevolent association|union|association|fraternal order|fop|aclu|civil liberties|ice\b|immigration and customs|homeland security|dhs|coalition|advoca|activis|lawyer|attorney|nonprofit|non-profit|network|church|professor|univision|legislat|republican|democrat|candidate|former|retired|ex-|organiz|institute|center for|foundation|federation|league|white house|justice department)/;

/** Words in an appositive that tell of an office sought: whoever is running for it does not speak for it, unless it is his already. */
export const CANDIDATE =
  /\b(?:(?:who is |who's |is )?running (?:for (?!re-?election)|against|to (?:replace|succeed|unseat))|(?:candidate|nominee|challenger) (?:for|in)\b|(?:on leave|left|quit|resigned|retired|stepp(?:ed|ing) down)[^,;]{0,40} to run\b|seeking (?:to (?:replace|succeed|unseat)|the (?:office|seat|job)))/;
