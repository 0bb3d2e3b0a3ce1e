import type { Gazetteer } from './gazetteer.ts';
import { placeKey } from './gazetteer.ts';
import { CITIES, NO_PLACE } from './lexicon-places.ts';
import { cityState, countyState, stateBehind, stateOf, type Where } from './places.ts';
import type { Span } from './sentences.ts';

/** What sort of body an agency is, as far as words like "deputies", "the jail", "officers" can mean it. */
export type AgencySort = 'sheriff' | 'police' | 'state' | 'jail' | 'campus';

/** An agency as the document names it. */
export interface Agency {
  sort: AgencySort;
  written: string;
  name: string;
  state: string | null;
  place: string | null;
}

/** An agency named at a place of the text. `weak` is a county or a school that only stands for its agency. */
export interface AgencyMention extends Span {
  agency: Agency;
  weak: boolean;
}

const W = "(?:St\\.|Ft\\.|Mt\\.|[A-ZÁÉÍÓÚÑ][\\p{L}'-]*\\p{L})";
const RUN = `${W}(?:(?: (?:of|de|del|la|las|los|the|du|and the) |[ -])${W}){0,3}`;
const JAIL =
  '(?:[Cc]entral |[Mm]ain |[Aa]dult )?(?:[Jj]ails?|[Dd]etention (?:[Cc]enter|[Ff]acility)|[Cc]orrectional (?:[Cc]enter|[Ff]acility|[Cc]omplex|[Ii]nstitution)|[Cc]orrections [Cc]enter|[Jj]ustice [Cc]enter|[Pp]rison|[Ll]ockup)';

interface Found {
  run: string;
  sort: AgencySort;
  name: string;
  county: boolean;
  weak?: boolean;
}
interface Rule {
  source: string;
  /** The first group is no place's name. */
  bare?: boolean;
  /** What the match amounts to; null when it is none after all. */
  make: (match: RegExpMatchArray, where: Where) => Found | null;
}

const sheriffOf = (run: string, unit: string, office: string | undefined): Found => ({
  run: `${run} ${unit}`,
  sort: 'sheriff',
  county: true,
  name: `${run} ${unit} Sheriff's ${/dep/i.test(office ?? '') ? 'Department' : 'Office'}`,
});

/** In order; an earlier rule's match keeps a later one's from overlapping it. */
const RULES: Rule[] = [
  {
    source: `(${RUN}) ([Cc]ounty|[Pp]arish)(?:'s)? (?:(?:new|first|acting|interim|then|former|elected) )?(?:[Ss]heriff|[Aa]lguacil)('?s?'? (?:[Oo]ffice|[Dd]epartment|[Dd]ept))?`,
    make: (m) => sheriffOf(m[1]!, cap(m[2]!), m[3]),
  },
  {
    source: `(?:[Ss]heriff's (?:[Oo]ffice|[Dd]epartment)|[Ss]heriff) (?:of|in|for) (${RUN}) ([Cc]ounty|[Pp]arish)`,
    make: (m) => sheriffOf(m[1]!, cap(m[2]!), ''),
  },
  {
    source: `(?:[Oo]ficina|[Dd]epartamento) (?:del|de la|de el) (?:[Ss]heriff|[Aa]lguacil) (?:del [Cc]ondado )?(?:de )?(${RUN})`,
    make: (m) => sheriffOf(m[1]!, 'County', ''),
  },
  {
    source: `(?:[Ss]heriff|[Aa]lguacil) del [Cc]ondado (?:de )?(${RUN})`,
    make: (m) => sheriffOf(m[1]!, 'County', ''),
  },
  {
    source: `[Cc][aá]rcel(?:es)? del [Cc]ondado (?:de )?(${RUN})`,
    make: (m) => sheriffOf(m[1]!, 'County', ''),
  },
  {
    source: "[Cc]ounty(?:'s)? ([Dd]epartment of [Cc]orrections?|[Cc]orrections? [Dd]epartment)",
    make: (_m, where) =>
      where.county
        ? {
            run: `${where.county} County`,
            sort: 'jail',
            county: true,
            name: `${where.county} County Department of Corrections`,
          }
        : null,
  },
  {
    source: `(${RUN})(?: [Cc]ounty| [Pp]arish)? ([Dd]epartment of [Cc]orrections?(?: and Rehabilitation)?|[Cc]orrections? [Dd]epartment)`,
    make: corrections,
  },
  {
    source: `(${RUN}) (Regional (?:Adult Detention Center|Jail|Detention Center|Correctional (?:Center|Facility))(?: Authority| Board)?)`,
    make: (m) => ({
      run: m[1]!,
      sort: 'jail',
      county: false,
      name: `${m[1]} ${m[2]!.replace(/ Board$/, '')}`,
    }),
  },
  { source: `(${RUN}) ([Cc]ounty|[Pp]arish)(?:'s)? ${JAIL}`, make: (m) => sheriffOf(m[1]!, cap(m[2]!), '') },
  {
    source: `(${RUN}) ([Cc]ounty) [Pp]olice(?: (?:[Dd]epartment|[Cc]hief))?`,
    make: (m) => ({
      run: `${m[1]} County`,
      sort: 'police',
      county: true,
      name: `${m[1]} County Police Department`,
    }),
  },
  {
    source: `(University of (?:${RUN})|(?:${RUN}) (?:State )?(?:University|College)(?: (?:at|of) ${RUN})?)(?:'s)?( (?:[Uu]niversity |[Cc]ampus )?(?:[Pp]olice(?: [Dd]epartment)?|[Dd]epartment of [Pp]ublic [Ss]afety))?`,
    make: (m) =>
      /^(?:The )?(?:University|College)$/.test(m[1]!)
        ? null
        : {
            run: m[1]!,
            sort: 'campus',
            county: false,
            weak: !m[2],
            name: `${m[1]!.replace(/^The /, '')} Police Department`,
          },
  },
  {
    source: `(${RUN})(?:'s)? ((?:Department|Division|Bureau|Office|Agency|Commission) of (?:[A-Z]\\p{L}+,? )*?(?:Public Safety|Criminal Justice|Investigations?|Law Enforcement|Narcotics|Wildlife|State Police|Natural Resources|Financial Services|Agriculture|Military Affairs|Emergency Services)(?: [A-Z]\\p{L}+)*)`,
    make: stateBody,
  },
  {
    source: `(${RUN}) (State Police|Highway Patrol|State Patrol|State Troopers|Department of Public Safety|Bureau of Investigation|Department of Law Enforcement|Rangers|National Guard|State Guard)`,
    make: stateBody,
  },
  {
    source:
      '(?<![\\p{L}] )(State Police|Highway Patrol|State Patrol)|(?<=[Tt]he )(state police|highway patrol|state patrol)',
    bare: true,
    make: (m, where) => ownState(m[1] ?? m[2] ?? '', where),
  },
  {
    source: `(?:[Pp]olice [Dd]epartments?|[Pp]olice [Cc]hief|[Cc]hief of [Pp]olice|[Pp]olice|[Pp]olic[ií]a(?: [Mm]etropolitana)?|[Dd]epartamento de [Pp]olic[ií]a(?: [Mm]etropolitana)?) (?:of|in|for|de) (?:the (?:[Cc]ity|[Tt]own) of )?(${RUN})`,
    make: (m) => police(m[1]!),
  },
  {
    source: `(${RUN})(?:'s)? (?:(?:Metropolitan|Metro|City|Township|Borough|Village) )?(?:Police (?:Department|Dept\\.?|Bureau|Service|Division)|[Pp]olice [Cc]hief|[Pp]olice|PD)(?= |[,.;:'")]|$)`,
    make: (m) => police(m[1]!),
  },
  {
    source: `(${RUN})(?:'s)? (?:City )?[Ss]heriff('?s? (?:[Oo]ffice|[Dd]epartment|[Dd]ept))?`,
    make: shortSheriff,
  },
  {
    source: `(${RUN})(?:'s)? [Jj]ails?\\b`,
    make: (m, where) => (knownCounty(m[1]!, where) ? sheriffOf(m[1]!, 'County', '') : null),
  },
  { source: '\\b(NYPD|LAPD|LASD|LVMPD|SFPD|NOPD|CHP|MCSO|HCSO)\\b', make: acronym },
];
const COUNTY_ALONE = new RegExp(`(${RUN}) ([Cc]ounty|[Pp]arish)|[Cc]ondado de (${RUN})`, 'gu');
const COUNTY_LIST = new RegExp(`((?:${RUN}, )*${RUN},? and ${RUN}) (?:[Cc]ounties|[Pp]arishes)`, 'gu');
const CITY_LIST = new RegExp(
  `(?:police (?:departments )?(?:in|of)|departments (?:in|of)) ((?:${RUN}, )+${RUN},? and ${RUN})`,
  'gu',
);
const SERIES = new RegExp(`${W}(?: ${W})?(?:, ${W}(?: ${W})?){1,},? and ${W}(?: ${W})?`, 'gu');
const COMPILED = RULES.map((rule) => ({ ...rule, pattern: new RegExp(rule.source, 'gu') }));

/** Every agency that the text names, in the order of the text. */
export function agencyMentions(text: string, where: Where): AgencyMention[] {
  const mentions: AgencyMention[] = [];
  const taken = new Uint8Array(text.length);
  listed(text, where, mentions, taken);
  for (const { pattern, make, bare } of COMPILED) {
    for (const match of text.matchAll(pattern)) {
      const lead = bare
        ? 0
        : /^(?:[Tt]he )?University of |College|University/.test(match[1] ?? '')
          ? wordLead(match[1]!)
          : leadOf(match[1] ?? '', where);
      if (lead < 0) continue;
      const start = match.index + match[0].indexOf(match[1] ?? match[0]) + lead;
      const from = lead > 0 ? start : match.index;
      const end = match.index + match[0].length;
      if (taken[from] || taken[end - 1]) continue;
      match[1] = bareName((match[1] ?? '').slice(lead), where);
      const found = make(match, where);
      if (!found) continue;
      add(found, from, end);
    }
  }
  for (const match of text.matchAll(COUNTY_ALONE)) {
    const run = match[1] ?? match[3] ?? '';
    const lead = leadOf(run, where);
    if (lead < 0 || taken[match.index + lead]) continue;
    add(
      { ...sheriffOf(bareName(run.slice(lead), where), cap(match[2] ?? 'County'), ''), weak: true },
      match.index + lead,
      match.index + match[0].length,
    );
  }
  shortNames(text, mentions, taken);
  return unify(
    mentions.sort((a, b) => a.start - b.start),
    text,
  );

  function add(found: Found, start: number, end: number): void {
    taken.fill(1, start, end);
    const agency = agencyOf(
      found,
      text.slice(start, end),
      stateBehind(text.slice(end, end + 40), where.gazetteer),
      where,
    );
    mentions.push({ start, end, agency, weak: found.weak ?? false });
  }
}

/** The agency of a county or a city by sort, for words such as "the sheriff" where the text names only the place. */
export function derivedAgency(
  sort: 'sheriff' | 'police',
  place: string,
  state: string | null,
  where: Where,
): Agency {
  const unit = state === 'LA' ? 'Parish' : 'County';
  const county = place.replace(/ (?:County|Parish)$/i, '');
  const found: Found = sort === 'sheriff' ? sheriffOf(county, unit, '') : police(place)!;
  return agencyOf(found, place, state, where);
}

function agencyOf(found: Found, written: string, beside: string | null, where: Where): Agency {
  const county = found.run.replace(/ (?:County|Parish)$/, '');
  const state =
    found.sort === 'state'
      ? stateOf(found.run, where.gazetteer)
      : found.county
        ? countyState(county, beside, where)
        : found.sort === 'campus'
          ? (universityState(found.run, where) ?? where.state)
          : cityState(found.run, beside, where);
  const known = knownAgency(found.name, state, where.gazetteer);
  return {
    sort: found.sort,
    written,
    name: known ?? found.name,
    state,
    place: found.sort === 'state' ? found.run : found.run,
  };
}

function knownAgency(name: string, state: string | null, gazetteer: Gazetteer): string | null {
  const hits = (gazetteer.agencies.get(placeKey(name)) ?? []).filter(
    (agency) => state === null || agency.state === state,
  );
  return hits.length === 1 ? hits[0]!.name : null;
}

function universityState(run: string, where: Where): string | null {
  for (const word of run
    .split(/ (?=[A-Z])/)
    .flatMap((_, i, all) => [all.slice(i).join(' '), all.slice(i, i + 2).join(' '), all[i]!])) {
    const state = stateOf(word.replace(/^of /, ''), where.gazetteer);
    if (state && word.length > 2) return state;
  }
  return null;
}

function corrections(m: RegExpMatchArray, where: Where): Found | null {
  const run = m[1]!;
  const state = stateOf(run, where.gazetteer);
  const county = / [Cc]ounty | [Pp]arish /.test(m[0]);
  if (state) return { run, sort: 'state', county: false, name: `${run} Department of Corrections` };
  if (run === '' || !(county || knownCounty(run, where))) return null;
  return {
    run: `${run} County`,
    sort: 'jail',
    county: true,
    name: `${run} County Department of Corrections`,
  };
}

function stateBody(m: RegExpMatchArray, where: Where): Found | null {
  return stateOf(m[1]!, where.gazetteer)
    ? { run: m[1]!, sort: 'state', county: false, name: `${m[1]} ${m[2]}` }
    : null;
}

function ownState(body: string, where: Where): Found | null {
  const state = where.gazetteer.states.find((entry) => entry.code === where.state);
  return state
    ? {
        run: state.name,
        sort: 'state',
        county: false,
        name: `${state.name} ${body.replace(/\b[a-z]/g, (c) => c.toUpperCase())}`,
      }
    : null;
}

function police(run: string): Found | null {
  if (
    run === '' ||
    /^(?:ICE|Border|Military|Campus|University|Transit|Port|Airport|School|Secret|Capitol)$/.test(run)
  )
    return null;
  const city = run === 'New York' ? 'New York City' : run;
  return { run: city, sort: 'police', county: false, name: `${city} Police Department` };
}

function shortSheriff(m: RegExpMatchArray, where: Where): Found | null {
  const run = m[1]!;
  const great = CITIES.find((row) => row.city === run);
  if (knownCounty(run, where)) return sheriffOf(run, 'County', m[2]);
  if (great) return sheriffOf(great.county, great.state === 'LA' ? 'Parish' : 'County', m[2]);
  return m[2]
    ? {
        run,
        sort: 'sheriff',
        county: false,
        name: `${run} Sheriff's ${/dep/i.test(m[2]) ? 'Department' : 'Office'}`,
      }
    : null;
}

function acronym(m: RegExpMatchArray): Found {
  const names: Record<string, Found> = {
    NYPD: police('New York')!,
    LAPD: police('Los Angeles')!,
    SFPD: police('San Francisco')!,
    NOPD: police('New Orleans')!,
    LASD: sheriffOf('Los Angeles', 'County', 'department'),
    MCSO: sheriffOf('Maricopa', 'County', ''),
    HCSO: sheriffOf('Harris', 'County', ''),
    LVMPD: {
      run: 'Las Vegas',
      sort: 'police',
      county: false,
      name: 'Las Vegas Metropolitan Police Department',
    },
    CHP: { run: 'California', sort: 'state', county: false, name: 'California Highway Patrol' },
  };
  return names[m[1]!]!;
}

function knownCounty(run: string, where: Where): boolean {
  const states = (where.gazetteer.counties.get(placeKey(run)) ?? []).map((county) => county.state);
  return states.length > 0 && (where.state === null || states.includes(where.state));
}

// "Prince George's" keeps its ending, "Houston's" loses it.
function bareName(run: string, where: Where): string {
  return where.gazetteer.counties.has(placeKey(run)) ? run : run.replace(/'s$/, '');
}

function cap(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

/** How many characters at the start of a capitalised run are no part of the name: "Houston's ", "The ", "On Tuesday, "; -1 when nothing is left. */
function leadOf(run: string, where: Where): number {
  const at = wordLead(run);
  if (at < 0) return -1;
  // The longest ending that is a known county, so that "Speaker Cook" gives Cook only where Cook is one.
  const words = run.slice(at).split(' ');
  for (let i = 0; i < words.length; i++) {
    if (where.gazetteer.counties.has(placeKey(words.slice(i).join(' '))))
      return at + words.slice(0, i).join(' ').length + (i > 0 ? 1 : 0);
  }
  return at;
}

function wordLead(run: string): number {
  let at = 0;
  const possessive = run.lastIndexOf("'s ");
  if (possessive > 0) at = possessive + 3;
  for (;;) {
    const word = /^[\p{L}.'-]+/u.exec(run.slice(at))?.[0] ?? '';
    if (word === '') return run === '' ? 0 : -1;
    if (!NO_PLACE.has(word.toLowerCase().replace(/'s$/, ''))) break;
    at += word.length;
    while (/[ -]/.test(run[at] ?? '')) at++;
  }
  return at;
}

/** Lists: "Belknap and Grafton counties", "police in Gorham, Ossipee and Pittsburg". */
function listed(text: string, where: Where, mentions: AgencyMention[], taken: Uint8Array): void {
  const each = (pattern: RegExp, make: (name: string) => Found | null, weak: boolean): void => {
    for (const match of text.matchAll(pattern)) {
      let at = match.index + match[0].indexOf(match[1]!);
      for (const part of match[1]!.split(/(, and |, | and )/)) {
        const lead = leadOf(part, where);
        const found =
          /^(?:, and |, | and )$/.test(part) || lead < 0 ? null : make(part.slice(lead).replace(/'s$/, ''));
        if (found) {
          mentions.push({
            start: at + lead,
            end: at + part.length,
            weak,
            agency: agencyOf(found, part.slice(lead), null, where),
          });
        }
        at += part.length;
      }
      taken.fill(1, match.index, match.index + match[0].length);
    }
  };
  each(COUNTY_LIST, (name) => sheriffOf(name, 'County', ''), true);
  each(CITY_LIST, police, false);
  bareCounties(text, where, mentions, taken);
}

/** A series of bare county names ("Harvey, Butler, Shawnee and Finney"), and those names again behind it. */
function bareCounties(text: string, where: Where, mentions: AgencyMention[], taken: Uint8Array): void {
  const series = new Set<string>();
  for (const match of text.matchAll(SERIES)) {
    const names = match[0].split(/, and |, | and /);
    if (names.every((name) => knownCounty(name, where))) for (const name of names) series.add(name);
  }
  if (series.size === 0) return;
  const pattern = new RegExp(`(?<![\\p{L}])(?:${[...series].join('|')})(?![\\p{L}]| [A-Z]| [Cc]ount)`, 'gu');
  for (const match of text.matchAll(pattern)) {
    if (taken[match.index]) continue;
    taken.fill(1, match.index, match.index + match[0].length);
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      weak: true,
      agency: agencyOf(
        sheriffOf(match[0], where.state === 'LA' ? 'Parish' : 'County', ''),
        match[0],
        null,
        where,
      ),
    });
  }
}

const INITIAL_WORDS = /[A-Z]/g;
const SHORT_TAIL: Record<AgencySort, string[]> = {
  sheriff: ['SO', 'SD'],
  police: ['PD'],
  state: ['SP', 'HP'],
  jail: ['DC'],
  campus: ['', 'PD'],
};

/** "DCSO", "HPD", "UNF": the initials of an agency that the document names in full. */
function shortNames(text: string, mentions: AgencyMention[], taken: Uint8Array): void {
  const known = new Map<string, Agency>();
  for (const { agency } of mentions) {
    const initials =
      (agency.place ?? '')
        .replace(/\bof\b/g, '')
        .match(INITIAL_WORDS)
        ?.join('') ?? '';
    const whole = agency.name.match(INITIAL_WORDS)?.join('') ?? '';
    if ((agency.sort === 'state' || agency.sort === 'jail') && whole.length > 2) known.set(whole, agency);
    for (const tail of SHORT_TAIL[agency.sort])
      if ((initials + tail).length > 2) known.set(initials + tail, agency);
  }
  if (known.size === 0) return;
  for (const match of text.matchAll(
    new RegExp(`(?<![\\p{L}])(?:${[...known.keys()].join('|')})(?![\\p{L}])`, 'gu'),
  )) {
    if (taken[match.index]) continue;
    const agency = known.get(match[0])!;
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      agency,
      weak: agency.sort === 'campus',
    });
  }
}

/** One object for one agency, so that stages behind can compare by identity; a full name's "Department" wins over the assumed "Office". */
function unify(mentions: AgencyMention[], text: string): AgencyMention[] {
  const known = new Map<string, Agency>();
  for (const mention of mentions) {
    const key = `${mention.agency.sort}|${placeKey(mention.agency.name.replace(/(?:Office|Department)$/, ''))}|${mention.agency.state}`;
    const first = known.get(key);
    if (!first) known.set(key, mention.agency);
    else {
      if (
        /Department$/.test(mention.agency.name) &&
        /[Dd]epartment/.test(text.slice(mention.start, mention.end))
      )
        first.name = mention.agency.name;
      mention.agency = first;
    }
  }
  return mentions;
}
