import { type Bounds, type Day, daysBetween, isDay } from '../base/index.ts';
import type { Position } from '../claim/index.ts';
import type { Agreement } from '../resolve/index.ts';
import { byTime, type Contradiction, contradiction, earliest, latest, type Side } from './contradiction.ts';
import { type Differs, detailOf } from './differs.ts';
import { wordBounds as bounds, isFamily, sameFamily, type Word } from './spoken.ts';

// Two dates of one signing or ending differ by days or weeks; what lies further apart are two events.
const SAME_EVENT = 45;

const exactDay = (word: Word): Day | null => (word.date !== null && isDay(word.date) ? word.date : null);

/** Where a signed document gives another date, or another model, than the list gives for the same agreement. */
export function documents(
  words: readonly Word[],
  agreements: readonly Agreement[],
): (Contradiction | null)[] {
  return words.flatMap((word) => {
    const day = exactDay(word);
    if (
      word.kind !== 'agreement' ||
      word.position !== 'takes-part' ||
      day === null ||
      !isFamily(word.programme)
    )
      return [];
    const listed = agreements.filter(
      (agreement) => agreement.position === 'takes-part' && agreement.signed !== null,
    );
    const model = listed.filter((agreement) => agreement.programme === word.programme);
    // Where the parties signed on two days the list may give either.
    const days = [day, ...(word.dates ?? [])];
    if (model.some(({ signed }) => days.includes(signed!))) return [];
    const joined = listed.find(({ id }) => id === word.joined);
    const otherDate = model.find((agreement) => agreement === joined) ?? nearest(model, day);
    const otherModel =
      word.programme === '287g' || model.length > 0
        ? undefined
        : (joined ?? listed.find((agreement) => agreement.signed === day));
    const other = otherDate ?? otherModel;
    // Its newest rows print the day that is held against the document: one that was corrected stood otherwise before.
    const run = other?.runs.at(-1);
    if (!other || !run) return [];
    const differs: Differs = otherDate
      ? { form: 'signed', day, otherDay: other.signed! }
      : { form: 'model', programme: word.programme, otherProgramme: other.programme };
    const sides = {
      a: { type: 'claim', claim: word.id } as Side,
      b: { type: 'row', ...run.last, day: run.to } as Side,
    };
    return [
      contradiction({
        kind: 'list-against-document',
        agency: word.agency,
        programme: word.programme,
        // The list may have printed its day before the document was signed.
        opened: latest(other.runs[0]!.from, day),
        closed: null,
        differs,
        ...sides,
      }),
    ];
  });
}

function nearest(agreements: readonly Agreement[], day: Day): Agreement | undefined {
  const near = agreements.filter(
    (agreement) => Math.abs(daysBetween(day, agreement.signed ?? day)) <= SAME_EVENT,
  );
  return near.sort(
    (a, b) => Math.abs(daysBetween(day, a.signed ?? day)) - Math.abs(daysBetween(day, b.signed ?? day)),
  )[0];
}

/** Where two sources take opposite positions for the same days, or give one event two dates. */
export function sources(words: readonly Word[]): (Contradiction | null)[] {
  const sorted = [...words].sort(byTime);
  const told = new Set<string>();
  return sorted.flatMap((a, index) =>
    sorted.slice(index + 1).map((b) => {
      if (sourceOf(a) === sourceOf(b)) return null;
      const differs = opposite(a, b) ?? twoDates(a, b);
      if (differs === null) return null;
      const key = `${a.programme} ${detailOf(differs)}`;
      if (told.has(key)) return null;
      told.add(key);
      const opened = earliest(bounds(a).max, bounds(b).max);
      const sides = { a: { type: 'claim', claim: a.id } as Side, b: { type: 'claim', claim: b.id } as Side };
      return contradiction({
        kind: 'source-against-source',
        agency: a.agency,
        programme: a.programme,
        opened,
        closed: settledBy(words, a, b),
        differs,
        ...sides,
      });
    }),
  );
}

function sourceOf(word: Word): string {
  return word.source ?? word.capture ?? word.id;
}

// Saying yes and saying no to the same thing; all others can be one after the other, or side by side.
const YES = ['takes-part', 'expands', 'will-join'];

function opposite(a: Word, b: Word): Differs | null {
  const yesAndNo =
    (YES.includes(a.position) && b.position === 'declines') ||
    (YES.includes(b.position) && a.position === 'declines');
  if (
    !yesAndNo ||
    !sameThing(a, b) ||
    !isShort(bounds(a)) ||
    !isShort(bounds(b)) ||
    !overlaps(bounds(a), bounds(b))
  )
    return null;
  const [position, otherPosition] = [a.position, b.position].sort() as [Position, Position];
  return { form: 'positions', position, otherPosition };
}

function sameThing(a: Word, b: Word): boolean {
  return (
    a.programme === b.programme ||
    (sameFamily(a.programme, b.programme) && [a.programme, b.programme].includes('287g'))
  );
}

// A claim good for a whole year says too little about a day to contradict another.
function isShort({ min, max }: Bounds): boolean {
  return min !== null && max !== null && daysBetween(min, max) <= 31;
}

function overlaps(a: Bounds, b: Bounds): boolean {
  return (a.min ?? '') <= (b.max ?? '9999') && (b.min ?? '') <= (a.max ?? '9999');
}

/** Two dates of one beginning or of one end. */
function twoDates(a: Word, b: Word): Differs | null {
  const isEvent = (word: Word) => word.kind === 'agreement' || word.effective !== null;
  if (
    a.position !== b.position ||
    a.programme !== b.programme ||
    !['takes-part', 'ends'].includes(a.position)
  )
    return null;
  if (!isEvent(a) || !isEvent(b) || overlaps(bounds(a), bounds(b))) return null;
  const [first, second] = [bounds(a), bounds(b)];
  const gap =
    first.max !== null && second.min !== null ? daysBetween(first.max, second.min) : Number.POSITIVE_INFINITY;
  if (gap > SAME_EVENT) return null;
  const [day, otherDay] = [a.effective ?? a.date, b.effective ?? b.date];
  if (day === null || otherDay === null) return null;
  return { form: a.position === 'ends' ? 'ended' : 'began', day, otherDay };
}

/** Opposite words end with the next word on the matter; two dates of one event stand until somebody decides. */
function settledBy(words: readonly Word[], a: Word, b: Word): Day | null {
  if (a.position === b.position) return null;
  const last = [bounds(a).max ?? '', bounds(b).max ?? ''].sort()[1] ?? '';
  const later = words.filter(
    (word) =>
      word.programme === a.programme && (bounds(word).min ?? '') > last && word.position !== 'unchanged',
  );
  return earliest(...later.map((word) => bounds(word).max));
}
