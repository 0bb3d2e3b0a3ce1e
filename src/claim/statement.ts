import type { TextReading } from '../read/index.ts';
import { actorsOf, agencyOfPerson, type Scene } from './actor.ts';
import { type Agency, agencyMentions } from './agencies.ts';
import { knowPeople, type Voice, voicesOf } from './attribution.ts';
import { type Claim, claimId, type Evidence, type Programme } from './claim.ts';
import { agreementIn, type Frame, framesOf, type Topic } from './frames.ts';
import type { Gazetteer } from './gazetteer.ts';
import { cue } from './lexicon-cues.ts';
import { type Draft, mergeDrafts } from './merge.ts';
import { modelOf } from './model-287g.ts';
import { peopleOf } from './people.ts';
import { whereOf } from './places.ts';
import { publisherAgency } from './publisher.ts';
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
const UNTRAINED = /\b(?:once trained|(?:will|to) be trained|not (?:yet )?been trained|no training|have yet to be trained|training (?:will|is|begins|has not)|not yet (?:active|begun|started|in effect)|once (?:the|their) training|will start once|after training|con adiestramiento|seran? (?:entrenad|capacitad)|podra ejecutar|awaiting training)/;
const AROUND = 32;

/** The claims that a text makes, deterministic: who says or does what about which programme, for which agency, when, with the exact words. */
export function statementClaims(reading: TextReading, context: StatementContext): Claim[] {
  const document = documentOf(reading);
  const published = context.published ?? reading.published;
  const publisher = context.publisher ?? reading.publisher;
  const lines = reading.blocks.filter((block) => block.kind !== 'furniture').map((block) => document.plain.slice(block.start, block.end));
  const body = document.sentences.map((sentence) => sentence.plain).join('\n');
  const where = whereOf(body, lines, context.gazetteer, publisher);
  const scene: Scene = {
    document, where,
    agencies: agencyMentions(document.plain, where).filter((mention) => document.sentences.some((s) => mention.start >= s.start && mention.end <= s.end)),
    own: publisherAgency(publisher, where),
  };
  const drafts = draftsOf(scene, published, publisher);
  return mergeDrafts(drafts, document, where.gazetteer).map((draft) => claimOf(draft, document, context.capture));
}

function draftsOf(scene: Scene, published: string | null, publisher: string | null): Draft[] {
  const { document } = scene;
  const { people, mentions } = peopleOf(document, scene.agencies);
  knowPeople(document, people);
  const voices = voicesOf(document, scene.agencies, mentions);
  const vias = viasOf(document, publisher);
  const times = timesOf(document, voices, published, scene.own !== null);
  const whole = document.sentences.map((sentence) => sentence.fold).join(' ');
  const topic: Topic = { agreement: null, last: null, immigration: false, operation: OPERATION.test(whole), untrained: UNTRAINED.test(whole) };
  const drafts: Draft[] = [];
  for (const sentence of document.sentences) {
    if (IMM.test(sentence.fold)) topic.immigration = true;
    if (sentence.kind === 'heading') continue;
    for (const frame of framesOf(sentence, topic)) {
      const voice = voices[sentence.index]!;
      for (const agency of actorsOf(frame, sentence, voice, scene)) {
        if (agency.state === null && agency.place === null) continue;
        drafts.push(draftOf(frame, sentence, voice, agency, scene, times, vias));
        topic.last = frame.programme;
      }
    }
    topic.agreement = agreementIn(sentence.fold) ?? topic.agreement;
  }
  return drafts.map((draft) => ({ ...draft, programme: draft.programme.startsWith('287g') ? modelOf(draft, document) : draft.programme }));
}

function draftOf(frame: Frame, sentence: Sentence, voice: Voice, agency: Agency, scene: Scene, times: ReturnType<typeof timesOf>, vias: (string | null)[]): Draft {
  const person = voice.kind === 'person' ? voice.person : null;
  const speaks = speaksFor(voice, agency, scene, sentence);
  const time = times(sentence, frame);
  return {
    agency,
    programme: frame.programme as Programme,
    position: frame.position,
    speaker: person?.name ?? voice.body,
    role: person?.role ?? voice.role ?? (voice.body ? voice.body.toLowerCase() : null),
    onBehalfOf: person?.principal ?? null,
    speaksForAgency: speaks,
    via: vias[sentence.index] ?? null,
    date: time.date,
    dateRule: time.rule,
    effective: time.effective,
    sentences: [sentence.index],
    rules: [frame.rule, `voice:${voice.kind}-${voice.by}`],
  };
}

function speaksFor(voice: Voice, agency: Agency, scene: Scene, sentence: Sentence): boolean {
  if (voice.kind === 'narrator') return scene.own === agency;
  if (voice.kind === 'agency' || voice.kind === 'role') return voice.role ? !/mayor|governor|alcalde|gobernador|official|attorney/.test(voice.role) : true;
  if (voice.kind === 'body') return /jail board/i.test(voice.body ?? '');
  const person = voice.person!;
  if (person.office === 'other' || person.office === 'civil') return false;
  const own = agencyOfPerson(person, scene, sentence);
  return own === null || own === agency;
}

function claimOf(draft: Draft, document: Document, capture: string): Claim {
  const claim: Omit<Claim, 'id'> = {
    kind: /^step:(?:end|ended|sign-up|not-renew|reject)/.test(draft.rules[0] ?? '') ? 'act' : 'statement',
    agency: { written: draft.agency.written, name: draft.agency.name, state: draft.agency.state, place: draft.agency.place },
    programme: draft.programme, position: draft.position, speaker: draft.speaker, role: draft.role, onBehalfOf: draft.onBehalfOf,
    speaksForAgency: draft.speaksForAgency, via: draft.via, date: draft.date, effective: draft.effective,
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
