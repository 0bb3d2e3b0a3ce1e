import { addDays, boundsOf, type Day, isDay } from '../base/index.ts';
import type { Approx } from '../record/index.ts';
import { fill } from './phrase.ts';
import type { Words } from './words-en.ts';

type Style = 'long' | 'short';

/** A day in the reader's language: `21 February 2025`, short `21 Feb 2025`. */
export function dayInWords(day: Day, words: Words, style: Style = 'long'): string {
  return format(day, words, { day: 'numeric', month: style, year: 'numeric' });
}

/** A day for running text or a time stamp (RFC 3339): only its day is shown. */
export function stampInWords(stamp: string, words: Words): string {
  return dayInWords(stamp.slice(0, 10), words);
}

/** An EDTF date as a noun: `November 2016`, `between 22 and 26 February 2025`, `21 February 2017 or before`. Never finer than the date. */
export function edtfInWords(edtf: string, words: Words, style: Style = 'long'): string {
  const { dates } = words;
  if (edtf === '' || edtf === '..') return dates.unknown;
  if (edtf.includes('/')) {
    const [a = '', b = ''] = edtf.split('/');
    const open = (part: string) => part === '' || part === '..';
    if (open(a) && open(b)) return dates.unknown;
    if (open(a)) return fill(dates.byThen, { a: edtfInWords(b, words, style) });
    if (open(b)) return fill(dates.fromThen, { a: edtfInWords(a, words, style) });
    if (isDay(a) && isDay(b)) return betweenInWords({ min: a, max: b }, words, style);
    // Spanish has an article before a day and none before a month.
    const part = (text: string) =>
      words.lang === 'es' && isDay(text)
        ? `el ${edtfInWords(text, words, style)}`
        : edtfInWords(text, words, style);
    return fill(dates.betweenParts, { a: part(a), b: part(b) });
  }
  const mark = edtf.slice(-1);
  if ('~?%'.includes(mark)) {
    const plain = edtfInWords(edtf.slice(0, -1), words, style);
    return fill(mark === '?' ? dates.uncertain : dates.about, { a: plain });
  }
  if (isDay(edtf)) return dayInWords(edtf, words, style);
  const bounds = boundsOf(edtf);
  if (bounds?.min && bounds.max) return betweenInWords({ min: bounds.min, max: bounds.max }, words, style);
  return edtf;
}

/** An uncertain day as a noun. A whole month or year is named as such; what is only approximate says so. */
export function betweenInWords({ min, max, about }: Approx, words: Words, style: Style = 'long'): string {
  const { dates } = words;
  if (about) return fill(dates.about, { a: betweenInWords({ min, max }, words, style) });
  if (min === null)
    return max === null ? dates.unknown : fill(dates.byThen, { a: dayInWords(max, words, style) });
  if (max === null) return fill(dates.fromThen, { a: dayInWords(min, words, style) });
  if (min === max) return dayInWords(min, words, style);
  const whole = wholePeriod(min, max, words, style);
  if (whole) return whole;
  return fill(dates.between, pairInWords(min, max, words, style));
}

/** An uncertain day after a verb in the past: `on 3 May 2025`, `in November 2016`, `between … and …`, `on … or before`. */
export function whenInWords({ min, max, about }: Approx, words: Words): string {
  const { dates } = words;
  if (about) return fill(dates.aboutWhen, { a: betweenInWords({ min, max }, words) });
  if (min === null)
    return max === null ? `(${dates.unknown})` : fill(dates.byThenWhen, { a: dayInWords(max, words) });
  if (max === null) return fill(dates.fromThenWhen, { a: dayInWords(min, words) });
  if (min === max) return fill(dates.on, { a: dayInWords(min, words) });
  const whole = wholePeriod(min, max, words, 'long');
  return whole ? fill(dates.in, { a: whole }) : betweenInWords({ min, max }, words);
}

/** An uncertain day after "since": `since 3 May 2025`, `since some day between … and …`. */
export function sinceInWords({ min, max, about }: Approx, words: Words): string {
  const { dates } = words;
  if (about) return fill(dates.sinceAbout, { a: betweenInWords({ min, max }, words) });
  if (min === null && max !== null) return fill(dates.sinceByThen, { a: sinceDay(max, words) });
  if (max === null || min === null || min === max) {
    const day = max ?? min;
    return day === null ? `(${dates.unknown})` : fill(dates.since, { a: sinceDay(day, words) });
  }
  const whole = wholePeriod(min, max, words, 'long');
  if (whole) return fill(dates.since, { a: whole });
  return fill(dates.sinceBetween, pairInWords(min, max, words, 'long'));
}

/** An EDTF date as an uncertain day. `a/b` is read as "between"; null when nothing is said. */
export function betweenOf(edtf: string | null): Approx | null {
  if (edtf === null || edtf === '') return null;
  const bounds = boundsOf(edtf.replace(/^\//, '../').replace(/\/$/, '/..'));
  return bounds && /[~?%]/.test(edtf) ? { ...bounds, about: true } : bounds;
}

// Spanish puts an article before a day ("desde el 3 de mayo") and none before a month; English has none.
function sinceDay(day: Day, words: Words): string {
  return words.lang === 'es' ? `el ${dayInWords(day, words)}` : dayInWords(day, words);
}

/** Two days with what they share said once: `22` and `26 February 2025`. */
function pairInWords(min: Day, max: Day, words: Words, style: Style): { a: string; b: string } {
  const sameYear = min.slice(0, 4) === max.slice(0, 4);
  const sameMonth = min.slice(0, 7) === max.slice(0, 7);
  const first: Intl.DateTimeFormatOptions = { day: 'numeric' };
  if (!sameMonth) first.month = style;
  if (!sameYear) first.year = 'numeric';
  return { a: format(min, words, first), b: dayInWords(max, words, style) };
}

function wholePeriod(min: Day, max: Day, words: Words, style: Style): string | null {
  if (!min.endsWith('-01') || !addDays(max, 1).endsWith('-01')) return null;
  if (min.slice(0, 7) === max.slice(0, 7)) return format(min, words, { month: style, year: 'numeric' });
  const wholeYear = min.slice(0, 4) === max.slice(0, 4) && min.endsWith('01-01') && max.endsWith('12-31');
  return wholeYear ? min.slice(0, 4) : null;
}

/** The short name of a day's month. */
export function monthName(day: Day, words: Words): string {
  return format(day, words, { month: 'short' });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(day: Day, words: Words, options: Intl.DateTimeFormatOptions): string {
  const key = `${words.locale} ${JSON.stringify(options)}`;
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(words.locale, { ...options, timeZone: 'UTC' });
    formats.set(key, formatter);
  }
  return formatter.format(Date.parse(`${day}T00:00:00Z`));
}
