import { addDays, type Day } from '../base/index.ts';
import { chanceOf, logit } from './logistic.ts';
import { baseRate, learn, monthAfter } from './outlook.ts';
import { candidatesOn, HORIZON, happened, type Turn, thoseWhoMay, type World } from './panel.ts';
import { ratesBefore } from './rates.ts';

/** One forecast of the past beside what became of it. */
export interface Forecast {
  chance: number;
  /** What the rate of the 90 days before says of everybody. */
  base: number;
  /** What the last month says of its state and kind, taken three times. */
  lastMonth: number;
  happened: boolean;
  /** Whether it happened within the first 30 days. */
  nextMonth: boolean;
}

/** The forecasts of one month, each made from the months before it alone. */
export interface MonthTested {
  day: Day;
  forecasts: Forecast[];
}

/** Forecasts for the first day of every month of which the 90 days after are known, out of sample. */
export function backtest(world: World, turn: Turn, first: Day, last: Day): MonthTested[] {
  return [...monthsTested(world, turn, first, last)];
}

/** The months of `backtest` one by one, for whoever has other things to do in between. */
export function* monthsTested(world: World, turn: Turn, first: Day, last: Day): Generator<MonthTested> {
  for (let day = monthAfter(first); addDays(day, HORIZON) <= last; day = monthAfter(day)) {
    const learned = learn(world, turn, first, day);
    if (learned === null) continue;
    const base = baseRate(world, turn, day);
    const rateOf = ratesBefore(world, turn, day);
    const recent = recentRates(world, turn, day);
    const [until, nextMonth] = [addDays(day, HORIZON), addDays(day, 30)];
    const forecasts = candidatesOn(world, turn, day).map(({ agency, history, features }) => ({
      chance: chanceOf(learned.fitted, features, logit(rateOf(history))),
      base,
      lastMonth: recent(agency.state, agency.kind),
      happened: happened(history, turn, day, until),
      nextMonth: happened(history, turn, day, nextMonth),
    }));
    yield { day, forecasts };
  }
}

/** By state and kind, three times the share that took the turn in the last 30 days. */
function recentRates(world: World, turn: Turn, day: Day): (state: string, kind: string) => number {
  const before = addDays(day, -30);
  const groups = new Map<string, { could: number; did: number }>();
  for (const history of thoseWhoMay(world, turn, before)) {
    const { agency } = history;
    const key = `${agency.state} ${agency.kind}`;
    const group = groups.get(key) ?? { could: 0, did: 0 };
    groups.set(key, group);
    group.could++;
    if (happened(history, turn, before, day)) group.did++;
  }
  return (state, kind) => {
    const { could = 0, did = 0 } = groups.get(`${state} ${kind}`) ?? {};
    return Math.min(0.99, (3 * did + 0.1) / (could + 10));
  };
}

/** How good forecasts were. Scores of skill are 1 for perfect, 0 for no better than the other. */
export interface Score {
  forecasts: number;
  events: number;
  brier: number;
  logLoss: number;
  skillOverBase: number;
  skillOverLastMonth: number;
  /** The same by logarithmic loss. */
  logSkillOverBase: number;
  /** Of what happened in the next 30 days, the share among the tenth held likeliest. */
  topDecile: number | null;
  /** Forecasts in order of chance, cut in parts of about equal expected number. */
  calibration: { forecast: number; observed: number; n: number }[];
}

/** The score of forecasts. The top tenth is taken month by month. */
export function scoreOf(months: readonly MonthTested[]): Score {
  const all = months.flatMap(({ forecasts }) => forecasts);
  const brierOf = (of: (one: Forecast) => number) =>
    mean(all.map((one) => (of(one) - (one.happened ? 1 : 0)) ** 2));
  const lossOf = (of: (one: Forecast) => number) =>
    mean(all.map((one) => -Math.log(one.happened ? of(one) : 1 - of(one))));
  const brier = brierOf(({ chance }) => chance);
  const logLoss = lossOf(({ chance }) => chance);
  return {
    forecasts: all.length,
    events: all.filter((one) => one.happened).length,
    brier,
    logLoss,
    skillOverBase: 1 - brier / brierOf(({ base }) => base),
    skillOverLastMonth: 1 - brier / brierOf(({ lastMonth }) => lastMonth),
    logSkillOverBase: 1 - logLoss / lossOf(({ base }) => base),
    topDecile: topDecile(months),
    calibration: calibration(all),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function topDecile(months: readonly MonthTested[]): number | null {
  let [caught, events] = [0, 0];
  for (const { forecasts } of months) {
    const sorted = [...forecasts].sort((a, b) => b.chance - a.chance);
    const top = sorted.slice(0, Math.ceil(sorted.length / 10));
    caught += top.filter(({ nextMonth }) => nextMonth).length;
    events += sorted.filter(({ nextMonth }) => nextMonth).length;
  }
  return events === 0 ? null : caught / events;
}

const PARTS = 10;

function calibration(all: readonly Forecast[]): Score['calibration'] {
  const sorted = [...all].sort((a, b) => a.chance - b.chance);
  const expected = sorted.reduce((sum, { chance }) => sum + chance, 0);
  const parts: Forecast[][] = [];
  let sum = 0;
  for (const one of sorted) {
    const part = Math.min(PARTS - 1, Math.floor((sum / expected) * PARTS));
    sum += one.chance;
    (parts[part] ??= []).push(one);
  }
  return parts
    .filter((part) => part !== undefined)
    .map((part) => ({
      forecast: mean(part.map(({ chance }) => chance)),
      observed: mean(part.map((one) => (one.happened ? 1 : 0))),
      n: part.length,
    }));
}
