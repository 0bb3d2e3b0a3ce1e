import type { Agency, AgencyMention } from './agency-names.ts';
import { ACT, BODY, SAY } from './lexicon-speech.ts';
import type { Person, PersonMention } from './people.ts';
import { type Document, isQuoted, MAX_SENTENCE, type Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';

/** Whose word a sentence is. */
export interface Voice {
  kind: 'person' | 'body' | 'agency' | 'role' | 'narrator';
  person: Person | null;
  /** The body's name; null for anybody else. */
  body: string | null;
  /** Role of somebody without a name ("a spokesman said"). */
  role: string | null;
  agency: Agency | null;
  /** How the text ties it: it says so, it tells a deed, or it goes on in the same breath. */
  by: 'said' | 'act' | 'inherited' | 'none';
  /** Index of the sentence that says so. */
  at: number;
}

const NOBODY: Voice = {
  kind: 'narrator',
  person: null,
  body: null,
  role: null,
  agency: null,
  by: 'none',
  at: -1,
};
const SAYING = new RegExp(`\\b${SAY}\\b`, 'g');
const ACTING = new RegExp(
  `^,?(?: [^,.;]{0,90},)?(?: (?:also|has|had|then|later|now|would|will|on \\w+|this week))* (?:${ACT}|[a-z]+ed|met|held|spoke|stood|made|began|chose|kept|took|went|came|tore|threw|cut|quit|gave|broke|drew|brought|swore|set|shut|ran|got|sought|told|wrote|left)\\b`,
);
const BODY_ACTS = new RegExp(
  `${BODY}(?:,[^,.;]{0,60},)? (?:(?:[a-z]+|[Oo]n [A-Z][a-z]+(?: night)?) ){0,2}?(?:voted|approved|rejected|passed|adopted|agreed|directed|authorized|instructed|voided|rescinded|walked|ended|cancel?ed|cancelled|decided|ordered|declined|refused|terminated|turned|unanimously|split|tied|deadlocked|signed|barred|banned|told|said|votó|aprobó|rechazó)`,
  'u',
);
// "By 4-2 it directed the manager": the body spoken of in the sentence before.
const IT_ACTS =
  /^(?:[^,.;]{0,45}, |by \d+-\d+ (?:on [a-z]+ )?)?(?:it|they|members|the (?:members|majority|panel|body)) (?:then |also |had |unanimously )?(?:voted|directed|approved|rejected|passed|adopted|agreed|ended|cancell?ed|ordered|declined|refused|terminated|voided|rescinded|authorized|told|instructed)\b/;
// What a suit says is the word of whoever brought it.
const SUIT =
  /\b(?:the|a|its|his|her) (?:[a-z]+ ){0,2}?(?:complaint|lawsuit|suit|filing) (?:accuses|alleges|says|said|claims|charges|contends|accused|alleged|describes)\b/;
const ANY_BODY = new RegExp(BODY, 'u');
const BODY_PASSIVE = new RegExp(`(?:by|of) ${BODY}\\b`, 'u');
const ROLE_NOUN =
  /\b(?:the|a|an|its|his|her|el|la|un|una) (?:[a-z]+ ){0,2}?(sheriff|alguacil|police chief|chief|mayor|governor|commissioner|superintendent|warden|undersheriff|president|spokes(?:man|woman|person)|vocer[oa]|portavoz|lieutenant|captain|official|attorney general|alcalde|jefe)\b(?!'s|-)/g;
const SELF_NOUN =
  /\b(?:the|its|his|her|their|our|that|la|el|una?) (?:[a-z]+(?:'s)? ){0,2}?(?:department|office|agency|statement|bulletin|email|jail|police|oficina|departamento|comunicado|directive|message|headquarters)\b/g;
const PRONOUN = /(?:^|[ ",(])(he|she|el|ella)$/;

/** The voice of every sentence: by its own words where it has a cue, else carried on from its neighbours in the paragraph. */
export function voicesOf(
  document: Document,
  agencies: AgencyMention[],
  cast: Person[],
  mentions: PersonMention[],
): Voice[] {
  const voices: Voice[] = [];
  const state = { last: null as Person | null, body: null as string | null, bodyAt: -9 };
  for (const sentence of document.sentences) {
    const own =
      sentence.kind === 'heading' || sentence.plain.length > MAX_SENTENCE
        ? NOBODY
        : ownVoice(sentence, agencies, mentions, cast, state.last);
    const subject = spansWithin(mentions, sentence.start, sentence.end)[0];
    const body = sentence.plain.length > MAX_SENTENCE ? null : ANY_BODY.exec(sentence.plain);
    if (body && !isQuoted(sentence, body.index)) {
      state.body = bodyName(body[1]!);
      state.bodyAt = sentence.index;
    }
    if (
      own.kind === 'narrator' &&
      state.body &&
      sentence.index - state.bodyAt < 3 &&
      IT_ACTS.test(sentence.fold)
    ) {
      voices.push({ ...NOBODY, kind: 'body', by: 'act', at: sentence.index, body: state.body });
      continue;
    }
    if (own.person) state.last = own.person;
    else if (subject && subject.person.office !== 'other') state.last = subject.person;
    voices.push(own);
  }
  return document.sentences.map((sentence) =>
    voices[sentence.index]!.kind === 'narrator'
      ? inherited(sentence, voices, document)
      : voices[sentence.index]!,
  );
}

function ownVoice(
  sentence: Sentence,
  agencies: AgencyMention[],
  mentions: PersonMention[],
  cast: Person[],
  last: Person | null,
): Voice {
  const here = (kind: Voice['kind'], by: Voice['by'], more: Partial<Voice>): Voice => ({
    ...NOBODY,
    kind,
    by,
    at: sentence.index,
    ...more,
  });
  const people = spansWithin(mentions, sentence.start, sentence.end);
  const own = spansWithin(agencies, sentence.start, sentence.end).filter((mention) => !mention.weak);
  const body =
    BODY_ACTS.exec(sentence.plain) ??
    (/\bvot/.test(sentence.fold) ? BODY_PASSIVE.exec(sentence.plain) : null);
  const suit = SUIT.exec(sentence.fold);
  if (suit && !isQuoted(sentence, suit.index)) {
    const plaintiff = cast.find((person) =>
      /attorney general|plaintiff|prosecutor|lawyer|attorney/.test(person.role ?? ''),
    );
    return plaintiff
      ? here('person', 'said', { person: plaintiff })
      : here('body', 'said', { body: 'Complaint' });
  }
  const according = accordingTo(sentence, people, own);
  if (according) return here(according.person ? 'person' : 'agency', 'said', according);
  const titled = people.find((mention) => /^: /.test(sentence.plain.slice(mention.end - sentence.start)));
  if (titled && titled.start - sentence.start < 30 && titled.person.office !== 'other')
    return here('person', 'said', { person: titled.person });
  for (const match of sayings(sentence)) {
    // "…, The Assembly reported": an outlet passes on, it is not the one who says it.
    if (
      /^report/.test(match[0]) &&
      /, (?:[Tt]he )?[A-Z][^,;.]{1,40}$/.test(sentence.plain.slice(0, match.index - 1)) &&
      !people.some((mention) => mention.end >= sentence.start + match.index - 2)
    )
      continue;
    const voice =
      inverted(sentence, match.index + match[0].length, people, cast, last) ??
      subjectOf(sentence, match.index, people, own, cast, last);
    if (voice && !(body && body.index < match.index && voice.kind !== 'person'))
      return here(voice.kind!, 'said', voice);
  }
  if (body && !isQuoted(sentence, body.index)) return here('body', 'act', { body: bodyName(body[1]!) });
  const acting = people.find(
    (mention) =>
      ACTING.test(sentence.fold.slice(mention.end - sentence.start)) &&
      !isQuoted(sentence, mention.start - sentence.start),
  );
  if (acting && acting.person.office !== 'other') return here('person', 'act', { person: acting.person });
  if (
    last &&
    /^(?:"?)(?:(?:on|in|at|by|after|before|a|two|three|four|last|the) [^,.;]{2,40}, )?(?:he|she) (?:[a-z]+ )?(?:[a-z]+ed|will|has|had|also|told|sent|let|is|was|plans|would|took|put|cut|left|quit|threw|tore|gave|kept|made|withdrew|went|began|chose|says)\b/.test(
      sentence.fold,
    )
  )
    return here('person', 'act', { person: last });
  return NOBODY;
}

// "…, a spokeswoman said Thursday.": what closes a sentence says whose word all of it is, whoever else said or ordered something in it.
const CLOSES = /^[^,;:"]{0,60}[.]?"?$/;
const ASIDE = /, (?!and\b|but\b|while\b|which\b|who\b|y\b|pero\b)[^,;:"]{2,80} $/;

function sayings(sentence: Sentence): RegExpExecArray[] {
  const all = [...sentence.fold.matchAll(SAYING)].filter((match) => !isQuoted(sentence, match.index + 1));
  const last = all.at(-1);
  if (
    all.length < 2 ||
    !last ||
    !CLOSES.test(sentence.fold.slice(last.index + last[0].length)) ||
    !ASIDE.test(sentence.fold.slice(0, last.index))
  )
    return all;
  return [last, ...all.slice(0, -1)];
}

function accordingTo(
  sentence: Sentence,
  people: PersonMention[],
  agencies: AgencyMention[],
): Partial<Voice> | null {
  const match = /\b(?:according to|per|segun|in the words of)\b/.exec(sentence.fold);
  if (!match || isQuoted(sentence, match.index)) return null;
  const end = sentence.start + match.index + match[0].length;
  const person = people.find((mention) => mention.start >= end && mention.start - end < 70);
  if (
    person &&
    !/[,;.]/.test(
      sentence.plain.slice(end - sentence.start, person.start - sentence.start).replace(/, $/, ''),
    )
  )
    return { person: person.person };
  const agency = agencies.find((mention) => mention.start >= end && mention.start - end < 12);
  return agency ? { agency: agency.agency } : null;
}

// "…," said Cara Smith; "said the sheriff"; "dijo Salazar".
function inverted(
  sentence: Sentence,
  end: number,
  people: PersonMention[],
  cast: Person[],
  last: Person | null,
): Partial<Voice> | null {
  const after = sentence.plain.slice(end, end + 80);
  const person = people.find(
    (mention) => mention.start >= sentence.start + end && mention.start <= sentence.start + end + 50,
  );
  if (person) {
    const between = sentence.plain.slice(end, person.start - sentence.start);
    if (
      /^ (?:(?:the|el|la) )?(?:[\p{L}'.-]+ ){0,6}$/u.test(between) &&
      !/\b(?:that|he|she|it|they|on|to|in|of|que|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/.test(
        between,
      )
    )
      return { kind: 'person', person: person.person };
    if (/^ an? spokes(?:man|woman|person), $/.test(between)) return { kind: 'person', person: person.person };
  }
  const fold = after.toLowerCase();
  if (last && /^ (?:he|she)\b(?! (?:would|will|was|had|has|is))/.test(fold))
    return { kind: 'person', person: last };
  const role =
    /^ (?:the|a|an|el|la|un|una) ((?:[a-z']+ ){0,3}?(?:sheriff|chief|mayor|commissioner|superintendent|spokes(?:man|woman|person)|vocer[oa]|alguacil|alcalde|jefe))\b(?!')/.exec(
      fold,
    );
  if (role) return byRole(role[1]!.trim(), cast, sentence);
  return null;
}

function subjectOf(
  sentence: Sentence,
  verb: number,
  people: PersonMention[],
  agencies: AgencyMention[],
  cast: Person[],
  last: Person | null,
): Partial<Voice> | null {
  const from = Math.max(0, verb - 130);
  const before = sentence.fold.slice(from, verb);
  // A pronoun directly before the verb decides.
  if (PRONOUN.test(before.trimEnd().replace(/ (?:also|has|had|later|then|again|did|ha|habia)$/, '')))
    return last ? { kind: 'person', person: last } : null;
  // "Sheriff Lentz defended his jail's partnership, saying …": the subject of the whole sentence goes on.
  if (/^(?:saying|adding)/.test(sentence.fold.slice(verb))) {
    const subject = people.find((mention) => !isQuoted(sentence, mention.start - sentence.start));
    if (subject && subject.end - sentence.start < verb) return { kind: 'person', person: subject.person };
  }
  let best: { end: number; voice: Partial<Voice> } | null = null;
  const offer = (end: number, voice: Partial<Voice> | null): void => {
    if (voice && end <= verb && end >= from && (!best || end > best.end)) best = { end, voice };
  };
  for (const [i, mention] of people.entries()) {
    if (isQuoted(sentence, mention.start - sentence.start)) continue;
    const earlier = people
      .slice(0, i)
      .find(
        (other) =>
          other.person.principal !== null &&
          mention.person.name.endsWith(other.person.principal.split(' ').at(-1)!),
      );
    offer(mention.end - sentence.start, { kind: 'person', person: (earlier ?? mention).person });
  }
  const inApposition = (mention: AgencyMention): boolean =>
    people.some(
      (person) =>
        person.end < mention.start &&
        /^, (?:the |a |an |its |who )?[^.;"]{0,60}$/.test(
          sentence.plain.slice(person.end - sentence.start, mention.start - sentence.start),
        ) &&
        /^[^,;.]{0,40},/.test(sentence.plain.slice(mention.end - sentence.start)),
    );
  for (const mention of agencies)
    if (!inApposition(mention) && !/^'s? [A-Z]/.test(sentence.plain.slice(mention.end - sentence.start)))
      offer(mention.end - sentence.start, { kind: 'agency', agency: mention.agency });
  for (const match of before.matchAll(ROLE_NOUN))
    if (!isQuoted(sentence, from + match.index))
      offer(from + match.index + match[0].length, byRole(match[1]!, cast, sentence));
  for (const match of before.matchAll(SELF_NOUN))
    if (!isQuoted(sentence, from + match.index))
      offer(from + match.index + match[0].length, { kind: 'agency' });
  return (best as { voice: Partial<Voice> } | null)?.voice ?? null;
}

/** The person of the document who holds a role, else the role alone. */
function byRole(role: string, cast: Person[], sentence: Sentence): Partial<Voice> {
  const word = role.split(' ').at(-1)!;
  const holders = cast.filter(
    (person) =>
      person.role !== null && new RegExp(`\\b${word}\\b`).test(person.role) && person.office !== 'other',
  );
  const before = holders.filter((person) => person.first <= sentence.end);
  const person = before.at(-1) ?? (holders.length === 1 ? holders[0] : undefined);
  return person ? { kind: 'person', person } : { kind: 'role', role };
}

/** A sentence without a cue: quoted ones belong to whoever speaks in their paragraph; others go on from the sentence before. */
function inherited(sentence: Sentence, own: Voice[], document: Document): Voice {
  const quoted = quotedShare(sentence);
  const samePrevious =
    sentence.index > 0 && document.sentences[sentence.index - 1]!.paragraph === sentence.paragraph;
  const next = document.sentences[sentence.index + 1];
  if (quoted > 0.5) {
    if (
      next &&
      next.paragraph === sentence.paragraph &&
      own[next.index]!.kind !== 'narrator' &&
      next.quotes.length > 0 &&
      !samePrevious
    )
      return carry(own[next.index]!);
    for (let i = sentence.index - 1; i >= 0 && i >= sentence.index - 6; i--)
      if (own[i]!.kind !== 'narrator') return carry(own[i]!);
    if (next && own[next.index]?.kind === 'person') return carry(own[next.index]!);
    return NOBODY;
  }
  if (ORDER.test(sentence.fold)) {
    for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 3); i--) {
      const giver = own[i]!;
      if (giver.kind === 'body' || (giver.kind === 'person' && giver.person!.office !== 'other'))
        return carry(giver);
    }
  }
  if (!samePrevious) return NOBODY;
  const first = Math.max(0, sentence.index - 40);
  for (
    let i = sentence.index - 1;
    i >= first && document.sentences[i]!.paragraph === sentence.paragraph;
    i--
  ) {
    if (own[i]!.kind !== 'narrator') return own[i]!.by === 'said' ? carry(own[i]!) : NOBODY;
  }
  return NOBODY;
}

// A paper speaks for whoever gave it.
const ORDER =
  /^(?:in )?(?:the|a|an|his|her|its|another|that|this) (?:[a-z]+ ){0,2}?(?:order|policy|memo|directive|resolution|ordinance|motion|measure|letter|rule|release|notice)s?\b/;

function carry(voice: Voice): Voice {
  return { ...voice, by: 'inherited' };
}

function quotedShare(sentence: Sentence): number {
  return sentence.quotes.reduce((sum, quote) => sum + quote.end - quote.start, 0) / sentence.fold.length;
}

function bodyName(name: string): string {
  return name
    .trim()
    .replace(/^(?:The|the|its|a) /, '')
    .replace(/(^| )(?!(?:of|and|the|de) )(\p{Ll})/gu, (_, lead: string, c: string) => lead + c.toUpperCase());
}
