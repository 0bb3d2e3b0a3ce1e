import type { Activity } from './activity.ts';
import type { Position, Programme } from './claim.ts';
import { conceptFrames } from './concepts.ts';
import { beginningsOf, demands, firstsOf, mayBegin } from './firsts.ts';
import { ACTIVITIES } from './lexicon-activities.ts';
import { STEPS, type Step } from './lexicon-agreements.ts';
import { cue, expand } from './lexicon-cues.ts';
import { STANCES, type Stance } from './lexicon-stances.ts';
import { looseAgreement } from './loose-agreement.ts';
import { matchesOf } from './matches.ts';
import { activityPosition, stepPosition } from './position.ts';
import { corrected, isSameWork } from './same-work.ts';
import { MAX_SENTENCE, type Sentence, type Span } from './sentences.ts';
import { isDropped, withoutSilence } from './silence.ts';
import { agreementIn } from './stated.ts';
import { isSupposed } from './supposed.ts';
import { isTerm } from './terms.ts';

/** A position on a programme as one stretch of a sentence words it; `start` and `end` count from the sentence's start. */
export interface Frame extends Span {
  programme: Programme;
  position: Position;
  rule: string;
  /** `step` frames speak of an agreement, `stance` frames of approach, change and doubt. */
  kind: 'activity' | 'step' | 'stance';
}

/** What the sentences before have established. */
export interface Topic {
  /** The agreement or contract that "the program" would mean; null before any. */
  agreement: Programme | null;
  /** The programme of the claim before, that "nothing has changed" would mean. */
  last: Programme | null;
  /** The sentence before made a claim: what "that will not change" would mean. */
  claimed?: boolean;
  /** Immigration has been spoken of in this or the paragraph before. */
  immigration: boolean;
  /** It has in this sentence, the one before or the one behind. */
  near: boolean;
  /** The document speaks of people lodged for money and of no other agreement. */
  lodging?: boolean;
  /** It speaks of detainees, of what is paid for them, and of no detainer. */
  housing?: boolean;
  /** The sentence before names the immigration service: what "the agency" that a jail tells would be. */
  ice?: boolean;
  /** Detainers were spoken of in one of the two sentences before. */
  detainers?: boolean;
  /** A raid or an operation was in this sentence or the one before. */
  raid?: boolean;
  /** Somebody has yet to be trained or accepted, anywhere in the document. */
  untrained: boolean;
}

type Compiled<T> = T & {
  pattern: RegExp;
  once: RegExp;
  firsts: Set<string> | null;
  ofIce: boolean;
  ofNoun: boolean;
};
const compile = <T extends { source: string }>(rows: readonly T[]): Compiled<T>[] =>
  rows.map((row) => ({
    ...row,
    pattern: cue(row.source),
    once: cue(row.source, ''),
    firsts: firstsOf(expand(row.source)),
    ofIce: demands(row.source, 'ICE'),
    ofNoun: demands(row.source, 'N'),
  }));
const AGREEMENT_NOUN = cue('{N}', '');
const COMPILED_ACTIVITIES = compile(ACTIVITIES);
const COMPILED_STEPS = compile(STEPS);
const COMPILED_STANCES = compile(STANCES);
const ICE = cue('{ICE}', '');
const IMM = cue('{IMM}', '');

/** The frames of one sentence, in the order of the text. */
export function framesOf(whole: Sentence, topic: Topic): Frame[] {
  const text = toldOfIce(withoutSilence(whole.fold), topic);
  const sentence = text === whole.fold ? whole : { ...whole, fold: text };
  // Nobody writes such a sentence; patterns with gaps cost the square of it.
  if (text.length > MAX_SENTENCE || isDropped(text)) return [];
  const frames: Frame[] = [];
  const taken: Span[] = [];
  const relevant = topic.immigration || topic.near || IMM.test(text);
  if (!relevant) return [];
  steps(sentence, topic, frames, taken);
  activities(sentence, topic, frames, taken);
  if (topic.near || IMM.test(text)) stances(sentence, topic, frames, taken);
  if (!frames.some((frame) => frame.kind === 'step')) {
    const agreement = looseAgreement(sentence, topic, agreementIn(text) ?? null);
    // "Turned down an offer to pay for beds": the offer was of a contract, whatever agreement was spoken of before.
    const ofOffer = ({ programme, position, start, end }: Frame): boolean =>
      programme === 'detention-contract' && position === 'declines' && overlaps([agreement!], start, end);
    if (agreement && !frames.some((frame) => frame.programme.startsWith('287g') || ofOffer(frame)))
      frames.push(agreement);
  }
  // "Joined a partnership with ICE" is one thing, and not help in general besides.
  const agreed = frames.filter((frame) => frame.kind === 'step');
  if (agreed.length > 0)
    for (let i = frames.length - 1; i >= 0; i--)
      if (isSameWork(frames[i]!, agreed, text)) frames.splice(i, 1);
  frames.push(
    ...conceptFrames(sentence, frames).filter(
      ({ position, programme, start }) => !isTerm(position, programme, start, text),
    ),
  );
  return frames
    .filter((frame) => !isSupposed(frame, text))
    .map((frame) => corrected(frame, text, topic, agreementIn(text)))
    .sort((a, b) => a.start - b.start);
}

// Of the same length, so that offsets stay: "staff inform the agency when somebody is let go", after a sentence on the immigration service.
function toldOfIce(text: string, { ice }: Topic): string {
  return ice
    ? text.replace(
        /\b(inform|notif|tell|alert|advis)([a-z]*) the agency(?= (?:[a-z]+ ){0,3}?(?:when|whenever|if|before|of)\b)/g,
        '$1$2 ice agents',
      )
    : text;
}

function steps(sentence: Sentence, topic: Topic, frames: Frame[], taken: Span[]): void {
  const text = sentence.fold;
  const stated = agreementIn(text);
  const own = stated === '287g' && topic.lodging ? 'detention-contract' : stated;
  const definite = DEFINITE.test(text);
  const noun = AGREEMENT_NOUN.test(text);
  const beginnings = beginningsOf(text);
  for (const step of COMPILED_STEPS) {
    const programme =
      own ?? (ofBeds(step, text) ? 'detention-contract' : null) ?? topic.agreement ?? step.programme ?? null;
    if (!programme) continue;
    if (!own && !step.programme && !ANAPHOR.test(step.id) && !definite && !ofBeds(step, text)) continue;
    if ((step.ofNoun && !noun) || !mayBegin(step.firsts, beginnings)) continue;
    for (const match of matchesOf(text, step.pattern)) {
      if (overlaps(taken, match.index, match.index + match[0].length)) continue;
      if (!own && !step.programme && !ofBeds(step, text) && !anaphoric(step, text, match)) continue;
      // "Voided the agreement that the chief had signed": the clause only says which.
      if (
        /^(?:signed-with|sign-up|have)$/.test(step.id) &&
        WHICH.test(text.slice(0, match.index)) &&
        frames.some((frame) => frame.kind === 'step')
      ) {
        taken.push({ start: match.index, end: match.index + match[0].length });
        continue;
      }
      const position = stepPosition(step, sentence, match.index, match[0], topic.untrained);
      taken.push({ start: match.index, end: match.index + match[0].length });
      if (position)
        frames.push({
          programme,
          position,
          start: match.index,
          end: match.index + match[0].length,
          rule: `step:${step.id}`,
          kind: 'step',
        });
    }
  }
}

// "Raise the number of beds": more beds are a contract's, whether it is named or not.
function ofBeds(step: Step, text: string): boolean {
  return step.id === 'expand' && /\b(?:detainees|beds?)\b/.test(text);
}

const WHICH = /\b(?:that|which|whom?) (?:the |its |his |her |their )?(?:[a-z']+ ){0,3}(?:had |has |have )?$/;
const DEFINITE =
  /\b(?:the|this|that|its|his|her|our|their|such|an? (?:similar|like|comparable|matching)|old|new|either|an|el|la|este|ese|su|nuestro) (?:[a-z0-9-]+ ){0,3}?(?:agreements?|partnership|program|memorandum|pact|deal|arrangement|contract|participation|part|involvement|moa|mou|accord|acuerdo|convenio|programa|contrato)\b|\b(?:acuerdos?|convenios?|contratos?) (?:de (?:ese|este) tipo|asi|similar(?:es)?|semejantes?|parecid[oa]s?)\b/;

const ANAPHOR = /^(?:not-renew|reject-it|end-it|apply-for|deputize|so-are|are-in|no-more-terms)$/;

// "The program" means the one spoken of; "a program" another.
function anaphoric(step: Step, text: string, match: RegExpMatchArray): boolean {
  if (ANAPHOR.test(step.id)) return true;
  const around = text.slice(Math.max(0, match.index! - 25), match.index! + match[0].length + 14);
  return DEFINITE.test(around);
}

function activities(sentence: Sentence, topic: Topic, frames: Frame[], taken: Span[]): void {
  const text = sentence.fold;
  const named = ICE.test(text);
  const beginnings = beginningsOf(text);
  for (const activity of COMPILED_ACTIVITIES) {
    if ((activity.ofIce && !named) || !mayBegin(activity.firsts, beginnings)) continue;
    if (
      activity.ice &&
      !named &&
      !(topic.immigration && IMM.test(text)) &&
      !isScreening(activity, text, topic)
    )
      continue;
    if (activity.after === 'operation' && !topic.raid) continue;
    // Traffic is directed every day; what tells is an operation, or federal agents beside it.
    if (activity.id === 'operation-tasks' && !named && !topic.raid) continue;
    if (activity.after === 'detainers' && (!topic.detainers || /detainer/.test(text))) continue;
    for (const match of matchesOf(text, activity.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (
        overlaps(
          frames.filter(
            (frame) => frame.kind === 'activity' || /^step:(?:end|not-renew|apply)/.test(frame.rule),
          ),
          start,
          end,
        )
      )
        continue;
      const position = activityPosition(activity as Activity, sentence, start, match[0]);
      if (position && isTerm(position, activity.programme, start, text)) continue;
      if (position)
        frames.push({
          programme: activity.programme,
          position,
          start,
          end,
          rule: `do:${activity.id}`,
          kind: 'activity',
        });
    }
  }
  void taken;
}

// "Deputies will go on screening people who are booked", told of an agreement: what else would they screen for?
function isScreening({ programme }: Activity, text: string, topic: Topic): boolean {
  return programme === '287g-jail' && topic.agreement === '287g' && /\bscreen(?:s|ed|ing)?\b/.test(text);
}

function stances(sentence: Sentence, topic: Topic, frames: Frame[], taken: Span[]): void {
  const text = sentence.fold;
  const beginnings = beginningsOf(text);
  for (const stance of COMPILED_STANCES as Compiled<Stance>[]) {
    if ((stance.ofIce && !ICE.test(text)) || !mayBegin(stance.firsts, beginnings)) continue;
    const match = stance.once.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (
      stance.position === 'unchanged' &&
      topic.claimed === false &&
      frames.length === 0 &&
      POINTS_BACK.test(text)
    )
      continue;
    if (frames.some((frame) => frame.position === stance.position) && stance.position !== 'not-approached')
      continue;
    if (stance.clears)
      for (let i = frames.length - 1; i >= 0; i--)
        if (clears(text, match.index, end, frames[i]!)) frames.splice(i, 1);
    // "Does not enforce it and has not been asked": asked to do what it does not.
    const general = frames.find(({ programme }) => /^(?:enforcement|joint)/.test(programme))?.programme;
    frames.push({
      programme:
        stance.position === 'unchanged'
          ? (frames.find((frame) => frame.kind === 'activity')?.programme ??
            stanceProgramme(stance, text, match.index, topic))
          : stanceProgramme(stance, text, match.index, topic, general),
      position: stance.position,
      start: match.index,
      end,
      rule: `stance:${stance.id}`,
      kind: 'stance',
    });
  }
  void taken;
}

// "That is not going to change": whatever was said right before, and nothing where that was no claim.
const POINTS_BACK =
  /^[\s"(]*(?:but |and |so |pero |y )?(?:that|this|eso|esto)\b(?! (?:policy|practice|rule|program|agreement|order|procedure))/;

// "Has not made up his mind about joining", "was not asked to help": what follows in the clause is no position of its own.
function clears(text: string, start: number, end: number, frame: Frame): boolean {
  if (overlaps([frame], start, end)) return true;
  return (
    frame.start >= end &&
    frame.start - end < 90 &&
    !/[,;:—]|\b(?:but|and|nor)\b/.test(text.slice(end, frame.start))
  );
}

// "I have not signed anything and nobody has asked me to."
const SIGNS =
  /(?:\b(?:not|never)|n't) (?:yet )?(?:signed|joined|applied|enrolled)\b|\b(?:asked|invited|approached)\b[^.;]{0,30}\bto (?:sign|join|enroll|apply|be deputi[sz]ed|partner)\b/;

// "Has not asked us for anything": help in general, whatever agreement was spoken of.
const FOR_HELP =
  /\b(?:ask|request|contact|call|approach)\w*\b[^.;]{0,25}\bfor (?:anything|(?:any |our |their |his |her )?(?:help|assistance|support))\b/;

function stanceProgramme(
  stance: Stance,
  text: string,
  at: number,
  topic: Topic,
  general?: Programme,
): Programme {
  const own = agreementIn(text) ?? (SIGNS.test(text) ? '287g' : null);
  if (stance.position === 'not-approached') {
    if (
      topic.raid ||
      /\b(?:raid|operation|in the area|sweep|redada|operativo|(?:help|assist\w*|part|involve\w*|back ?up|of|about) (?:with|in|for|of|to make)? ?(?:the|an?|that|this|those|these|[a-z]+day's) (?:[a-z]+ ){0,3}?(?:arrests?|detention)\b)/.test(
        text,
      )
    )
      return 'joint-operations';
    if (FOR_HELP.test(text)) return own ?? general ?? 'enforcement';
    return own ?? general ?? topic.agreement ?? 'enforcement';
  }
  if (own) return own;
  if (stance.position === 'undecided' && topic.agreement && DEFINITE.test(text)) return topic.agreement;
  if (/\b(?:detainers?|retenciones)\b/.test(text.slice(Math.max(0, at - 70), at + 110))) return 'detainers';
  const spoken = COMPILED_ACTIVITIES.find((activity) =>
    activity.once.test(text.slice(Math.max(0, at - 60), at + 160)),
  );
  if (spoken) return spoken.programme;

  // "Will not change its practices": all of them; "that rule": the one just spoken of.
  if (
    stance.position === 'unchanged' &&
    /\b(?:its|our|his|her|their|any|sus|nuestras) (?:[a-z]+ )?(?:practices|policies|operations|procedures|politicas|practicas)\b|\b(?:its|our|his|her|their) own (?:policy|practice)\b/.test(
      text,
    )
  )
    return 'enforcement';
  if (stance.position === 'unchanged')
    return topic.last && !topic.last.startsWith('287g') ? topic.last : 'enforcement';
  return topic.agreement ?? topic.last ?? 'enforcement';
}

function overlaps(spans: Span[], start: number, end: number): boolean {
  return spans.some((span) => start < span.end && end > span.start);
}
