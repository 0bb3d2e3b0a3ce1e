import type { Agency } from './agency-names.ts';
import type { Claim, Position, Programme } from './claim.ts';
import type { Document } from './sentences.ts';

/** A claim in the making: one frame of one sentence for one agency. */
export interface Draft
  extends Pick<
    Claim,
    | 'programme'
    | 'position'
    | 'speaker'
    | 'role'
    | 'onBehalfOf'
    | 'speaksForAgency'
    | 'via'
    | 'date'
    | 'effective'
  > {
  agency: Agency;
  /** Which rule dated it. */
  dateRule: string;
  sentences: number[];
  rules: string[];
}

/** Ways of dating, the surest first. */
const DATE_RANK = ['own', 'speaker', 'near', 'publisher', 'published', 'month'];
const WEEK = 7 * 86_400_000;
const MODELS: Programme[] = ['287g-jail', '287g-task-force', '287g-warrant'];

/** One draft for what several sentences say of the same agency, programme and position, unless they are acts of different days. */
export function mergeDrafts(drafts: Draft[], document: Document): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const same = merged.find(
      (other) =>
        other.agency === draft.agency &&
        other.position === draft.position &&
        compatible(other.programme, draft.programme) &&
        sameAct(other, draft),
    );
    if (!same) merged.push({ ...draft, sentences: [...draft.sentences] });
    else join(same, draft);
  }
  return passVia(
    merged.filter((draft) => !overruled(draft, merged)),
    document,
  );
}

function family(programme: Programme): string {
  return programme.startsWith('287g') ? '287g' : programme;
}

// Two models of 287(g) are two things; a model and an unnamed one may be the same.
function compatible(a: Programme, b: Programme): boolean {
  return a === b || (family(a) === '287g' && family(b) === '287g' && (a === '287g' || b === '287g'));
}

function sameAct(a: Draft, b: Draft): boolean {
  if (FORMER.includes(a.position) && (isFormer(a, b) || isFormer(b, a))) return false;
  if (a.dateRule !== 'own' || b.dateRule !== 'own' || a.date === null || b.date === null) return true;
  if (a.date.startsWith(b.date) || b.date.startsWith(a.date)) return true;
  // One breath about what goes on: "announced today that they are trained. They got their papers on Thursday."
  return (
    a.position === 'takes-part' &&
    a.speaker !== null &&
    a.speaker === b.speaker &&
    b.sentences[0]! - a.sentences.at(-1)! <= 2 &&
    Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= WEEK
  );
}

// "In 2019 she told the agency that only a judge's warrant would do": what was said in an earlier year is told apart from what is said now.
const FORMER: Position[] = ['limits', 'declines', 'not-approached'];
function isFormer(old: Draft, now: Draft): boolean {
  return (
    old.dateRule === 'own' &&
    old.speaker !== null &&
    now.speaker !== null &&
    old.date !== null &&
    now.date !== null &&
    old.date.slice(0, 4) < now.date.slice(0, 4)
  );
}

/** The better attributed of two wins: a person's word before the narrator's, the agency's own before another's. */
function join(into: Draft, more: Draft): void {
  const rank = (draft: Draft): number => (draft.speaksForAgency ? 2 : 0) + (draft.speaker ? 1 : 0);
  if (rank(more) > rank(into)) {
    // With the speaker goes the time of his word: the narrator's day is not his.
    if (into.dateRule === 'published') Object.assign(into, { date: more.date, dateRule: more.dateRule });
    for (const key of ['speaker', 'role', 'onBehalfOf', 'speaksForAgency'] as const)
      Object.assign(into, { [key]: more[key] });
  }
  if (DATE_RANK.indexOf(more.dateRule) < DATE_RANK.indexOf(into.dateRule)) {
    into.date = more.date;
    into.dateRule = more.dateRule;
  }
  if (MODELS.includes(more.programme) && !MODELS.includes(into.programme)) into.programme = more.programme;
  into.via ??= more.via;
  into.onBehalfOf ??= more.speaker === into.speaker ? more.onBehalfOf : null;
  into.effective ??= more.effective;
  // Sentences come in the order of the text, so that only the last can be the same.
  for (const index of more.sentences)
    if (index > into.sentences.at(-1)!) into.sentences.push(index);
    else if (into.sentences.length < 50 && !into.sentences.includes(index)) {
      into.sentences.push(index);
      into.sentences.sort((a, b) => a - b);
    }
  for (const rule of more.rules) if (!into.rules.includes(rule)) into.rules.push(rule);
}

// What the same document reports as over is no present participation; "limits" says more exactly what "declines" or "takes part" of the same thing would.
function overruled(draft: Draft, all: Draft[]): boolean {
  const others = all.filter(
    (other) =>
      other !== draft && other.agency === draft.agency && compatible(other.programme, draft.programme),
  );
  // "No longer do ICE's work", said beside the end of an agreement, is that end in other words.
  if (
    draft.programme === 'enforcement' &&
    draft.position === 'ends' &&
    all.some(
      (other) =>
        other.agency === draft.agency &&
        other.position === 'ends' &&
        family(other.programme) === '287g' &&
        // The lead sums up what somebody says right behind it.
        (other.speaker === draft.speaker || draft.speaker === null) &&
        Math.abs(other.sentences[0]! - draft.sentences[0]!) <= 2,
    )
  )
    return true;
  return isNoneNow(draft, others) || isSaidBetter(draft, others);
}

/** True for taking part, or joining, that others of the document report as over, grown, cut down or yet to come. */
function isNoneNow(draft: Draft, others: readonly Draft[]): boolean {
  if (draft.position === 'takes-part' || draft.position === 'will-join') {
    if (
      others.some(
        (other) =>
          (other.position === 'ends' && !isLater(draft, other)) ||
          (other.position === 'limits' && draft.position === 'takes-part'),
      )
    )
      return true;
    if (
      draft.position === 'takes-part' &&
      others.some(
        (other) =>
          other.position === 'expands' ||
          // The very words that say "as before" tell no second thing.
          (other.position === 'unchanged' &&
            draft.sentences.every((index) => other.sentences.includes(index))),
      )
    )
      return true;
    if (
      draft.position === 'takes-part' &&
      others.some((other) => other.position === 'will-join' && family(draft.programme) === '287g')
    )
      return true;
  }
  return draft.position === 'will-join' && others.some((other) => other.position === 'expands');
}

/** True for a refusal, an end, a limit or a doubt that others of the document say more exactly. */
function isSaidBetter(draft: Draft, others: readonly Draft[]): boolean {
  // Terms narrower than before are limits, whoever stopped what went before.
  if (
    draft.position === 'ends' &&
    draft.programme === 'detainers' &&
    others.some(
      (other) =>
        other.position === 'limits' &&
        (other.speaker === draft.speaker || other.speaker === null || draft.speaker === null),
    )
  )
    return true;
  if (
    draft.dateRule !== 'own' ||
    others.every((other) => other.dateRule !== 'own' || other.date === draft.date)
  ) {
    if (
      draft.position === 'declines' &&
      others.some(
        (other) =>
          (other.speaker === draft.speaker && (other.position === 'limits' || other.position === 'ends')) ||
          (other.position === 'ends' && other.speaksForAgency && draft.speaksForAgency),
      )
    )
      return true;
    if (
      draft.position === 'limits' &&
      others.some((other) => other.position === 'ends' && draft.programme !== 'detainers')
    )
      return true;
    if (
      draft.position === 'undecided' &&
      others.some(
        (other) =>
          other.position === 'will-join' || other.position === 'ends' || other.position === 'declines',
      )
    )
      return true;
  }
  return false;
}

// Taken up again after it had ended.
function isLater(draft: Draft, ended: Draft): boolean {
  return (
    draft.date !== null &&
    ended.date !== null &&
    draft.date.slice(0, 10) > ended.date &&
    // What a report says in the present beside an end just announced is no second beginning.
    !(draft.dateRule === 'published' && draft.date.slice(0, 7) === ended.date.slice(0, 7)) &&
    !draft.date.startsWith(ended.date)
  );
}

/** The outlet goes with the speaker: what the same person says next to a sentence that names it was said to it too. */
function passVia(drafts: Draft[], document: Document): Draft[] {
  for (const draft of drafts) {
    if (draft.via) continue;
    const giver = drafts.find(
      (other) =>
        other.via &&
        other.via !== 'ICE' &&
        other.speaker === draft.speaker &&
        (draft.speaker !== null || other.agency === draft.agency) &&
        other.date === draft.date &&
        near(other, draft, document),
    );
    if (giver) draft.via = giver.via;
  }
  return drafts;
}

function near(a: Draft, b: Draft, document: Document): boolean {
  const paragraph = (draft: Draft): number => document.sentences[draft.sentences[0]!]!.paragraph;
  return paragraph(a) <= paragraph(b) || Math.abs(paragraph(a) - paragraph(b)) <= 1;
}
