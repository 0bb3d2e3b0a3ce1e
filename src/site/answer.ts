import type { Day } from '../base/index.ts';
import type { Position, Programme } from '../claim/index.ts';
import { type Approx, endedWhen, type Interval, type StatusRow } from '../record/index.ts';
import { fill } from './phrase.ts';
import { LOOKS, lookOf } from './standing.ts';
import { betweenInWords, betweenOf, sinceInWords, whenInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** A position of an agency on a day, its rows of `status` taken together. */
export interface Held {
  programme: Programme;
  position: Position;
  from: Approx;
  /** True where `from` is only when somebody said it. */
  said: boolean;
  to: Approx | null;
  certain: boolean;
  /** True where it was only said, more than a year before, and nothing was heard since. */
  silent: boolean;
  claims: string[];
  /** The newest day on which evidence shows it, and whether that evidence is a list; null where nothing tells. */
  seen: Approx | null;
  listed: boolean;
}

/**
 * The positions of the rows, rows of one position and start taken together: 287(g) first, for it is what is asked;
 * within that and behind it the farthest-going first.
 */
export function heldPositions(rows: StatusRow[], intervals: Interval[], on: Day): Held[] {
  const byKey = new Map<string, Held>();
  for (const row of rows) {
    const key = `${row.programme} ${row.position} ${row.from}`;
    const known = byKey.get(key);
    if (known) {
      known.claims = [...new Set([...known.claims, ...row.claims])];
      known.certain ||= row.certain;
      continue;
    }
    const from = betweenOf(row.from) ?? { min: null, max: null };
    const own = intervalOf(row, from, intervals);
    const end = row.position === 'ends' ? endedWhen(row.programme, from, intervals) : null;
    const open = row.to === '' || row.to === '..';
    byKey.set(key, {
      programme: row.programme,
      position: row.position,
      from: end ?? own?.from ?? from,
      said: end === null && own?.said === true,
      to: open ? null : betweenOf(row.to),
      certain: row.certain,
      silent: open && own?.agreement === null && isSilent(own, on),
      claims: [...row.claims],
      ...seenLast(row, from, intervals),
    });
  }
  const rank = ({ programme, position }: Held) =>
    LOOKS.indexOf(lookOf(position)) + (programme.startsWith('287g') ? 0 : LOOKS.length);
  return [...byKey.values()].sort((a, b) => rank(a) - rank(b));
}

/** True where it was only said, and a year has gone by since it was last said. */
function isSilent(interval: Interval | undefined, on: Day): boolean {
  return interval?.certainTo != null && interval.certainTo <= on;
}

/** The interval that a row of `status` was made from. */
function intervalOf({ programme, position }: StatusRow, from: Approx, intervals: Interval[]) {
  return intervals.find(
    (one) =>
      one.programme === programme &&
      one.position === position &&
      one.from.min === from.min &&
      one.from.max === from.max,
  );
}

/** When evidence last showed a position: an old word is not news, so the answer says how old it is. */
function seenLast(row: StatusRow, from: Approx, intervals: Interval[]): Pick<Held, 'seen' | 'listed'> {
  const own = intervals.filter(
    (interval) =>
      interval.programme === row.programme &&
      interval.position === row.position &&
      interval.from.max === from.max,
  );
  const last = [...own].sort((a, b) => (a.lastSeen < b.lastSeen ? -1 : 1)).at(-1);
  return {
    seen: last ? { min: last.seenMin, max: last.lastSeen } : null,
    listed: own.some((interval) => interval.agreement !== null),
  };
}

/**
 * The answer in plain sentences, one a position, strong where it says what the agency does, each with the day on which
 * evidence last showed it; that is said once where several share it. At most `limit` of them.
 */
export function answerSentences(held: Held[], words: Words, limit = 4): string[] {
  const shown = held.slice(0, limit);
  const lastSilent = shown.findLastIndex(({ silent }) => silent);
  return shown.map((one, i) => {
    if (one.silent) {
      const said = saidLongAgo(one, words);
      const sentence = i === 0 ? `${capital(said)}.` : fill(words.agency.it, { clause: said });
      return i === lastSilent ? `${sentence} ${words.agency.silent}` : sentence;
    }
    const clause = fill(one.said ? words.agency.saidWhen : words.agency.since, {
      clause: clauseOf(one, words, one.certain ? words.positionSays : words.positionSaid),
      when: whenOf(one, words),
    });
    const basis = basisOf(one, words);
    const next = shown[i + 1];
    const same = basis === null || (next !== undefined && basisOf(next, words) === basis);
    const sentence = same ? clause : fill(basis, { sentence: clause });
    // A day between the two of an edge: the answer must not read as if it held.
    if (!one.certain) return `${words.looks.uncertain}: ${sentence}.`;
    return i === 0 ? `${capital(sentence)}.` : fill(words.agency.it, { clause: sentence });
  });
}

/** What was said, and when last: of the day itself the record says nothing. */
function saidLongAgo(one: Held, words: Words): string {
  const clause = clauseOf(one, words, words.positionSaid);
  const since = { clause, when: whenOf(one, words) };
  return fill(words.agency.saidThat, {
    when: whenInWords(one.seen ?? one.from, words),
    clause: one.said ? clause : fill(words.agency.since, since),
  });
}

/** How a sentence goes on to say what last showed it; null for what is over, or was said once and not since. */
function basisOf({ position, seen, listed, said, from }: Held, words: Words): string | null {
  if (seen === null || position === 'ends' || (said && seen.max === from.max)) return null;
  const kind = !listed ? 'said' : position === 'will-join' ? 'pending' : 'listed';
  return fill(words.basis[kind], { day: betweenInWords(seen, words) });
}

function clauseOf({ position, programme }: Held, words: Words, says = words.positionSays): string {
  return fill(says[position], {
    does: words.programmeDoes[programme],
    do: words.programmeDo[programme],
    noun: words.programmeNoun[programme],
  });
}

// What ended has a day, and so has what was said; everything else goes on since one.
function whenOf({ position, from, said }: Held, words: Words): string {
  return said || position === 'ends' ? whenInWords(from, words) : sinceInWords(from, words);
}

function capital(sentence: string): string {
  return sentence.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
