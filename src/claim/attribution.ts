import type { AgencyMention } from './agency-names.ts';
import { ANY_BODY, BODY_ACTS, BODY_PASSIVE, bodyName, IT_ACTS, ITS_PAPER, motionOf } from './bodies.ts';
import { labelOf, personOfLabel } from './dialogue.ts';
import { accordingTo, doerOf, giverOfStatement, signerOf } from './givers.ts';
import { inherited } from './inherited.ts';
import { ACT, SAY } from './lexicon-speech.ts';
import { matchesOf } from './matches.ts';
import type { Person, PersonMention } from './people.ts';
import { type Document, isQuoted, MAX_SENTENCE, type Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';
import { dropsSubject, ownedVoice, unnamedHead } from './speakers.ts';
import { NOBODY, type Voice } from './voice.ts';

const SAYING = new RegExp(`\\b${SAY}\\b`, 'g');
const ACTING = new RegExp(
  `^,?(?: [^,.;]{0,90},)?(?: (?:also|has|had|then|later|now|would|will|on \\w+|this week))* (?:${ACT}|[a-z]+ed|(?:no |ya |todavia |aun |tambien )*(?:evalua|analiza|estudia|planea|quiere|espera|busca|cuenta con|rechaza|niega|acepta|puso|firmo|solicito|pidio|anuncio|ordeno|rechazo|cancelo|termino|suspendio|retiro|decidio|acepto|aprobo|renovo|dejo|prohibio|envio|permite|mantiene|tiene)|did|does|met|held|spoke|stood|made|began|chose|kept|took|went|came|tore|threw|cut|quit|gave|broke|drew|brought|swore|set|shut|ran|got|sought|told|wrote|left)\\b`,
);
// What a suit says is the word of whoever brought it.
const SUIT =
  /\b(?:the|a|its|his|her) (?:[a-z]+ ){0,2}?(?:complaint|lawsuit|suit|filing) (?:accuses|alleges|says|said|claims|charges|contends|accused|alleged|describes)\b/;
const ROLE_NOUN =
  /\b(?:the|a|an|its|his|her|el|la|un|una) (?:[a-z]+ ){0,2}?(sheriff|alguacil|police chief|chief|mayor|governor|commissioner|superintendent|warden|undersheriff|president|spokes(?:man|woman|person)|vocer[oa]|portavoz|lieutenant|captain|official|attorney general|alcalde|alcaldesa|jef[ea])\b(?!'s|-| (?:deputy|jailer|counsel|legal|of staff))/g;
const SELF_NOUN =
  /\b(?:the|its|his|her|their|our|that|la|el|una?) (?!(?:governor|mayor|attorney general|prosecutor|(?:district|county|city|state's|commonwealth's) attorney|clerk|auditor|treasurer|coroner|public defender|county (?:executive|manager)|speaker|comptroller|controller)'s )(?:[a-z]+(?:'s)? ){0,2}?(?:department|office|agency|statement|bulletin|email|jail|police|oficina|departamento|comunicado|directive|message|headquarters)\b/g;
// "The man who unseated Sheriff Harran said": Harran is not the one who says it.
const DEFEATED =
  /\b(?:who|that) (?:[a-z]+ )?(?:unseated|beat|defeated|ousted|succeeded|replaced|followed|sued|challenged|criticized|trounced|toppled)(?: [a-z.'-]+){0,6} $/;
const PRONOUN = /(?:^|[ ",(])(he|she|el|ella)$/;

/** The voice of every sentence: by its own words where it has a cue, else carried on from its neighbours in the paragraph. */
export function voicesOf(
  document: Document,
  agencies: AgencyMention[],
  cast: Person[],
  mentions: PersonMention[],
): Voice[] {
  const voices: Voice[] = [];
  const state = {
    last: null as Person | null,
    head: null as Person | null,
    body: null as string | null,
    bodyAt: -9,
  };
  let answerer: Person | null = null;
  for (const sentence of document.sentences) {
    const opens = document.paragraphs[sentence.paragraph] === sentence.index;
    const label = opens ? labelOf(sentence.plain) : null;
    const labelled: Person | null | undefined =
      label === null ? undefined : personOfLabel(label, cast, answerer);
    if (labelled) {
      state.last = labelled;
      answerer = labelled;
      voices.push({ ...NOBODY, kind: 'person', by: 'said', at: sentence.index, person: labelled });
      continue;
    }
    const own =
      sentence.kind === 'heading' || sentence.plain.length > MAX_SENTENCE
        ? NOBODY
        : ownVoice(sentence, agencies, mentions, cast, doerOf(state, sentence));
    const subject = spansWithin(mentions, sentence.start, sentence.end)[0];
    const body = sentence.plain.length > MAX_SENTENCE ? null : ANY_BODY.exec(sentence.plain);
    if (body && !isQuoted(sentence, body.index)) {
      state.body = bodyName(body[1]!);
      state.bodyAt = sentence.index;
    }
    if (
      state.body &&
      sentence.index - state.bodyAt < 3 &&
      ((own.kind === 'narrator' && IT_ACTS.test(sentence.fold)) ||
        (own.kind !== 'person' && ITS_PAPER.test(sentence.fold)))
    ) {
      voices.push({ ...NOBODY, kind: 'body', by: 'act', at: sentence.index, body: state.body });
      continue;
    }
    const moved = own.kind === 'narrator' || own.by === 'act' ? motionOf(sentence, document) : null;
    if (moved) {
      voices.push({ ...NOBODY, kind: 'body', by: 'act', at: sentence.index, body: moved });
      continue;
    }
    if (own.person) state.last = own.person;
    if (own.person && label !== null) answerer = own.person;
    else if (subject && subject.person.office !== 'other') state.last = subject.person;
    if (state.last?.office === 'head') state.head = state.last;
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
      ? here('person', 'suit', { person: plaintiff })
      : here('body', 'suit', { body: 'Complaint' });
  }
  const according = accordingTo(sentence, people, own);
  if (according) return here(according.person ? 'person' : 'agency', 'said', according);
  const titled = people.find((mention) => /^: /.test(sentence.plain.slice(mention.end - sentence.start)));
  if (titled && titled.start - sentence.start < 30 && titled.person.office !== 'other')
    return here('person', 'said', { person: titled.person });
  // "His answer on Thursday was that it won't."
  if (
    last &&
    /^(?:his|her) (?:answer|reply|response|message|position|view)\b[^.;]{0,110}\b(?:was|is|remains)\b/.test(
      sentence.fold,
    )
  )
    return here('person', 'said', { person: last });
  const signer = signerOf(sentence, people);
  if (signer) return here('person', 'said', { person: signer });
  const giver = giverOfStatement(sentence, people);
  if (giver) return here('person', 'said', { person: giver });
  for (const match of sayings(sentence)) {
    // "One day after the governor spoke of it, the council voted": told in passing.
    if (body && body.index > match.index && IN_PASSING.test(sentence.fold.slice(0, match.index))) continue;
    // "…, The Assembly reported": an outlet passes on, it is not the one who says it.
    if (
      /^report/.test(match[0]) &&
      /, (?:[Tt]he )?[A-Z][^,;.]{1,40}$/.test(sentence.plain.slice(0, match.index - 1)) &&
      !people.some((mention) => mention.end >= sentence.start + match.index - 2)
    )
      continue;
    const voice =
      inverted(sentence, match.index + match[0].length, people, cast, last) ??
      subjectOf(sentence, match.index, people, own, cast, last) ??
      (last && dropsSubject(sentence, match.index, match[0].length)
        ? { kind: 'person' as const, person: last }
        : null);
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
const IN_PASSING = /\b(?:after|before|when|since|while|until|despues de que|cuando)\b[^,;:]{0,60}$/;
// "Agents are allowed to", "they were told": nobody there says it.
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being) (?:[a-z]+ly |also |not |now |then )?(?:allowed|told|ordered|instructed|reminded|described)$/;
const ASIDE =
  /, (?!and\b|but\b|because\b|since\b|as\b|when\b|if\b|though\b|although\b|so\b|where\b|porque\b\b|while\b|which\b|who\b|y\b|pero\b)[^,;:"]{2,80} $/;

function sayings(sentence: Sentence): RegExpExecArray[] {
  const all = matchesOf(sentence.fold, SAYING).filter(
    (match) =>
      !isQuoted(sentence, match.index + 1) &&
      !PASSIVE.test(sentence.fold.slice(0, match.index + match[0].length)),
  );
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
      /^ (?:(?:the|el|la|su|his|her|its|their) )?(?:[\p{L}'.-]+ ){0,6}$/u.test(between) &&
      !/\b(?:that|he|she|it|they|on|to|in|of|que|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/.test(
        between,
      )
    )
      return { kind: 'person', person: person.person };
    if (
      /^ (?:(?:este|el|ayer|hoy) )?(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) )?(?:an?|the|its|un|una|el|la|su) (?:[\p{L}]+ ){0,4}?(?:spokes(?:man|woman|person)|chief|sheriff|director|warden|superintendent|captain|major|undersheriff|vocer[oa]|portavoz|jef[ea]|alguacil|directora?|comandante|capitan[a]?|administrador[a]?|alcaide), $/u.test(
        between,
      )
    )
      return { kind: 'person', person: person.person };
  }
  const fold = after.toLowerCase();
  // "Said he." closes what was said; in "the chief said he sent it" another verb follows.
  if (
    last &&
    /^ (?:he|she)(?=[.,;:"]|$| (?:on|in|at|during|after|last|this|to|of|mon|tues|wednes|thurs|fri|satur|sun)\w*\b)/.test(
      fold,
    )
  )
    return { kind: 'person', person: last };
  const role =
    /^ (?:the|a|an|el|la|un|una) ((?:[a-z']+ ){0,3}?(?:sheriff|chief|mayor|commissioner|superintendent|spokes(?:man|woman|person)|vocer[oa]|alguacil|alcalde|alcaldesa|jef[ea]))\b(?!')(?=[.,;:"]|$| (?:on|in|at|last|this|during|after|told|when|who|mon|tues|wednes|thurs|fri|satur|sun|el|en|durante|de la|del)\w*\b)/.exec(
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
  // A pronoun directly before the verb decides: it means the subject of the sentence, else whoever was spoken of last.
  const first = people.find(
    (mention) => mention.end - sentence.start < verb && !isQuoted(sentence, mention.start - sentence.start),
  )?.person;
  if (PRONOUN.test(before.trimEnd().replace(/ (?:also|has|had|later|then|again|did|ha|habia)$/, '')))
    return last && !first
      ? { kind: 'person', person: last }
      : first
        ? { kind: 'person', person: first }
        : unnamedHead(before);
  // "Sheriff Lentz defended his jail's partnership, saying …": the subject of the whole sentence goes on.
  if (/^(?:saying|adding)/.test(sentence.fold.slice(verb))) {
    const subject = people.find((mention) => !isQuoted(sentence, mention.start - sentence.start));
    if (subject && subject.end - sentence.start < verb) return { kind: 'person', person: subject.person };
  }
  return nearestSubject(sentence, { from, verb }, people, agencies, cast);
}

/** The person, agency, role or office named last before a verb of saying, but not in a quotation, an apposition or a possessive. */
function nearestSubject(
  sentence: Sentence,
  { from, verb }: { from: number; verb: number },
  people: PersonMention[],
  agencies: AgencyMention[],
  cast: Person[],
): Partial<Voice> | null {
  const before = sentence.fold.slice(from, verb);
  let best: { end: number; voice: Partial<Voice> } | null = null;
  const offer = (end: number, voice: Partial<Voice> | null): void => {
    if (voice && end <= verb && end >= from && (!best || end > best.end)) best = { end, voice };
  };
  for (const [i, mention] of people.entries()) {
    if (isQuoted(sentence, mention.start - sentence.start)) continue;
    if (DEFEATED.test(sentence.fold.slice(0, mention.start - sentence.start))) continue;
    const earlier = people
      .slice(0, i)
      .find(
        (other) =>
          other.person.principal !== null &&
          mention.person.name.endsWith(other.person.principal.split(' ').at(-1)!),
      );
    const owned = earlier ? undefined : ownedVoice(sentence, mention);
    if (owned !== null)
      offer(mention.end - sentence.start, owned ?? { kind: 'person', person: (earlier ?? mention).person });
  }
  const inApposition = (start: number, end: number): boolean =>
    people.some(
      (person) =>
        person.end < start &&
        /^, (?:the |a |an |its |who )?[^.;"]{0,60}$/.test(
          sentence.plain.slice(person.end - sentence.start, start - sentence.start),
        ) &&
        /^[^,;.]{0,40},/.test(sentence.plain.slice(end - sentence.start)),
    );
  for (const mention of agencies)
    if (
      !isQuoted(sentence, mention.start - sentence.start) &&
      !DEFEATED.test(sentence.fold.slice(0, mention.start - sentence.start)) &&
      !inApposition(mention.start, mention.end) &&
      !/^'s? [A-Z]/.test(sentence.plain.slice(mention.end - sentence.start))
    )
      offer(mention.end - sentence.start, { kind: 'agency', agency: mention.agency });
  const offices: [RegExp, (match: RegExpExecArray) => Partial<Voice> | null][] = [
    [ROLE_NOUN, (match) => byRole(match[1]!, cast, sentence)],
    [SELF_NOUN, () => ({ kind: 'agency' })],
  ];
  for (const [pattern, voiceOf] of offices)
    for (const match of matchesOf(before, pattern)) {
      const [start, end] = [from + match.index, from + match.index + match[0].length];
      if (!isQuoted(sentence, start) && !inApposition(sentence.start + start, sentence.start + end))
        offer(end, voiceOf(match));
    }
  return (best as { voice: Partial<Voice> } | null)?.voice ?? null;
}

// Characters within which a role without a name is given one.
const NEXT = 200;

/** The person of the document who holds a role, else the role alone. */
function byRole(role: string, cast: Person[], sentence: Sentence): Partial<Voice> {
  const word = role.split(' ').at(-1)!;
  const holders = cast.filter(
    (person) =>
      person.role !== null && new RegExp(`\\b${word}\\b`).test(person.role) && person.office !== 'other',
  );
  const before = holders.filter((person) => person.first <= sentence.end);
  // "A spokeswoman told the paper. … Melissa Roe said": named in the sentence after.
  const next = holders.filter(({ first }) => first > sentence.end && first < sentence.end + NEXT);
  const person =
    before.at(-1) ?? (holders.length === 1 ? holders[0] : next.length === 1 ? next[0] : undefined);
  return person ? { kind: 'person', person } : { kind: 'role', role };
}
