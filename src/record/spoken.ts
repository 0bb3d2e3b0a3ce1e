import { addDays, type Bounds, boundsOf, type Day, isDay } from '../base/index.ts';
import type { Position, Programme } from '../claim/index.ts';
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
  /** Every day that the evidence of such a document bears. */
  dates?: Day[];
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
const NOTHING: Bounds = { min: null, max: null };

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
export function spokenIntervals(agency: string, programme: Programme, words: Word[]): DerivedInterval[] {
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
export function certainUntil(
  { to, position, claims, lastSeen }: DerivedInterval,
  kinds: ReadonlyMap<string, string>,
): Day | null {
  const onlySaid = claims.every((claim) => kinds.get(claim) === 'statement');
  return to === null && position !== 'ends' && onlySaid && lastSeen !== '' ? yearAfter(lastSeen) : null;
}

/** The same day of the next year, as far as years have four digits; the first of March after a 29 February. */
function yearAfter(day: Day): Day {
  const year = String(Math.min(Number(day.slice(0, 4)) + 1, 9999)).padStart(4, '0');
  const next = `${year}${day.slice(4)}`;
  return isDay(next) ? next : `${year}-03-01`;
}

/** The agreement that a claim of that kind stands for; nothing for what is only said. */
function signedBy(word: Word): Pick<DerivedInterval, 'agreement' | 'signed'> {
  if (word.kind !== 'agreement' || word.position === 'ends') return { agreement: null, signed: null };
  const signed = word.date !== null && isDay(word.date) ? word.date : null;
  return { agreement: `${word.agency}#${word.programme}#${word.date ?? 'unsigned'}`, signed };
}

/** Orders days, or other texts; what is unknown comes first. */
export function compare(a: string | null, b: string | null): number {
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

/** The earlier of two days; the other where one is unknown. */
export function earliest(a: Day | null, b: Day | null): Day | null {
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
