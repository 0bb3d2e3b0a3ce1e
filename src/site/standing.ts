import { type IntervalTable, NO_DAY } from './intervals-binary.ts';

/**
 * The looks of a position, in order of precedence: present positions first, the farthest-going first; then what ended;
 * then what was said without deciding (not approached, undecided, nothing changes). An agency, a dot and a county take
 * the first look that any of their intervals gives; among equal looks a certain one wins over an uncertain one.
 */
export const LOOKS = ['takes-part', 'will-join', 'limits', 'declines', 'ends', 'other'] as const;
export type Look = (typeof LOOKS)[number];

const LOOK_OF: Record<string, Look> = {
  'takes-part': 'takes-part',
  expands: 'takes-part',
  'will-join': 'will-join',
  limits: 'limits',
  declines: 'declines',
  ends: 'ends',
};

/** The look of a position of the vocabulary. */
export function lookOf(position: string): Look {
  return LOOK_OF[position] ?? 'other';
}

/**
 * Whether an interval holds on a day: `uncertain` between the two days between which it began or ended; `silent` where
 * it was only said, long ago, and nothing was heard since: uncertain too.
 */
export type Hold = 'not-yet' | 'holds' | 'uncertain' | 'silent' | 'over';

/** Whether an interval of these bounds holds on `day`. Without a first possible day it counts from the last; all are numbers. */
export function holdOn(
  day: number,
  fromMin: number,
  fromMax: number,
  ended: boolean,
  toMin: number,
  toMax: number,
): Hold {
  const first = fromMin === NO_DAY ? fromMax : fromMin;
  if (first !== NO_DAY && day < first) return 'not-yet';
  if (ended) {
    if (toMax !== NO_DAY && day >= toMax) return 'over';
    if (toMin === NO_DAY || day >= toMin) return 'uncertain';
  } else if (toMin !== NO_DAY && day >= toMin) return 'silent';
  // An end known only as "by then" leaves nothing certain before it; a start known only as "since" is uncertain throughout.
  return fromMax === NO_DAY || day < fromMax ? 'uncertain' : 'holds';
}

/** Where everybody stands on a day. `standing[agency]` is 0 for no position known, else 2 × (index of the look + 1), plus 1 where uncertain. */
export interface Standings {
  standing: Uint8Array;
  /** Of each agency, which of `counts` it falls under, as bits. */
  facts: Uint8Array;
  /**
   * Agencies that take part in 287(g), that said that they decline anything, those of them of whom nothing was heard for
   * more than a year, and those that ended a 287(g) agreement and are in none.
   */
  counts: { partners: number; declining: number; silent: number; ended: number };
}

/** A table as one looks at it for a programme: which rows count, and as what. */
export interface Lens {
  table: IntervalTable;
  /** By the index of a position: its look's index. */
  looks: number[];
  /** By the index of a programme. */
  is287g: boolean[];
  wanted: boolean[];
}

/** The lens for one programme, `287g` for every model, null for all. */
export function lensOf(table: IntervalTable, programme: string | null): Lens {
  const is287g = table.programmes.map((name) => name.startsWith('287g'));
  return {
    table,
    looks: table.positions.map((name) => LOOKS.indexOf(lookOf(name))),
    is287g,
    wanted: table.programmes.map(
      (name, p) => programme === null || name === programme || (programme === '287g' && is287g[p]!),
    ),
  };
}

/** Writes into `standing` and `facts` where one agency stands on a day, by its rows from `first` to before `end`. */
export function standAgency(
  { table, looks, is287g, wanted }: Lens,
  day: number,
  agency: number,
  first: number,
  end: number,
  standing: Uint8Array,
  facts: Uint8Array,
): void {
  let own = 0;
  let fact = 0;
  for (let i = first; i < end; i++) {
    const p = table.programme[i]!;
    if (!wanted[p]) continue;
    const hold = holdOn(
      day,
      table.fromMin[i]!,
      table.fromMax[i]!,
      table.ended[i] === 1,
      table.toMin[i]!,
      table.toMax[i]!,
    );
    if (hold === 'not-yet' || hold === 'over') continue;
    const look = looks[table.position[i]!]!;
    const code = 2 * (look + 1) + (hold === 'holds' ? 0 : 1);
    if (own === 0 || code < own) own = code;
    if (is287g[p] && look === TAKES_PART) fact |= PARTNER;
    if (is287g[p] && look === ENDS) fact |= ENDED;
    if (look === DECLINES_LOOK) fact |= hold === 'silent' ? DECLINED : DECLINES;
  }
  standing[agency] = own;
  facts[agency] = fact;
}

/** The standings of a day by one scan of the intervals; `programme` narrows to one, `287g` to every model. */
export function standingsOn(table: IntervalTable, day: number, programme: string | null = null): Standings {
  const standing = new Uint8Array(table.spot.length);
  const facts = new Uint8Array(table.spot.length);
  const lens = lensOf(table, programme);
  for (let first = 0; first < table.agency.length; ) {
    const agency = table.agency[first]!;
    let end = first + 1;
    while (table.agency[end] === agency) end++;
    standAgency(lens, day, agency, first, end, standing, facts);
    first = end;
  }
  return { standing, facts, counts: countFacts(facts) };
}

const TAKES_PART = LOOKS.indexOf('takes-part');
const ENDS = LOOKS.indexOf('ends');
const DECLINES_LOOK = LOOKS.indexOf('declines');

const PARTNER = 1;
const DECLINES = 2;
const ENDED = 4;
const DECLINED = 8;

/** The counts of all agencies, or of those that `which` takes (by their index). */
export function countFacts(
  facts: Uint8Array,
  which: (agency: number) => boolean = () => true,
): Standings['counts'] {
  const counts = { partners: 0, declining: 0, silent: 0, ended: 0 };
  for (let agency = 0; agency < facts.length; agency++) {
    const fact = facts[agency]!;
    if (fact === 0 || !which(agency)) continue;
    if (fact & PARTNER) counts.partners++;
    else if (fact & ENDED) counts.ended++;
    if (fact & (DECLINES | DECLINED)) counts.declining++;
    if ((fact & (DECLINES | DECLINED)) === DECLINED) counts.silent++;
  }
  return counts;
}

/** The same with those alone that have a look; all of them with null or a word that is none. */
export function onlyLook(standings: Standings, look: string | null): Standings {
  const wanted = LOOKS.findIndex((name) => name === look);
  if (wanted < 0) return standings;
  return { ...standings, standing: standings.standing.map((code) => (code >> 1 === wanted + 1 ? code : 0)) };
}

/** Programmes in which each agency has the look of its standing on a day, by their names; 287(g) first. */
export function programmesOn(table: IntervalTable, day: number, { standing }: Standings): string[][] {
  const found = Array.from(standing, () => new Set<string>());
  for (let i = 0; i < table.agency.length; i++) {
    const agency = table.agency[i]!;
    const look = readStanding(standing[agency]!)?.look;
    if (lookOf(table.positions[table.position[i]!]!) !== look) continue;
    const bounds = [
      table.fromMin[i]!,
      table.fromMax[i]!,
      table.ended[i] === 1,
      table.toMin[i]!,
      table.toMax[i]!,
    ];
    const hold = holdOn(day, ...(bounds as [number, number, boolean, number, number]));
    if (hold !== 'not-yet' && hold !== 'over') found[agency]!.add(table.programmes[table.programme[i]!]!);
  }
  return found.map((names) =>
    [...names].sort((a, b) => Number(b.startsWith('287g')) - Number(a.startsWith('287g'))),
  );
}

/** Look and certainty of a standing's code, or null for no position known. */
export function readStanding(code: number): { look: Look; certain: boolean } | null {
  return code < 2 ? null : { look: LOOKS[(code >> 1) - 1]!, certain: (code & 1) === 0 };
}

/** How many agencies of each state have each look: `[state index][look index]`. Nobody counts twice. */
export function countByState(table: IntervalTable, { standing }: Standings): Uint32Array[] {
  const counts = table.states.map(() => new Uint32Array(LOOKS.length));
  standing.forEach((code, agency) => {
    if (code >= 2) counts[table.state[agency]!]![(code >> 1) - 1]!++;
  });
  return counts;
}

/** Days on which anything begins or ends, ascending: what "next change" steps through. */
export function changeDays(table: IntervalTable): number[] {
  const days = new Set<number>();
  for (const column of [table.fromMin, table.fromMax, table.toMin, table.toMax]) {
    for (const day of column) if (day !== NO_DAY) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/** How many agreements came onto the lists on a day, and how many were over by then; what is only said is counted apart. */
export interface DayEvents {
  joined: number;
  pending: number;
  ended: number;
  said: number;
}

/** What the evidence of a day shows for the first time: an interval counts on the last day on which it can have begun. */
export function eventsOn(table: IntervalTable, day: number): DayEvents {
  const events = { joined: 0, pending: 0, ended: 0, said: 0 };
  for (let i = 0; i < table.agency.length; i++) {
    if (table.fromMax[i] !== day) continue;
    const position = table.positions[table.position[i]!];
    if (!table.programmes[table.programme[i]!]!.startsWith('287g')) events.said++;
    else if (position === 'takes-part') events.joined++;
    else if (position === 'will-join') events.pending++;
    else if (position === 'ends') events.ended++;
    else events.said++;
  }
  return events;
}
