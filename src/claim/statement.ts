import type { TextReading } from '../read/index.ts';
import { actorsOf, agencyOfPerson, type Scene } from './actor.ts';
import { type Agency, agencyMentions } from './agencies.ts';
import { knowPeople, type Voice, voicesOf } from './attribution.ts';
import { type Claim, claimId, type Evidence, type Programme } from './claim.ts';
import { agreementIn, type Frame, framesOf, type Topic } from './frames.ts';
import { type Gazetteer, placeKey } from './gazetteer.ts';
import { cue } from './lexicon-cues.ts';
import { type Draft, mergeDrafts } from './merge.ts';
import { withModel } from './model-287g.ts';
import { peopleOf } from './people.ts';
import { whereOf } from './places.ts';
import { publisherAgency, speaksAsAgency } from './publisher.ts';
import { agenciesOfRow, frameOfRow, isRow, leadOfRows } from './rows.ts';
import { type Document, documentOf, type Sentence } from './sentences.ts';
import { timesOf } from './times.ts';
import { viasOf } from './via.ts';

/** What is known about a document from outside it. */
export interface StatementContext {
  published: string | null;
  publisher: string | null;
  gazetteer: Gazetteer;
  /** Id of the capture. */
  capture: string;
}

const IMM = cue('{IMM}', '');
const OPERATION = /\b(?:raids?|sweeps?|operation|redadas?|in the area)\b/;
const UNTRAINED =
  /\b(?:once trained|(?:will|to) be trained|not (?:yet )?been trained|no training|have yet to be trained|training (?:will|is|begins|has not)|not yet (?:active|begun|started|in effect)|once (?:the|their) training|will start once|after training|con adiestramiento|seran? (?:entrenad|capacitad)|podra ejecutar|awaiting training)/;
// A story drawn from one outlet's own digging passes all of it on.
const REVIEWED =
  /\b(?:review|analysis|investigation|takeaways|points) (?:of|by|from)\b[^.]{0,60}(?:data|records|files|found)|\b(?:AP|Associated Press|Post|Times|Tribune|Chronicle|ProPublica) (?:review|analysis|investigation)\b/;
const AROUND = 32;

/** The claims that a text makes, deterministic: who says or does what about which programme, for which agency, when, with the exact words. */
export function statementClaims(reading: TextReading, context: StatementContext): Claim[] {
  const document = documentOf(reading);
  const published = context.published ?? reading.published;
  const publisher = context.publisher ?? reading.publisher;
  const lines = reading.blocks
    .filter((block) => block.kind !== 'furniture')
    .map((block) => document.plain.slice(block.start, block.end));
  const body = document.sentences.map((sentence) => sentence.plain).join('\n');
  const where = whereOf(body, lines, context.gazetteer, publisher);
  const scene: Scene = {
    document,
    where,
    agencies: agencyMentions(document.plain, where).filter((mention) =>
      document.sentences.some((s) => mention.start >= s.start && mention.end <= s.end),
    ),
    own: publisherAgency(publisher, where),
    ownWord: speaksAsAgency(publisher),
  };
  const drafts = draftsOf(scene, published, publisher);
  return mergeDrafts(drafts, document, where.gazetteer).map((draft) =>
    claimOf(draft, document, context.capture),
  );
}

function draftsOf(scene: Scene, published: string | null, publisher: string | null): Draft[] {
  const { document } = scene;
  const { people, mentions } = peopleOf(document, scene.agencies);
  knowPeople(document, people);
  const voices = voicesOf(document, scene.agencies, mentions);
  const vias = viasOf(document, publisher);
  const times = timesOf(document, voices, published, scene.own !== null);
  const whole = document.sentences.map((sentence) => sentence.fold).join(' ');
  const topic: Topic = {
    agreement: null,
    last: null,
    immigration: false,
    near: false,
    operation: OPERATION.test(whole),
    untrained: UNTRAINED.test(whole),
  };
  const drafts: Draft[] = [];
  let lead: { rows: ReturnType<typeof leadOfRows>; police: boolean } = { rows: null, police: false };
  for (const sentence of document.sentences) {
    if (IMM.test(sentence.fold)) topic.immigration = true;
    topic.near = [-3, -2, -1, 0, 1]
      .map((by) => sentence.index + by)
      .some((i) => IMM.test(document.sentences[i]?.fold ?? ''));
    const voice = voices[sentence.index]!;
    const row = isRow(sentence, document);
    const agencies =
      row && lead.rows ? agenciesOfRow(sentence, scene.agencies, scene.where, lead.police) : [];
    if (!row || (agencies.length === 0 && leadOfRows(sentence.fold)))
      lead = {
        rows: leadOfRows(sentence.fold),
        police: /\bpolice\b|\bcit(?:y|ies)\b|\btowns?\b/.test(sentence.fold),
      };
    if (sentence.kind === 'heading') continue;
    const frames = framesOf(sentence, topic);
    for (const agency of frames.length === 0 ? agencies : []) {
      drafts.push(
        draftOf(frameOfRow(sentence, lead.rows!), sentence, voice, agency, scene, times, vias, voices),
      );
    }
    for (const frame of frames) {
      for (const agency of actorsOf(frame, sentence, voice, scene)) {
        if (!isReal(agency, scene) || (frame.rule.startsWith('loose') && voice.person?.office === 'other'))
          continue;
        drafts.push(
          draftOf(
            frame,
            sentence,
            voiceFor(sentence, voice, agency, voices, scene, frame),
            agency,
            scene,
            times,
            vias,
            voices,
          ),
        );
        topic.last = frame.programme;
      }
    }
    topic.agreement = agreementIn(sentence.fold) ?? topic.agreement;
  }
  return drafts.map((draft) => (draft.programme.startsWith('287g') ? withModel(draft, document) : draft));
}

function draftOf(
  frame: Frame,
  sentence: Sentence,
  voice: Voice,
  agency: Agency,
  scene: Scene,
  times: ReturnType<typeof timesOf>,
  vias: (string | null)[],
  voices: Voice[],
): Draft {
  const person = voice.kind === 'person' ? voice.person : null;
  const speaks = speaksFor(voice, agency, scene, sentence);
  const time = times(sentence, frame, voice);
  return {
    agency,
    programme: frame.programme as Programme,
    position: frame.position,
    speaker: person?.name ?? voice.body,
    role: person?.role ?? voice.role ?? (voice.body ? voice.body.toLowerCase() : null),
    onBehalfOf: person?.principal ?? null,
    speaksForAgency: speaks,
    via:
      vias[sentence.index] ??
      viaBeside(
        sentence,
        voice,
        voices,
        vias,
        scene.document,
        (other) => times(other, frame, voice).date === time.date,
      ),
    date: time.date,
    dateRule: time.rule,
    effective: time.effective,
    sentences: [sentence.index],
    rules: [frame.rule, `voice:${voice.kind}-${voice.by}`],
  };
}

// A county that no state has is a film's or a slip of the pen.
function isReal(agency: Agency, scene: Scene): boolean {
  if (agency.state !== null) return true;
  const { counties } = scene.where.gazetteer;
  return (
    agency.sort === 'sheriff' &&
    agency.place !== null &&
    (counties.size === 0 || counties.has(placeKey(agency.place)))
  );
}

/** The lead of a story, and a sentence that its paragraph goes on to explain, are the word of the official who is quoted next for the same agency. */
function voiceFor(
  sentence: Sentence,
  voice: Voice,
  agency: Agency,
  voices: Voice[],
  scene: Scene,
  frame: Frame,
): Voice {
  if (voice.kind !== 'narrator' || scene.own === agency) return voice;
  const { sentences } = scene.document;
  const lead = sentences.find((candidate) => candidate.kind !== 'heading')?.paragraph === sentence.paragraph;
  for (let i = sentence.index + 1; i < sentences.length; i++) {
    const distance = sentences[i]!.paragraph - sentence.paragraph;
    if (distance > (lead ? 3 : 0) || (!lead && frame.kind === 'step')) break;
    const next = voices[i]!;
    if (
      next.kind === 'person' &&
      next.person!.office !== 'other' &&
      next.person!.office !== 'civil' &&
      agencyOfPerson(next.person!, scene, sentences[i]!) === agency
    )
      return { ...next, by: 'inherited' };
    if (!lead && i > sentence.index + 1) break;
  }
  return voice;
}

function viaBeside(
  sentence: Sentence,
  voice: Voice,
  voices: Voice[],
  vias: (string | null)[],
  document: Document,
  sameTime: (other: Sentence) => boolean,
): string | null {
  if (voice.kind === 'narrator')
    return REVIEWED.test(document.plain) ? (vias.find((via) => via !== null && via !== 'ICE') ?? null) : null;
  for (const other of document.sentences) {
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

function speaksFor(voice: Voice, agency: Agency, scene: Scene, sentence: Sentence): boolean {
  if (voice.kind === 'narrator') return scene.own === agency && scene.ownWord;
  if (voice.kind === 'agency' || voice.kind === 'role')
    return voice.role ? !/mayor|governor|alcalde|gobernador|official|attorney/.test(voice.role) : true;
  if (voice.kind === 'body') return /jail board/i.test(voice.body ?? '');
  const person = voice.person!;
  if (person.office === 'other' || person.office === 'civil') return false;
  const own = agencyOfPerson(person, scene, sentence);
  return own === null || own === agency;
}

function claimOf(draft: Draft, document: Document, capture: string): Claim {
  const claim: Omit<Claim, 'id'> = {
    kind: /^step:(?:end|ended|sign-up|not-renew|reject)/.test(draft.rules[0] ?? '') ? 'act' : 'statement',
    agency: {
      written: draft.agency.written,
      name: draft.agency.name,
      state: draft.agency.state,
      place: draft.agency.place,
    },
    programme: draft.programme,
    position: draft.position,
    speaker: draft.speaker,
    role: draft.role,
    onBehalfOf: draft.onBehalfOf,
    speaksForAgency: draft.speaksForAgency,
    via: draft.via,
    date: draft.date,
    effective: draft.effective,
    evidence: draft.sentences.map((index) => evidenceOf(document, document.sentences[index]!)),
    rules: [...draft.rules, draft.dateRule],
    confidence: null,
  };
  return { id: claimId(capture, claim), ...claim };
}

function evidenceOf(document: Document, sentence: Sentence): Evidence {
  const { start, end } = sentence;
  return {
    type: 'text',
    exact: document.text.slice(start, end),
    prefix: document.text.slice(Math.max(0, start - AROUND), start),
    suffix: document.text.slice(end, end + AROUND),
    start,
    end,
  };
}
