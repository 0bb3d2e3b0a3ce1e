import { type Day, isDay } from '../base/index.ts';
import { type Instrument, type LawBook, standingSpans, type Topic } from '../law/index.ts';
import type { AgencyView } from '../record/index.ts';
import { type Ask, dayAsked } from './ask.ts';
import { dayNumber, dayText, NO_DAY } from './intervals-binary.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import type { Snapshot } from './snapshot.ts';
import { betweenOf, dayInWords } from './when.ts';

// A page bears the day on which what it says last changed, not the record's newest: else one new list would make every
// page new, and a reader could not see from the day whether anything had happened.

/** The day a page speaks of. */
export interface DayShown {
  on: Day;
  /** True where it is the last day of a change; false where the reader chose it, or nothing ever changed. */
  turn: boolean;
  /** The day as of which the record is asked; without one, what is known now. */
  known?: Day | null;
}

/** The day that the reader chose, else the last on which any of these agencies (by index) came to stand as it stands now. */
export function dayShown(
  { page: { snapshot }, query }: Pick<Ask, 'page' | 'query'>,
  which: (agency: number) => boolean,
  programme: string | null = null,
): DayShown {
  const newest = dayAsked(snapshot, query('on'));
  const turn = query('on') ? null : lastTurn(snapshot, newest, which, programme);
  return { on: turn ?? newest, turn: turn !== null };
}

/** Which agencies a state's or counties' page tells of. */
export function inState({ table }: Snapshot, state: string): (agency: number) => boolean {
  const own = table.states.indexOf(state);
  return (agency) => table.state[agency] === own;
}

function lastTurn(
  { table }: Snapshot,
  newest: Day,
  which: (agency: number) => boolean,
  programme: string | null,
): Day | null {
  const limit = dayNumber(newest);
  let last = NO_DAY;
  for (let i = 0; i < table.agency.length; i++) {
    if (programme !== null && table.programmes[table.programme[i]!] !== programme) continue;
    if (!which(table.agency[i]!)) continue;
    for (const column of [table.fromMin, table.fromMax, table.toMin, table.toMax]) {
      const day = column[i]!;
      if (day <= limit && day > last) last = day;
    }
  }
  return last === NO_DAY ? null : dayText(last);
}

/** The newest day, not after `newest`, on which evidence speaks of an agency; null where none bears a day. */
export function evidenceDay({ intervals, claims }: AgencyView, newest: Day): Day | null {
  const days = [
    ...intervals.flatMap(({ from, to, lastSeen }) => [from.max, to?.max, lastSeen]),
    ...claims.flatMap(({ date, source }) => [betweenOf(date)?.max, betweenOf(source.published)?.max]),
  ];
  return newestOf(days, newest);
}

/** The same, or the day on which an old word stopped being certain, if that came later. */
export function agencyDay(view: AgencyView, newest: Day): Day {
  const silent = view.intervals.map(({ certainTo }) => certainTo);
  return newestOf([evidenceDay(view, newest), ...silent], newest) ?? newest;
}

/** Of what in the law a page speaks: of a state's own and federal law, of one topic, or of one instrument. */
export type Matter = { state: string } | { topic: Topic } | { instrument: string };

const turned = new WeakMap<LawBook, Map<string, Day[]>>();

/** The newest day, not after `newest`, on which anything in the law of the record, or in one matter of it, came to stand as it stands now. */
export function lawDay(book: LawBook, newest: Day, matter: Matter | null = null): Day | null {
  const known = turned.get(book) ?? new Map<string, Day[]>();
  turned.set(book, known);
  const key = JSON.stringify(matter);
  const days = known.get(key) ?? lawDays(book, matter);
  known.set(key, days);
  return days.findLast((day) => day <= newest) ?? null;
}

/** Every day on which an instrument or a provision of the matter may begin, end, or be acted on, ascending. */
function lawDays(book: LawBook, matter: Matter | null): Day[] {
  const provisions = [...book.provisions.values()].filter((one) => {
    if (matter === null) return true;
    if ('topic' in matter) return one.topic === matter.topic;
    const instrument = book.instruments.get(one.instrument);
    return instrument !== undefined && speaksOf(instrument, matter);
  });
  const turns = provisions.flatMap((one) => standingSpans(book, one).map(({ from }) => from));
  // A page of a topic shows provisions, and no instrument's own days.
  const instruments = [...book.instruments.values()].filter(
    (one) => matter === null || (!('topic' in matter) && speaksOf(one, matter)),
  );
  const dates = instruments.flatMap(({ issued, effective, ended }) =>
    [issued, effective, ended].flatMap((date) => {
      const bounds = betweenOf(date);
      return [bounds?.min, bounds?.max];
    }),
  );
  return daysIn([...turns, ...dates]).sort();
}

function speaksOf(
  { id, jurisdiction }: Instrument,
  matter: { state: string } | { instrument: string },
): boolean {
  if ('instrument' in matter) return id === matter.instrument;
  return jurisdiction.state === null || jurisdiction.state === matter.state;
}

function daysIn(days: (Day | null | undefined)[]): Day[] {
  return days.filter((day): day is Day => typeof day === 'string' && isDay(day));
}

function newestOf(days: (Day | null | undefined)[], limit: Day): Day | null {
  const known = daysIn(days).filter((day) => day <= limit);
  return known.sort().at(-1) ?? null;
}

/** What a page adds where it speaks of a day of change. */
export function lastChangeNote({ words }: Page, { on, turn }: DayShown): string {
  return turn ? fill(words.lastChange, { date: dayInWords(on, words) }) : '';
}
