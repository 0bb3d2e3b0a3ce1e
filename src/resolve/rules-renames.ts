import { addDays, push } from '../base/index.ts';
import { SUCCESSION_DAYS } from './agreements.ts';
import { bothRegistered } from './alike.ts';
import { type Bodies, type Body, coListed, passage } from './bodies.ts';
import { type Book, dayAt, lineAt, type Track } from './book.ts';
import { bothReal, digitsOf, type Features, featuresOf } from './features.ts';
import { agencyKindOf } from './kinds.ts';
import { plain } from './plain.ts';
import type { Registry } from './registry.ts';

/** One listing ending as another begins on the next edition, under one programme. */
export interface Handover {
  from: Body;
  to: Body;
  a: Track;
  b: Track;
}

/** Rules 5 and 6 and their kin: what the next list shows in place of a listing, where its name is another. */
export function mergeRenames(book: Book, bodies: Bodies, registry: Registry): void {
  standIns(book, bodies);
  // Each merge can make the next one plain (sheriff to board to board's jail), so rules run until they find nothing.
  for (let turn = 0; turn < 4; turn++) {
    const before = bodies.bonds.length;
    renamesByMoa(book, bodies);
    divisions(book, bodies);
    relabels(book, bodies, registry);
    if (bodies.bonds.length === before) break;
  }
}

/** Rule `rename-by-moa`: neighbouring lists, one memorandum, whose file name bears a word of the agency's. */
function renamesByMoa(book: Book, bodies: Bodies): void {
  for (const handover of handovers(bodies)) {
    const { a, b } = handover;
    const from = bodies.home(a);
    const to = bodies.home(b);
    if (!from || !to || from === to) continue;
    const shared = [...a.files].filter((file) => b.files.has(file));
    const named = shared.some((file) => bears(file, to));
    // A name that stands by mistake beside another's memorandum would take over its history.
    const foreign = !named && shared.some((file) => bears(file, from));
    if (shared.length === 0 || foreign || !(named || isOnly(bodies, a, b))) continue;
    const bond = bondOf(book, 'rename-by-moa', a, b);
    if (!coListed(from, to) && compatible(from, to)) bodies.merge(from, to, bond);
    else moveWithPending(book, bodies, { from, to, a, b }, { ...bond, rule: 'relabel-by-moa' });
  }
}

/** The name under which an agreement bears that a person has to say whether it was handed over (`openHandovers`). */
export const OPEN_HANDOVER = 'open-handover';

/** Handovers of one memorandum that neither a rule nor a person decided: its file's name bears the old name alone, or neither. */
export function openHandovers(bodies: Bodies): Handover[] {
  return handovers(bodies).filter(
    ({ from, to, a, b }) =>
      endsFor(a, b) && bodies.mayMerge(from, to) && [...a.files].some((file) => b.files.has(file)),
  );
}

/** Rule `relabel`: a listing that never linked a memorandum, replaced on the next list by one other of the same model and date. */
function relabels(book: Book, bodies: Bodies, registry: Registry): void {
  const found = handovers(bodies).filter(
    ({ a, b }) => a.files.size === 0 && endsFor(a, b) && a.signed === b.signed,
  );
  for (const handover of found) {
    const from = bodies.home(handover.a);
    const to = bodies.home(handover.b);
    if (!from || !to || from === to) continue;
    const rivals = found.filter((other) => meets(other, handover));
    const kin = rivals.filter((other) => sharesWord(other.from, other.to));
    const only = kin.length > 0 ? kin : rivals;
    if (only.length !== 1 || only[0] !== handover) continue;
    if (kin.length === 0 && !resembles(from, to)) continue;
    if (areTwo(book, from, to, registry)) continue;
    moveWithPending(book, bodies, { ...handover, from, to }, bondOf(book, 'relabel', handover.a, handover.b));
  }
}

/**
 * Listings that another took the place of on the next list, of the same model and date, under a name that says nothing of the
 * first: one row may have been relabelled, or one agency have left as another came.
 */
export function openRelabels(bodies: Bodies): Handover[] {
  const found = handovers(bodies).filter(
    ({ a, b }) => a.files.size === 0 && endsFor(a, b) && a.signed !== null && a.signed === b.signed,
  );
  return found.filter(
    (one) =>
      found.every((other) => other === one || !meets(other, one)) &&
      kindOf(one.from) === kindOf(one.to) &&
      bodies.mayMerge(one.from, one.to),
  );
}

// Without a word in common: one kind, and the place begins alike (`Freedom`, `Freeborn`) or the name bears the same numbers.
function resembles(from: Body, to: Body): boolean {
  if (kindOf(from) !== kindOf(to)) return false;
  const numbers = (body: Body) => body.names.map(({ words }) => digitsOf(words)).filter((own) => own !== '');
  const begins = (body: Body) => body.names.flatMap(({ words }) => ownWords(words)[0]?.slice(0, ALIKE) ?? []);
  return meetsAny(numbers(from), numbers(to)) || meetsAny(begins(from), begins(to));
}

function meetsAny(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

/** Two real counties (`Harris`, `Harrison`), or two of one kind that the registry knows: one may have left as the other came. */
function areTwo(book: Book, from: Body, to: Body, registry: Registry): boolean {
  const [own, others] = [from, to].map(({ names }) => names.map((name) => featuresOf(book, name))) as [
    Features[],
    Features[],
  ];
  if (own.some((a) => others.some((b) => bothReal(a, b)))) return true;
  return kindOf(from) === kindOf(to) && bothRegistered(book, from, to, registry);
}

const ALIKE = 4;

// Nothing else of that model and date ended or began there.
function isOnly(bodies: Bodies, a: Track, b: Track): boolean {
  if (a.signed !== b.signed || !endsFor(a, b)) return false;
  return handovers(bodies).filter((other) => other.a === a || other.b === b).length === 1;
}

// Handovers that compete for the same ending or the same beginning.
function meets(x: Handover, y: Handover): boolean {
  return x === y || x.a === y.a || x.b === y.b;
}

function endsFor(a: Track, b: Track): boolean {
  return b.runs[0]!.first === a.runs.at(-1)!.last + 1;
}

/** Rule `stand-in`: a name whose every listing fills exactly one gap of another's, same kind, model and date. */
function standIns(book: Book, bodies: Bodies): void {
  for (const { to, a, b } of handovers(bodies)) {
    const host = bodies.home(a);
    if (!host || bodies.home(b) !== to || host === to) continue;
    const fills = b.runs.length === 1 && a.runs.some((run) => run.first === b.runs[0]!.last + 1);
    if (!fills || to.tracks.length > 1 || a.signed !== b.signed || kindOf(host) !== kindOf(to)) continue;
    bodies.move(b, to, host, bondOf(book, 'stand-in', a, b));
  }
}

const DIVISION = /\b(?:division|bureau|unit|section|office|law enforcement)\b/;
const MAY_BE_OF_STATE = new Set(['state-body', 'state-police', 'corrections', 'other']);

/** Rule `division-of-body`: a state body listed anew under its division, the shorter listing ending as the fuller begins. */
function divisions(book: Book, bodies: Bodies): void {
  const ofState = bodies.all().filter((body) => MAY_BE_OF_STATE.has(kindOf(body)));
  for (const less of ofState) {
    for (const more of ofState) {
      if (less === more || less.state !== more.state || less.tracks.length === 0 || more.tracks.length === 0)
        continue;
      if (!isDivision(less, more)) continue;
      const pair = successors(book, less, more);
      if (pair) bodies.merge(less, more, bondOf(book, 'division-of-body', ...pair));
    }
  }
}

function isDivision(less: Body, more: Body): boolean {
  const words = new Set(more.names[0]!.words.split(' '));
  const own = less.names[0]!.words.split(' ');
  const added = [...words].filter((word) => !own.includes(word));
  return own.length >= 3 && own.every((word) => words.has(word)) && DIVISION.test(added.join(' '));
}

function successors(book: Book, less: Body, more: Body): [Track, Track] | null {
  for (const a of less.tracks.filter((track) => track.stream === 'signed')) {
    for (const b of more.tracks.filter(
      (track) => track.stream === 'signed' && track.programme === a.programme,
    )) {
      const last = a.runs.at(-1)!.last;
      const ended = dayAt(book, 'signed', last);
      const began = dayAt(book, 'signed', b.runs[0]!.first);
      const goesOn = b.runs.at(-1)!.last > last;
      if (goesOn && began >= addDays(ended, -SUCCESSION_DAYS) && began <= addDays(ended, SUCCESSION_DAYS))
        return [a, b];
    }
  }
  return null;
}

const found = new WeakMap<Bodies, { bonds: number; handovers: Handover[] }>();

/** All handovers as the bodies are now. Every change of a body makes a bond, so the same number of bonds is the same answer. */
function handovers(bodies: Bodies): Handover[] {
  const known = found.get(bodies);
  if (known?.bonds === bodies.bonds.length) return known.handovers;
  const fresh = findHandovers(bodies);
  found.set(bodies, { bonds: bodies.bonds.length, handovers: fresh });
  return fresh;
}

function findHandovers(bodies: Bodies): Handover[] {
  const groups = new Map<string, { body: Body; track: Track }[]>();
  for (const body of bodies.all()) {
    for (const track of body.tracks) {
      if (track.stream !== 'signed') continue;
      const key = `${body.state} ${track.programme}`;
      push(groups, key, { body, track });
    }
  }
  const all: Handover[] = [];
  for (const group of groups.values()) {
    const starts = new Map<number, { body: Body; track: Track }[]>();
    for (const entry of group) {
      for (const run of entry.track.runs) push(starts, run.first, entry);
    }
    for (const { body, track } of group) {
      for (const run of track.runs) {
        for (const next of starts.get(run.last + 1) ?? []) {
          const same =
            next.track.signed === track.signed || [...track.files].some((file) => next.track.files.has(file));
          if (next.body !== body && same) all.push({ from: body, to: next.body, a: track, b: next.track });
        }
      }
    }
  }
  return all;
}

/** Moves a signed listing, and the pending one that led to it where the old name has no other of that model. */
function moveWithPending(
  book: Book,
  bodies: Bodies,
  { from, to, a, b }: Handover,
  bond: ReturnType<typeof bondOf>,
): void {
  bodies.move(a, from, to, bond);
  if (from.tracks.some((track) => track.stream === 'signed' && track.programme === a.programme)) return;
  const pending = from.tracks.find((track) => track.stream === 'pending' && track.programme === a.programme);
  if (pending && passage(book, { tracks: [pending] }, { tracks: [a] })) {
    bodies.move(pending, from, to, bondOf(book, `${bond.rule}-pending`, pending, b));
  }
}

function bondOf(book: Book, rule: string, a: Track, b: Track) {
  return { rule, a: lineAt(book, a, a.runs.at(-1)!.last), b: lineAt(book, b, b.runs[0]!.first) };
}

function bears(file: string, body: Body): boolean {
  const letters = file.replace(/[^a-z]/g, '');
  return distinctive(body).some((word) => word.length >= 4 && letters.includes(word));
}

function sharesWord(a: Body, b: Body): boolean {
  const words = (body: Body) => body.names.flatMap((name) => ownWords(name.words));
  return meetsAny(words(a), words(b));
}

const COMMON =
  /^(?:county|parish|city|town|village|township|borough|department|division|office|state|police|sheriff|constable|the|of|and|public|safety|law|enforcement|services?|board|district|precinct|attorney|corrections|\d+(?:st|nd|rd|th)?)$/;

// Words that many places begin with: `San Antonio` and `San Marcos` have nothing in common.
const BEFORE_PLACE =
  /^(?:san|santa|saint|los|las|la|el|del?|fort|port|lake|mount|new|old|north|south|east|west|upper|lower|grand|glen|palm|big|little)$/;

function distinctive(body: Body): string[] {
  return body.names.flatMap((name) => distinctiveOf(name.words));
}

function distinctiveOf(words: string): string[] {
  return plain(words)
    .split(' ')
    .filter((word) => !COMMON.test(word));
}

/** The distinctive words of a name without those that say little of a place, where it has others. */
function ownWords(words: string): string[] {
  const all = distinctiveOf(words);
  const own = all.filter((word) => !BEFORE_PLACE.test(word));
  return own.length > 0 ? own : all;
}

function kindOf(body: Body): string {
  return agencyKindOf(body.names[0]!.words);
}

const JAILS = new Set(['jail', 'corrections', 'other']);
const STATE = new Set(['state-body', 'state-police', 'other']);

function compatible(a: Body, b: Body): boolean {
  const x = kindOf(a);
  const y = kindOf(b);
  return x === y || (JAILS.has(x) && JAILS.has(y)) || (STATE.has(x) && STATE.has(y));
}
