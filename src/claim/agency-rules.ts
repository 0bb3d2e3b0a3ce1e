import { cap, type Found, knownCounty, leadOf, police, RUN, sheriffOf, W } from './agency-names.ts';
import { placeKey } from './gazetteer.ts';
import { CITIES, CITY_SHERIFFS } from './lexicon-places.ts';
import { cityState, countyOfCity, stateOf, type Where } from './places.ts';

const JAIL =
  '(?:[Cc]entral |[Mm]ain |[Aa]dult )?(?:[Jj]ails?|[Dd]etention (?:[Cc]enter|[Ff]acility)|[Cc]orrectional (?:[Cc]enter|[Ff]acility|[Cc]omplex|[Ii]nstitution)|[Cc]orrections [Cc]enter|[Jj]ustice [Cc]enter|[Pp]rison|[Ll]ockup)';

const DETENTION =
  'Department of (?:Adult |Juvenile |Community |Public )?(?:and (?:Adult|Juvenile) )?Detention(?: Facilities| Services)?';

/** States where counties run jails by wardens, elected jailers or boards and not by the sheriff: a jail there is its own, not his. */
export const WARDENS = new Set(['KY', 'NJ', 'NM', 'PA']);

/** One way in which texts name an agency. */
export interface Rule {
  source: string;
  /** Without these letters anywhere in the text the rule need not be tried. */
  hint?: RegExp;
  /** The first group is no place's name. */
  bare?: boolean;
  /** What the match amounts to; null when it is none after all. */
  make: (match: RegExpMatchArray, where: Where) => Found | null;
}

/** In order; an earlier rule's match keeps a later one's from overlapping it. */
export const RULES: Rule[] = [
  {
    source: `(${RUN}) ([Cc]ounty|[Pp]arish)(?:'s)? (?:(?:new|first|acting|interim|then|former|elected) )?(?:[Ss]heriff|[Aa]lguacil)('?s?'? (?:[Oo]ffice|[Dd]epartment|[Dd]ept))?`,
    make: (m) => sheriffOf(m[1]!, cap(m[2]!), m[3]),
  },
  {
    source: `(?:[Ss]heriff's (?:[Oo]ffice|[Dd]epartment)|[Ss]heriff) (?:of|in|for) (${RUN}) ([Cc]ounty|[Pp]arish)`,
    make: (m) => sheriffOf(m[1]!, cap(m[2]!), ''),
  },
  {
    hint: /[Oo]ficina|[Dd]epartamento/,
    source: `(?:[Oo]ficina|[Dd]epartamento) (?:del|de la|de el) (?:[Ss]heriff|[Aa]lguacil) (?:del [Cc]ondado )?(?:de )?(${RUN})`,
    make: (m, where) => sheriffOf(countyRun(m[1]!, where), 'County', ''),
  },
  {
    source: `(?:[Aa]lguacil|[Ss]heriff|[Cc][aá]rcel) de (${RUN})`,
    make: (m, where) => {
      const county = countyRun(m[1]!, where);
      return knownCounty(county, where) ? sheriffOf(county, 'County', '') : null;
    },
  },
  {
    source: `(?:[Ss]heriff|[Aa]lguacil|[Cc][aá]rcel(?:es)?)(?: de la [Oo]ficina)? (?:del|en el) [Cc]ondado (?:de )?(${RUN})`,
    make: (m, where) => sheriffOf(countyRun(m[1]!, where), 'County', ''),
  },
  {
    // "jail officers in Tulsa", "the sheriff in Elko": of the county that the town lies in.
    source: `(?:[Jj]ail(?: (?:officers|deputies|staff))?|[Ss]heriff|[Dd]eputies|[Ll]ockup|[Jj]ailers) in (${RUN})(?! [Cc]ount)`,
    make: (m, where) => sheriffIn(m[1]!, where, /^(?:[Jj]ail|[Ll]ockup)/.test(m[0])),
  },
  {
    // "In Ithaca, police", "Down the road in Salem, the chief of police".
    source: `[Ii]n (${RUN}), (?:[Tt]he )?(?:then |local |city )?(?:[Cc]hief of [Pp]olice|[Pp]olice(?: [Cc]hief)?|[Oo]fficers)\\b`,
    make: (m, where) => (knownTown(m[1]!, where) ? police(m[1]!) : null),
  },
  {
    source: `[Cc]ounty(?:'s)? ([Dd]epartment of [Cc]orrections?|[Cc]orrections? [Dd]epartment|${DETENTION})|(?<=[Tt]he )${DETENTION}`,
    bare: true,
    make: (m, where) =>
      where.county
        ? {
            run: `${where.county} County`,
            sort: 'jail',
            county: true,
            name: `${where.county} County ${new RegExp(DETENTION).exec(m[0])?.[0] ?? 'Department of Corrections'}`,
          }
        : null,
  },
  {
    hint: /[Cc]orrection/,
    source: `(${RUN})(?: [Cc]ounty| [Pp]arish)? ([Dd]epartment of [Cc]orrections?(?: and Rehabilitation)?|[Cc]orrections? [Dd]epartment)`,
    make: corrections,
  },
  {
    // "The corrections department", "its corrections director": of the county named before, where counties have such.
    hint: /[Cc]orrec/,
    source:
      '(?<!(?:[Ss]tate|[Ff]ederal) )([Cc]orrections (?:[Dd]epartment|[Dd]irector|[Cc]ommissioner|[Cc]hief)|department of corrections|[Dd]irector of [Cc]orrections|[Dd]epartamento de [Cc]orrecci(?:ones|onales))',
    bare: true,
    make: correctionsHere,
  },
  {
    hint: /Regional/,
    source: `(${RUN}) (Regional (?:Adult Detention Center|Jail|Detention Center|Correctional (?:Center|Facility))(?: Authority| Board)?)`,
    make: (m) => ({
      run: m[1]!,
      sort: 'jail',
      county: false,
      name: `${m[1]} ${m[2]!.replace(/ Board$/, '')}`,
    }),
  },
  {
    // A jail of several counties or cities: "the Prince William-Manassas jail".
    source: `(${W}(?: ${W})?[-–]${W}(?: ${W})?) [Jj]ail(?: [Bb]oard| [Aa]uthority)?`,
    make: (m) =>
      /[-–]/.test(m[1]!) ? { run: m[1]!, sort: 'jail', county: false, name: `${m[1]} Regional Jail` } : null,
  },
  {
    source: `(${RUN}) ([Cc]ounty|[Pp]arish)(?:'s)? (${JAIL})`,
    make: (m, where) =>
      WARDENS.has(where.state ?? '')
        ? {
            run: `${m[1]} County`,
            sort: 'jail',
            county: true,
            name: `${m[1]} County ${m[3]!.replace(/(?<![\p{L}])\p{Ll}/gu, (c) => c.toUpperCase())}`,
          }
        : sheriffOf(m[1]!, cap(m[2]!), ''),
  },
  {
    hint: /[Cc]ounty [Pp]olice/,
    source: `(${RUN}) ([Cc]ounty) [Pp]olice(?: (?:[Dd]epartment|[Cc]hief))?`,
    make: (m) => ({
      run: `${m[1]} County`,
      sort: 'police',
      county: true,
      name: `${m[1]} County Police Department`,
    }),
  },
  {
    hint: /University|College/,
    source: `(University of (?:${RUN})|(?:${RUN}) (?:State )?(?:University|College)(?: (?:at|of) ${RUN})?)(?:'s)?( (?:[Uu]niversity |[Cc]ampus )?(?:[Pp]olice(?: [Dd]epartment)?|[Dd]epartment of [Pp]ublic [Ss]afety))?`,
    make: campus,
  },
  {
    hint: /(?:Department|Division|Bureau|Office|Agency|Commission) of/,
    source: `(${RUN})(?:'s)? ((?:Department|Division|Bureau|Office|Agency|Commission) of (?:[A-Z]\\p{L}+,? )*?(?:Public Safety|Criminal Justice|Investigations?|Law Enforcement|Narcotics|Wildlife|State Police|Natural Resources|Financial Services|Agriculture|Military Affairs|Emergency Services)(?: [A-Z]\\p{L}+)*)`,
    make: stateBody,
  },
  {
    hint: /State |Highway|Bureau|Rangers|Guard|Public Safety|Law Enforcement/,
    source: `(${RUN}) (State Police|Highway Patrol|State Patrol|State Troopers|Department of Public Safety|Bureau of Investigation|Department of Law Enforcement|Rangers|National Guard|State Guard)`,
    make: stateBody,
  },
  {
    // "in Oklahoma, the Department of Public Safety and the Bureau of Narcotics": of the state named before.
    source:
      '(?<=(?:[Tt]he|its|his|her|,|and|state) )((?:State )?(?:Department|Bureau|Division) of (?:Public Safety|Investigation|Narcotics|Corrections|Law Enforcement|Criminal Investigation))',
    bare: true,
    make: bodyOfState,
  },
  {
    source:
      '(?<![\\p{L}] )(State Police|Highway Patrol|State Patrol)|(?<=[Tt]he )(state police|highway patrol|state patrol)',
    bare: true,
    make: (m, where) => ownState(m[1] || m[2] || '', where),
  },
  {
    source: `(?:[Pp]olice [Dd]epartments?|[Pp]olice [Cc]hief|[Cc]hief of [Pp]olice|[Pp]olice|[Pp]olic[ií]a(?: [Mm]etropolitana)?|[Dd]epartamento de [Pp]olic[ií]a(?: [Mm]etropolitana)?) (?:of|in|for|de) (?:the (?:[Cc]ity|[Tt]own) of )?(${RUN})`,
    make: (m, where) =>
      stateOf(m[1]!, where.gazetteer) && !/^(?:New York|Washington)$/.test(m[1]!)
        ? null
        : police(townRun(m[1]!, where)),
  },
  {
    source: `(${RUN})(?:'s)? (?:(?:Metropolitan|Metro|City|Township|Borough|Village) )?(?:Police (?:Department|Dept\\.?|Bureau|Service|Division)|[Pp]olice [Cc]hief|[Pp]olice|PD)(?= |[,.;:'")]|$)`,
    make: (m) => police(m[1]!),
  },
  {
    // "A Houston officer", "Salem officers": of a town that is known.
    hint: /officer/,
    source: `(${RUN}) officers?(?= |[,.;:'")]|$)`,
    make: (m, where) => (knownTown(m[1]!, where) ? police(m[1]!) : null),
  },
  {
    // "Enid, Oklahoma, Police Chief": the state stands between.
    source: `(${RUN}), (${RUN}|[A-Z]\\p{L}+\\.), (?:[Pp]olice|[Cc]hief of [Pp]olice)\\b`,
    hint: /, [Pp]olice|, [Cc]hief/,
    make: (m, where) => (stateOf(m[2]!, where.gazetteer) ? police(m[1]!) : null),
  },
  {
    // "Milford Chief Kay Doyle", "Nashua's chief": of a town that is known.
    hint: /[Cc]hief/,
    source: `(${RUN})(?:'s (?:new |interim |acting )?chief\\b(?=,| [A-Z]| said| told| has| is| will| wo)| Chief(?= [A-Z]))`,
    make: (m, where) =>
      knownTown(m[1]!, where) && !/^(?:Deputy|Assistant|Battalion|Fire)$/.test(m[1]!) ? police(m[1]!) : null,
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
/** The county at the start of a run that goes on into the next cell or the next words. */
function countyRun(run: string, where: Where): string {
  return startOf(run, (name) => knownCounty(name, where));
}

/** The same for a town. */
function townRun(run: string, where: Where): string {
  return startOf(run, (name) => knownTown(name, where));
}

function startOf(run: string, known: (name: string) => boolean): string {
  const words = run.split(' ');
  for (let n = words.length; n > 0; n--) {
    const name = words.slice(0, n).join(' ');
    if (known(name)) return name;
  }
  return run;
}

function knownTown(name: string, where: Where): boolean {
  const states = where.gazetteer.cities.get(placeKey(name)) ?? [];
  return (
    CITIES.some((row) => row.city === name) ||
    states.some((entry) => where.state === null || entry.state === where.state)
  );
}

function sheriffIn(town: string, where: Where, ofJail: boolean): Found | null {
  const state = cityState(town, null, where);
  const county = state ? countyOfCity(town, state, where.gazetteer) : null;
  if (county && ofJail && WARDENS.has(state!))
    return { run: `${county} County`, sort: 'jail', county: true, name: `${county} County Jail` };
  return county ? sheriffOf(county, state === 'LA' ? 'Parish' : 'County', '') : null;
}

function campus(m: RegExpMatchArray): Found | null {
  // The run may have swallowed the department's own words.
  const school = m[1]!
    .replace(/^The /, '')
    .replace(/ (?:University |Campus )?(?:Police(?: Department)?|Department of Public Safety)$/, '');
  if (/^(?:University|College)$/.test(school)) return null;
  return {
    run: school,
    sort: 'campus',
    county: false,
    weak: !m[2] && school === m[1]!.replace(/^The /, ''),
    name: `${school} Police Department`,
  };
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

const COUNTY_BEFORE = new RegExp(`(${RUN}) [Cc]ounty|[Cc]ondado (?:de )?(${RUN})`, 'gu');

function correctionsHere(m: RegExpMatchArray, where: Where): Found | null {
  const input = m.input ?? '';
  const before = input.slice(Math.max(0, m.index! - 160), m.index!);
  const run = [...before.matchAll(COUNTY_BEFORE)].map((match) =>
    (match[1] ?? match[2]!).slice(match[1] ? leadOf(match[1], where) : 0),
  );
  const county = run.findLast((name) => knownCounty(name, where)) ?? where.county;
  // A state's prisons are spoken of in the same words.
  if (!county || / state (?:prison|corrections)|[Pp]risons\b/.test(input)) return null;
  return {
    run: `${county} County`,
    sort: 'jail',
    county: true,
    weak: true,
    name: `${county} County Department of Corrections`,
  };
}

function stateBody(m: RegExpMatchArray, where: Where): Found | null {
  return stateOf(m[1]!, where.gazetteer)
    ? { run: m[1]!, sort: 'state', county: false, name: `${m[1]} ${m[2]}` }
    : null;
}

/** The state body of the state named last before it, else of the document's. */
function bodyOfState(m: RegExpMatchArray, where: Where): Found | null {
  const before = (m.input ?? '').slice(Math.max(0, m.index! - 120), m.index!);
  const named = where.gazetteer.states
    .map((state) => ({
      state,
      at: before.search(new RegExp(`\\b[Ii]n ${state.name}, (?:the )?(?:[A-Z][^;.]*)?$`)),
    }))
    .filter((entry) => entry.at >= 0)
    .sort((a, b) => b.at - a.at)[0]?.state;
  const state = named ?? where.gazetteer.states.find((entry) => entry.code === where.state);
  return state ? { run: state.name, sort: 'state', county: false, name: `${state.name} ${m[1]}` } : null;
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

function shortSheriff(m: RegExpMatchArray, where: Where): Found | null {
  const run = m[1]!;
  // "Arkansas sheriffs" are those of the state, though a county has its name.
  if (stateOf(run, where.gazetteer)) return null;
  const great = CITIES.find((row) => row.city === run);
  if (CITY_SHERIFFS[where.state ?? '']?.has(run))
    return { run, sort: 'sheriff', county: false, name: `${run} Sheriff's Office` };
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
