import { type Day, daysBetween, easternDay, isDay } from '../base/index.ts';

// Whole names and their usual short forms: "Decision 10, 2017" is no day of December.
const MONTHS = [
  'january|jan|enero|ene',
  'february|feb|febrero',
  'march|mar|marzo',
  'april|apr|abril|abr',
  'may|mayo',
  'june|jun|junio',
  'july|jul|julio',
  'august|aug|agosto|ago',
  'september|sept?|septiembre|setiembre|set',
  'october|oct|octubre',
  'november|nov|noviembre',
  'december|dec|diciembre|dic',
];
const MONTH = `(?<!\\p{L})(${MONTHS.join('|')})`;
const MONTH_NAMES = MONTHS.map((names) => new RegExp(`^(?:${names})$`, 'i'));
const ISO = /(\d{4})-(\d{2})-(\d{2})/;
const PACKED = /\b(\d{4})(\d{2})(\d{2})\b/;
const NAMED = new RegExp(`${MONTH}\\.? (\\d{1,2}),? (\\d{4})`, 'iu');
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2}) (?:de )?${MONTH}\\.?,?(?: de)? (\\d{4})`, 'iu');
// A stamp in UTC says nothing of the publisher's own clock.
const UTC = /(?<![\d:])(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?:Z|[+-]00:?00|UTC|UT|GMT)\s*$/i;

/** The day that is printed in a date, or null: as written, whatever the hour and zone behind it. */
export function dayIn(value: string | null): Day | null {
  if (!value) return null;
  const iso = ISO.exec(value) ?? PACKED.exec(value);
  if (iso) return valid(iso[1]!, Number(iso[2]), Number(iso[3]));
  const named = NAMED.exec(value);
  if (named) return valid(named[3]!, monthOf(named[1]!), Number(named[2]));
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst) return valid(dayFirst[3]!, monthOf(dayFirst[2]!), Number(dayFirst[1]));
  return null;
}

/** The publisher's day of a machine's time stamp, or null; `printed` are the days that the page prints beside it. */
export function stampDay(value: string | null, printed: readonly Day[] = []): Day | null {
  const written = dayIn(value);
  return written === null || value === null ? null : localDay(written, value, printed);
}

/**
 * The day on the publisher's own clock of a stamp that is `written` as a day. With an offset it is as written. A stamp in
 * UTC is a day late every evening in America: the day printed beside it decides, else Eastern time. Midnight in UTC is a
 * date without a time (decision 011).
 */
export function localDay(written: Day, stamp: string, printed: readonly Day[] = []): Day {
  const time = UTC.exec(stamp)?.[1];
  if (!time || /^00:00(?::00)?$/.test(time)) return written;
  const near = printed.find((day) => Math.abs(daysBetween(day, written)) <= 1);
  return near ?? easternDay(`${written}T${time}Z`) ?? written;
}

const PUBLISHED = /\b(?:(?:first|originally) )?(?:published|posted|publicad[oa]|publicación)\b/i;
const UPDATED =
  /\b(?:(?:last )?(?:updated|modified|revised|edited|corrected)|actualizad[oa]|última actualización|modificad[oa]|corregid[oa])\b/i;
const PARTS = new RegExp(`(?=${PUBLISHED.source}|${UPDATED.source})`, 'i');

/** True for words that speak of a change after publication. */
export function saysUpdated(words: string): boolean {
  return UPDATED.test(words) && !PUBLISHED.test(words);
}

/** True for a line that calls its day the one of publication. */
export function saysPublished(words: string): boolean {
  return PUBLISHED.test(words);
}

/** The day of publication that a byline prints: that of "published", else one that nothing calls updated; or null. */
export function bylineDay(line: string): Day | null {
  // Each part begins with its own word: "Published X. Updated Y" and "Updated Y, published X" say the same.
  const parts = line.split(PARTS).filter((part) => !saysUpdated(part));
  const published = parts.find((part) => PUBLISHED.test(part) && dayIn(part));
  return dayIn(published ?? parts.find((part) => dayIn(part) && !EVENT.test(part)) ?? null);
}

// "A ship leaves the port on Aug. 31, 2019." is a caption that nothing marks.
const EVENT =
  /\b(?:on|in|since|until|from|of|after|before|el|desde|hasta)\s+(?:\p{L}+day,? )?(?:\p{L}{3,10}\.? )?\d/iu;

const DATELINE =
  /^[\p{Lu}][\p{Lu}\s.,'’()-]{2,40}[\s,(]+(\p{Lu}\p{L}{2,9}\.? \d{1,2},? \d{4})\)?\s*(?:\([^)]{2,20}\)\s*)?[—–-]/u;

/** The day in the dateline of an article's first paragraph: `CHICAGO, Feb. 21, 2017 —`; or null. */
export function datelineDay(paragraph: string): Day | null {
  return dayIn(DATELINE.exec(paragraph.slice(0, 120))?.[1] ?? null);
}

function monthOf(name: string): number {
  return MONTH_NAMES.findIndex((month) => month.test(name)) + 1;
}

// 0001-01-01 and 1970-01-01 are what programs write for no date.
function valid(year: string, month: number, day: number): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) && text > '1970-01-01' ? text : null;
}
