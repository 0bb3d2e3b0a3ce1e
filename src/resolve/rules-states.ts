import { addDays, type Day, push } from '../base/index.ts';
import { type Bodies, type Body, passage } from './bodies.ts';
import { type Book, dayAt, type Name, namesOf, type Track } from './book.ts';
import { canonicalName } from './names.ts';
import { countiesNamed } from './places.ts';
import { placeOf } from './registry.ts';
import { isNotAvailable } from './repairs.ts';
import type { Handover } from './rules-renames.ts';
import { meet, type Run } from './runs.ts';

/** Lines whose state is a slip, with the state that they belong to, the rule, and a line that shows it. */
export interface StateSlip {
  lines: number[];
  state: string;
  rule: 'state-by-succession' | 'state-by-signing';
  shownBy: number;
}

interface Listing {
  name: Name;
  track: Track;
}

/**
 * Listings under a wrong state: the same agency, model and date under two states, never on one list, one taking the
 * other's place on the very next list, is one listing, in the state where it stood longer.
 */
export function stateSlips(book: Book, names: readonly Name[] = namesOf(book)): StateSlip[] {
  const groups = new Map<string, Listing[]>();
  for (const name of names) {
    const words = bareWords(book, name);
    for (const track of name.tracks) {
      const key = `${track.stream} ${track.programme} ${track.signed ?? ''} ${words}`;
      push(groups, key, { name, track });
    }
  }
  const slips: StateSlip[] = [];
  for (const group of groups.values()) slips.push(...successions(book, group));
  slips.push(...pendingSlips(book, groups));
  return slips;
}

// Own-state words differ by state, so names are compared as if in none.
function bareWords(book: Book, { words, state, lines }: Name): string {
  const whole = /\b(?:sheriff|police)$/.test(words) ? words : canonicalName(book.rows[lines[0]!]!.name, null);
  return state === 'LA' ? whole.replace(/\bparish\b/, 'county') : whole;
}

function successions(book: Book, group: readonly Listing[]): StateSlip[] {
  const slips: StateSlip[] = [];
  for (const wrong of group) {
    const heirs = group.filter(
      (other) =>
        other.name.state !== wrong.name.state &&
        !meet(other.track.runs, wrong.track.runs) &&
        (follows(wrong.track.runs, other.track.runs) || strays(book, wrong, other)) &&
        nameWeight(other.name) > nameWeight(wrong.name, wrong.track),
    );
    if (heirs.length !== 1) continue;
    const [heir] = heirs as [Listing];
    // A pending row carries no date of signing, so the place itself must tell that the state is wrong.
    const isShown = wrong.track.stream === 'pending' ? isForeign : belongsTo;
    if (!isShown(book, wrong, heir)) continue;
    slips.push(slip(wrong, heir, 'state-by-succession'));
  }
  return slips;
}

/**
 * True where a signed listing is shown to be the heir's: its county is none of its own state, both link one memorandum,
 * nothing places it in its state at all, or the application that led to it stood under the heir's. Jackson County is in
 * Alabama and in Florida: that the one left as the other came shows nothing.
 */
function belongsTo(book: Book, wrong: Listing, heir: Listing): boolean {
  if (isForeign(book, wrong, heir) || hasForeignCell(book, wrong, heir)) return true;
  if ([...wrong.track.files].some((file) => heir.track.files.has(file))) return true;
  return !isPlaced(book, wrong) || (applied(book, heir, wrong.track) && !applied(book, wrong, wrong.track));
}

/** True where the state of a listing has the county that its name or its cell says. */
function isPlaced(book: Book, { name, track }: Listing): boolean {
  const { text, county } = book.rows[track.lines[0]!]!;
  return county !== null || countyIn(text, name.state);
}

/** True where an application of the name led to a signed listing. */
function applied(book: Book, { name }: Listing, track: Track): boolean {
  const pending = name.tracks.filter(({ stream }) => stream === 'pending');
  return passage(book, { tracks: pending }, { tracks: [track] }) !== null;
}

/** True where a listing goes on under a state that has no county of the one that its row prints, as the state before has. */
function strays(book: Book, wrong: Listing, heir: Listing): boolean {
  return (
    follows(heir.track.runs, wrong.track.runs) &&
    wrong.track.signed !== null &&
    hasForeignCell(book, wrong, heir)
  );
}

/** True where a row prints a county that the other state has and its own has not. */
function hasForeignCell(book: Book, wrong: Listing, heir: Listing): boolean {
  const county = book.lines[wrong.track.lines[0]!]!.county.trim();
  return (
    !isNotAvailable(county) &&
    countiesNamed(county, wrong.name.state).length === 0 &&
    countiesNamed(county, heir.name.state).length > 0
  );
}

/** Agreements of one name, model and date that go on under another state on the very next list, where neither a rule nor a person says which of the two is right. */
export function openStates(book: Book, bodies: Bodies): Handover[] {
  const groups = new Map<string, { body: Body; track: Track }[]>();
  for (const body of bodies.all()) {
    for (const name of body.names) {
      for (const track of name.tracks) {
        if (track.stream === 'signed' && track.signed !== null)
          push(groups, `${track.programme} ${track.signed} ${bareWords(book, name)}`, { body, track });
      }
    }
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap(({ body: from, track: a }) =>
      group
        .filter(
          ({ body, track }) =>
            body.state !== from.state &&
            bodies.mayMerge(from, body) &&
            track.runs[0]!.first === a.runs.at(-1)!.last + 1,
        )
        .map(({ body: to, track: b }) => ({ from, to, a, b })),
    ),
  );
}

const SOON = 7;

/** A pending listing in one state whose agency was signed in another as it vanished, and never in its own. */
function pendingSlips(book: Book, groups: ReadonlyMap<string, readonly Listing[]>): StateSlip[] {
  const signed = new Map<string, Listing[]>();
  for (const [key, group] of groups) {
    const [stream, programme, , ...words] = key.split(' ');
    if (stream !== 'signed') continue;
    const short = `${programme} ${words.join(' ')}`;
    for (const listing of group) push(signed, short, listing);
  }
  const slips: StateSlip[] = [];
  for (const [key, group] of groups) {
    const [stream, programme, , ...words] = key.split(' ');
    if (stream !== 'pending') continue;
    const listed = signed.get(`${programme} ${words.join(' ')}`) ?? [];
    for (const wrong of group) {
      if (wrong.name.listed.signed.length > 0 || wrong.name.tracks.length > 1) continue;
      const heirs = listed.filter((other) => isHeir(book, wrong, other, group));
      if (heirs.length === 1) slips.push(slip(wrong, heirs[0]!, 'state-by-signing'));
    }
  }
  return slips;
}

function isHeir(book: Book, wrong: Listing, heir: Listing, pending: readonly Listing[]): boolean {
  if (heir.name.state === wrong.name.state || heir.track.signed === null) return false;
  if (pending.some((other) => other.name.state === heir.name.state)) return false;
  const from = dayAt(book, 'pending', wrong.track.runs[0]!.first);
  const to = dayAt(book, 'pending', wrong.track.runs.at(-1)!.last);
  const first: Day = dayAt(book, 'signed', heir.track.runs[0]!.first);
  const { signed } = heir.track;
  return (
    signed >= addDays(from, -1) && signed <= addDays(to, SOON) && first >= from && first <= addDays(to, SOON)
  );
}

/** True where the agency's county is none of the state under which it stands but one of the other. */
function isForeign(book: Book, wrong: Listing, heir: Listing): boolean {
  const { text } = book.rows[wrong.track.lines[0]!]!;
  return !countyIn(text, wrong.name.state) && countyIn(text, heir.name.state);
}

/** True where a name begins with a county of the state. */
function countyIn(text: string, state: string): boolean {
  const place = placeOf(text, 'sheriff');
  return place !== null && /\b(?:county|parish)\b/i.test(place) && countiesNamed(place, state).length > 0;
}

function slip(wrong: Listing, heir: Listing, rule: StateSlip['rule']): StateSlip {
  return { lines: wrong.track.lines, state: heir.name.state, rule, shownBy: heir.track.lines[0]! };
}

/** True when the second began on the edition after the first ended. */
export function follows(a: readonly Run[], b: readonly Run[]): boolean {
  return a.some((run) => b.some((next) => next.first === run.last + 1));
}

// A name that stands elsewhere in its state with other listings is weighed by the one in question alone.
function nameWeight(name: Name, track?: Track): number {
  return track ? weight(track.runs) : weight(name.listed.signed) + weight(name.listed.pending);
}

/** How many editions list it. */
export function weight(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.last - run.first + 1, 0);
}
