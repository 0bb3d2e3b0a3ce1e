import { addDays, type Bounds, boundsOf, type Day, isDay } from '../base/index.ts';
import type { Position, Programme } from '../claim/index.ts';
import type { Agreement, Between, Publication } from '../resolve/index.ts';
import type { Approx, Interval } from './model.ts';

/** A claim other than a row of a list, with its agency decided: what positions are derived from. */
export interface Word {
  id: string;
  kind: string;
  agency: string;
  programme: Programme;
  position: Position;
  /** EDTF or null. */
  date: string | null;
  effective: string | null;
  /** EDTF of the source; a claim without dates was made then or before. */
  published: string | null;
  /** Id of the cited source, or null. */
  source: string | null;
  /** SHA-256 of the capture, or null. */
  capture: string | null;
  /** Id of the agreement of the lists that a signed document is, where a rule joined them. */
  joined?: string;
}

/** An interval with what shows it: claim ids, and the index of its agreement. */
export interface DerivedInterval extends Interval {
  agreementIndex: number | null;
  claims: string[];
  /** The newest row of a list that shows it, where one does. */
  last?: { capture: string; row: number; day: Day };
}

// These can stand beside another position and never replace one.
const BESIDE = new Set<Position>(['unchanged', 'not-approached', 'expands']);
// A list drops an agreement within this many days of its announced end; later, it is another event.
const FOLLOWS = 30;
// Of 91 agreements signed since 2025 of which lists tell how long they took, half came within 9 days and nine in ten within 26.
const LISTED_BY = 60;
const NOTHING: Bounds = { min: null, max: null };

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
    to: agreement.to && { ...agreement.to },
    certainTo: null,
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

function lastRow({ runs }: Agreement): Pick<DerivedInterval, 'last'> {
  const run = runs.at(-1);
  return run ? { last: { ...run.last, day: run.to } } : {};
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
    if (goesOn) return [];
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

/** True for 287(g), whatever the model. */
export function isFamily(programme: Programme): boolean {
  return programme.startsWith('287g');
}

/** True when two programmes are one, or both 287(g). */
export function sameFamily(a: Programme, b: Programme): boolean {
  return a === b || (isFamily(a) && isFamily(b));
}

/** The first and last day from which a claim may hold: when the practice starts, if said, else when it was said, else no later than its source. */
export function wordBounds(word: Word): Bounds {
  const own = (word.effective && boundsOf(word.effective)) || (word.date && boundsOf(word.date));
  if (own) return own;
  const source = word.published ? boundsOf(word.published) : null;
  return source ? { min: null, max: source.max } : NOTHING;
}

/** When a claim shows that its position holds: what somebody says today of a practice since 2011 is evidence of today. */
function shownOn({ date, kind }: Word, at: Bounds): Bounds {
  const said = kind === 'statement' && date !== null ? boundsOf(date) : null;
  return said?.min && said.min > (at.max ?? '') ? said : at;
}

interface Dated {
  word: Word;
  at: Bounds;
}

/** True for a date that its source gives only approximately. */
function isAbout({ effective, date }: Word): boolean {
  return /[~?%]/.test(effective ?? date ?? '');
}

/** True where a claim tells when it was said and not when what it says began. */
function isOnlySaid({ kind, effective }: Word): boolean {
  return kind === 'statement' && effective === null;
}

/** The intervals of one agency's claims on one programme, each lasting until a claim says otherwise. */
function spokenIntervals(agency: string, programme: Programme, words: Word[]): DerivedInterval[] {
  const dated = words
    .map((word) => ({ word, at: wordBounds(word) }))
    .filter(({ at }) => at.max !== null || at.min !== null);
  dated.sort((a, b) => compare(a.at.max ?? a.at.min, b.at.max ?? b.at.min) || compare(a.word.id, b.word.id));
  const intervals: DerivedInterval[] = [];
  const open = new Map<Position, DerivedInterval>();
  for (const { word, at } of dated) {
    const same = open.get(word.position);
    if (same) {
      extend(same, { word, at });
      continue;
    }
    const days = at.min === null ? at : { min: at.min, max: at.max ?? at.min };
    const from: Approx = isAbout(word) ? { ...days, about: true } : { ...days };
    const seen = shownOn(word, at);
    const lastSeen = seen.max ?? seen.min ?? '';
    const made: DerivedInterval = {
      agency,
      programme,
      position: word.position,
      from,
      said: isOnlySaid(word),
      to: null,
      certainTo: null,
      lastSeen,
      seenMin: seen.min,
      ...signedBy(word),
      agreementIndex: null,
      claims: [word.id],
    };
    for (const [position, earlier] of open) if (replaces(made, earlier)) close(earlier, made, position, open);
    intervals.push(made);
    open.set(word.position, made);
  }
  sharpenEnds(intervals, dated);
  return intervals;
}

/**
 * What somebody said and nobody undid is certain for a year after it was last said; then the record only knows that it
 * was said. Documents, decisions and ends stay: they hold until something else is done.
 */
function certainUntil(
  { to, position, claims, lastSeen }: DerivedInterval,
  kinds: ReadonlyMap<string, string>,
): Day | null {
  const onlySaid = claims.every((claim) => kinds.get(claim) === 'statement');
  return to === null && position !== 'ends' && onlySaid && lastSeen !== '' ? yearAfter(lastSeen) : null;
}

/** The same day of the next year; the first of March after a 29 February. */
function yearAfter(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) + 1).padStart(4, '0');
  const next = `${year}${day.slice(4)}`;
  return isDay(next) ? next : `${year}-03-01`;
}

/** The agreement that a claim of that kind stands for; nothing for what is only said. */
function signedBy(word: Word): Pick<DerivedInterval, 'agreement' | 'signed'> {
  if (word.kind !== 'agreement' || word.position === 'ends') return { agreement: null, signed: null };
  const signed = word.date !== null && isDay(word.date) ? word.date : null;
  return { agreement: `${word.agency}#${word.programme}#${word.date ?? 'unsigned'}`, signed };
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

function extend(interval: DerivedInterval, { word, at }: Dated): void {
  interval.claims.push(word.id);
  if (interval.agreement === null) Object.assign(interval, signedBy(word));
  const seen = shownOn(word, at);
  if (seen.max !== null && seen.max > interval.lastSeen) {
    interval.lastSeen = seen.max;
    interval.seenMin = seen.min;
  }
}

/** A new position replaces an earlier one unless one of them can stand beside others or both are of the same time. */
function replaces(made: DerivedInterval, earlier: DerivedInterval): boolean {
  if (BESIDE.has(made.position)) return false;
  return compare(made.from.max, earlier.from.max) > 0;
}

function close(
  earlier: DerivedInterval,
  made: DerivedInterval,
  position: Position,
  open: Map<Position, DerivedInterval>,
): void {
  const isEnd = made.position === 'ends';
  // Another position was taken some time after the earlier one was last seen; an end says itself when.
  earlier.to = isEnd
    ? made.from
    : { min: earliest(addDays(earlier.lastSeen, 1), made.from.max), max: made.from.max };
  open.delete(position);
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

/**
 * When what a claim ends was over: not before the first word of it, and not after the first claim that gives a date of
 * its own. An announced end of a 287(g) agreement without one stays open to the next list.
 */
function sharpenEnds(intervals: DerivedInterval[], dated: Dated[]): void {
  for (const end of intervals.filter((i) => i.position === 'ends')) {
    const ended = intervals.find((i) => i.to === end.from);
    const parts = dated.filter(({ word }) => end.claims.includes(word.id));
    const hasOwnDate = parts.filter(({ word }) => word.kind === 'agreement' || word.effective);
    const max = hasOwnDate.reduce<Day | null>((least, { at }) => earliest(least, at.max), null);
    if (!ended) continue;
    if (max !== null) ended.to = { ...end.from, max: max < (end.from.max ?? '') ? end.from.max : max };
    else if (isFamily(end.programme)) ended.to = { min: end.from.min, max: null };
  }
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
