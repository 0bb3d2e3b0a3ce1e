import { besideJail, JAIL_MATTERS, jailOf, onlyPolice } from './actor-jails.ts';
import { listBefore, listBehind } from './actor-lists.ts';
import { agencyOfItem, agencyOfTown, ofPlace } from './actor-towns.ts';
import type { Agency, AgencyMention, AgencySort } from './agency-names.ts';
import type { Frame } from './frames.ts';
import { matchesOf } from './matches.ts';
import type { Person } from './people.ts';
import type { Where } from './places.ts';
import { type Document, isQuoted, type Sentence } from './sentences.ts';
import { firstFrom, lastOf, spansWithin } from './spans.ts';
import type { Voice } from './voice.ts';

/** What the search for the agency of a frame needs to know. */
export interface Scene {
  document: Document;
  agencies: AgencyMention[];
  where: Where;
  /** The agency whose own document this is, or null. */
  own: Agency | null;
  /** The publisher is that agency itself, and not its town or county. */
  ownWord: boolean;
}

const NOUNS: [AgencySort, RegExp][] = [
  ['campus', /\b(?:university|college|campus)\b/g],
  ['state', /\b(?:troopers?|state police|highway patrol|prison system|state prisons?)\b/g],
  [
    'jail',
    /\b(?:department of corrections|corrections department|jail authority|jail board|regional jail|adult detention center|superintendent)\b/g,
  ],
  [
    'sheriff',
    /\b(?:sheriff(?:'s (?:office|department))?|deput(?:y|ies)|jails?|jailers?|lockup|inmates?|detention (?:officers?|center|staff)|the county|arrestees?|alguacil|carcel|prision|condado|booked)\b/g,
  ],
  [
    'police',
    /\b(?:police|police officers?|(?<!\b(?:detention|corrections?|correctional|jail|custody|ice|immigration|service) )officers?|cops?|the city|the town|the village|patrol|chief|policias?|oficiales|detectives?)\b/g,
  ],
];
const OWN = /\b(?:we|us|our|ours|i|my|mine|me|we'll|we're|i'm|i'll|nosotros|nuestr[oa]s?|mi|mis|nos)\b/;
const HIS =
  /\b(?:his|her|their|its|sus?) (?:[a-z]+ ){0,2}?(?:office|department|deputies|officers|agency|jails?|people|staff|employees|men|agentes|oficiales|oficina|departamento|policy)\b/;
const THE_AGENCY =
  /\b(?:the (?:department|agency|office)|it|they|he|she|el departamento|la oficina|la agencia)\b/;
const EVERYBODY =
  /\b(?:sheriffs|(?:police )?chiefs|departments|agencies|cities|counties|jurisdictions|states|(?:local|other|many|most|some|several) (?:police|law enforcement|officers|jails|departments|sheriffs)|a (?:jail|sheriff|city|county|department|police)|every (?:sheriff|county|jail|agency|city)|any (?:sheriff|county|jail|agency|city)|all (?:sheriffs|counties|jails)|nobody|no one|no other|none of the|los condados|los departamentos|las ciudades|los sheriffs|local law enforcement)\b/;

const ALL_OF =
  /\b(?:los condados|los departamentos|las ciudades|los sheriffs|los alguaciles|every sheriff|all sheriffs|sheriffs (?:in|across|of|must|who|have)|counties (?:in|across|must|with|that)|law enforcement agencies (?:in|across|that|must)|police departments (?:in|across|that|must))\b/;

// "Unlike the Butler County Sheriff's Office, most have none": told of the others.
const UNLIKE = /\b(?:unlike|in contrast (?:to|with)|a diferencia de) (?:the |el |la )?$/;

/** The agencies whose conduct a frame tells: named in the sentence (several in a list), meant by a noun, or the speaker's own; none in doubt. */
export function actorsOf(frame: Frame, sentence: Sentence, voice: Voice, scene: Scene): Agency[] {
  return [
    ...new Set(
      sheriffsOrSo(frame, sentence, voice, scene).map((agency) =>
        jailOf(agency, frame, sentence, voice, scene),
      ),
    ),
  ];
}

function sheriffsOrSo(frame: Frame, sentence: Sentence, voice: Voice, scene: Scene): Agency[] {
  const listed = listBefore(frame, sentence, scene);
  if (listed.length > 0) return listed;
  const all = spansWithin(scene.agencies, sentence.start, sentence.end).filter(
    ({ start }) => !UNLIKE.test(sentence.fold.slice(0, start - sentence.start)),
  );
  const named = inClause(frame, sentence, all);
  if (named.length === 0 && all.length > 0) return [];
  // "Its officers have since trained": of whoever the sentence before is about, and of nobody further off.
  if (all.length === 0 && /^(?:its|their) /.test(sentence.fold)) {
    const previous = scene.document.sentences[sentence.index - 1];
    const about = previous ? spansWithin(scene.agencies, previous.start, previous.end) : [];
    return new Set(about.map((mention) => mention.agency)).size === 1 ? [about[0]!.agency] : [];
  }
  // What a city itself has or has not decided is no agency's.
  if (
    frame.kind === 'stance' &&
    all.length === 0 &&
    /^(?:the |la |el )?(?:city|town|village|ciudad|municipio) (?:of|de) /.test(sentence.fold)
  )
    return [];
  const quoted = isQuoted(sentence, frame.start);
  const speaker = agencyOfVoice(voice, scene, sentence);
  const window = sentence.fold.slice(Math.max(0, frame.start - 90), frame.end);
  if (quoted && OWN.test(quoteText(sentence, frame)) && speaker) return [speaker];
  const explicit = namedActors(frame, sentence, named);
  if (explicit.length > 0) return explicit;
  if (named.length === 0 && ALL_OF.test(sentence.fold.slice(Math.max(0, frame.start - 120), frame.start)))
    return [];
  if (
    EVERYBODY.test(sentence.fold.slice(Math.max(0, frame.start - 45), frame.start + 12)) &&
    named.length === 0 &&
    // "Nobody will be kept", "nobody in Washington has asked": who is not kept or does not ask is no agency.
    !((PASSIVE.test(window) || frame.position === 'not-approached') && /\b(?:nobody|no one)\b/.test(window))
  )
    return [];
  const noun = sortIn(window.replace(APPOSED, ','), sentence.fold.replace(APPOSED, ','));
  // Only whoever runs a jail can hold, notify or let in.
  const sort =
    noun === 'police' &&
    JAIL_MATTERS.has(frame.programme) &&
    !/\b(?:police|chief|city|town|village|borough|policia|ciudad|jef[ea])\b/.test(sentence.fold) &&
    scene.agencies.some((mention) => mention.agency.sort === 'sheriff') &&
    !onlyPolice(scene.document.sentences[sentence.index - 1], scene)
      ? 'sheriff'
      : noun;
  if (HIS.test(window) || (OWN.test(window) && (quoted || scene.own))) {
    if (speaker && (!sort || fits(speaker, sort))) return [speaker];
  }
  if (speaker && (!sort || fits(speaker, sort) || sort === 'jail')) return [speaker];
  if (sort) {
    const found = contextAgency(sort, sentence, scene);
    if (found) return [found];
  }
  if (speaker) return [speaker];
  if (THE_AGENCY.test(window) || frame.kind !== 'activity') {
    const last = lastAgency(sentence, scene);
    return last ? [last] : [];
  }
  if (scene.own) return [scene.own];
  // "Nobody will be kept past the hour": of the only agency that the document names.
  const only = JAIL_MATTERS.has(frame.programme) && PASSIVE.test(window) ? onlyAgency(scene.agencies) : null;
  return only ? [only] : [];
}

const PASSIVE =
  /\b(?:be|been|being|is|are|was|were|get|gets) (?:[a-z]+ ){0,2}?(?:kept|held|detained|turned over|handed|released|notified|told|called|let|honored|ignored|refused|interviewed|transferred|asked|questioned|screened)\b/;

function onlyAgency(mentions: readonly AgencyMention[]): Agency | null {
  const all = new Set(mentions.map(({ agency }) => agency));
  return all.size === 1 ? [...all][0]! : null;
}

// "Harran, once a police chief, enrolled the office": what somebody is or was besides is no agency of the deed.
const APPOSED =
  /, (?:once|formerly|a former|the former|who (?:once|used)|an? (?:republican|democrat)) [^,;.]{3,90},/g;

const TURN = /\b(?:but|while|although|though|whereas|pero|mientras|aunque)\b/g;

// "Every sheriff has joined, but the Gulfport police are weighing it": a clause about everybody is of no agency that is named beyond its turn.
function inClause(frame: Frame, sentence: Sentence, named: AgencyMention[]): AgencyMention[] {
  if (named.length === 0) return named;
  let from = 0;
  let to = sentence.fold.length;
  for (const match of matchesOf(sentence.fold, TURN)) {
    if (match.index < frame.start) from = match.index + match[0].length;
    else if (match.index >= frame.end) {
      to = match.index;
      break;
    }
  }
  const inside = spansWithin(named, sentence.start + from, sentence.start + to);
  if (inside.length > 0) return inside;
  return EVERYBODY.test(sentence.fold.slice(from, frame.start + 12)) ? [] : named;
}

function quoteText(sentence: Sentence, frame: Frame): string {
  const quote = sentence.quotes.find((span) => frame.start >= span.start && frame.start < span.end);
  return quote ? sentence.fold.slice(quote.start, quote.end) : '';
}

function fits(agency: Agency, sort: AgencySort): boolean {
  return (
    agency.sort === sort ||
    (sort === 'police' && (agency.sort === 'campus' || agency.sort === 'state')) ||
    (sort === 'sheriff' && agency.sort === 'jail')
  );
}

function sortIn(window: string, whole: string): AgencySort | null {
  for (const text of [window, whole]) {
    let best: { at: number; sort: AgencySort } | null = null;
    for (const [sort, pattern] of NOUNS)
      for (const match of matchesOf(text, pattern))
        if (!best || match.index > best.at) best = { at: match.index, sort };
    if (best) return best.sort;
  }
  return null;
}

function namedActors(frame: Frame, sentence: Sentence, named: AgencyMention[]): Agency[] {
  const strong = named.filter((mention) => !mention.weak);
  const beside = named.filter(
    (mention) =>
      mention.end <= sentence.start + frame.start + 4 && sentence.start + frame.start - mention.end < 22,
  );
  const pool = strong.length > 0 && !(beside.at(-1)?.weak && frame.kind === 'step') ? strong : named;
  if (pool.length === 0) return [];
  const at = sentence.start + frame.start;
  const before = pool.filter((mention) => mention.start < at);
  // "Here they must sign; in Georgia, the DeKalb County Sheriff's Office": another statement begins before it.
  if (before.length === 0 && sentence.fold.slice(frame.end, pool[0]!.start - sentence.start).includes(';'))
    return [];
  let nearest = before.at(-1) ?? pool[0]!;
  // "Las Vegas police, who run the Clark County jail, quit": what stands in the clause about the subject is none.
  const subject = before.find(
    (mention) =>
      mention.end < nearest.start &&
      /^, (?:who|which|whose) [^,;.]{3,90}, (?:[a-z]+ )?$/.test(
        sentence.fold.slice(mention.end - sentence.start, frame.start),
      ),
  );
  if (subject) nearest = subject;
  // A list is one subject, before its verb or behind it.
  if (frame.rule === 'step:so-are') return [...new Set(named.map((mention) => mention.agency))];
  const listed = listBehind(frame, sentence, named);
  if (listed.length > 2) return listed;
  const list = [nearest.agency];
  const order = pool.indexOf(nearest);
  const joined = (a: AgencyMention, b: AgencyMention): boolean =>
    /^(?:,(?! (?:who|which|whose|that)\b)| and| y| e|, and|,? as well as)[^.;]{0,22}$/.test(
      sentence.fold.slice(a.end - sentence.start, b.start - sentence.start),
    );
  for (let i = order; i > 0 && joined(pool[i - 1]!, pool[i]!); i--) list.unshift(pool[i - 1]!.agency);
  for (let i = order; i + 1 < pool.length && joined(pool[i]!, pool[i + 1]!); i++)
    list.push(pool[i + 1]!.agency);
  return [...new Set(list)];
}

/** The agency for which a voice speaks, or null for one that speaks for none. */
export function agencyOfVoice(voice: Voice, scene: Scene, sentence: Sentence): Agency | null {
  if (voice.kind === 'agency' || voice.kind === 'role') {
    if (voice.agency) return voice.agency;
    if (voice.person) return agencyOfPerson(voice.person, scene, sentence);
    const sort = voice.role ? sortOfRole(voice.role) : sortIn(sentence.fold, '');
    return (sort ? contextAgency(sort, sentence, scene) : null) ?? lastAgency(sentence, scene);
  }
  if (voice.kind !== 'person' || !voice.person) return scene.own;
  return agencyOfPerson(voice.person, scene, sentence) ?? governed(voice.person, scene, sentence);
}

/** The agency to which a person belongs: as the text ties him, else the nearest one of his role's sort. */
export function agencyOfPerson(person: Person, scene: Scene, sentence: Sentence): Agency | null {
  if (person.office === 'other' || person.office === 'civil') return null;
  if (person.agency && (person.sort === null || fits(person.agency, person.sort) || person.sort === 'jail'))
    return person.agency;
  const near =
    scene.document.sentences.find(
      (candidate) => person.first >= candidate.start && person.first < candidate.end,
    ) ?? sentence;
  return person.sort ? contextAgency(person.sort, near, scene) : lastAgency(near, scene);
}

// A mayor's "we" is the city's police, a county executive's the sheriff.
function governed(person: Person, scene: Scene, sentence: Sentence): Agency | null {
  if (person.office !== 'civil' || !person.role) return null;
  if (/mayor|city|town|village|council|alder|select|alcald|concejal/.test(person.role))
    return contextAgency('police', sentence, scene);
  if (/county|commissioner|supervisor/.test(person.role)) return contextAgency('sheriff', sentence, scene);
  return null;
}

function sortOfRole(role: string): AgencySort | null {
  if (/sheriff|alguacil/.test(role)) return 'sheriff';
  if (/chief|police|jefe/.test(role)) return 'police';
  return null;
}

/** The agency that a word for its sort means here: the last of that sort named before, else the next, else the place's. */
export function contextAgency(sort: AgencySort, sentence: Sentence, scene: Scene): Agency | null {
  if (scene.own && fits(scene.own, sort)) return scene.own;
  const item =
    sentence.kind === 'list-item' ? agencyOfItem(sort, sentence, scene) : agencyOfTown(sort, sentence, scene);
  if (item) return item;
  const next = firstFrom(scene.agencies, sentence.end);
  const wanted = [false, true].map(
    (weak) =>
      (mention: AgencyMention): boolean =>
        mention.weak === weak && fits(mention.agency, sort) && (weak || mention.agency.sort === sort),
  );
  // A county of the same paragraph comes before an office of an earlier one.
  if (sort === 'sheriff') {
    const paragraph = scene.document.sentences[scene.document.paragraphs[sentence.paragraph]!]!.start;
    const here = lastOf(
      scene.agencies,
      next,
      (mention) => mention.start >= paragraph && mention.agency.sort === 'sheriff',
    );
    if (here) return here.agency;
  }
  // A county that was named before, though not its sheriff's office, comes before an office that is named only later.
  for (const of of wanted) {
    const last = lastOf(scene.agencies, next, of);
    if (last) return last.agency;
    // The town of the dateline comes before all but a police department that was named.
    if (sort === 'police' && scene.where.city && scene.where.state) break;
  }
  const beside = sort === 'sheriff' ? besideJail(sentence, scene, next) : null;
  if (beside) return beside;
  if (!(sort === 'police' && scene.where.city && scene.where.state))
    for (const of of wanted) {
      const found = scene.agencies.find((mention, i) => i >= next && of(mention));
      if (found) return found.agency;
    }
  // "Officers" of the only agency of the document, where no police are spoken of.
  const sole = sort === 'police' ? soleAgency(scene) : null;
  if (sole) return sole;
  const { where } = scene;
  if (sort === 'police' && where.city && where.state) return ofPlace('police', where.city, scene);
  if (sort === 'sheriff' && where.cityCounty && where.state)
    return ofPlace('sheriff', where.cityCounty, scene);
  return null;
}

const soles = new WeakMap<Scene, Agency | null>();

/** The only agency that a document names, where it speaks of no police. */
function soleAgency(scene: Scene): Agency | null {
  let sole = soles.get(scene);
  if (sole === undefined) {
    const only = onlyAgency(scene.agencies.filter(({ weak }) => !weak));
    sole = only && !/\bpolice\b|\bpolicia\b|\bchief\b/.test(scene.document.plain) ? only : null;
    soles.set(scene, sole);
  }
  return sole;
}

function lastAgency(sentence: Sentence, scene: Scene): Agency | null {
  const { agencies, document } = scene;
  const next = firstFrom(agencies, sentence.end);
  const paragraph = document.sentences[document.paragraphs[sentence.paragraph]!]!.start;
  const near = lastOf(
    agencies,
    next,
    (mention) => mention.agency.sort === 'campus' || mention.start < paragraph,
  );
  if (near && near.start >= paragraph) return near.agency;
  // What goes on in a paragraph is of the one agency, or county, of the sentence right before.
  const before = document.sentences[sentence.index - 1];
  if (before && before.paragraph === sentence.paragraph) {
    const named = new Set(spansWithin(agencies, before.start, before.end).map(({ agency }) => agency));
    if (named.size === 1) return [...named][0]!;
  }
  const strong = (mention: AgencyMention): boolean => !mention.weak;
  return (
    lastOf(agencies, next, strong)?.agency ??
    scene.own ??
    agencies.find(strong)?.agency ??
    agencies[0]?.agency ??
    null
  );
}
