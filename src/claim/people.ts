import type { Agency, AgencyMention, AgencySort } from './agency-names.ts';
import { fold } from './fold.ts';
import { CANDIDATE, type Office, OUTSIDE, ROLES, type Role } from './lexicon-roles.ts';
import { matchesOf } from './matches.ts';
import { type Document, MAX_SENTENCE, type Sentence, type Span } from './sentences.ts';
import { firstFrom, spansWithin } from './spans.ts';

/** A person who holds or speaks for an office. */
export interface Person {
  name: string;
  surname: string;
  role: string | null;
  office: Office;
  sort: AgencySort | null;
  /** The agency that the text ties him to by its own words, else null (the stage behind asks the context). */
  agency: Agency | null;
  /** The person for whom he speaks. */
  principal: string | null;
  first: number;
}

/** A place where a person is named. */
export interface PersonMention extends Span {
  person: Person;
}

const CAP = "[A-ZÁÉÍÓÚÑ](?:[\\p{L}'-]{0,30}\\p{L})";
// "J.H. Thompson", "C. Ray Hall".
const INITIALS = '(?:[A-Z]\\. ?){0,3}';
// "René Fuentes de la Garza": but "de la Policía" is an office.
const PARTICLED = `(?: (?:de la|de los|del) (?!Polic|Oficin|Ciudad|Condado|Departament|Fiscal|Alcald|Valle|Norte|Sur)${CAP})?`;
const NAME = `${INITIALS}${CAP}(?: [A-Z]\\.)*(?: (?:de|del|de la|van|von|Van|De|La|St\\.)(?= ))?(?: ${CAP}){0,2}${PARTICLED}(?: (?:Jr\\.?|Sr\\.?|III?))?`;
const FULL = `(?:${INITIALS}${CAP}|[A-Z]\\.(?: ?[A-Z]\\.)*)(?: [A-Z]\\.)*(?: (?:de|del|de la|van|von|De|La)(?= ))?(?: ${CAP}){1,2}(?: (?:Jr\\.?|Sr\\.?|III?))?`;
const ROLE_SOURCE = [...ROLES].map((role) => role.source).join('|');
const ANY_CASE = ROLE_SOURCE.replace(
  /(^|[ (|?])([a-z])(?![:])/g,
  (_, lead: string, c: string) => `${lead}[${c.toUpperCase()}${c}]`,
);
const TITLED = new RegExp(
  `(?<![\\p{L}'])((?:${ANY_CASE}))(?:[ -]elect)?,? (?:(?:Sgt|Lt|Cpl|Capt|Col|Maj|Det|Officer|Deputy|Sergeant|Lieutenant|Captain|Major)\\.? )?(?=[A-ZÁÉÍÓÚÑ])(${NAME})`,
  'gu',
);
const ROLE_COMMA = new RegExp(
  `(?<![\\p{L}])((?:${ANY_CASE}))(?: (?:for|of|at|del|de|with) [^,.;"]{3,60})?, (${FULL})(?=[,.]| said| wrote| told)`,
  'gu',
);
const APPOSITIVE = new RegExp(
  `(?<![A-ZÁÉÍÓÚÑ][\\p{L}'.-]* )(?<![\\p{L}])(${FULL})(?:, \\d\\d)?, ((?:(?:who|the|a|an|its|el|la|que) )?[^".;:]{3,110}?)(?=[,.;"]|$| (?:said|told|wrote|says) )`,
  'gu',
);
const ANY_ROLE = new RegExp(`(?<![\\p{L}])(?:${ROLE_SOURCE})(?![\\p{L}])`, 'u');
const ROLE_TEST: [RegExp, Role][] = ROLES.map((role) => [
  new RegExp(`(?<![\\p{L}])(?:${role.source})(?![\\p{L}])`, 'u'),
  role,
]);
const NO_NAME =
  /^(?:The|A|An|In|On|At|By|For|From|Its|His|Her|Their|This|That|But|And|County|City|State|Town|Police|Sheriff|Department|Office|Board|Court|Council|Commission|Immigration|Customs|Homeland|Jail|Said|Under|Of|General|Elect|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Chief|Deputy|Mayor|Association|National|American|United|New|Republican|Democrat|Democratic|Independent|Libertarian|North|South|West|East|San|Santa|Los|Las|El|La|Public|Office|ICE|I|En|Con|Por|Para|Según|Tras|Desde|Ante)$/;

/** The people of the document with every place where they are named, in the order of the text. */
export function peopleOf(
  document: Document,
  agencies: AgencyMention[],
): { people: Person[]; mentions: PersonMention[] } {
  const people = new Map<string, Person>();
  for (const sentence of document.sentences) {
    if (sentence.kind === 'heading' || sentence.plain.length > MAX_SENTENCE) continue;
    titled(sentence, agencies, people);
    appositives(sentence, agencies, people);
  }
  outsiders(document, people);
  bare(document, people);
  return {
    people: [...new Set(people.values())],
    mentions: mentionsOf(document, [...new Set(people.values())]),
  };
}

function put(people: Map<string, Person>, person: Person): void {
  const known = people.get(person.surname);
  if (!known) {
    people.set(person.surname, person);
    return;
  }
  if (person.name.length > known.name.length) known.name = person.name;
  if (
    known.role === null ||
    (known.office === 'other' && person.office !== 'other' && person.role !== null)
  ) {
    known.role = person.role;
    known.office = person.office;
    known.sort = person.sort;
  }
  // "Capt. Roe, who is on leave to run": then he does not speak for the office.
  if (person.role === 'candidate' && known.office === 'staff') {
    known.role = person.role;
    known.office = person.office;
  }
  known.agency ??= person.agency;
  known.principal ??= person.principal;
}

function titled(sentence: Sentence, agencies: AgencyMention[], people: Map<string, Person>): void {
  for (const pattern of [TITLED, ROLE_COMMA]) {
    for (const match of matchesOf(sentence.plain, pattern)) {
      const name = trimName(match[2]!);
      if (!name) continue;
      const at = sentence.start + match.index;
      const before = agenciesWithin(agencies, sentence.start, sentence.end).find(
        (mention) =>
          (mention.end >= at - 1 ||
            /^, (?:the |el |la |its |su )?(?:new |acting )?$/.test(
              sentence.plain.slice(mention.end - sentence.start, match.index),
            )) &&
          mention.start < at + match[1]!.length &&
          mention.end <= at + match[0].length,
      );
      const behind = agenciesWithin(agencies, at + match[0].length, at + match[0].length + 45).find(
        (mention) =>
          /^(?: of| for| with|,)(?: the)? ?$/.test(
            sentence.plain.slice(match.index + match[0].length, mention.start - sentence.start),
          ),
      );
      const lead = sentence.fold.slice(Math.max(0, match.index - 12), match.index);
      const role = roleIn(fold(match[1]!), sentence);
      if (/\b(?:former|ex-|retired|late)\s?$/.test(lead)) {
        put(people, { ...base(name, at), role: 'former', office: 'other', sort: null, agency: null });
        continue;
      }
      if (
        /elect$/.test(
          fold(match[0])
            .slice(0, match[1]!.length + 6)
            .trim(),
        ) &&
        role
      )
        role.office = 'civil';
      const aside =
        /^, ([^.;"]{3,110}?),/.exec(sentence.fold.slice(match.index + match[0].length))?.[1] ?? '';
      if (role?.office === 'staff' && CANDIDATE.test(aside)) {
        put(people, { ...base(name, at), role: 'candidate', office: 'other', sort: null, agency: null });
        continue;
      }
      put(people, {
        ...base(name, at),
        role: role?.text ?? null,
        office: role?.office ?? 'other',
        sort: role?.sort ?? null,
        agency: before?.agency ?? behind?.agency ?? agencyOfList(sentence, match.index, agencies),
      });
    }
  }
}

// "ROLE, NAME" with the agency between: "sheriff del condado de Bexar, Javier Salazar".
function agencyOfList(sentence: Sentence, at: number, agencies: AgencyMention[]): Agency | null {
  const match = /^[^,]{0,80}/.exec(sentence.plain.slice(at));
  const end = sentence.start + at + (match?.[0].length ?? 0);
  return spansWithin(agencies, sentence.start + at, end).find((mention) => !mention.weak)?.agency ?? null;
}

function appositives(sentence: Sentence, agencies: AgencyMention[], people: Map<string, Person>): void {
  for (const match of matchesOf(sentence.plain, APPOSITIVE)) {
    const name = trimName(match[1]!);
    if (!name?.includes(' ')) continue;
    const words = fold(match[2]!);
    const from = sentence.start + match.index + match[0].length - match[2]!.length;
    const inside = agenciesWithin(agencies, from, from + match[2]!.length)[0]?.agency ?? null;
    // "Who runs a food pantry" speaks for no agency.
    const speaksFor =
      /^who (?:speaks|spoke) for/.test(words) ||
      (/^who (?:runs|heads|leads)/.test(words) &&
        (inside !== null ||
          /\b(?:department|office|agency|jail|force|police|detention|corrections)\b/.test(words)));
    const role = roleIn(words, sentence);
    if (!role && !speaksFor && !OUTSIDE.test(words) && !CANDIDATE.test(words)) continue;
    const outside =
      CANDIDATE.test(words) || (OUTSIDE.test(words) && !(inside && role && role.office !== 'other'));
    const principal =
      new RegExp(
        `(?:for|to|of) (?:[^,]*?)(?:[Ss]heriff|[Cc]hief|[Cc]ommissioner|[Mm]ayor) (${NAME})`,
        'u',
      ).exec(match[2]!)?.[1] ?? null;
    put(people, {
      ...base(name, sentence.start + match.index),
      role: CANDIDATE.test(words) ? 'candidate' : (role?.text ?? (speaksFor ? 'spokesperson' : null)),
      office: outside ? 'other' : speaksFor ? 'spokes' : (role?.office ?? 'other'),
      sort: role?.sort ?? (role?.office === 'spokes' ? sortServed(words) : null),
      agency: inside,
      principal: principal && principal !== name && role?.office !== 'head' ? trimName(principal) : null,
    });
  }
}

// "A spokeswoman for the sheriff" belongs to his office, whatever else was named last.
function sortServed(words: string): AgencySort | null {
  const whom = /\b(?:for|with|del?) (?:the |el |la )?(?:[a-z]+ ){0,2}?(sheriff|alguacil|police|policia)/.exec(
    words,
  )?.[1];
  if (!whom) return null;
  return /polic/.test(whom) ? 'police' : 'sheriff';
}

const OUTSIDER = new RegExp(`["”],? (${CAP}), ([^".;:]{3,90}), (?:said|told|wrote|added|says|tells)\\b`, 'u');

/** Surnames alone whose apposition makes them outsiders: '"…," Mullins, president of the union, told'. */
function outsiders(document: Document, people: Map<string, Person>): void {
  for (const sentence of document.sentences) {
    const match = sentence.plain.length > MAX_SENTENCE ? null : OUTSIDER.exec(sentence.plain);
    const words = match ? fold(match[2]!) : '';
    if (!match || people.has(match[1]!) || NO_NAME.test(match[1]!) || !OUTSIDE.test(words)) continue;
    const role = roleIn(words, sentence);
    put(people, {
      ...base(match[1]!, sentence.start + match.index),
      role: role?.text ?? null,
      office: 'other',
      sort: null,
      agency: null,
    });
  }
}

/** Names that no role ever stands beside: "Garry McFadden sent the notice" where the head of the agency is spoken of without a name. */
function bare(document: Document, people: Map<string, Person>): void {
  const subject = new RegExp(
    `^(${FULL})(?=,? (?:said|says|told|wrote|sent|signed|announced|ended|took|has|had|declared|added|is|was|will|would|also|did)\\b)`,
    'u',
  );
  const written = new RegExp(`"?,? (${FULL}) (?:said|wrote|told|added|dijo)\\b`, 'u');
  // '"…," said Ann Roe, who runs a shelter.'
  const inverted = new RegExp(`["”],? (?:said|says|wrote|added|dijo) (${FULL})(?=[,.;]|$| of | who )`, 'u');
  for (const sentence of document.sentences) {
    if (sentence.kind === 'heading' || sentence.plain.length > MAX_SENTENCE) continue;
    const told = inverted.exec(sentence.plain);
    const match = subject.exec(sentence.plain) ?? written.exec(sentence.plain) ?? told;
    const name = match ? trimName(match[1]!) : null;
    if (
      !name?.includes(' ') ||
      people.has(surnameOf(name)) ||
      /(?:County|Parish|Borough|Township|Jail|Center|Agency|Sheriffs|Board|Council|Commission|Police|Department|Office|Sheriff|Association|University|City|Court|Times|Post|News)$/.test(
        name,
      )
    )
      continue;
    const role =
      match === told &&
      /^[, ]+(?:an?|the|who|of|of the)\b/.test(sentence.plain.slice(match!.index + match![0].length))
        ? NO_ROLE
        : unnamedRole(document, sentence);
    put(people, { ...base(name, sentence.start), agency: null, ...role });
  }
}

const NO_ROLE: Pick<Person, 'role' | 'office' | 'sort'> = { role: null, office: 'other', sort: null };
const UNNAMED =
  /\b(?:the|its|a|an|city's|county's|university's|college's|state's|department's|new) (?:new |first |city's |county's |university's |college's )?(?:(?:[a-z]+ ){0,3})?(sheriff|police chief|chief|mayor|president|chancellor|superintendent|commissioner|spokes(?:man|woman|person)|warden|director)\b(?! [a-z]*'s office)/g;

/** The role of the nearest head who is spoken of without a name up to this sentence. */
function unnamedRole(document: Document, sentence: Sentence): Pick<Person, 'role' | 'office' | 'sort'> {
  for (let i = sentence.index; i >= Math.max(0, sentence.index - 3); i--) {
    const near = document.sentences[i]!;
    const last = matchesOf(near.fold, UNNAMED).at(-1);
    const role = last ? roleIn(last[1]!, near) : null;
    if (role && !/former/.test(last![0])) {
      const campus = /universit|colleg/.test(near.fold) && /president|chancellor/.test(role.text);
      return campus
        ? { role: 'university president', office: 'head', sort: 'campus' }
        : { role: role.text, office: role.office, sort: role.sort };
    }
  }
  return NO_ROLE;
}

function base(name: string, first: number): Pick<Person, 'name' | 'surname' | 'first' | 'principal'> {
  return { name, surname: surnameOf(name), first, principal: null };
}

function agenciesWithin(agencies: AgencyMention[], from: number, to: number): AgencyMention[] {
  return agencies.slice(firstFrom(agencies, from), firstFrom(agencies, to));
}

function roleIn(
  words: string,
  sentence: Sentence,
): { text: string; office: Office; sort: Role['sort'] } | null {
  if (!ANY_ROLE.test(words)) return null;
  for (const [pattern, role] of ROLE_TEST) {
    const match = pattern.exec(words);
    if (!match) continue;
    const text = match[0].replace(/\.$/, '').replace(/^county sheriff$/, 'sheriff');
    // "Commissioner" is the head of a police department where the text speaks of one.
    if (
      text === 'commissioner' &&
      /polic|\bmemo to all hands|nypd|public safety|department of corrections?\b|troopers/.test(sentence.fold)
    )
      return { text, office: 'head', sort: 'police' };
    // "The jail …, said its director": the director of a jail is its head, any other an outsider.
    if (
      /^director/.test(text) &&
      /\b(?:jails?|corrections|detention center|carcel|correcciones)\b/.test(sentence.fold)
    )
      return { text, office: 'head', sort: 'jail' };
    return { text, office: role.office, sort: role.sort };
  }
  return null;
}

// "Spokesman Officer Brent Kaiser": a rank is no first name.
const RANK =
  /^(?:Officer|Sgt|Lt|Cpl|Capt|Col|Maj|Det|Sergeant|Lieutenant|Captain|Major|Colonel|Corporal|Detective|Trooper|Inspector|Commander|Director|Superintendent|Warden|Undersheriff|Spokes(?:man|woman|person))\.?$/;
// "Neighboring Cape Coral signed first": a place.
const NO_NAME_LEAD =
  /^(?:Neighboring|Nearby|Neighbouring|Adjacent|Downtown|Suburban|Rural|Greater|Metro|Old|Upper|Lower|Fort|Port|Mount|Lake|Saint)$/;

function trimName(name: string): string | null {
  const words = name.split(' ');
  while (words.length > 0 && NO_NAME.test(words.at(-1)!)) words.pop();
  // "Republican Art Lentini": a party is no first name.
  if (/^(?:Republican|Democrat|Democratic|Independent|Libertarian)$/.test(words[0] ?? '')) words.shift();
  while (words.length > 1 && RANK.test(words[0]!)) words.shift();
  if (NO_NAME_LEAD.test(words[0] ?? '')) return null;
  if (words.length === 0 || NO_NAME.test(words[0]!)) return null;
  return words.join(' ').replace(/'s$/, '');
}

function surnameOf(name: string): string {
  const words = name.replace(/,? (?:Jr\.?|Sr\.?|III?)$/, '').split(' ');
  return words.at(-1)!;
}

function mentionsOf(document: Document, people: Person[]): PersonMention[] {
  if (people.length === 0) return [];
  const bySurname = new Map(people.map((person) => [person.surname, person]));
  const escaped = [...bySurname.keys()].map((surname) => surname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}])(?:${CAP} (?:[A-Z]\\. )?)?(${escaped.join('|')})(?![\\p{L}])(?! (?:County|Parish|Police|Department|City))`,
    'gu',
  );
  return matchesOf(document.plain, pattern).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    person: bySurname.get(match[1]!)!,
  }));
}
