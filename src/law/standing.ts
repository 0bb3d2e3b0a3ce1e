import { type Bounds, boundsOf, type Day } from '../base/index.ts';
import type { Instrument, LawBook, Provision } from './instrument.ts';

/** How a provision stands on a day. Where the sources leave room, `certain` is false and `state` is what holds once the uncertain day has come. */
export interface Standing {
  state: 'not-yet' | 'in-force' | 'blocked' | 'ended';
  certain: boolean;
  /** What is doubted where it is not certain: `day`, on which day it turned or turns; `whether`, whether it turned at all. */
  doubt: Doubt;
  /** The provisions that block or restore it. */
  by: string[];
}

export type Doubt = null | 'day' | 'whether';

/** A stretch of days over which a provision stands alike: from its first day (null: from ever) to the day on which it changes (null: open). */
export interface StandingSpan extends Standing {
  from: Day | null;
  to: Day | null;
}

/** How a provision stands on a day, with what acts on it counted in. */
export function standingOn(book: LawBook, provision: Provision, day: Day): Standing {
  const own = windowOn(book, provision, day);
  if (own.state !== 'in-force') return own;
  let decided: Standing = own;
  let latest: Provision | null = null;
  // The latest order decides; one whose days are uncertain makes the answer so.
  for (const actor of actorsOn(book, provision)) {
    const standing = standingOn(book, actor, day);
    const state = actor.effect === 'blocks' ? 'blocked' : 'in-force';
    const same = decided.state === state && decided.certain;
    const by = [...decided.by, actor.id];
    if (standing.state === 'in-force') {
      const order = latest && decided.state !== state && !surelyAfter(book, actor, latest) ? 'whether' : null;
      const doubt = stronger(stronger(own.doubt, standing.certain || same ? null : standing.doubt), order);
      decided = { state, certain: doubt === null, doubt, by };
      latest = actor;
    } else if (standing.state === 'blocked' && !standing.certain && !same) {
      // Until the uncertain day of its own block it still acts.
      const doubt = stronger(decided.doubt, standing.doubt);
      decided = { state: decided.state, certain: false, doubt, by };
    }
  }
  return decided;
}

/**
 * The provisions by which all that a block acts on surely stands again on a day, though the block itself is in force: it was
 * stayed. Empty where anything stays blocked, or where it is uncertain.
 */
export function stayedBy(book: LawBook, block: Provision, day: Day): string[] {
  if (block.effect !== 'blocks' || standingOn(book, block, day).state !== 'in-force') return [];
  const words = block.actsOn.map((id) => {
    const target = book.provisions.get(id);
    const { state, certain, by } = target
      ? standingOn(book, target, day)
      : { state: null, certain: false, by: [] };
    const word = by.at(-1);
    const again = state === 'in-force' && certain && by.includes(block.id);
    return again && word && book.provisions.get(word)?.effect === 'restores' ? word : null;
  });
  return words.every((word) => word !== null) ? [...new Set(words)] : [];
}

// Of two orders of one day, or of days that may be in either order, nobody can say which was the last word.
function surelyAfter(book: LawBook, later: Provision, earlier: Provision): boolean {
  const [from, before] = [datesOf(book, later).start?.min, datesOf(book, earlier).start?.max];
  return typeof from === 'string' && typeof before === 'string' && from > before;
}

function stronger(a: Doubt, b: Doubt): Doubt {
  return a === 'whether' || b === 'whether' ? 'whether' : (a ?? b);
}

/** How an instrument stands on a day: as the farthest-standing of its provisions, or by its own dates where it has none. */
export function instrumentStanding(book: LawBook, instrument: Instrument, on: Day): Standing {
  const own = [...book.provisions.values()].filter((provision) => provision.instrument === instrument.id);
  const order = ['in-force', 'blocked', 'not-yet', 'ended'];
  const rank = ({ state, certain }: Standing) => order.indexOf(state) * 2 + (certain ? 0 : 1);
  const found = own.map((provision) => standingOn(book, provision, on)).sort((a, b) => rank(a) - rank(b));
  const [first] = found;
  if (first) return { state: first.state, certain: first.certain, doubt: first.doubt, by: [] };
  const { id, source } = instrument;
  const bare = {
    id,
    instrument: id,
    topic: 'other' as const,
    summary: '',
    figures: null,
    source,
    effect: null,
  };
  return standingOn(
    book,
    { ...bare, programmes: [], kinds: null, actsOn: [], from: null, to: null, deadline: null },
    on,
  );
}

/** The stretches over which a provision stands alike, in order of time. They leave no gap. */
export function standingSpans(book: LawBook, provision: Provision): StandingSpan[] {
  const days = [...new Set(turningDays(book, provision))].sort();
  const spans: StandingSpan[] = [];
  for (const [index, from] of [null, ...days].entries()) {
    const standing = standingOn(book, provision, from ?? '0000-01-01');
    const last = spans.at(-1);
    const to = days[index] ?? null;
    if (last && sameStanding(last, standing)) last.to = to;
    else spans.push({ from, to, ...standing });
  }
  return spans;
}

/** True when two provisions' standings say the same. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return a.state === b.state && a.doubt === b.doubt && a.by.join() === b.by.join();
}

/** The first and last day on which a provision can have begun, and can have ended; what was superseded ends as its successor begins. */
export function datesOf(book: LawBook, provision: Provision): { start: Bounds | null; end: Bounds | null } {
  const instrument = book.instruments.get(provision.instrument);
  const start = provision.from ?? instrument?.effective ?? instrument?.issued;
  const successor = book.instruments.get(instrument?.supersededBy ?? '');
  const end = provision.to ?? instrument?.ended ?? successor?.effective ?? successor?.issued;
  return { start: start ? boundsOf(start) : null, end: end ? boundsOf(end) : null };
}

function windowOn(book: LawBook, provision: Provision, day: Day): Standing {
  const { start, end } = datesOf(book, provision);
  const answer = (state: Standing['state'], doubt: Doubt): Standing => ({
    state,
    certain: doubt === null,
    doubt,
    by: [],
  });
  if (start?.min && day < start.min) return answer('not-yet', null);
  if (end?.max && day >= end.max) return answer('ended', null);
  const last = start === null ? seenBy(book, provision) : start.max;
  const begun = last !== null && day >= last;
  const over = end !== null && (end.min === null || day >= end.min);
  // An end without a last day: nobody knows whether it ended.
  const ended: Doubt = over ? (end.max === null ? 'whether' : 'day') : null;
  return answer('in-force', stronger(begun ? null : 'day', ended));
}

// A text without a date stood at the latest when a source first told of it; null where the source has no day either.
function seenBy(book: LawBook, provision: Provision): Day | null {
  const ofInstrument = [...book.provisions.values()].filter((one) => one.instrument === provision.instrument);
  const sources = [book.instruments.get(provision.instrument), ...ofInstrument].map(
    (one) => one?.source ?? '',
  );
  const days = sources.flatMap((source) => book.published.get(source) ?? []).sort();
  return days[0] ?? null;
}

function actorsOn(book: LawBook, provision: Provision): Provision[] {
  const actors = [...book.provisions.values()].filter(({ actsOn }) => actsOn.includes(provision.id));
  const start = (actor: Provision) => datesOf(book, actor).start?.max ?? '';
  return actors.sort((a, b) => (`${start(a)} ${a.id}` < `${start(b)} ${b.id}` ? -1 : 1));
}

function turningDays(book: LawBook, provision: Provision): Day[] {
  const { start, end } = datesOf(book, provision);
  const own = [start?.min, start?.max, end?.min, end?.max, start === null ? seenBy(book, provision) : null];
  const others = actorsOn(book, provision).flatMap((actor) => turningDays(book, actor));
  return [...own.filter((day): day is Day => typeof day === 'string'), ...others];
}
