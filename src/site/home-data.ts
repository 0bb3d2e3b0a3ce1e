import type { Day } from '../base/index.ts';
import type { Change } from '../record/index.ts';
import { factsInWords } from './facts.ts';
import { dayNumber, dayText } from './intervals-binary.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { standingsAt } from './snapshot.ts';
import {
  changeDays,
  countByState,
  type DayEvents,
  eventsOn,
  LOOKS,
  onlyLook,
  type Standings,
  standingsOn,
} from './standing.ts';
import type { StateCounts } from './state-table.tsx';
import { dayInWords } from './when.ts';

/** A programme (or `287g` for every model) and a look that a map is narrowed to; null takes all. */
export interface MapFilter {
  programme: string | null;
  look: string | null;
}

/** What the first page shows of a day. */
export interface HomeData {
  on: Day;
  first: Day;
  last: Day;
  counts: Standings['counts'];
  states: StateCounts[];
  changes: Change[];
  /** What alone the map and the table show. */
  show: MapFilter;
  events: DayEvents;
}

/** The first page's figures on a day. */
export function homeData(page: Page, on: Day, changes: Change[], show: MapFilter): HomeData {
  const { table, counts } = page.snapshot;
  const { counts: told } = standingsAt(page.snapshot, on);
  const standings = onlyLook(standingsOn(table, dayNumber(on), show.programme), show.look);
  const days = changeDays(table);
  const last = counts.newest ?? on;
  const byState = countByState(table, standings);
  const states = table.states.flatMap((state, i) => {
    const own = byState[i]!;
    if (own.every((n) => n === 0)) return [];
    return [{ state, counts: Object.fromEntries(LOOKS.map((look, l) => [look, own[l]!])) }];
  });
  const first = days[0] === undefined ? on : dayText(days[0]);
  const events = eventsOn(table, dayNumber(on));
  return { on, first, last, counts: told, states, changes, show, events };
}

/** The sentence of the first page. */
export function answer(page: Page, { on, counts }: HomeData): string {
  const { words } = page;
  return fill(words.home.answer, {
    date: dayInWords(on, words),
    ...factsInWords(counts, words.home, words.locale),
  });
}
