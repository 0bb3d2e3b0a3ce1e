import { addDays, type Day, daysBetween, isDay } from '../base/index.ts';

/** What a file's name says about the publication: its day, its place within the day, and whether the day is only a capture's. */
export interface NameDate {
  /** Null where the digits are no calendar day. */
  day: Day | null;
  /** The digits as `MMDDYYYY`, to find the nearest real day. */
  digits: string;
  /** am 0, mid 10, pm 20, not said null; later letters and versions add one each. */
  slot: number | null;
  suffix: number;
  /** True when the name holds the moment of a capture, which is no date of the publisher's. */
  captured: boolean;
}

const SLOTS: Record<string, number> = { am: 0, mid: 10, pm: 20 };
const TAIL = /^[-_ ]*(am|mid|pm)?[-_ ]*(?:v?(\d)|([b-z]))?(?![a-z0-9])/i;

/** The date in a file's name, or null: `participatingAgencies05182026am.xlsx`, `pending-2025-04-28-pm.xlsx`, `287gParticipatingAgencies091526pm`. */
export function dateInName(name: string): NameDate | null {
  const base = name.replace(/\.xlsx?$/i, '');
  // Digits within a hash are no date.
  if (/^[0-9a-f]{16,}$/i.test(base) && /[a-f]/i.test(base)) return null;
  const iso = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)(.*)$/.exec(base);
  if (iso) return dated(`${iso[2]}${iso[3]}${iso[1]}`, iso[4]!);
  const stamp = /(?<!\d)(20\d\d)(\d\d)(\d\d)\d{6}(?!\d)/.exec(base);
  if (stamp) return { ...dated(`${stamp[2]}${stamp[3]}${stamp[1]}`, ''), captured: true };
  // The publisher writes month, day, year without a separator; a slip makes it seven or nine digits.
  const plain = /(?<!\d)(\d{6,9})(?!\d)(.*)$/.exec(base.replace(/^287g/i, ''));
  if (!plain) return null;
  const digits = plain[1]!;
  const full = digits.length === 6 ? `${digits.slice(0, 4)}20${digits.slice(4)}` : digits;
  return dated(full, plain[2]!);
}

function dated(digits: string, tail: string): NameDate {
  const day = `${digits.slice(4)}-${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
  const [, slot, version, letter] = TAIL.exec(tail) ?? [];
  const suffix = version ? Number(version) - 1 : letter ? letter.toLowerCase().charCodeAt(0) - 97 : 0;
  return {
    day: digits.length === 8 && /^20[0-4]/.test(day) && isDay(day) ? day : null,
    digits,
    slot: slot ? SLOTS[slot.toLowerCase()]! : null,
    suffix,
    captured: false,
  };
}

/**
 * The day from `from` to `to` that a typist meant by these digits (`MMDDYYYY`): the only one that is a single slip away, else
 * the first day where two slips explain them. Null when none or several fit.
 */
export function nearestDay(digits: string, from: Day, to: Day): Day | null {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, ahead) => addDays(from, ahead));
  const within = (slips: number) => (day: Day) =>
    editDistance(digits, `${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`, slips + 1) <= slips;
  const single = days.filter(within(1));
  const near = single.length > 0 ? single : days.slice(0, 1).filter(within(2));
  return near.length === 1 ? near[0]! : null;
}

let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as [
  Int32Array,
  Int32Array,
  Int32Array,
];

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other; `limit` when it takes that many or more. */
export function editDistance(a: string, b: string, limit = 9): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  if (rows[0].length <= b.length)
    rows = rows.map(() => new Int32Array(2 * b.length)) as [Int32Array, Int32Array, Int32Array];
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = last[j - 1]! + (letter === other ? 0 : 1);
      if (last[j]! + 1 < cost) cost = last[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      if (swapped && before[j - 2]! + 1 < cost) cost = before[j - 2]! + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= limit) return limit;
    [before, last, row] = [last, row, before];
  }
  return Math.min(limit, last[b.length]!);
}
