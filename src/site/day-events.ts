import { count, fill } from './phrase.ts';
import type { DayEvents } from './standing.ts';

type Counted = { one: string; other: string };

/** The words in which the events of a day are told. */
export interface EventWords {
  on: string;
  nothing: string;
  joined: Counted;
  pending: Counted;
  ended: Counted;
  said: Counted;
}

/** What happened on a day in one line: `18 May 2026: 9 agreements began, 2 ended`. */
export function eventsInWords(events: DayEvents, date: string, words: EventWords, locale: string): string {
  const parts = (['joined', 'pending', 'ended', 'said'] as const)
    .filter((name) => events[name] > 0)
    .map((name) => count(words[name], events[name], locale));
  return fill(words.on, { date, what: parts.length === 0 ? words.nothing : parts.join(', ') });
}
