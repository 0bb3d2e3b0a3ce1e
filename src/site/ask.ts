import type { Child } from 'hono/jsx';
import { addDays, type Day, isDay } from '../base/index.ts';
import type { RecordReader } from '../record/index.ts';
import type { Page } from './page.ts';
import type { Snapshot } from './snapshot.ts';

/** A request for a page: the page, the record, the id in the address and the query. */
export interface Ask {
  page: Page;
  reader: RecordReader;
  id: string;
  query(name: string): string | undefined;
  /** Whether the outlook is shown. */
  outlook: boolean;
}

/** A page; an address that it moved to (relative); or null where there is none. */
export type Answer = PageAnswer | { redirect: string } | null;

/** What a page says, and how it looks. */
export interface PageAnswer {
  data: unknown;
  /** What the page shows beside its data; where it is given, data, basis and links are all that the page is made of (`content-key.ts`). */
  basis?: unknown;
  view(): Child;
}

/** A question in an address that its page does not answer: the words (of `errors`) that say so, and what was asked. */
export class Unaskable extends Error {
  readonly reason: 'badDate' | 'farDate' | 'badTopic' | 'onlyNow';
  readonly value: string;

  constructor(reason: Unaskable['reason'], value: string) {
    super(`${reason}: ${JSON.stringify(value)}`);
    this.reason = reason;
    this.value = value;
  }
}

// Laws are passed for a day to come; beyond that nothing that a page could say would rest on anything.
const DAYS_AHEAD = 366;

/** The day that a query asks for, else the record's newest. Throws Unaskable. */
export function dayAsked({ counts }: Pick<Snapshot, 'counts'>, asked: string | undefined): Day {
  if (asked) {
    if (!isDay(asked)) throw new Unaskable('badDate', asked);
    const last = [counts.newest, counts.recorded?.slice(0, 10)].reduce<Day>(
      (latest, day) => (day && day > latest ? day : latest),
      '2026-01-01',
    );
    if (asked > addDays(last, DAYS_AHEAD)) throw new Unaskable('farDate', asked);
    return asked;
  }
  // A record without evidence has no day; any will do, since nothing is shown of it.
  return counts.newest ?? counts.recorded?.slice(0, 10) ?? '2016-01-01';
}

/** The two days of a comparison: as asked, else the newest and the one a year before. Throws Unaskable. */
export function daysCompared(snapshot: Snapshot, query: Ask['query']): { a: Day; b: Day } {
  const b = dayAsked(snapshot, query('b'));
  return { a: query('a') ? dayAsked(snapshot, query('a')) : addDays(b, -365), b };
}
