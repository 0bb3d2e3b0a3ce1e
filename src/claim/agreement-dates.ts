import { type Day, isDay } from '../base/index.ts';
import type { Span } from './agreement-text.ts';
import { matchesOf } from './matches.ts';

/** A full date as a signature block writes it, with its place in the line. */
export interface WrittenDate extends Span {
  day: Day;
  /** Put there by a signing program, with the signer's name around it. */
  digital: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMED =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const PATTERN = new RegExp(
  [
    `(?<![a-z])(?<month>${NAMED})\\.?\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s*(?<year>20\\d\\d)(?!\\d)`,
    '(?<![\\d/.-])(?<m>\\d{1,2})(?<sep>[/.-])(?<d>\\d{1,2})\\k<sep>(?<y>20\\d\\d|\\d\\d)(?![\\d/-])',
    '(?<!\\d)(?<ys>20\\d\\d)[./-](?<ms>\\d\\d)[./-](?<ds>\\d\\d)(?<time>\\s+\\d\\d:\\d\\d:\\d\\d)?',
  ].join('|'),
  'gi',
);

/** Every full date in a line of text: `March 7, 2025`, `02/28/25`, `2020.06.09 14:38:27`, and stamps on a rule (`O_C_T_1_5_2_01_9`). */
export function writtenDates(line: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  const add = (span: Span, year: number, month: number, day: number, digital: boolean) => {
    const iso = `${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`;
    if (isDay(iso)) found.push({ ...span, day: iso, digital });
  };
  for (const { 0: text, index, groups = {} } of matchesOf(line, PATTERN)) {
    const { month, day, year, m, d, y, ys, ms, ds, time } = groups;
    const span = { start: index, end: index + text.length };
    if (month) add(span, Number(year), monthOf(month), Number(day), false);
    else if (m) add(span, Number(y), Number(m), Number(d), false);
    else add(span, Number(ys), Number(ms), Number(ds), time !== undefined);
  }
  return found.length > 0 ? found : stamped(line);
}

/** A date whose letters the rule below them has parted. */
function stamped(line: string): WrittenDate[] {
  if (!line.includes('_')) return [];
  const places: number[] = [];
  let closed = '';
  for (let i = 0; i < line.length; i++) {
    if (/[_\s]/.test(line[i]!)) continue;
    places.push(i);
    closed += line[i];
  }
  const match = new RegExp(`(?:${NAMED})(\\d{1,2})(20\\d\\d)(?!\\d)`, 'i').exec(closed);
  if (!match) return [];
  const day = `${match[2]}-${two(monthOf(match[0]))}-${two(Number(match[1]))}`;
  const start = places[match.index]!;
  const end = places[match.index + match[0].length - 1]! + 1;
  return isDay(day) ? [{ start, end, day, digital: false }] : [];
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
