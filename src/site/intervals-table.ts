import { POSITIONS, PROGRAMMES } from '../claim/index.ts';
import type { AgencyInfo, Interval } from '../record/index.ts';
import { type AgencyKind, STATES, stateOfFips } from '../resolve/index.ts';
import { dayNumber, emptyTable, type IntervalTable, NO_DAY, ROLES, type Spot } from './intervals-binary.ts';
import type { County } from './map-raster.ts';

// These serve the whole county, so they colour it; everybody else in it is a dot.
const COUNTYWIDE: ReadonlySet<AgencyKind> = new Set(['sheriff', 'jail', 'corrections']);

// Territories lie outside the map: dots in its lower right corner and, for the Pacific, its lower left.
const TERRITORIES: Record<string, [number, number]> = {
  PR: [860, 580],
  VI: [925, 580],
  GU: [20, 590],
  MP: [20, 558],
  AS: [95, 590],
};

/** The columns of the intervals of these agencies, in the order of the agencies. */
export function tabulate(agencies: AgencyInfo[], intervals: Interval[], counties: County[]): IntervalTable {
  const index = new Map(agencies.map((agency, i) => [agency.id, i]));
  const rows = intervals.filter((interval) => index.has(interval.agency)).sort(byAgency(index));
  const table = emptyTable(agencies.length, rows.length);
  table.programmes = [...PROGRAMMES];
  table.positions = [...POSITIONS];
  table.states = STATES.map((state) => state.usps);
  placeAgencies(table, agencies, counties);
  rows.forEach((row, i) => {
    table.agency[i] = index.get(row.agency)!;
    table.programme[i] = PROGRAMMES.indexOf(row.programme);
    table.position[i] = POSITIONS.indexOf(row.position);
    table.fromMin[i] = number(row.from.min);
    table.fromMax[i] = number(row.from.max);
    table.ended[i] = row.to === null ? 0 : 1;
    table.toMin[i] = number(row.to === null ? row.certainTo : row.to.min);
    table.toMax[i] = number(row.to?.max ?? null);
    table.lastSeen[i] = number(row.lastSeen);
  });
  return table;
}

function number(day: string | null): number {
  return day === null ? NO_DAY : dayNumber(day);
}

// Every column takes part, so that the same record gives the same bytes whatever order it answers in.
function byAgency(index: Map<string, number>): (a: Interval, b: Interval) => number {
  const key = (i: Interval) =>
    [i.from.max, i.from.min, i.programme, i.position, i.to?.max, i.to?.min, i.lastSeen].join();
  return (a, b) => {
    const order = index.get(a.agency)! - index.get(b.agency)!;
    if (order !== 0) return order;
    const [ka, kb] = [key(a), key(b)];
    return ka < kb ? -1 : ka > kb ? 1 : 0;
  };
}

function placeAgencies(table: IntervalTable, agencies: AgencyInfo[], counties: County[]): void {
  const byFips = new Map(counties.map((county, i) => [county.fips, i]));
  const middles = stateMiddles(counties);
  const spots = new Map<string, number>();
  const spotOf = (spot: Spot): number => {
    const key = `${spot.county},${spot.x},${spot.y}`;
    let at = spots.get(key);
    if (at === undefined) {
      at = table.spots.push(spot) - 1;
      spots.set(key, at);
    }
    return at;
  };
  agencies.forEach((agency, i) => {
    const at = byFips.get(agency.counties[0] ?? '');
    const county = at === undefined ? null : counties[at]!;
    const statewide = middles.get(agency.state) ?? TERRITORIES[agency.state];
    table.state[i] = Math.max(0, table.states.indexOf(agency.state));
    if (county) {
      table.spot[i] = spotOf({ county: at! + 1, x: Math.round(county.x), y: Math.round(county.y) });
      table.role[i] = ROLES.indexOf(COUNTYWIDE.has(agency.kind) && county.filled ? 'county' : 'dot');
    } else {
      table.spot[i] = statewide ? spotOf({ county: 0, x: statewide[0], y: statewide[1] }) : -1;
      table.role[i] = ROLES.indexOf('state');
    }
  });
}

/** The mean of a state's county middles: near enough for the square of its statewide agencies. */
function stateMiddles(counties: County[]): Map<string, [number, number]> {
  const sums = new Map<string, { x: number; y: number; n: number }>();
  for (const county of counties) {
    const code = stateOfFips(county.fips) ?? '';
    const sum = sums.get(code) ?? { x: 0, y: 0, n: 0 };
    sums.set(code, { x: sum.x + county.x, y: sum.y + county.y, n: sum.n + 1 });
  }
  return new Map([...sums].map(([code, s]) => [code, [Math.round(s.x / s.n), Math.round(s.y / s.n)]]));
}
