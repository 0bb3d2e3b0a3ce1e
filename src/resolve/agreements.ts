import { addDays, type Day, daysBetween, push } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import { type Body, mergeTracks } from './bodies.ts';
import { type Book, dayAt, type Track } from './book.ts';
import type { Agreement, AgreementStatus, Between } from './model.ts';
import { type Signing, signingsOf } from './rules-dates.ts';
import { type Run, rowRef, type Stream } from './runs.ts';

/** An agreement with the corrections of its date that rules made. */
export interface MadeAgreement {
  agreement: Agreement;
  corrections: Signing['corrections'];
}

/** All agreements of an agency, pending ones included, in the order of their first listing. */
export function agreementsOf(book: Book, body: Body, agency: string): MadeAgreement[] {
  const programmes = [...new Set(body.tracks.map((track) => track.programme))].sort();
  const made = programmes.flatMap((programme) => {
    const tracks = body.tracks.filter((track) => track.programme === programme);
    const signings = signingsOf(book, tracks);
    const signed = signings.map(({ signed: day, track, corrections }) => ({
      agreement: agreementOf(book, agency, programme, 'signed', day, track),
      corrections,
    }));
    const phases = pendingPhases(book, tracks, signings);
    const pending = phases.map(({ track, signing }, index) => {
      const agreement = agreementOf(book, agency, programme, 'pending', null, track);
      if (index > 0) agreement.id = `${agreement.id}-${index + 1}`;
      if (signing >= 0) {
        agreement.next = signed[signing]!.agreement.id;
        agreement.to ??= signedBetween(book, agreement.lastListed, signings[signing]!.track);
      }
      return { agreement, corrections: [] };
    });
    return [...pending, ...signed];
  });
  const all = made.map(({ agreement }) => agreement);
  for (const agreement of all) settle(agreement, all);
  return made.sort((a, b) => compare(a.agreement, b.agreement));
}

function compare(a: Agreement, b: Agreement): number {
  const key = ({ from, position, id }: Agreement) => `${from.max} ${position === 'will-join' ? 0 : 1} ${id}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

interface Phase {
  track: Track;
  /** Index of the signing that it led to, or -1. */
  signing: number;
}

// A pending row may linger this long after the agreement was posted, and still belong to it.
const LINGER_DAYS = 30;

/** The times that an agency waited for one model: pending runs by the signing that they led to. */
function pendingPhases(book: Book, tracks: readonly Track[], signings: readonly Signing[]): Phase[] {
  const [pending] = mergeTracks(
    tracks.filter((track) => track.stream === 'pending').map((track) => ({ ...track, signed: null })),
  );
  if (!pending) return [];
  const listed = signings.map(({ track: { runs } }) => ({
    first: dayAt(book, 'signed', runs[0]!.first),
    gone: book.timeline.signed[runs.at(-1)!.last + 1]?.day ?? null,
  }));
  const phases = new Map<number, Run[]>();
  for (const run of pending.runs) {
    const began = dayAt(book, 'pending', run.first);
    // One that had left the lists by then is not what it waited for.
    const led = listed.findIndex(
      ({ first, gone }) =>
        first >= began || ((gone === null || gone > began) && daysBetween(first, began) <= LINGER_DAYS),
    );
    push(phases, led, run);
  }
  return [...phases]
    .sort(([, a], [, b]) => a[0]!.first - b[0]!.first)
    .map(([signing, runs]) => ({
      track: { ...pending, runs, lines: linesOn(book, pending, runs) },
      signing,
    }));
}

function linesOn(book: Book, track: Track, runs: readonly Run[]): number[] {
  return track.lines.filter((line) =>
    book.runs[track.stream][line]!.some((own) =>
      runs.some((run) => own.first <= run.last && run.first <= own.last),
    ),
  );
}

function agreementOf(
  book: Book,
  agency: string,
  programme: Programme,
  stream: Stream,
  signed: Day | null,
  track: Track,
): Agreement {
  const first = track.runs[0]!;
  const last = track.runs.at(-1)!;
  const date = signed ?? (stream === 'pending' ? 'unsigned' : 'undated');
  return {
    id: `${agency}#${programme}#${date}`,
    agency,
    programme,
    position: stream === 'pending' ? 'will-join' : 'takes-part',
    signed,
    from: beganBetween(book, stream, first.first, signed),
    to: endedBetween(book, stream, last.last),
    lastListed: dayAt(book, stream, last.last),
    status: stream === 'pending' ? 'pending' : 'active',
    next: null,
    runs: track.runs.map((run) => ({
      first: rowRef(book.timeline, stream, run.first, run.firstRow),
      last: rowRef(book.timeline, stream, run.last, run.lastRow),
      from: dayAt(book, stream, run.first),
      to: dayAt(book, stream, run.last),
      lists: run.last - run.first + 1,
    })),
    lines: [...track.lines].sort((a, b) => a - b),
    rules: [],
    moa: memoranda(book, stream, track),
  };
}

/** Between the day after the last list without it (or its signing, if later) and the first list with it. */
function beganBetween(book: Book, stream: Stream, position: number, signed: Day | null): Between {
  const max = dayAt(book, stream, position);
  const after = position === 0 ? null : addDays(dayAt(book, stream, position - 1), 1);
  const min =
    [after, signed]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  return { min: min === null ? null : earlier(min, max), max };
}

/** Between the day after the last list with it and the first list without; null on the newest list. */
function endedBetween(book: Book, stream: Stream, position: number): Between | null {
  if (position === book.timeline[stream].length - 1) return null;
  const max = dayAt(book, stream, position + 1);
  const min = addDays(dayAt(book, stream, position), 1);
  return { min: earlier(min, max), max };
}

/** The newest pending list can be much older than the newest signed one: what a later signed list shows is pending no more. */
function signedBetween(book: Book, lastListed: Day, { runs }: Track): Between | null {
  const shows = (position: number) => runs.some(({ first, last }) => first <= position && position <= last);
  const shown = book.timeline.signed.findIndex(({ day }, position) => day > lastListed && shows(position));
  return shown < 0 ? null : { min: addDays(lastListed, 1), max: dayAt(book, 'signed', shown) };
}

function earlier(a: Day, b: Day): Day {
  return [a, b].sort()[0]!;
}

function memoranda(book: Book, stream: Stream, track: Track): { url: string; day: Day }[] {
  const days = new Map<string, Day>();
  for (const line of track.lines) {
    const { moa } = book.rows[line]!;
    const run = book.runs[stream][line]![0];
    if (moa === null || !run) continue;
    const day = dayAt(book, stream, run.first);
    if (!days.has(moa) || day < days.get(moa)!) days.set(moa, day);
  }
  const all = [...days].map(([url, day]) => ({ url, day }));
  return all.sort((a, b) => (a.day + a.url < b.day + b.url ? -1 : 1));
}

/** Days after its end in which another agreement can still be the one that takes its place. */
export const SUCCESSION_DAYS = 60;

/** Sets the status of an agreement that is on no newest list: what followed it tells whether it was signed, renewed, switched or only dropped. */
function settle(agreement: Agreement, all: readonly Agreement[]): void {
  if (agreement.to === null) return;
  if (agreement.position === 'will-join') {
    settlePending(agreement, all);
    return;
  }
  const heirs = all.filter(
    (other) => other !== agreement && other.position === 'takes-part' && succeeds(agreement, other),
  );
  const same = heirs.find((other) => other.programme === agreement.programme);
  const heir = same ?? heirs[0];
  agreement.status = statusOf(same, heir);
  agreement.next = heir?.id ?? null;
}

/** A pending one led to its agreement, or on the very next list to waiting for another model, or to nothing. */
function settlePending(agreement: Agreement, all: readonly Agreement[]): void {
  if (agreement.next !== null) {
    agreement.status = 'signed';
    return;
  }
  const other = all.find(
    ({ position, programme, from }) =>
      position === 'will-join' && programme !== agreement.programme && from.max === agreement.to!.max,
  );
  agreement.status = other ? 'switched' : 'no-longer-listed';
  agreement.next = other?.id ?? null;
}

function statusOf(same: Agreement | undefined, heir: Agreement | undefined): AgreementStatus {
  if (same) return 'renewed';
  return heir ? 'switched' : 'no-longer-listed';
}

/** True when the other began to be listed within 60 days of this one's end, and outlasts it. */
function succeeds(agreement: Agreement, other: Agreement): boolean {
  const began = other.from.max!;
  if (began <= agreement.from.max! || other.lastListed <= agreement.lastListed) return false;
  const ended = agreement.to!.max!;
  return began >= addDays(agreement.lastListed, -SUCCESSION_DAYS) && began <= addDays(ended, SUCCESSION_DAYS);
}
