import type { Frame } from './frames.ts';
import { SAY } from './lexicon-speech.ts';
import { matchesOf } from './matches.ts';
import type { Document, Sentence } from './sentences.ts';
import type { Voice } from './voice.ts';
import { datesIn, type When } from './when.ts';

/** When a claim was said or done, by which rule, and from when the practice holds. */
export interface Time {
  date: string | null;
  rule: string;
  effective: string | null;
}

const EFFECTIVE =
  /\b(?:effective|(?<!\b(?:had|have|has|was|were|said|no)\b[^.]{0,80})as of|starting|(?:promised|planned|set|scheduled|expected|due|slated) (?:for|on)|beginning|begins?|start(?:s|ed)? (?:on|in)|takes? effect|took effect|in effect|until|through|by(?! \d+-\d+)|after|since|come|expires?|expired|lapses?|runs out|run past|ends? (?:on|in)|will end|changed (?:its|his|her|the|their) (?:rule|policy|practice)[a-z ]{0,12}|began|desde|hasta|a partir)[^.;]{0,22}$/;
// "After the shooting on Sunday": the day of something else, from which no practice runs.
const AFTER_WHAT = /\b(?:after|tras|despues de) (?:[a-z'-]+ ){1,5}(?:on |in |last |del? |el |en )$/;
const IMMEDIATE = /\b(?:effective immediately|at once|immediately|de inmediato|right away|the same day)\b/;

/** A function that dates a frame: its sentence's own day, the day on which its speaker last spoke, or what the publication date allows. */
export function timesOf(
  document: Document,
  voices: Voice[],
  printed: string | null,
  own: boolean,
): (sentence: Sentence, frame: Frame, voice: Voice) => Time {
  const dayFirst = isDayFirst(document);
  const published = sessionOf(document, printed) ?? printed;
  const dates = document.sentences.map((sentence) => datesIn(sentence.fold, published, dayFirst));
  const said = new Map<string, { index: number; date: string }[]>();
  for (const sentence of document.sentences) {
    const voice = voices[sentence.index]!;
    const day =
      spokenDay(dates[sentence.index]!, sentence, published) ?? pastOf(dates[sentence.index]!, sentence);
    // What goes on in somebody's breath may be of another day.
    if (!day || voice.kind === 'narrator' || voice.by === 'inherited') continue;
    const key = keyOf(voice);
    const known = said.get(key);
    if (known) known.push({ index: sentence.index, date: day.date });
    else said.set(key, [{ index: sentence.index, date: day.date }]);
  }
  return (sentence, frame, voice) => {
    const found = dates[sentence.index]!;
    const effective = effectiveOf(found, sentence) ?? comingDay(found, frame, sentence, published);
    const day = spokenDay(found, sentence, published, frame);
    if (day && (voice.kind !== 'narrator' || frame.kind === 'step' || day.date !== published))
      return { date: day.date, rule: 'own', effective };
    const acted =
      voice.by === 'act' ||
      voice.kind === 'narrator' ||
      (voice.by === 'inherited' && frame.kind === 'step' && voice.at > sentence.index)
        ? actedOn(found, frame, sentence)
        : null;
    if (acted) return { date: acted, rule: 'own', effective: effective === acted ? null : effective };
    if (voice.kind === 'narrator' || voice.by === 'act') {
      const told =
        frame.kind === 'step' && PASSED.test(sentence.fold) ? story(document, dates, sentence) : null;
      if (told) return { date: told, rule: 'near', effective };
    }
    if (voice.kind === 'narrator')
      return { date: narrated(found, frame, sentence) ?? published, rule: 'published', effective };
    const told = pastOf(found, sentence);
    if (told) return { date: told.date, rule: 'own', effective };
    const days = said.get(keyOf(voice)) ?? [];
    const nearest = days.findLast((entry) => entry.index <= sentence.index) ?? days[0];
    if (nearest)
      return {
        date: nearest.date,
        rule: 'speaker',
        effective: effective ?? (IMMEDIATE.test(sentence.fold) ? nearest.date : null),
      };
    const met = sitting(document, dates, sentence, published);
    if (met) return { date: met, rule: 'near', effective };
    const near = nearby(document, dates, sentence, voices, published);
    if (near) return { date: near, rule: 'near', effective };
    if (own)
      return {
        date: published,
        rule: 'publisher',
        effective: effective ?? (IMMEDIATE.test(sentence.fold) ? published : null),
      };
    return { date: published?.slice(0, 7) ?? null, rule: 'month', effective };
  };
}

/** The day of the meeting that a document's head says it is the minutes of; null for any other document. */
function sessionOf({ sentences }: Document, printed: string | null): string | null {
  const head = sentences.slice(0, 6).filter(({ fold }) => fold.length < 120);
  if (!head.some(({ fold }) => MINUTES.test(fold))) return null;
  const day = head.flatMap(({ fold }) => datesIn(fold, printed)).find(({ fine }) => fine === 'day');
  return day && (printed === null || day.date <= printed) ? day.date : null;
}

// Numbers with strokes: day first where one of them cannot be a month and none the other way, or where the text is Spanish.
function isDayFirst(document: Document): boolean {
  const pairs = matchesOf(document.plain, /(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:19|20)?\d\d\b/g);
  if (pairs.some((pair) => Number(pair[2]) > 12)) return false;
  return (
    pairs.some((pair) => Number(pair[1]) > 12) ||
    (pairs.length > 0 && (document.plain.match(/\b(?:el|los|las|del|que)\b/g)?.length ?? 0) > 4)
  );
}

function keyOf(voice: Voice): string {
  return (
    voice.person?.name ?? voice.body ?? (voice.kind === 'agency' ? 'agency' : `role ${voice.role ?? ''}`)
  );
}

// "The operation on Wednesday", "el operativo de ayer": the day of what others did, and no day of speech.
const OF_OPERATION =
  /\b(?:raids?|operations?|sweeps?|redadas?|operativos?|arrests?)\b(?: (?!said|says|told|wrote|dijo)[a-z]+){0,3} (?:on |de |del |el |early |late |last )?$/;
// "Our last screening will be June 30."
const COMING =
  /\b(?:will|would|shall|sera|seran)\b (?:[a-z]+ ){0,2}?(?:be|come|end|start|begin|open|close|el|on)? ?(?:on |el )?$/;

// "Had heard nothing as of Monday": the day up to which it was so is that of the telling.
const SO_FAR = /\b(?:had|has|have|no|not|nothing|never)\b[^.;]{0,90}\bas of (?:late |early )?$/;

const BESIDE_SAYING = new RegExp(
  `\\b${SAY}(?: (?:late|early|[a-z]+ly|reporters|el pasado|este|the [a-z]+))?(?: (?:on|el|este))? $`,
);

// The day of speaking or doing: written as a day or a week, and not the day on which something starts or stops.
function spokenDay(
  found: When[],
  sentence: Sentence,
  published: string | null,
  frame: Frame | null = null,
): When | null {
  const days = found.filter(
    (when) =>
      (when.fine === 'day' || when.fine === 'week') &&
      // Nobody has spoken or acted on a day after the telling.
      (published === null || when.date.length < 10 || published.length < 10 || when.date <= published) &&
      !OF_OPERATION.test(sentence.fold.slice(Math.max(0, when.start - 60), when.start)) &&
      !/^'s (?:[a-z]+ ){0,2}?(?:raid|operation|arrest|sweep)s?\b/.test(
        sentence.fold.slice(when.end, when.end + 30),
      ) &&
      !COMING.test(sentence.fold.slice(Math.max(0, when.start - 40), when.start)) &&
      (!EFFECTIVE.test(sentence.fold.slice(Math.max(0, when.start - 40), when.start)) ||
        SO_FAR.test(sentence.fold.slice(Math.max(0, when.start - 120), when.start))),
  );
  // "Deputies who graduated this week, the sheriff announced today": the day beside the verb of saying is that of the saying.
  const beside = days.find((when) =>
    BESIDE_SAYING.test(sentence.fold.slice(Math.max(0, when.start - 50), when.start)),
  );
  // "Ended it on Feb. 8, the new sheriff confirmed Friday": a deed has the day that stands nearest to it.
  if (
    beside &&
    days.length > 1 &&
    frame?.kind === 'step' &&
    frame.position === 'ends' &&
    PASSED.test(sentence.fold.slice(Math.max(0, frame.start - 20), frame.end))
  ) {
    const gap = (when: When): number => Math.max(when.start - frame.end, frame.start - when.end, 0);
    return days.reduce((best, when) => (gap(when) < gap(best) ? when : best));
  }
  return beside ?? days[0] ?? null;
}

// "In 2019 she told", "said in November 2016": a month or a year belongs to the saying when it stands at its start or beside its verb.
function pastOf(found: When[], sentence: Sentence): When | null {
  for (const when of found) {
    if (when.fine !== 'month' && when.fine !== 'year') continue;
    const before = sentence.fold.slice(Math.max(0, when.start - 16), when.start);
    if (
      (when.start < 4 && /^(?:in|en|back in) /.test(sentence.fold)) ||
      /\b(?:said|wrote|announced|told|declared|dijo|anuncio)(?: in| back in|, in| en)? ?$/.test(before)
    )
      return when;
  }
  return null;
}

const MINUTES =
  /\bminutes\b(?! (?:later|before|after|away|of\b(?! the)))|\bacta\b|\b(?:regular|special|draft) meeting\b/;

const PASSED =
  /\b(?:ended|signed|joined|left|withdrew|took|cancell?ed|dropped|terminated|rescinded|revoked|renewed|approved|rejected|tore|pulled|quit|let|voted|applied|entered|agreed|scrapped|suspended|halted|resumed|restored|rejoined|enrolled|deputi[sz]ed|firmo|firmaron|firmado|inscribio|inscribieron|inscrito|apuntado|apuntaron|sumo|sumaron|sumado|unio|unieron|unido|renovo|cancelo|cancelaron|abandono|abandonaron|termino|dio por terminad[oa]|aprobo|aprobaron|rechazo|rechazaron|solicito|solicitaron|(?:first|second|third|latest|last|one)\b[^.;]{0,60} to (?:join|sign|enter|enroll))\b/;

/** When a deed was done, by a month, a year or a day in its own sentence that is no start, end or running time. */
function actedOn(found: When[], frame: Frame, sentence: Sentence): string | null {
  if (
    (frame.kind !== 'step' && frame.position !== 'ends') ||
    !(PASSED.test(sentence.fold) || frame.position === 'ends')
  )
    return null;
  const when = found.find((entry) => {
    // "Let it lapse in 2021" is a deed, "it lapses in 2021" a term.
    const lead = sentence.fold
      .slice(Math.max(0, entry.start - 90), entry.start + 6)
      .replace(/\b(?:let|lets|allow(?:s|ed)?)\b[^.;]*\b(?:lapse|expire|die|run out)\b/, 'did')
      .slice(-46);
    return (
      entry.fine !== 'span' &&
      !EFFECTIVE.test(lead.replace(/\.$/, '')) &&
      !/\bsince\b|\bdesde\b/.test(lead.slice(-16))
    );
  });
  return when?.date ?? null;
}

/** The month or year under which a paragraph tells its story: "In November he stopped asking. … Johnson canceled the contract." */
function story(document: Document, dates: When[][], sentence: Sentence): string | null {
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 20); i--) {
    const before = document.sentences[i]!;
    if (before.paragraph !== sentence.paragraph) return null;
    const head = dates[i]!.find(
      (when) =>
        when.start < 24 &&
        /^(?:then |and |but )?(?:came |on |in |it was |by |early |late |last )/.test(before.fold),
    );
    if (head) return head.date;
  }
  return null;
}

// A finished deed told without a speaker has the date that the telling gives it.
function narrated(found: When[], frame: Frame, sentence: Sentence): string | null {
  if (frame.position !== 'ends' && !(frame.kind === 'step' && frame.position === 'declines')) return null;
  return (
    found.find(
      (when) =>
        !/\bsince\b[^.]{0,8}$/.test(sentence.fold.slice(Math.max(0, when.start - 10), when.start + 6)),
    )?.date ?? null
  );
}

function effectiveOf(found: When[], sentence: Sentence): string | null {
  const when = found.find((entry) => {
    const lead = sentence.fold.slice(Math.max(0, entry.start - 40), entry.start + 3).replace(/\.$/, '');
    return (
      EFFECTIVE.test(lead) &&
      !AFTER_WHAT.test(sentence.fold.slice(Math.max(0, entry.start - 40), entry.start))
    );
  });
  return when?.date ?? null;
}

const PANEL =
  '(?:commissioners?|commission|council(?:ors|lors|members|men)?|supervisors|trustees|selectmen|select board|board|aldermen|freeholders)';
const TOLD_PANEL = new RegExp(
  `\\b(?:told|before|to|addressing|addressed|warned|assured) (?:the |county |city |town |[a-z]+ ){0,3}?${PANEL}\\b`,
);
const PANEL_SAT = new RegExp(
  `\\b${PANEL}\\b[^.;]{0,40}\\b(?:voted|approved|rejected|agreed|met|heard|adopted|passed|unanimously|tabled|postponed|decided|ended|rescinded)\\b`,
);

/** What is told a council or a board is told on the day on which the text has it sit, where it has it sit once. */
function sitting(
  document: Document,
  dates: When[][],
  sentence: Sentence,
  published: string | null,
): string | null {
  if (!TOLD_PANEL.test(sentence.fold)) return null;
  const days = new Set<string>();
  for (const { fold, index } of document.sentences) {
    const day = PANEL_SAT.test(fold) ? spokenDay(dates[index]!, document.sentences[index]!, published) : null;
    if (day?.fine === 'day') days.add(day.date);
  }
  return days.size === 1 ? [...days][0]! : null;
}

// A speech without a day of its own is of the event just told: in the same paragraph or the one before.
function nearby(
  document: Document,
  dates: When[][],
  sentence: Sentence,
  voices: Voice[],
  published: string | null,
): string | null {
  const lead = document.sentences.find((candidate) => candidate.kind !== 'heading')?.paragraph;
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 20); i--) {
    const before = document.sentences[i]!;
    if (sentence.paragraph - before.paragraph > 1) return null;
    const day = spokenDay(dates[i]!, before, published);
    const other = voices[before.index]!;
    // Of another paragraph, of "that week" or of somebody else's deed, no more than the month is sure.
    if (day)
      return !(other.kind === 'person' && other.person !== voices[sentence.index]!.person) &&
        (sentence.paragraph - before.paragraph <= (before.paragraph === lead ? 1 : 0) ||
          /agency|role|body/.test(other.kind)) &&
        !/\b(?:that|the same) (?:week|month)\b/.test(sentence.fold)
        ? day.date
        : day.date.slice(0, 7);
  }
  return null;
}

// "Will end the agreement on June 30": a day after the telling is when it stops or starts, unless that day is one of a meeting.
function comingDay(found: When[], frame: Frame, { fold }: Sentence, published: string | null): string | null {
  if (frame.kind !== 'step' || !/^(?:ends|will-join)$/.test(frame.position) || !published) return null;
  if (
    /\b(?:vot|meet|hearing|decid|discuss|trial|elect|court|deadline|consider|sesion|reunion|audiencia)\w*/.test(
      fold,
    )
  )
    return null;
  return found.find((when) => when.fine === 'day' && when.date > published)?.date ?? null;
}
