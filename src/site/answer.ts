import type { Position, Programme } from '../claim/index.ts';
import type { Approx, Interval, StatusRow } from '../record/index.ts';
import { fill } from './phrase.ts';
import { LOOKS, lookOf } from './standing.ts';
import { betweenOf, sinceInWords, whenInWords } from './when.ts';
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
  claims: string[];
}

/** The positions of the rows, farthest-going first, rows of one position and start taken together. */
export function heldPositions(rows: StatusRow[], intervals: Interval[]): Held[] {
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
      claims: [...row.claims],
    });
  }
  const rank = (held: Held) => LOOKS.indexOf(lookOf(held.position));
  return [...byKey.values()].sort((a, b) => rank(a) - rank(b));
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

/** When what ended was over: not the day on which the end was announced, where the record knows more. */
function endedWhen(programme: Programme, announced: Approx, intervals: Interval[]): Approx | null {
  const day = announced.max ?? announced.min;
  const over = intervals.find(
    ({ programme: own, position, to }) =>
      own === programme &&
      (position === 'takes-part' || position === 'expands') &&
      to !== null &&
      day !== null &&
      (to.min ?? day) <= day &&
      day <= (to.max ?? day),
  );
  return over?.to ?? null;
}

/** The answer in plain sentences, one a position, strong where it says what the agency does. At most `limit` of them. */
export function answerSentences(held: Held[], words: Words, limit = 4): string[] {
  return held.slice(0, limit).map((one, i) => {
    const sentence = fill(one.said ? words.agency.saidWhen : words.agency.since, {
      clause: clauseOf(one, words),
      when: whenOf(one, words),
    });
    return i === 0 ? `${capital(sentence)}.` : fill(words.agency.it, { clause: sentence });
  });
}

function clauseOf({ position, programme }: Held, words: Words): string {
  return fill(words.positionSays[position], {
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
