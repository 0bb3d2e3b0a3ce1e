import { agencyOfPerson, type Scene } from './actor.ts';
import type { Agency } from './agency-names.ts';
import type { Frame } from './frames.ts';
import type { Document, Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';
import { NOBODY, type Voice } from './voice.ts';

// A story drawn from one outlet's own digging passes all of it on.
const REVIEWED =
  /\b(?:review|analysis|investigation|takeaways|points) (?:of|by|from)\b[^.]{0,60}(?:data|records|files|found)|\b(?:AP|Associated Press|Post|Times|Tribune|Chronicle|ProPublica) (?:review|analysis|investigation)\b/;
/** The lead of a story, and a sentence that its paragraph goes on to explain, are the word of the official who is quoted next for the same agency. */
export function voiceFor(
  sentence: Sentence,
  voice: Voice,
  agency: Agency,
  voices: Voice[],
  scene: Scene,
  frame: Frame,
): Voice {
  if (frame.kind === 'step' && isAnothers(sentence, voice, agency, scene)) return NOBODY;
  if (voice.kind !== 'narrator' || scene.own === agency || UNNAMED_SPEAKER.test(sentence.fold)) return voice;
  const { sentences } = scene.document;
  const lead = sentences.find((candidate) => candidate.kind !== 'heading')?.paragraph === sentence.paragraph;
  for (let i = sentence.index + 1; i < sentences.length; i++) {
    const distance = sentences[i]!.paragraph - sentence.paragraph;
    if (distance > (lead ? 3 : 0) || (!lead && frame.kind === 'step')) break;
    const next = voices[i]!;
    if (
      next.kind === 'person' &&
      next.by === 'said' &&
      next.person!.office !== 'other' &&
      next.person!.office !== 'civil' &&
      agencyOfPerson(next.person!, scene, sentences[i]!) === agency
    )
      return { ...next, by: 'inherited' };
    if (!lead && i > sentence.index + 1) break;
  }
  return announced(sentence, agency, voices, scene) ?? voice;
}

// "The man who unseated the sheriff says": he is somebody else than the sheriff who is quoted next.
const UNNAMED_SPEAKER =
  /^(?:[^—]{0,40}— )?(?:the|a|an) (?:[a-z]+ )?(?:man|woman|candidate|democrat|republican|challenger|lawyer|winner|successor) (?:who|that) [^,;]{3,90}\b(?:says|said|plans|promises|promised|told)\b/;

// "Its neighbor, Ada County, has belonged since 2020", told behind a sheriff's words, is no word of that sheriff.
function isAnothers(sentence: Sentence, voice: Voice, agency: Agency, scene: Scene): boolean {
  return (
    voice.kind === 'person' &&
    voice.by === 'inherited' &&
    voice.at < sentence.index &&
    sentence.quotes.length === 0 &&
    (voice.person!.office === 'head' ||
      voice.person!.office === 'staff' ||
      voice.person!.office === 'spokes') &&
    agencyOfPerson(voice.person!, scene, sentence) !== agency &&
    spansWithin(scene.agencies, sentence.start, sentence.end).some((mention) => mention.agency === agency)
  );
}

// What will be done from now on, told after the official who announced it spoke, is still what he announced.
function announced(sentence: Sentence, agency: Agency, voices: Voice[], scene: Scene): Voice | null {
  if (!/\b(?:will|won't)\b/.test(sentence.fold)) return null;
  const { sentences } = scene.document;
  for (let i = sentence.index - 1; i >= 0; i--) {
    const before = sentences[i]!;
    if (sentence.paragraph - before.paragraph > 3) return null;
    const voice = voices[i]!;
    if (voice.kind === 'narrator') continue;
    return voice.kind === 'person' && agencyOfPerson(voice.person!, scene, before) === agency
      ? { ...voice, by: 'inherited' }
      : null;
  }
  return null;
}

/** The outlet to which the same voice spoke in this or the next paragraph, at the same time; for a story drawn from one outlet's digging, that outlet. */
export function viaBeside(
  sentence: Sentence,
  voice: Voice,
  voices: Voice[],
  vias: (string | null)[],
  document: Document,
  sameTime: (other: Sentence) => boolean,
): string | null {
  if (voice.kind === 'narrator')
    return REVIEWED.test(document.plain) ? (vias.find((via) => via !== null && via !== 'ICE') ?? null) : null;
  for (const other of document.sentences.slice(Math.max(0, sentence.index - 40), sentence.index + 40)) {
    if (
      Math.abs(other.paragraph - sentence.paragraph) > 1 ||
      !vias[other.index] ||
      vias[other.index] === 'ICE'
    )
      continue;
    const theirs = voices[other.index]!;
    if (
      sameTime(other) &&
      theirs.person === voice.person &&
      theirs.kind === voice.kind &&
      (voice.person !== null || other.paragraph === sentence.paragraph)
    )
      return vias[other.index]!;
  }
  return null;
}

// "Our deputies do not": whoever prints it, the office says it.
const FIRST_PERSON =
  /\b(?:we|our deputies|our officers|our office|our jail|our department|nuestr[oa]s? (?:agentes|oficiales|oficina|carcel))\b/;

/** True when the voice speaks for that agency. */
export function speaksFor(voice: Voice, agency: Agency, scene: Scene, sentence: Sentence): boolean {
  if (voice.kind === 'narrator')
    return scene.own === agency && (scene.ownWord || FIRST_PERSON.test(sentence.fold));
  if (voice.kind === 'agency' || voice.kind === 'role')
    return voice.role ? !/mayor|governor|alcalde|gobernador|official|attorney/.test(voice.role) : true;
  if (voice.kind === 'body') return /jail board/i.test(voice.body ?? '');
  const person = voice.person!;
  if (person.office === 'other' || person.office === 'civil') return false;
  const own = agencyOfPerson(person, scene, sentence);
  return own === null || own === agency;
}
