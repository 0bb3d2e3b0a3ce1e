import { addDays, type Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { Interval } from './model.ts';

/** The two registers: agreements that are signed, and those that a list shows as pending. */
export const REGISTERS = ['takes-part', 'will-join'] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** Which days to count, and what to tell apart. */
export interface RegisterQuery {
  from: Day;
  to: Day;
  /** Every day, or the last day of each month (of the month of `to`: that day). Default `day`. */
  by?: 'day' | 'month';
  byState?: boolean;
  byModel?: boolean;
  /** Only this state. */
  state?: string;
}

/**
 * One line of a chart. Each array has one number for each of the registers' days. What may have begun or ended that day,
 * between two lists or dates that disagree, is in the `uncertain` numbers and not in the others.
 */
export interface RegisterSeries {
  register: RegisterName;
  /** Null where states are taken together. */
  state: string | null;
  /** Null where models are taken together. */
  model: Programme | null;
  agencies: number[];
  agenciesUncertain: number[];
  agreements: number[];
  agreementsUncertain: number[];
}

/** Counts of agencies and agreements over time. */
export interface Registers {
  days: Day[];
  /** For each day and register the day of the newest list then, whose state is carried until the next; null before the first. */
  lists: Record<RegisterName, (Day | null)[]>;
  series: RegisterSeries[];
}

/** What the lists and agreements of a record amount to, as `registersOf` takes it. */
export interface RegisterSource {
  intervals: readonly Interval[];
  lists: readonly { kind: string; day: Day }[];
  /** State by agency id. */
  states: ReadonlyMap<string, string>;
}

/**
 * Agencies and agreements counted on each day, by register and, if asked, by state and model. Counts what an agreement
 * shows (a list's row, or a signed document); a position that is only said is on no register. An agency with several
 * agreements counts once in each series. Pure.
 */
export function registersOf(source: RegisterSource, query: RegisterQuery): Registers {
  const days = daysOf(query);
  const groups = new Map<string, Group>();
  for (const interval of source.intervals) {
    const register = REGISTERS.find((name) => name === interval.position);
    const state = source.states.get(interval.agency) ?? null;
    if (register === undefined || interval.agreement === null || !interval.programme.startsWith('287g'))
      continue;
    if (query.state !== undefined && state !== query.state) continue;
    const named = { register, state: query.byState ? state : null };
    const group = groupOf(groups, { ...named, model: query.byModel ? interval.programme : null });
    const spans = spansOf(interval, days);
    put(group.agencies, interval.agency, spans);
    put(group.agreements, interval.agreement, spans);
  }
  // What nothing shows is a line of noughts and not a line left out, where registers are taken whole.
  if (!query.byState && !query.byModel)
    for (const register of REGISTERS) groupOf(groups, { register, state: null, model: null });
  const series = [...groups.values()].sort(byName).map((group) => seriesOf(group, days.length));
  return { days, lists: newestLists(source.lists, days), series };
}

/** One row of `registers`: the stable keys of the command line and of the open data. */
export interface RegisterRow {
  /** The day, or the month (`2026-05`) by its last day. */
  period: string;
  register: RegisterName;
  state: string | null;
  model: Programme | null;
  agencies: number;
  agenciesUncertain: number;
  agreements: number;
  agreementsUncertain: number;
  /** Day of the newest list then. */
  list: Day | null;
  /** True when no list of the register came out that day (or month): the last one's state is carried. */
  carried: boolean;
}

/** Registers as rows, day by day; those with nothing to count are left out where states or models are told apart. */
export function registerRows(
  { days, lists, series }: Registers,
  by: RegisterQuery['by'] = 'day',
): RegisterRow[] {
  return days.flatMap((day, i) => {
    const period = by === 'month' ? day.slice(0, 7) : day;
    return series.flatMap((one) => {
      const { register, state, model } = one;
      const list = lists[register][i] ?? null;
      const row: RegisterRow = {
        period,
        register,
        state,
        model,
        agencies: one.agencies[i] ?? 0,
        agenciesUncertain: one.agenciesUncertain[i] ?? 0,
        agreements: one.agreements[i] ?? 0,
        agreementsUncertain: one.agreementsUncertain[i] ?? 0,
        list,
        carried: list !== null && !list.startsWith(period),
      };
      const empty = row.agreements + row.agreementsUncertain === 0;
      return empty && (state !== null || model !== null) ? [] : [row];
    });
  });
}

type Named = Pick<RegisterSeries, 'register' | 'state' | 'model'>;

interface Group extends Named {
  agencies: Map<string, Spans[]>;
  agreements: Map<string, Spans[]>;
}

/** Positions among the days: perhaps from `first`, surely from `begun`, no longer surely from `ending`, surely not from `end`. */
interface Spans {
  first: number;
  begun: number;
  ending: number;
  end: number;
}

function groupOf(groups: Map<string, Group>, named: Named): Group {
  const key = `${named.register} ${named.state} ${named.model}`;
  const group = groups.get(key) ?? { ...named, agencies: new Map(), agreements: new Map() };
  groups.set(key, group);
  return group;
}

function byName(a: Named, b: Named): number {
  const key = ({ register, state, model }: Named) => `${register} ${state ?? ''} ${model ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
}

function put(spans: Map<string, Spans[]>, subject: string, span: Spans): void {
  const known = spans.get(subject);
  if (known) known.push(span);
  else spans.set(subject, [span]);
}

/** Status calls a position certain on `from.max <= day < to.min`, and uncertain on `from.min <= day < to.max` else. */
function spansOf({ from, to, certainTo }: Interval, days: readonly Day[]): Spans {
  const begun = indexOf(days, from.max ?? '9999');
  const end = to === null ? days.length : indexOf(days, to.max ?? '9999');
  return {
    first: from.min === null ? begun : Math.min(begun, indexOf(days, from.min)),
    begun,
    ending: Math.min(end, indexOf(days, (to === null ? certainTo : (to.min ?? to.max)) ?? '9999')),
    end,
  };
}

/** Position of the first of the days that is not before `day`. */
function indexOf(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function seriesOf({ register, state, model, agencies, agreements }: Group, length: number): RegisterSeries {
  const [agencyCounts, agreementCounts] = [counted(agencies, length), counted(agreements, length)];
  return {
    register,
    state,
    model,
    agencies: agencyCounts.certain,
    agenciesUncertain: agencyCounts.uncertain,
    agreements: agreementCounts.certain,
    agreementsUncertain: agreementCounts.uncertain,
  };
}

function counted(subjects: ReadonlyMap<string, Spans[]>, length: number) {
  const certain = new Array<number>(length).fill(0);
  const uncertain = new Array<number>(length).fill(0);
  const level = new Uint8Array(length);
  for (const spans of subjects.values()) {
    const first = Math.min(...spans.map((span) => span.first));
    const end = Math.max(...spans.map((span) => span.end));
    level.fill(0, first, end);
    for (const span of spans) for (let i = span.first; i < span.end; i++) level[i] ||= 1;
    for (const span of spans) level.fill(2, span.begun, Math.max(span.begun, span.ending));
    for (let i = first; i < end; i++) {
      const counts = level[i] === 2 ? certain : uncertain;
      if (level[i] !== 0) counts[i] = (counts[i] ?? 0) + 1;
    }
  }
  return { certain, uncertain };
}

function daysOf({ from, to, by = 'day' }: RegisterQuery): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (by === 'day' || day === to || addDays(day, 1).slice(0, 7) !== day.slice(0, 7)) days.push(day);
  }
  return days;
}

function newestLists(
  lists: RegisterSource['lists'],
  days: readonly Day[],
): Record<RegisterName, (Day | null)[]> {
  const newest = (pending: boolean) => {
    const own = lists.filter(({ kind }) => (kind === 'pending') === pending).map(({ day }) => day);
    const sorted = own.sort();
    let at = 0;
    return days.map((day) => {
      while (at < sorted.length && (sorted[at] ?? '') <= day) at++;
      return sorted[at - 1] ?? null;
    });
  };
  return { 'takes-part': newest(false), 'will-join': newest(true) };
}
