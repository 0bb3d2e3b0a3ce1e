import { addDays, type Day } from '../base/index.ts';
import { type LawBook, whatIsAsked } from '../law/index.ts';
import type { Interval } from '../record/index.ts';
import { type Agency, adjoiningCounties, countyOf } from '../resolve/index.ts';

/** The days within which the outlook says what may happen. */
export const HORIZON = 90;

/** What is counted as size: sworn officers, from an official list. */
export type Officers = ReadonlyMap<string, number>;

/** When an agency took part in any model of 287(g), and when it stood as pending. Days are those on which evidence first shows it. */
export interface History {
  agency: Agency;
  spells: { from: Day; to: Day | null }[];
  pending: { from: Day; to: Day | null }[];
  officers: number | null;
}

/** All that the outlook is made from. */
export interface World {
  histories: History[];
  law: LawBook;
}

/** Features of agencies that may join, in words for the catalogue and in the order of `features`. */
export const JOIN_FEATURES = [
  'pending',
  'sheriff',
  'police',
  'size',
  'sizeUnknown',
  'stateShare',
  'stateJoins',
  'countyPartner',
  'neighbours',
  'required',
  'forbidden',
  'leftBefore',
] as const;

/** Features of agencies that may leave. */
export const LEAVE_FEATURES = [
  'sheriff',
  'size',
  'months',
  'stateShare',
  'stateLeaves',
  'required',
  'forbidden',
  'leftBefore',
] as const;

export type Feature = (typeof JOIN_FEATURES)[number] | (typeof LEAVE_FEATURES)[number];
export type Turn = 'join' | 'leave';

/** An agency on a day, before it is known what comes. */
export interface Candidate {
  agency: Agency;
  features: number[];
}

/** What intervals, agencies and laws amount to. Agencies without a code of the FBI are left out: nobody can say who else there is. */
export function worldOf(
  agencies: readonly Agency[],
  intervals: readonly Interval[],
  officers: Officers,
  law: LawBook,
): World {
  const own = new Map<string, Interval[]>();
  for (const interval of intervals)
    if (interval.programme.startsWith('287g') && interval.agreement !== null)
      own.set(interval.agency, [...(own.get(interval.agency) ?? []), interval]);
  const histories = agencies
    .filter(({ ori, state }) => ori.length > 0 && state !== '')
    .map((agency) => {
      const found = own.get(agency.id) ?? [];
      const sizes = agency.ori.flatMap((ori) => officers.get(ori) ?? []);
      return {
        agency,
        spells: spells(found.filter(({ position }) => position === 'takes-part' || position === 'expands')),
        pending: spells(found.filter(({ position }) => position === 'will-join')),
        officers: sizes.length > 0 ? Math.max(...sizes) : null,
      };
    });
  return { histories, law };
}

function spells(intervals: Interval[]): { from: Day; to: Day | null }[] {
  const found = intervals.flatMap(({ from, to }) => {
    const start = from.max ?? from.min;
    return start === null ? [] : [{ from: start, to: to === null ? null : (to.max ?? to.min) }];
  });
  found.sort((a, b) => (a.from < b.from ? -1 : 1));
  const joined: { from: Day; to: Day | null }[] = [];
  for (const spell of found) {
    const last = joined.at(-1);
    if (last && (last.to === null || spell.from <= last.to)) {
      if (last.to !== null && (spell.to === null || spell.to > last.to)) last.to = spell.to;
    } else joined.push({ ...spell });
  }
  return joined;
}

const within = ({ from, to }: { from: Day; to: Day | null }, day: Day) =>
  from <= day && (to === null || day < to);

/** Whether an agency stood as pending on a day. */
export function wasPending({ pending }: History, day: Day): boolean {
  return pending.some((spell) => within(spell, day));
}

/** True when the turn came after `day` and by `until`. */
export function happened(history: History, turn: Turn, day: Day, until: Day): boolean {
  return turn === 'join'
    ? history.spells.some(({ from }) => from > day && from <= until)
    : history.spells.some((spell) => within(spell, day) && spell.to !== null && spell.to <= until);
}

type Found = Candidate & { history: History };

// The same months are learned from for three models; the oldest give way, for each holds the whole country.
const MOST_DAYS = 4;
const worked = new WeakMap<World, Map<string, Found[]>>();

/** The agencies that may take the turn after a day, each with what was known by that day. Kept for the days asked for last. */
export function candidatesOn(world: World, turn: Turn, day: Day): readonly Found[] {
  const days = worked.get(world) ?? new Map<string, Found[]>();
  worked.set(world, days);
  const key = `${turn} ${day}`;
  const found = days.get(key) ?? workOut(world, turn, day);
  days.delete(key);
  days.set(key, found);
  if (days.size > MOST_DAYS) days.delete(days.keys().next().value!);
  return found;
}

/** Those that may take the turn after a day, without what is known of them. */
export function thoseWhoMay(world: World, turn: Turn, day: Day): History[] {
  return world.histories.filter(
    ({ spells }) => spells.some((spell) => within(spell, day)) === (turn === 'leave'),
  );
}

function workOut(world: World, turn: Turn, day: Day): Found[] {
  const around = surroundings(world, day);
  const names: readonly Feature[] = turn === 'join' ? JOIN_FEATURES : LEAVE_FEATURES;
  return thoseWhoMay(world, turn, day).map((history) => {
    const values = featuresOf(world, history, around, day);
    return { agency: history.agency, history, features: names.map((name) => values[name]) };
  });
}

interface Surroundings {
  /** By state and kind: how many there are, how many take part, and how many joined and left in the last 90 days. */
  groups: Map<string, { all: number; partners: number; joins: number; leaves: number }>;
  /** By county: agencies that take part. */
  counties: Map<string, number>;
  asked: Map<string, { required: boolean; forbidden: boolean }>;
}

function surroundings({ histories }: World, day: Day): Surroundings {
  const groups: Surroundings['groups'] = new Map();
  const counties = new Map<string, number>();
  const since = addDays(day, -HORIZON);
  for (const { agency, spells } of histories) {
    const key = groupOf(agency);
    const group = groups.get(key) ?? { all: 0, partners: 0, joins: 0, leaves: 0 };
    groups.set(key, group);
    group.all++;
    if (spells.some(({ from }) => from > since && from <= day)) group.joins++;
    if (spells.some(({ to }) => to !== null && to > since && to <= day)) group.leaves++;
    if (!spells.some((spell) => within(spell, day))) continue;
    group.partners++;
    for (const fips of agency.counties) counties.set(fips, (counties.get(fips) ?? 0) + 1);
  }
  return { groups, counties, asked: new Map() };
}

const groupOf = ({ state, kind }: Agency) =>
  `${state} ${kind === 'sheriff' || kind === 'police' ? kind : 'other'}`;

function featuresOf(world: World, history: History, around: Surroundings, day: Day): Record<Feature, number> {
  const { agency, officers, spells } = history;
  const group = around.groups.get(groupOf(agency)) ?? { all: 0, partners: 0, joins: 0, leaves: 0 };
  const partner = spells.some((spell) => within(spell, day)) ? 1 : 0;
  const county = agency.counties.some((fips) => (around.counties.get(fips) ?? 0) - partner > 0);
  const beside = agency.counties
    .slice(0, 1)
    .flatMap((fips) => adjoiningCounties(countyOf(fips)?.now[0] ?? fips));
  const with_ = beside.filter((fips) => around.counties.has(fips)).length;
  const asked = askedOn(world, agency, around, day);
  const current = spells.find((spell) => within(spell, day));
  return {
    pending: wasPending(history, day) ? 1 : 0,
    sheriff: agency.kind === 'sheriff' ? 1 : 0,
    police: agency.kind === 'police' ? 1 : 0,
    size: officers === null ? 0 : Math.log10(1 + officers),
    sizeUnknown: officers === null ? 1 : 0,
    // Ten made-up agencies that do not take part keep a group of one from saying all or nothing.
    stateShare: (group.partners - partner) / (group.all + 10),
    stateJoins: Math.log1p((100 * group.joins) / (group.all + 10)),
    stateLeaves: Math.log1p((100 * group.leaves) / (group.partners + 10)),
    countyPartner: county ? 1 : 0,
    neighbours: beside.length > 0 ? with_ / beside.length : 0,
    months: current ? Math.log1p(daysSince(current.from, day) / 30) : 0,
    required: asked.required ? 1 : 0,
    forbidden: asked.forbidden ? 1 : 0,
    leftBefore: spells.some(({ to }) => to !== null && to <= day) ? 1 : 0,
  };
}

function daysSince(from: Day, day: Day): number {
  return (Date.parse(day) - Date.parse(from)) / 86_400_000;
}

function askedOn({ law }: World, agency: Agency, around: Surroundings, day: Day) {
  const key = `${agency.state} ${agency.kind}`;
  const known = around.asked.get(key);
  if (known) return known;
  const { state, kind } = agency;
  const { asked } = whatIsAsked(law, { on: day, programme: '287g', state, kind });
  const answer = { required: asked === 'required', forbidden: asked === 'forbidden' };
  around.asked.set(key, answer);
  return answer;
}
