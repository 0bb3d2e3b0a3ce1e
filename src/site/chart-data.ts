import { csvFormatRows } from 'd3-dsv';
import { addDays, type Day, daysBetween } from '../base/index.ts';
import {
  type Change,
  type LinkLag,
  type RecordReader,
  type Registers,
  registerRows,
} from '../record/index.ts';

/** A week with how many agreements came onto the lists and how many left them. */
export interface Week {
  /** Its Monday. */
  week: Day;
  joins: number;
  ends: number;
}

/** A span of days and how many agreements waited so long; `to` is null for those that have waited since and for ever. */
export interface LagBin {
  from: number;
  to: number | null;
  agreements: number;
}

/** What the charts are drawn from. */
export interface ChartData {
  registers: Registers;
  weeks: Week[];
  lags: LagBin[];
  unlinked: number;
  median: number | null;
}

/** Names of the charts, and of their files. */
export const CHARTS = ['counts', 'weeks', 'link-lag'] as const;
export type ChartName = (typeof CHARTS)[number];

const FIRST = '2016-11-01';
const WEEKS = 70;
// Links to memoranda stand on the lists from this day on.
const LINKS_FROM = '2025-02-21';
const BINS = [0, 1, 8, 15, 31, 61, 91, 181];

/** The data of all charts up to a day. */
export async function chartData(reader: RecordReader, on: Day): Promise<ChartData> {
  const registers = await reader.registers({ from: FIRST, to: on, by: 'month', byModel: true });
  const from = addDays(mondayOf(on), -7 * (WEEKS - 1));
  const changes = await reader.changes({ from, to: on });
  const lags = await reader.linkLags(LINKS_FROM);
  const known = lags.flatMap(({ days }) => days ?? []).sort((a, b) => a - b);
  return {
    registers,
    weeks: weekly(changes, from, on),
    lags: lagBins(lags),
    unlinked: lags.filter(({ days }) => days === null).length,
    median: known.length === 0 ? null : known[(known.length - 1) >> 1]!,
  };
}

/** Changes of the lists by week; what is only said is no change of a list. */
export function weekly(changes: readonly Change[], from: Day, to: Day): Week[] {
  const first = mondayOf(from);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  const weeks = Array.from({ length: count }, (_, i) => ({ week: addDays(first, 7 * i), joins: 0, ends: 0 }));
  for (const { day, kind } of changes) {
    const week = weeks[Math.floor(daysBetween(first, day) / 7)];
    if (!week) continue;
    if (kind === 'new' || kind === 'returned') week.joins++;
    if (kind === 'gone') week.ends++;
  }
  return weeks;
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** How many agreements waited how long for the link to their memorandum. */
export function lagBins(lags: readonly LinkLag[]): LagBin[] {
  return BINS.map((from, i) => {
    const next = BINS[i + 1];
    const agreements = lags.filter(
      ({ days }) => days !== null && days >= from && (next === undefined || days < next),
    ).length;
    return { from, to: next === undefined ? null : next - 1, agreements };
  });
}

/** A chart's data as CSV. */
export function chartCsv(name: ChartName, data: ChartData): string {
  const rows: Record<ChartName, () => (string | number | null)[][]> = {
    counts: () => [
      ['month', 'register', 'model', 'agencies', 'agencies_uncertain', 'newest_list', 'carried'],
      ...registerRows(data.registers, 'month').map((row) => [
        row.period,
        row.register,
        row.model,
        row.agencies,
        row.agenciesUncertain,
        row.list,
        String(row.carried),
      ]),
    ],
    weeks: () => [
      ['week', 'joins', 'ends'],
      ...data.weeks.map(({ week, joins, ends }) => [week, joins, ends]),
    ],
    'link-lag': () => [
      ['days_from', 'days_to', 'agreements'],
      ...data.lags.map(({ from, to, agreements }) => [from, to, agreements]),
      [null, null, data.unlinked],
    ],
  };
  return `${csvFormatRows(rows[name]().map((row) => row.map((cell) => String(cell ?? ''))))}\n`;
}
