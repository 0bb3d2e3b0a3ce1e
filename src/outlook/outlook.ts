import { addDays, type Day } from '../base/index.ts';
import type { Agency } from '../resolve/index.ts';
import { type Case, chanceOf, contributions, type Fitted, fitLogistic, logit, paceOf } from './logistic.ts';
import {
  candidatesOn,
  type Feature,
  HORIZON,
  happened,
  JOIN_FEATURES,
  LEAVE_FEATURES,
  type Turn,
  thoseWhoMay,
  type World,
} from './panel.ts';
import { ratesBefore } from './rates.ts';

/** The odds of one agency: a chance from 0 to 1, and the features that move it most, strongest first. */
export interface Odds {
  agency: Agency;
  chance: number;
  reasons: Reason[];
}

// What these say is of a whole group: pending or not, of one kind, in one state.
const OF_GROUP = ['pending', 'sheriff', 'police', 'stateShare', 'stateJoins', 'stateLeaves'] as const;
type OfGroup = (typeof OF_GROUP)[number];

/** What moves odds, and whether it raises them. `like` is all that is said of agencies like it: how often they took the turn lately. */
export interface Reason {
  feature: Exclude<Feature, OfGroup> | 'like';
  raises: boolean;
}

/** The outlook of a day. */
export interface Outlook {
  day: Day;
  turn: Turn;
  /** The chance of an agency of which nothing is known: the share that took the turn in the 90 days before. */
  base: number;
  /** Months that the model learned from; with fewer than two there is no outlook and `odds` is empty. */
  months: number;
  /** Likeliest first. */
  odds: Odds[];
}

// Strong: the rates say most, and the features only what they leave.
const RIDGE = 500;
const MOST_REASONS = 3;

/** The months' first days from which a model of `day` may learn: those whose 90 days were over by then. */
export function learningDays(first: Day, day: Day): Day[] {
  const days: Day[] = [];
  for (let month = monthAfter(first); addDays(month, HORIZON) <= day; month = monthAfter(month))
    days.push(month);
  return days;
}

/** The first day of the month after a day. */
export function monthAfter(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`;
}

/** The share of agencies without the turn that took it in the days before: what an outlook without a model would say. */
export function baseRate(world: World, turn: Turn, day: Day, days = HORIZON): number {
  const before = addDays(day, -days);
  const could = thoseWhoMay(world, turn, before);
  const did = could.filter((history) => happened(history, turn, before, day)).length;
  return (did + 0.5) / (could.length + 1);
}

// What moves agencies changes within months: older ones teach what no longer holds.
const MEMORY = 3;

/**
 * The model of a day, learned from the newest months before it whose 90 days were over; null when fewer than two are there. What
 * the rates of the time before said of each agency, and each month's own pace, is taken out: the features tell who is likelier.
 */
export function learn(
  world: World,
  turn: Turn,
  first: Day,
  day: Day,
): { fitted: Fitted; months: number } | null {
  const days = learningDays(first, day).slice(-MEMORY);
  if (days.length < 2) return null;
  const cases: Case[] = days.flatMap((month) => {
    const until = addDays(month, HORIZON);
    const rateOf = ratesBefore(world, turn, month);
    const found = candidatesOn(world, turn, month).map(({ history, features }) => ({
      features,
      offset: logit(rateOf(history)),
      happened: happened(history, turn, month, until),
    }));
    const pace = paceOf(found);
    for (const one of found) one.offset += pace;
    return found;
  });
  return { fitted: fitLogistic(cases, RIDGE), months: days.length };
}

/** The odds of every agency that may take the turn within 90 days of a day. `first` is the first day of regular lists. */
export function outlookOn(world: World, turn: Turn, first: Day, day: Day): Outlook {
  const base = baseRate(world, turn, day);
  const learned = learn(world, turn, first, day);
  if (learned === null) return { day, turn, base, months: 0, odds: [] };
  const names: readonly Feature[] = turn === 'join' ? JOIN_FEATURES : LEAVE_FEATURES;
  const rateOf = ratesBefore(world, turn, day);
  const odds = candidatesOn(world, turn, day).map(({ agency, history, features }) => {
    const rate = logit(rateOf(history));
    return {
      agency,
      chance: chanceOf(learned.fitted, features, rate),
      reasons: reasonsOf(names, features, contributions(learned.fitted, features), rate - logit(base)),
    };
  });
  odds.sort((a, b) => b.chance - a.chance || (a.agency.id < b.agency.id ? -1 : 1));
  return { day, turn, base, months: learned.months, odds };
}

// That something rare is not so is no reason that anybody looks for.
const ONLY_WHERE_SO: readonly Feature[] = ['sizeUnknown', 'required', 'forbidden', 'leftBefore'];

function reasonsOf(
  names: readonly Feature[],
  features: readonly number[],
  moved: readonly number[],
  like: number,
): Reason[] {
  const sums = new Map<Reason['feature'], number>([['like', like]]);
  for (const [i, name] of names.entries()) {
    if (features[i] === 0 && ONLY_WHERE_SO.includes(name)) continue;
    const feature = isOfGroup(name) ? 'like' : name;
    sums.set(feature, (sums.get(feature) ?? 0) + moved[i]!);
  }
  return [...sums]
    .filter(([, sum]) => Math.abs(sum) > 0.2)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_REASONS)
    .map(([feature, sum]) => ({ feature, raises: sum > 0 }));
}

function isOfGroup(name: Feature): name is OfGroup {
  return (OF_GROUP as readonly Feature[]).includes(name);
}
