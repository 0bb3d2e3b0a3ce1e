import { addDays, type Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import { type Agreement, type Between, OPEN_HANDOVER, type Publication } from '../resolve/index.ts';
import {
  certainUntil,
  compare,
  type DerivedInterval,
  earliest,
  isFamily,
  sameFamily,
  spokenIntervals,
  type Word,
  wordBounds,
} from './spoken.ts';

// A list drops an agreement within this many days of its announced end; later, it is another event.
const FOLLOWS = 30;
// Of 91 agreements signed since 2025 of which lists tell how long they took, half came within 9 days and nine in ten within 26.
const LISTED_BY = 60;

/**
 * Every position interval, from the agreements that the lists show and the claims in other sources.
 * Lists are complete: an agreement known from elsewhere that a later list lacks ended before that list.
 */
export function positionIntervals(
  agreements: Agreement[],
  publications: Publication[],
  words: Word[],
): DerivedInterval[] {
  const listDays = [...new Set(publications.filter((p) => p.kind !== 'pending').map((p) => p.day))].sort();
  const byAgency = new Map<string, { listed: DerivedInterval[]; words: Word[] }>();
  const of = (agency: string) => {
    const entry = byAgency.get(agency) ?? { listed: [], words: [] };
    byAgency.set(agency, entry);
    return entry;
  };
  for (const [index, agreement] of agreements.entries()) {
    of(agreement.agency).listed.push(listedInterval(agreement, index));
  }
  for (const word of words) of(word.agency).words.push(word);
  const all: DerivedInterval[] = [];
  for (const [agency, entry] of byAgency) {
    closeOpen(entry.listed, agreements);
    const ends = listedEnds(entry.listed, agreements);
    all.push(...agencyIntervals(agency, entry.listed, ends, entry.words, listDays));
  }
  return all.sort(byAgencyAndTime);
}

function byAgencyAndTime(a: DerivedInterval, b: DerivedInterval): number {
  if (a.agency !== b.agency) return a.agency < b.agency ? -1 : 1;
  const key = (i: DerivedInterval) =>
    `${i.programme} ${i.from.max ?? i.from.min ?? ''} ${i.position} ${i.agreement ?? ''}`;
  const left = key(a);
  const right = key(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function listedInterval(agreement: Agreement, index: number): DerivedInterval {
  return {
    agency: agreement.agency,
    programme: agreement.programme,
    position: agreement.position,
    from: agreement.from,
    ...endOf(agreement),
    said: false,
    lastSeen: agreement.lastListed,
    seenMin: agreement.lastListed,
    agreement: agreement.id,
    signed: agreement.signed,
    agreementIndex: index,
    claims: [],
    ...lastRow(agreement),
  };
}

/** When it was over; unknown, though no longer certain, while a person has to say whether the next list names it otherwise. */
function endOf({ to, rules, overBy }: Agreement): Pick<DerivedInterval, 'to' | 'certainTo'> {
  if (to !== null && overBy !== undefined) return { to: { min: to.min, max: overBy }, certainTo: null };
  if (to !== null && rules.includes(OPEN_HANDOVER)) return { to: null, certainTo: to.min ?? to.max };
  return { to: to && { ...to }, certainTo: null };
}

function lastRow({ runs }: Agreement): Pick<DerivedInterval, 'last'> {
  const run = runs.at(-1);
  return run ? { last: { ...run.last, day: run.to } } : {};
}

/** An agreement of which nobody knows whether another's row went on with it is over once its agency is listed anew. */
function closeOpen(listed: readonly DerivedInterval[], agreements: readonly Agreement[]): void {
  for (const open of listed) {
    const { to, rules = [] } = agreements[open.agreementIndex ?? -1] ?? {};
    if (!to || !rules.includes(OPEN_HANDOVER)) continue;
    const next = listed
      .filter(
        ({ programme, position, from }) =>
          programme === open.programme && position === open.position && (from.max ?? '') > open.lastSeen,
      )
      .sort(byAgencyAndTime)[0]?.from.max;
    if (next && next < (open.to?.max ?? '9999')) open.to = { min: to.min, max: next };
  }
}

/** `ends` where a list dropped a signed agreement and nothing followed it; a renewed or switched one did not end. */
function listedEnds(listed: DerivedInterval[], agreements: Agreement[]): DerivedInterval[] {
  const signed = listed.filter((i) => i.position === 'takes-part');
  return signed.flatMap((gone) => {
    const { to } = gone;
    if (!to || agreements[gone.agreementIndex ?? -1]?.status !== 'no-longer-listed') return [];
    const goesOn = signed.some(
      (other) =>
        other !== gone &&
        other.programme === gone.programme &&
        covers(other, to.max) &&
        covers(other, to.min),
    );
    // It came back before that which may have gone on with it was over.
    const came = signed.some(
      ({ programme, from }) =>
        programme === gone.programme &&
        (from.max ?? '') > gone.lastSeen &&
        (from.max ?? '') <= (to.max ?? ''),
    );
    if (goesOn || came) return [];
    const back = signed
      .filter((i) => i.programme === gone.programme && (i.from.max ?? '') > (to.max ?? ''))
      .sort(byAgencyAndTime)[0];
    const lastSeen = to.max ?? to.min ?? gone.lastSeen;
    return [
      { ...gone, position: 'ends' as const, from: to, to: back?.from ?? null, lastSeen, seenMin: lastSeen },
    ];
  });
}

function covers(interval: DerivedInterval, day: Day | null): boolean {
  if (day === null) return false;
  return (interval.from.max ?? '') <= day && (interval.to === null || day < (interval.to.max ?? '9999'));
}

function agencyIntervals(
  agency: string,
  listed: DerivedInterval[],
  listedEnd: DerivedInterval[],
  words: Word[],
  listDays: Day[],
): DerivedInterval[] {
  const programmes = new Map<Programme, Word[]>();
  for (const word of words) {
    if (attachToListed(word, listed, listedEnd)) continue;
    const group = programmes.get(word.programme);
    if (group) group.push(word);
    else programmes.set(word.programme, [word]);
  }
  const spoken = [...programmes].flatMap(([programme, group]) => spokenIntervals(agency, programme, group));
  const settled = spoken.flatMap((interval) => settleByLists(interval, listed, listDays));
  const kinds = new Map(words.map(({ id, kind }) => [id, kind]));
  for (const interval of settled) interval.certainTo = certainUntil(interval, kinds);
  return [...listed, ...listedEnd, ...settled];
}

/** A claim that says what the list of its day says too supports that interval instead of making a second one. */
function attachToListed(word: Word, listed: DerivedInterval[], ends: DerivedInterval[]): boolean {
  const own = word.joined && listed.find((interval) => interval.agreement === word.joined);
  if (own) return own.claims.push(word.id) > 0;
  if (!isFamily(word.programme)) return false;
  const day = wordBounds(word).max;
  if (word.position === 'ends') return attachToEnd(word, day, ends);
  const candidates = listed;
  const fits = candidates.find(
    (i) =>
      i.position === word.position &&
      (i.programme === word.programme || word.programme === '287g') &&
      day !== null &&
      (i.from.min ?? i.from.max ?? '') <= day &&
      (i.to === null || day < (i.to.max ?? '9999')),
  );
  if (fits) fits.claims.push(word.id);
  return fits !== undefined;
}

/** A told end that a list followed soon is that end, and it lies between the two. */
function attachToEnd(word: Word, day: Day | null, ends: DerivedInterval[]): boolean {
  const fits = ends.find(
    ({ programme, from, to }) =>
      (programme === word.programme || word.programme === '287g') &&
      day !== null &&
      addDays(from.min ?? from.max ?? day, -FOLLOWS) <= day &&
      (to === null || day < (to.max ?? '9999')),
  );
  if (!fits || day === null) return false;
  fits.claims.push(word.id);
  // The agreement's interval ends with the same two days: they are one object.
  if (fits.from.min !== null && day < fits.from.min) fits.from.min = day;
  return true;
}

/** What the lists say about an interval held by word: superseded by a listing, or over because a later list lacks it. */
function settleByLists(
  interval: DerivedInterval,
  listed: DerivedInterval[],
  listDays: Day[],
): DerivedInterval[] {
  if (!isFamily(interval.programme)) return [interval];
  const begin = interval.from.max ?? '';
  const family = listed.filter(
    (i) => i.position === 'takes-part' && sameFamily(i.programme, interval.programme),
  );
  const next = family
    .filter((i) => (i.from.max ?? '') > begin)
    .sort((a, b) => compare(a.from.max, b.from.max))[0];
  const until = interval.to?.max ?? '9999';
  // A list of signed agreements refutes no application, and what was signed lately it may not have yet.
  const due = [interval.lastSeen, addDays(begin || interval.lastSeen, LISTED_BY)].sort()[1]!;
  const listDay = interval.position === 'takes-part' ? listDays.find((day) => day > due) : undefined;
  const follows = next?.from.max && next.from.max <= until ? next.from : null;
  // A listing takes over only what no list before it lacked.
  if (follows && (!listDay || (follows.max ?? '') <= listDay)) {
    return [{ ...interval, to: interval.position === 'ends' ? follows : atLatest(follows, interval) }];
  }
  if (!listDay || listDay >= until) return [interval];
  const over: DerivedInterval = {
    ...interval,
    to: { min: interval.to?.min ?? addDays(interval.lastSeen, 1), max: listDay },
  };
  // What was only said may never have been on a list; and an end that somebody told is in the record already.
  const wasSigned = interval.position === 'takes-part' && interval.agreement !== null && interval.to === null;
  return wasSigned
    ? [
        over,
        {
          ...over,
          position: 'ends',
          from: over.to as Between,
          said: false,
          to: follows,
          lastSeen: listDay,
          seenMin: listDay,
        },
      ]
    : [over];
}

/** The listing's start as the end of what was held by word, never before that was last seen. */
function atLatest(from: Between, interval: DerivedInterval): Between {
  const dayAfter = addDays(interval.lastSeen, 1);
  const min = from.min !== null && from.min > dayAfter ? from.min : dayAfter;
  return { min: earliest(min, from.max), max: from.max };
}
