import { actorsOf, type Scene } from './actor.ts';
import { speaksFor, viaBeside, voiceFor } from './adopt.ts';
import type { Agency } from './agency-names.ts';
import { voicesOf } from './attribution.ts';
import type { Programme } from './claim.ts';
import { type Answer, dialogueOf, statedBy } from './dialogue.ts';
import { sameAgain } from './ellipsis.ts';
import { type Frame, framesOf, type Topic } from './frames.ts';
import { placeKey } from './gazetteer.ts';
import { cue } from './lexicon-cues.ts';
import type { Draft } from './merge.ts';
import { withModel } from './model-287g.ts';
import { type Person, peopleOf } from './people.ts';
import { agenciesOfRow, frameOfRow, isRow, type Lead, leadOfRows } from './rows.ts';
import type { Document, Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';
import { agreementIn } from './stated.ts';
import { type Time, timesOf } from './times.ts';
import { viasOf } from './via.ts';
import type { Voice } from './voice.ts';

const IMM = cue('{IMM}', '');
const SERVICE = cue('{ICE}', '');
const OPERATION =
  /\b(?:raid(?:s|ed)?|(?:ice|agents) (?:arrested|detained|seized|took away|picked up)|sweeps?|operation|redadas?|operativos?|in the area|(?:enforcement|federal|(?<!\bcivil )immigration|ice) (?:activity|actions?|arrests?)|(?:federal|immigration|ice|homeland security) (?:agents?|officers?) (?:arrested|detained|seized|raided|took away))\b/;
const DETAINER = /\bdetainers?\b|\bhold requests?\b|\b(?:ice|immigration) holds?\b|\bretencion/;
// "Asked by ICE to join", "sign up with ICE": what is joined is an agreement, though nobody calls it one yet.
const SIGNING_ON = cue(
  '\\b(?:sign(?:s|ed|ing)? (?:up|on)|join(?:s|ed|ing)?(?: up)?|team(?:s|ed|ing)? up|enlist\\w*|partner(?:s|ed|ing)?) (?:with )?(?:the )?{ICE}|{ICE}(?!(?: [a-z]+){0,3} (?:asks?|said|told) (?:him|her|them|us) to join)[^.;]{0,32} to (?:sign (?:up|on)|join|team up|partner|enlist)\\b|\\b(?:deputies|officers|troopers)\\b[^.;]{0,20}\\b(?:powers?|authority)\\b[^.;]{0,12}\\b(?:enforce|make|carry out)\\b[^.;]{0,12}\\bimmigration\\b',
  '',
);
const UNTRAINED =
  /\b(?:once trained|once [^.;,]{0,30}(?:finish|complet|trained|training|certified)|once (?:they|he|she|it)(?:'ve| have| has|'s) (?:been (?:to|through)|finished|completed|taken|had)|(?:have|having|get|getting) (?:his|her|its|their|the) (?:[a-z]+ )?(?:officers|deputies|troopers|police|jailers) (?:trained|credentialed|certified)|(?:will|to) be trained|(?:will|are to|is to|have yet to|must (?:first )?) (?:[a-z]+ )?(?:complete|finish|take|attend|undergo|go through|receive|begin|start) (?:the |their |his |its |a |an |federal |ice |[a-z0-9-]+-(?:hour|day|week) |[a-z]+-week |online |required ){0,4}?(?:training|course|classes|academy)\b|\b(?:they|it|deputies|officers|program|training) (?:will )?(?:starts?|begins?) (?:in |on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|will have (?:been trained|finished|completed)|not (?:yet )?been trained|no training|have yet to be trained|\bnone (?:of (?:them|the [a-z]+) )?(?:has|have) (?:yet )?(?:completed|finished|started|begun|taken) (?:it|the)\b|being trained|(?:now |still )?in (?:ice )?training|training (?:will|is|begins|has not)|not yet (?:active|begun|started|in effect)|once (?:the|their) training|will start once|after training|con adiestramiento|(?:tomara|tomaran|recibira|recibiran) (?:el|un|los|la) (?:curso|entrenamiento|capacitacion|adiestramiento)|seran? (?:entrenad|capacitad)|podra ejecutar|awaiting training|(?:none|no one|neither|nobody)\b[^.;]{0,40}\b(?:trained|training|course|certified)|(?:has|have|had) (?:not|yet to)\b[^.;]{0,25}\b(?:trained|training|course|certified|started|begun))/;

// Sentences after which immigration, not spoken of again, is no longer the matter of the text.
const MEMORY = 25;

/** What the stages before have found about a document, for the making of drafts. */
interface Findings {
  scene: Scene;
  voices: Voice[];
  vias: (string | null)[];
  times: (sentence: Sentence, frame: Frame, voice: Voice) => Time;
}

/** A list that is being read: what its lead says, and whether its rows are towns. */
interface Listing {
  lead: Lead | null;
  police: boolean;
  /** Index of the lead's sentence. */
  at: number;
}

/** The drafts of a document, one for each frame and agency, in the order of the text. */
export function draftsOf(scene: Scene, published: string | null, publisher: string | null): Draft[] {
  const { document } = scene;
  const { people, mentions } = peopleOf(document, scene.agencies);
  const voices = voicesOf(document, scene.agencies, people, mentions);
  const findings: Findings = {
    scene,
    voices,
    vias: viasOf(document, publisher),
    times: timesOf(document, voices, published, scene.own !== null),
  };
  const topic = firstTopic(document);
  const { answers, under } = dialogueOf(document);
  const untrained = untrainedIn(scene);
  const drafts: Draft[] = [];
  let listing: Listing = { lead: null, police: false, at: -1 };
  const speaks = spokenOf(document, IMM);
  const detains = spokenOf(document, DETAINER);
  const raids = spokenOf(document, OPERATION);
  let lastSpoken = -Infinity;
  let claimedAt = -Infinity;
  for (const sentence of document.sentences) {
    const { index } = sentence;
    if (speaks[index]) lastSpoken = index;
    topic.immigration = index - lastSpoken <= MEMORY;
    // In an interview every question is on the matter of the first.
    topic.near =
      [-3, -2, -1, 0, 1, 2].some((by) => speaks[index + by]) || (under[index] !== null && topic.immigration);
    topic.detainers = [-2, -1].some((by) => detains[index + by]);
    topic.raid = [-2, -1, 0].some(
      (by) =>
        raids[index + by] && (by > -2 || document.sentences[index + by]!.paragraph === sentence.paragraph),
    );
    topic.ice = index > 0 && SERVICE.test(document.sentences[index - 1]!.fold);
    topic.untrained = untrained(sentence);
    topic.claimed = claimedAt === index - 1;
    const rows = rowsOf(sentence, scene, listing);
    if (!isRow(sentence, document) || (rows.length === 0 && leadOfRows(sentence.fold, topic.agreement)))
      listing = listingOf(sentence, topic);
    if (sentence.kind === 'heading') continue;
    const frames = framesOf(sentence, topic);
    if (frames.length === 0 && listing.lead)
      for (const agency of rows)
        drafts.push({
          ...draftOf(frameOfRow(sentence, listing.lead), sentence, voices[sentence.index]!, agency, findings),
          via: viaOfList(findings.vias, listing.at),
        });
    const own = frames.flatMap((frame) => draftsOfFrame(frame, sentence, findings));
    drafts.push(...own);
    for (const { frame, agency } of sameAgain(sentence, drafts, scene.agencies))
      if (!frames.some(({ programme }) => programme === frame.programme))
        drafts.push(draftOf(frame, sentence, voices[index]!, agency, findings));
    const answer = answers.get(index);
    if (answer) drafts.push(...draftsOfAnswer(answer, frames, topic, findings));
    topic.last = own.at(-1)?.programme ?? topic.last;
    if (drafts.at(-1)?.sentences.includes(index)) claimedAt = index;
    const stated = agreementIn(sentence.fold);
    topic.agreement =
      (stated === '287g' && topic.lodging ? 'detention-contract' : stated) ??
      topic.agreement ??
      (SIGNING_ON.test(sentence.fold) ? '287g' : null) ??
      agreementOf(
        own.at(-1)?.programme ?? frames.find(({ programme }) => programme.startsWith('287g'))?.programme,
      );
  }
  return drafts.map((draft) =>
    draft.programme.startsWith('287g') ? withModel(draft, document, scene.agencies) : draft,
  );
}

/** For each sentence whether it speaks of a matter. */
function spokenOf({ sentences }: Document, pattern: RegExp): boolean[] {
  return sentences.map(({ fold }) => pattern.test(fold));
}

function agreementOf(programme: Programme | undefined): Programme | null {
  if (programme === 'detention-contract') return programme;
  return programme?.startsWith('287g') ? '287g' : null;
}

function firstTopic(document: Document): Topic {
  const whole = document.sentences.map((sentence) => sentence.fold).join(' ');
  return {
    agreement: null,
    last: null,
    immigration: false,
    near: false,
    lodging:
      /\b(?:detainees|jail beds?|beds for|house[sd]? (?:people|immigra\w+))\b/.test(whole) &&
      !/\b287|deputi[sz]|task force|immigration powers|screen|interview|question/.test(whole),
    housing:
      /\bdetainees\b/.test(whole) &&
      /\$\d[\d.,]* (?:a|per|each) (?:day|night|head|person|detainee)|\bbeds?\b|\bcontracts?\b/.test(whole) &&
      !/\bdetainers?\b|\b48\b|forty-eight|287/.test(whole),
    untrained: false,
  };
}

/** Whether those of a sentence have yet to be trained: said anywhere in a document on one or two agencies, beside the sentence in one on more. */
function untrainedIn({ document, agencies }: Scene): (sentence: Sentence) => boolean {
  const said = document.sentences.map(({ fold }) => UNTRAINED.test(fold));
  if (!said.includes(true)) return () => false;
  const several = new Set(agencies.map(({ agency }) => agency)).size > 3;
  // The next paragraph that names nobody goes on about the same agency.
  const namesNone = (i: number): boolean =>
    spansWithin(agencies, document.sentences[i]!.start, document.sentences[i]!.end).length === 0;
  return ({ index, paragraph }) =>
    said.some(
      (is, i) =>
        is &&
        (!several ||
          (Math.abs(i - index) <= 2 &&
            (document.sentences[i]!.paragraph === paragraph || (i === index + 1 && namesNone(i))))),
    );
}

function draftsOfFrame(frame: Frame, sentence: Sentence, findings: Findings): Draft[] {
  const { scene, voices } = findings;
  const voice = voices[sentence.index]!;
  // An outsider's word counts where he states a fact outright, not where it takes loose reading.
  const loose =
    /^(?:loose|together)/.test(frame.rule) ||
    (/^(?:takes-part|will-join)$/.test(frame.position) && frame.kind === 'activity');
  // What somebody would do if elected is nobody's practice.
  if (voice.person?.role === 'candidate') return [];
  if (
    loose &&
    voice.by !== 'suit' &&
    (voice.person?.office === 'other' || (voice.person?.office === 'civil' && !governs(voice.person)))
  )
    return [];
  // What an outsider says that he, or his own, do or would do is no agency's practice.
  if (voice.person?.office === 'other' && ofHimself(frame, sentence)) return [];
  const settled = byBody(frame, voice);
  return actorsOf(frame, sentence, voice, scene)
    .filter((agency) => isReal(agency, scene))
    .map((agency) =>
      draftOf(settled, sentence, voiceFor(sentence, voice, agency, voices, scene, frame), agency, findings),
    );
}

const HIMSELF = /\b(?:i|we|i'd|we'd|i'll|we'll|i've|we've|my|our|yo|nosotros|mi|nuestr[oa]s?)\b/;

function ofHimself(frame: Frame, sentence: Sentence): boolean {
  const quote = sentence.quotes.find((span) => frame.start >= span.start && frame.start < span.end);
  return quote !== undefined && HIMSELF.test(sentence.fold.slice(quote.start, frame.end));
}

// "Would you sign one?" "No." What is asked is said, unless the answer says the same in its own words.
function draftsOfAnswer(answer: Answer, said: readonly Frame[], topic: Topic, findings: Findings): Draft[] {
  const stated = statedBy(answer);
  return framesOf(stated, topic)
    .filter(({ programme }) => !said.some((frame) => frame.programme.slice(0, 4) === programme.slice(0, 4)))
    .flatMap((frame) => draftsOfFrame({ ...frame, position: answered(frame, answer) }, stated, findings))
    .map((draft) => ({ ...draft, sentences: [answer.question.index, answer.answer.index] }));
}

function answered(frame: Frame, { says, conditional }: Answer): Frame['position'] {
  if (frame.kind === 'activity' && conditional) return 'limits';
  return says === 'no' && /^(?:takes-part|will-join|expands|limits)$/.test(frame.position)
    ? 'declines'
    : frame.position;
}

// What a council or a board approves has yet to be signed and trained for.
function byBody(frame: Frame, voice: Voice): Frame {
  return voice.kind === 'body' &&
    frame.position === 'takes-part' &&
    /^(?:step:sign-up|loose:takes-part)/.test(frame.rule)
    ? { ...frame, position: 'will-join' }
    : frame;
}

// Those who can order police or a jail: not prosecutors and lawmakers of the state.
function governs(person: Person): boolean {
  return /mayor|council|manager|executive|commissioner|supervisor|alder|select|trustee|board|administrator|elect|president|alcald|concejal/.test(
    person.role ?? '',
  );
}

function listingOf(sentence: Sentence, topic: Topic): Listing {
  return {
    at: sentence.index,
    lead: leadOfRows(sentence.fold, topic.agreement),
    police: /\bpolice\b|\bcit(?:y|ies)\b|\btowns?\b/.test(sentence.fold),
  };
}

// A list is of whoever its lead, or the sentence before that, names.
function viaOfList(vias: (string | null)[], at: number): string | null {
  return vias[at] ?? vias[at - 1] ?? null;
}

function rowsOf(sentence: Sentence, scene: Scene, listing: Listing): Agency[] {
  if (!listing.lead || !isRow(sentence, scene.document) || !inList(sentence, scene, listing.police))
    return [];
  return agenciesOfRow(sentence, scene.agencies, scene.where, listing.police);
}

function draftOf(frame: Frame, sentence: Sentence, voice: Voice, agency: Agency, findings: Findings): Draft {
  const { scene, voices, vias, times } = findings;
  const person = voice.kind === 'person' ? voice.person : null;
  // "Sheriff Roe's spokesman said": for whom somebody without a name speaks.
  const principal = voice.kind === 'role' ? voice.person?.name : person?.principal;
  const time = times(sentence, frame, voice);
  const sameTime = (other: Sentence): boolean => times(other, frame, voice).date === time.date;
  return {
    agency,
    programme: frame.programme,
    position: frame.position,
    speaker: person?.name ?? voice.body,
    role: person?.role ?? voice.role ?? voice.body?.toLowerCase() ?? null,
    onBehalfOf: principal ?? null,
    speaksForAgency: speaksFor(voice, agency, scene, sentence),
    via: vias[sentence.index] ?? viaBeside(sentence, voice, voices, vias, scene.document, sameTime),
    date: time.date,
    dateRule: time.rule,
    effective: time.effective,
    sentences: [sentence.index],
    rules: [frame.rule, `voice:${voice.kind}-${voice.by}`],
  };
}

// One line that names an agency is no list; two are.
function inList(sentence: Sentence, scene: Scene, police: boolean): boolean {
  return [-1, 1].some((by) => {
    const other = scene.document.sentences[sentence.index + by];
    return (
      other !== undefined &&
      isRow(other, scene.document) &&
      agenciesOfRow(other, scene.agencies, scene.where, police).length > 0
    );
  });
}

// A county that no state has is a film's or a slip of the pen.
function isReal(agency: Agency, scene: Scene): boolean {
  if (agency.state !== null) return true;
  // Its own document names it, though not its state: the reviewer finds which of that name it is.
  if (agency === scene.own && scene.ownWord) return true;
  const { counties } = scene.where.gazetteer;
  return (
    agency.sort === 'sheriff' &&
    agency.place !== null &&
    (counties.size === 0 || counties.has(placeKey(agency.place)))
  );
}
