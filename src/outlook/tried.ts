import type { MonthTested } from './backtest.ts';

/** Odds that promise no more than an outlook knows: `n` in `of`; `n` is 0 for less than one in `of`. */
export interface Band {
  n: number;
  of: number;
}

/** What came of the odds of one band in months gone by, each foretold from what was known then. */
export interface Tried extends Band {
  cases: number;
  came: number;
}

const ONE_IN = [10, 15, 20, 30, 50, 75, 100, 200, 500, 1000];

/** The odds that are shown for a chance: tenths above one in ten, else one in so many. */
export function bandOf(chance: number): Band {
  if (chance < 0.001) return { n: 0, of: 1000 };
  if (chance >= 0.15) return { n: Math.min(9, Math.round(chance * 10)), of: 10 };
  return { n: 1, of: ONE_IN.find((one) => one >= 0.95 / chance) ?? 1000 };
}

/** What came of the odds of each band, likeliest first. */
export function triedOf(months: Iterable<MonthTested>): Tried[] {
  const bands: Bands = new Map();
  for (const month of months) addTried(bands, month);
  return likeliestFirst(bands);
}

/** Bands by their odds, while months are counted into them. */
export type Bands = Map<string, Tried>;

/** Counts what came of a month. Who counts each as it is foretold need not hold the forecasts of all: each is of the whole country. */
export function addTried(bands: Bands, { forecasts }: MonthTested): void {
  for (const { chance, happened } of forecasts) {
    const band = bandOf(chance);
    const key = `${band.n}/${band.of}`;
    const tried = bands.get(key) ?? { ...band, cases: 0, came: 0 };
    bands.set(key, tried);
    tried.cases++;
    if (happened) tried.came++;
  }
}

/** The bands counted, likeliest first. */
export function likeliestFirst(bands: Bands): Tried[] {
  return [...bands.values()].sort((a, b) => b.n / b.of - a.n / a.of);
}
