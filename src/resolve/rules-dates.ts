import { addDays, type Day, daysBetween } from '../base/index.ts';
import { mergeTracks } from './bodies.ts';
import { type Book, dayAt, lineAt, type Track } from './book.ts';
import { meet } from './runs.ts';

/** Listings of one agreement whose date of signing the lists print in several ways, the date that stands, and why. */
export interface Signing {
  signed: Day | null;
  track: Track;
  corrections: { rule: string; from: Day | null; to: Day | null; a: number; b: number }[];
}

/** The agreements of one agency and programme: its dated listings, those of one signing joined (rules 7 and 8). */
export function signingsOf(book: Book, tracks: readonly Track[]): Signing[] {
  const pending = tracks.filter((track) => track.stream === 'pending');
  const signings = tracks
    .filter((track) => track.stream === 'signed')
    .map((track) => yearSlip(book, track))
    .sort((a, b) => first(a) - first(b) || last(a) - last(b));
  for (let i = 0; i < signings.length; i++) {
    for (let j = 0; j < signings.length; j++) {
      const a = signings[i]!;
      const b = signings[j]!;
      const rule = i === j ? null : correction(book, a, b, pending);
      if (rule === null) continue;
      signings[i] = joined(book, a, b, rule);
      signings.splice(j, 1);
      // The joined listing may now touch a third one.
      i = -1;
      break;
    }
  }
  return signings;
}

const YEAR_SLIP_AGE = 300;
const YEAR_SLIP_WINDOW = 60;

/** Rule `year-slip`: signed more than 300 days before it was first listed, though its month and day fall in the 60 days before. */
function yearSlip(book: Book, track: Track): Signing {
  const { signed } = track;
  const position = track.runs[0]!.first;
  // Before the first list nothing is known, so an old date there is no slip.
  if (signed === null || position === 0) return { signed, track, corrections: [] };
  const listed = dayAt(book, 'signed', position);
  const years = [Number(listed.slice(0, 4)), Number(listed.slice(0, 4)) - 1];
  const meant = years
    .map((year) => `${year}${signed.slice(4)}`)
    .find((day) => day <= listed && day >= addDays(listed, -YEAR_SLIP_WINDOW));
  const isOld =
    meant === undefined || daysBetween(signed, listed) <= YEAR_SLIP_AGE || fileBears(track, signed);
  if (isOld || meant === signed) return { signed, track, corrections: [] };
  const line = lineAt(book, track, position);
  return {
    signed: meant,
    track,
    corrections: [{ rule: 'year-slip', from: signed, to: meant, a: line, b: line }],
  };
}

// `BradfordCountyPA_WSO_MOA_03262025`, `EtowahCoAl2016-06-18`: the memorandum's own file names its day.
function fileBears({ files }: Track, signed: Day): boolean {
  const [year, month, day] = signed.split('-') as [string, string, string];
  const forms = [`${month}${day}${year}`, `${month}${day}${year.slice(2)}`, `${year}${month}${day}`];
  return [...files].some((file) => forms.some((form) => file.replace(/[^0-9]/g, '').includes(form)));
}

const SAME_MOA_DAYS = 30;
const UNLINKED_DAYS = 90;
const DOUBLE_DAYS = 30;

/** The rule by which a later listing only corrects the date of an earlier one, or null where it is a signing of its own. */
function correction(book: Book, a: Signing, b: Signing, pending: readonly Track[]): string | null {
  if (a.signed === b.signed) return 'same-date';
  if (first(a) > first(b) || (first(a) === first(b) && last(a) > last(b))) return null;
  if (appliedBetween(book, a, b, pending)) return null;
  const touches = b.track.runs.some((run) => a.track.runs.some((own) => own.last + 1 === run.first));
  if (a.signed === null || b.signed === null) return touches ? 'date-filled' : null;
  const apart = Math.abs(daysBetween(a.signed, b.signed));
  const shares = [...a.track.files].some((file) => b.track.files.has(file));
  const overlap = meet(a.track.runs, b.track.runs);
  if (shares && (apart <= SAME_MOA_DAYS || isYear(a.signed, b.signed)) && (touches || overlap))
    return 're-dated-same-moa';
  if (shares && overlap && inside(a, b)) return 'double-listing';
  if (overlap) return apart <= DOUBLE_DAYS && oneUnlinked(a, b) ? 'double-listing' : null;
  if (touches && inside(a, b)) return apart <= UNLINKED_DAYS ? 're-dated-stand-in' : null;
  return touches && a.track.files.size === 0 && apart <= UNLINKED_DAYS ? 're-dated-unlinked' : null;
}

/** True when the agency stood on a pending list again after the one and before the other: it signed anew. */
function appliedBetween(book: Book, a: Signing, b: Signing, pending: readonly Track[]): boolean {
  const from = dayAt(book, 'signed', a.track.runs[0]!.first);
  const to = dayAt(book, 'signed', b.track.runs[0]!.first);
  return pending.some((track) =>
    track.runs.some((run) => {
      const day = dayAt(book, 'pending', run.first);
      return day > addDays(from, 7) && day <= to;
    }),
  );
}

function isYear(a: Day, b: Day): boolean {
  return a.slice(4) === b.slice(4) && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) === 1;
}

function inside(a: Signing, b: Signing): boolean {
  return first(b) > first(a) && last(b) < last(a);
}

function oneUnlinked(a: Signing, b: Signing): boolean {
  return a.track.files.size === 0 || b.track.files.size === 0;
}

/** One signing of two, under the date that was printed last. */
function joined(book: Book, a: Signing, b: Signing, rule: string): Signing {
  const later = last(a) > last(b) ? a : b;
  const signed = later.signed ?? a.signed ?? b.signed;
  const [track] = mergeTracks([
    { ...a.track, signed },
    { ...b.track, signed },
  ]);
  const step = {
    rule,
    from: a.signed,
    to: b.signed,
    a: lineAt(book, a.track, last(a)),
    b: lineAt(book, b.track, b.track.runs[0]!.first),
  };
  const own = rule === 'same-date' ? [] : [step];
  return { signed, track: track!, corrections: [...a.corrections, ...b.corrections, ...own] };
}

function first(signing: Signing): number {
  return signing.track.runs[0]!.first;
}

function last(signing: Signing): number {
  return signing.track.runs.at(-1)!.last;
}
