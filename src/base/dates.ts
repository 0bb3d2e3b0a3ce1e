import { parse } from '@edtf-ts/core';
import { UserError } from './errors.ts';

/** A calendar day as `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

/** The first and last day that an EDTF string can mean; null where it is open or unknown. */
export interface Bounds {
  min: Day | null;
  max: Day | null;
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// The parser answers an open end with the first or last date that JavaScript knows.
const OPEN_MIN = -8.64e15;
const OPEN_MAX = 8.64e15;
// Days compare as strings, so that they end where years have four digits.
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
// The parser takes the year 0050 for 1950, and a year of unknown digits for one from 1900 on.
const EARLY_YEAR = /(?:^|[/.,[{?~%])0\d{3}/;
const UNKNOWN_YEAR = /(?:^|[/.,[{?~%])X/;
const seen = new Map<string, Bounds | null>();

/** The day of a date in UTC. */
export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

let eastern: Intl.DateTimeFormat | null = null;

/** The day of a moment (RFC 3339) on a clock in New York, where ICE and most of the press are; null for no moment. */
export function easternDay(moment: string): Day | null {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return null;
  eastern ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' });
  return eastern.format(time);
}

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(new Date(time)) === text;
}

/** The day that lies `days` after (or before, when negative) another, but never outside the years 0000 to 9999. */
export function addDays(day: Day, days: number): Day {
  // Within the first 28 days of a month no calendar is needed, and deriving asks this tens of thousands of times.
  const date = Number(day.slice(8)) + days;
  if (date >= 1 && date <= 28) return `${day.slice(0, 8)}${date < 10 ? '0' : ''}${date}`;
  const time = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  if (time > Date.parse(LAST_DAY)) return LAST_DAY;
  return time < Date.parse(FIRST_DAY) ? FIRST_DAY : dayOf(new Date(time));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/**
 * First and last day of an EDTF level 1 string, or null when it is no EDTF or of a year that a day of four digits cannot
 * have, or one before 1000. `2016-11` is 2016-11-01 to 2016-11-30; a year of unknown digits (`XXXX`) has no bounds.
 */
export function boundsOf(edtf: string): Bounds | null {
  const known = seen.get(edtf);
  if (known !== undefined) return known;
  const bounds = parsedBounds(edtf);
  seen.set(edtf, bounds);
  return bounds;
}

function parsedBounds(edtf: string): Bounds | null {
  const result = parse(edtf);
  if (!result.success || EARLY_YEAR.test(edtf)) return null;
  if (UNKNOWN_YEAR.test(edtf)) return { min: null, max: null };
  const { min, max } = result.value as { min: Date; max: Date };
  const bounds = {
    min: min.getTime() <= OPEN_MIN ? null : dayOf(min),
    max: max.getTime() >= OPEN_MAX ? null : dayOf(max),
  };
  return [bounds.min, bounds.max].every((day) => day === null || DAY.test(day)) ? bounds : null;
}

/** The day that a user gave for an option, or a UserError naming the option, the value and the remedy. */
export function requireDay(option: string, value: string): Day {
  if (isDay(value)) return value;
  throw new UserError(
    `date ${JSON.stringify(value)} of ${option} is no calendar day; write it as 2017-02-21`,
  );
}

/** True for a date (EDTF) that begins after a moment (ms): not even the east of the world had it then. */
export function isAhead(edtf: string, moment: number): boolean {
  const min = boundsOf(edtf)?.min ?? null;
  return min !== null && min > addDays(dayOf(new Date(moment)), 1);
}

/** A day, month or year that a user gave as a date of publication, or a UserError naming the option, the value and the remedy. */
export function requireDate(option: string, value: string, now: number): string {
  if (/^\d{4}(?:-\d{2}){0,2}$/.test(value) && boundsOf(value)) {
    if (!isAhead(value, now)) return value;
    throw new UserError(
      `date ${JSON.stringify(value)} of ${option} lies ahead of this clock (${dayOf(new Date(now))}); check both`,
    );
  }
  throw new UserError(
    `date ${JSON.stringify(value)} of ${option} is no date; write it as 2017-02-22, or 2017-02 or 2017 where no more is known`,
  );
}
