import { csvFormatRows } from 'd3-dsv';
import { addDays, boundsOf, csvCell, type Day, daysBetween } from '../base/index.ts';
import type { Instrument } from '../law/index.ts';
import type { Change, RecordReader } from '../record/index.ts';
import { dayNumber, type IntervalTable, NO_DAY } from './intervals-binary.ts';
import type { Snapshot } from './snapshot.ts';
import { LOOKS, type Look, lookOf } from './standing.ts';
import { betweenOf } from './when.ts';

/** Four weeks to each side of a policy. */
const AROUND = 28;
/** An instrument whose day is known no better than this has no weeks of its own. */
const VAGUE = 92;

/** The days around which answers to an instrument are looked for: four weeks before the first day that it can be of, to four after the last. */
export interface AnswerDays {
  from: Day;
  /** The first and the last day that its date can mean; mostly the same. */
  first: Day;
  last: Day;
  /** No later than the newest day of the record. */
  to: Day;
}

/** Agencies whose answer of one look became known in a week. */
export interface AnswerWeek {
  from: Day;
  to: Day;
  /** `during` where the policy's own day may lie before, in or behind it. */
  side: 'before' | 'during' | 'after';
  counts: Partial<Record<Look, number>>;
}

/** What one agency did or said in these weeks. */
export interface PolicyAnswer {
  agency: string;
  name: string;
  state: string;
  look: Look;
  changes: Change[];
}

/**
 * What agencies did and said in the weeks of a policy, and how many stood where on the first and last day. One rule for all of
 * it: what is known to have begun between two days counts from the second, on which evidence shows it.
 */
export interface Answers extends AnswerDays {
  answers: PolicyAnswer[];
  /** What evidence shows only after these weeks, and may have begun in them. */
  perhaps: PolicyAnswer[];
  weeks: AnswerWeek[];
  before: Partial<Record<Look, number>>;
  after: Partial<Record<Look, number>>;
  /** ICE's lists of these weeks that the record holds or cites: without one, who joined then shows later. */
  lists: number;
  /** Agencies with a known position of which nothing new is known, by id. */
  silent: string[];
}

/** The days of an instrument's answers, or null when it has no day, a vague one, or one that the record does not reach. */
export function answerDays({ issued, effective }: Instrument, newest: Day | null): AnswerDays | null {
  const { min: first, max: last } = boundsOf(issued ?? effective ?? '') ?? { min: null, max: null };
  if (!first || !last || !newest || last > newest || daysBetween(first, last) > VAGUE) return null;
  const to = addDays(last, AROUND - 1);
  return { from: addDays(first, -AROUND), first, last, to: to < newest ? to : newest };
}

/** The answers to an instrument, of the agencies of its place. */
export async function answersTo(
  snapshot: Snapshot,
  reader: RecordReader,
  instrument: Instrument,
): Promise<Answers | null> {
  const days = answerDays(instrument, snapshot.counts.newest);
  if (days === null) return null;
  const { state, county } = instrument.jurisdiction;
  const { agencies, table } = snapshot;
  const local = county === null ? null : new Set(snapshot.byCounty.get(county) ?? []);
  const bound = (index: number) =>
    (state === null || agencies[index]!.state === state) && (local === null || local.has(index));
  const held = (day: Day) =>
    looksShownOn(table, dayNumber(day)).map((look, index) => (bound(index) ? look : null));
  const changesIn = async (from: Day, to: Day) =>
    (await reader.changes({ from, to, ...(state && { state }) })).filter(({ agency }) => {
      const index = snapshot.indexOf.get(agency);
      return index !== undefined && bound(index);
    });
  const changes = await changesIn(days.from, days.to);
  const later = (await changesIn(addDays(days.to, 1), addDays(days.to, VAGUE))).filter(({ detail }) => {
    const first = betweenOf(detail)?.min;
    return first && first >= days.from && first <= days.to;
  });
  const [before, after] = [held(addDays(days.from, -1)), held(days.to)];
  const spoke = new Set([...changes, ...later].map(({ agency }) => agency));
  const silent = after.flatMap((look, index) => {
    const { id } = agencies[index]!;
    return look === null || spoke.has(id) ? [] : [id];
  });
  const answers = answersOf(changes);
  return {
    ...days,
    answers,
    perhaps: answersOf(later),
    weeks: weeksOf(days, answers),
    before: tally(before),
    after: tally(after),
    lists: (await reader.lists()).filter(({ day }) => day >= days.from && day <= days.to).length,
    silent: silent.sort(),
  };
}

/** The look of each agency of a table on a day, by what evidence of that day shows; null where it shows none. */
function looksShownOn(table: IntervalTable, day: number): (Look | null)[] {
  const looks = table.positions.map((name) => LOOKS.indexOf(lookOf(name)));
  const found = new Array<number>(table.spot.length).fill(LOOKS.length);
  for (let i = 0; i < table.agency.length; i++) {
    const [from, to] = [table.fromMax[i]!, table.toMax[i]!];
    const over = table.ended[i] === 1 && to !== NO_DAY && day >= to;
    if (from === NO_DAY || day < from || over) continue;
    const agency = table.agency[i]!;
    found[agency] = Math.min(found[agency]!, looks[table.position[i]!]!);
  }
  return found.map((look) => LOOKS[look] ?? null);
}

function tally(looks: readonly (Look | null)[]): Partial<Record<Look, number>> {
  const counts: Partial<Record<Look, number>> = {};
  for (const look of looks) if (look) counts[look] = (counts[look] ?? 0) + 1;
  return counts;
}

/** One answer for each agency and look, oldest first. */
function answersOf(changes: readonly Change[]): PolicyAnswer[] {
  const found = new Map<string, PolicyAnswer>();
  for (const change of [...changes].reverse()) {
    const { agency, name, state } = change;
    const look = lookOf(change.position);
    const answer = found.get(`${agency} ${look}`) ?? { agency, name, state, look, changes: [] };
    answer.changes.push(change);
    found.set(`${agency} ${look}`, answer);
  }
  return [...found.values()];
}

/** Each answer in the week of its first evidence. */
function weeksOf({ from, first, last, to }: AnswerDays, answers: readonly PolicyAnswer[]): AnswerWeek[] {
  const weeks: AnswerWeek[] = [];
  // Up to its first day, then what its date leaves open, then from its last day on: no week lies on both sides.
  const starts: [Day, Day, AnswerWeek['side']][] = [
    [from, addDays(first, -1), 'before'],
    ...(first < last ? [[first, addDays(last, -1), 'during'] as [Day, Day, 'during']] : []),
    [last, to, 'after'],
  ];
  for (const [start, end, side] of starts)
    for (let day = start; day <= end; day = addDays(day, 7)) {
      const until = addDays(day, 6) < end ? addDays(day, 6) : end;
      const own = answers.filter(({ changes: [one] }) => one && one.day >= day && one.day <= until);
      weeks.push({ from: day, to: until, side, counts: tally(own.map(({ look }) => look)) });
    }
  return weeks;
}

const COLUMNS = ['agency', 'name', 'state', 'answer', 'programme', 'position', 'day', 'side', 'claim'];

/** The answers as CSV: a row for each thing said or done, and one for each agency of which nothing new is known. */
export function answersCsv(answers: Answers, { agencies, indexOf }: Snapshot): string {
  const side = (day: Day) =>
    day > answers.to ? 'perhaps' : day < answers.first ? 'before' : day < answers.last ? 'during' : 'after';
  const rows = [...answers.answers, ...answers.perhaps].flatMap(({ agency, name, state, look, changes }) =>
    changes.map(({ programme, position, detail, day, claim }) =>
      [agency, name, state, look, programme, position, detail, side(day), claim ?? ''].map(String),
    ),
  );
  const silent = answers.silent.map((id) => {
    const { name, state } = agencies[indexOf.get(id)!]!;
    return [id, name, state, 'nothing new known', '', '', '', '', ''];
  });
  return `${csvFormatRows([COLUMNS, ...[...rows, ...silent].map((row) => row.map(csvCell))])}\n`;
}

/** The looks that occur among answers, in their order. */
export function looksOf({ answers }: Answers): Look[] {
  return LOOKS.filter((look) => answers.some((one) => one.look === look));
}
