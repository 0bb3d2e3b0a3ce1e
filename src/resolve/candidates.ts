import { push } from '../base/index.ts';
import { DOUBTS, type Doubt } from './alike.ts';
import { type Bodies, type Body, coListed, passage } from './bodies.ts';
import { type Book, firstRow, isListed } from './book.ts';
import { countyCandidates } from './candidates-county.ts';
import { bothReal, type Features, featuresOf } from './features.ts';
import type { Agency, Candidate } from './model.ts';
import { isNotAvailable } from './repairs.ts';
import { holdsAll, isSlip, pairsOf } from './rules-names.ts';
import { openHandovers, openRelabels } from './rules-renames.ts';
import { openStates } from './rules-states.ts';

/** What no rule decided: states and models that no cell says, counties that no state has, and names that may be one agency. */
export function candidatesOf(
  book: Book,
  bodies: Bodies,
  agencies: ReadonlyMap<Body, Agency>,
  doubts: readonly Doubt[],
): Candidate[] {
  const doubted = doubtful(book, bodies, agencies, doubts);
  const pairs = new Set(doubted.flatMap(({ agencies: [a, b] }) => [`${a} ${b}`, `${b} ${a}`]));
  return [
    ...openRows(book),
    ...openDays(book),
    ...doubted,
    ...nearNames(book, bodies, agencies).filter(({ agencies: pair }) => !pairs.has(pair.join(' '))),
    ...ofOneCounty(book, bodies, agencies),
    ...countyCandidates(book, bodies, agencies),
    ...handedOver(book, bodies, agencies),
  ];
}

function openRows(book: Book): Candidate[] {
  return book.rows
    .filter((row) => row.state === null && isListed(book, row.line))
    .map((row) => ({
      reason: 'no state is near what the cell says',
      text: `${row.text}, ${book.lines[row.line]!.state.trim()}`,
      state: null,
      agencies: [],
      rows: [place(book, row.line)],
    }));
}

/** Cells of the day of signing that say no one day: a month alone, digits that can be two days. */
function openDays(book: Book): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { line, signed, state, text, words } of book.rows) {
    const cell = book.lines[line]!.signed.trim();
    if (signed !== null || isNotAvailable(cell) || !isListed(book, line)) continue;
    const key = `${state}|${words}|${cell}`;
    if (found.has(key)) continue;
    const reason = 'the cell of the day of signing says no one day';
    found.set(key, { reason, text: `${text}: ${cell}`, state, agencies: [], rows: [place(book, line)] });
  }
  return [...found.values()];
}

/** Names alike that likeness alone did not make one, where nothing else did either. */
function doubtful(
  book: Book,
  bodies: Bodies,
  agencies: ReadonlyMap<Body, Agency>,
  doubts: readonly Doubt[],
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { reason, keys, a, b } of doubts) {
    const pair = keys.map((key) => bodies.of(key)!) as [Body, Body];
    if (!bodies.mayMerge(...pair) || pair.some(({ tracks }) => tracks.length === 0)) continue;
    const own = pair.map((body) => agencies.get(body)!);
    const ids = own.map(({ id }) => id);
    if (found.has(ids.join(' '))) continue;
    found.set(ids.join(' '), {
      reason,
      text: own.map(({ name }) => name).join(' / '),
      state: pair[0].state,
      agencies: ids,
      rows: [place(book, a), place(book, b)],
    });
  }
  return [...found.values()];
}

/** Names a slip or some words apart, never on one list: one may stand for the other. */
function nearNames(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  const found = new Map<string, Candidate>();
  const features = bodies.all().flatMap((body) => body.names.map((name) => featuresOf(book, name)));
  const rule = { keys: ({ tokens }: Features) => [`first ${tokens[0]}`, `last ${tokens.at(-1)}`] };
  for (const [x, y] of pairsOf(features, rule, (one, other) => isSlip(one, other) || mayBePart(one, other))) {
    const a = bodies.of(x.name.key)!;
    const b = bodies.of(y.name.key)!;
    if (a === b || a.tracks.length === 0 || b.tracks.length === 0) continue;
    if (!(isSlip(x, y) || isPart(book, a, b)) || coListed(a, b) || !bodies.mayMerge(a, b)) continue;
    const pair = [agencies.get(a)!, agencies.get(b)!];
    const id = pair.map((agency) => agency.id).join(' ');
    if (found.has(id)) continue;
    found.set(id, {
      reason: DOUBTS.alike,
      text: pair.map((agency) => agency.name).join(' / '),
      state: a.state,
      agencies: pair.map((agency) => agency.id),
      rows: [place(book, a.tracks[0]!.lines[0]!), place(book, b.tracks[0]!.lines[0]!)],
    });
  }
  return [...found.values()];
}

const LEFT = 'one county, and the one signed as the other left the list: perhaps one agency';
const IN_JAIL = 'the jail and the sheriff of one county, never on one list: perhaps one agency';

/**
 * Bodies of one county under names that have no word in common but the county's: an application that was listed no more as
 * another's agreement of the same model was signed (`Pasco County Jail`, then its Board of
 * County Commissioners), or a jail and a sheriff that were never on one list.
 */
function ofOneCounty(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  const byPlace = new Map<string, Body[]>();
  for (const body of bodies.all()) {
    const { kind, counties, state } = agencies.get(body)!;
    if (OF_COUNTY.has(kind)) for (const county of counties) push(byPlace, `${state} ${county}`, body);
  }
  const found = new Map<string, Candidate>();
  for (const group of byPlace.values()) {
    for (const a of group) {
      for (const b of group) {
        const pair = [agencies.get(a)!, agencies.get(b)!];
        const id = pair.map((agency) => agency.id).join(' ');
        if (a === b || found.has(id) || !bodies.mayMerge(a, b)) continue;
        const left = leftFor(book, a, b);
        if (!left && !isJailOf(pair[0]!, a, pair[1]!, b)) continue;
        found.set(id, {
          reason: left ? LEFT : IN_JAIL,
          text: pair.map((agency) => agency.name).join(' / '),
          state: a.state,
          agencies: pair.map((agency) => agency.id),
          rows: [place(book, a.tracks[0]!.lines[0]!), place(book, b.tracks[0]!.lines[0]!)],
        });
      }
    }
  }
  return [...found.values()];
}

/** A jail and the sheriff of one county, never on one list: who runs the jail no name says. */
function isJailOf(jail: Agency, a: Body, sheriff: Agency, b: Body): boolean {
  return jail.kind === 'jail' && sheriff.kind === 'sheriff' && JAIL.test(jail.name) && !coListed(a, b);
}

const JAIL = /\b(?:jail|prison|detention (?:center|facility)|correctional (?:center|facility))$/i;
const OF_COUNTY = new Set<Agency['kind']>(['sheriff', 'jail', 'other', 'prosecutor', 'constable']);

/** One of the first's listings passed to the second, and the first never signed that model itself. */
function leftFor(book: Book, a: Body, b: Body): boolean {
  const led = passage(book, a, b);
  if (!led) return false;
  const { programme } = led.from;
  const signs = (body: Body) =>
    body.tracks.some((track) => track.stream === 'signed' && track.programme === programme);
  const applied = b.tracks.some((track) => track.stream === 'pending' && track.programme === programme);
  return led.kind === 'handover' || (!signs(a) && !applied);
}

const ONE_MEMORANDUM =
  'one memorandum, under another name on the next list: perhaps one agency, perhaps a slip';

const ONE_PLACE =
  'one listing in place of another on the next list, of the same model and date: perhaps one agency';

const TWO_STATES = 'one name, model and date, under another state on the next list: perhaps a slip';

/** Names of which the one replaced the other beside a memorandum that no rule ascribes to the new one, and agreements that changed their state. */
function handedOver(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  const found = new Map<string, Candidate>();
  const open = [
    ...openRelabels(bodies).map((one) => ({ ...one, reason: ONE_PLACE })),
    ...openHandovers(bodies).map((one) => ({ ...one, reason: ONE_MEMORANDUM })),
    ...openStates(book, bodies).map((one) => ({ ...one, reason: TWO_STATES })),
  ];
  for (const { from, to, a, b, reason } of open) {
    const pair = [agencies.get(from)!, agencies.get(to)!];
    found.set(pair.map(({ id }) => id).join(' '), {
      reason,
      text: pair.map(({ name }) => name).join(' / '),
      state: from.state,
      agencies: pair.map(({ id }) => id),
      rows: [place(book, a.lines.at(-1)!), place(book, b.lines[0]!)],
    });
  }
  return [...found.values()];
}

/** One name holds all words of the other. */
function mayBePart(x: Features, y: Features): boolean {
  const [less, more] = x.tokens.length < y.tokens.length ? [x, y] : [y, x];
  if (x.kind !== y.kind || x.digits !== y.digits || bothReal(x, y)) return false;
  return holdsAll(more, less);
}

/** The one came as the other went. */
function isPart(book: Book, a: Body, b: Body): boolean {
  return (passage(book, a, b) ?? passage(book, b, a)) !== null;
}

function place(book: Book, line: number) {
  const { capture, row } = firstRow(book, line);
  return { capture, row };
}
