import { Reader, Writer } from './varint.ts';

/** How an agency stands on the map: it colours its county, it is a dot there, or it is the state's own square. */
export const ROLES = ['county', 'dot', 'state'] as const;

/** A spot of the map: an entry of the list of counties (0 is none, n is entry n - 1) and a point in map units. */
export interface Spot {
  county: number;
  x: number;
  y: number;
}

/**
 * The derived intervals as columns. Days are numbers since 1970-01-01; a null day is `NO_DAY`. Agency n of the
 * columns is agency n of the first search file. Rows of one agency stand together.
 */
export interface IntervalTable {
  programmes: string[];
  positions: string[];
  /** State codes that the agencies refer to. */
  states: string[];
  spots: Spot[];
  /** Of each agency: its spot (-1: none), its role and its state. */
  spot: Int32Array;
  role: Uint8Array;
  state: Uint8Array;
  /** Of each interval. */
  agency: Int32Array;
  programme: Uint8Array;
  position: Uint8Array;
  fromMin: Int32Array;
  fromMax: Int32Array;
  /** 1 where something says that it ended. */
  ended: Uint8Array;
  /** First day on which it can have ended; where nothing ended it, first day on which it is no longer certain. */
  toMin: Int32Array;
  toMax: Int32Array;
  lastSeen: Int32Array;
}

/** The day number of no day at all: open or unknown. */
export const NO_DAY = -0x80000000;

/** The day number (days since 1970-01-01) of a day. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The day of a day number. */
export function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** An interval table of the given numbers of agencies and intervals, every column zero. */
export function emptyTable(agencies: number, intervals: number): IntervalTable {
  return {
    programmes: [],
    positions: [],
    states: [],
    spots: [],
    spot: new Int32Array(agencies),
    role: new Uint8Array(agencies),
    state: new Uint8Array(agencies),
    agency: new Int32Array(intervals),
    programme: new Uint8Array(intervals),
    position: new Uint8Array(intervals),
    fromMin: new Int32Array(intervals),
    fromMax: new Int32Array(intervals),
    ended: new Uint8Array(intervals),
    toMin: new Int32Array(intervals),
    toMax: new Int32Array(intervals),
    lastSeen: new Int32Array(intervals),
  };
}

/** Bytes of a table: strings, then each column as varints. Days are written against another day of the same row where there is one. */
export function encodeIntervals(table: IntervalTable): Uint8Array<ArrayBuffer> {
  const out = new Writer();
  for (const list of [table.programmes, table.positions, table.states]) {
    out.uint(list.length);
    for (const item of list) out.text(item);
  }
  out.uint(table.spots.length);
  for (const spot of table.spots) {
    out.uint(spot.county);
    out.int(spot.x);
    out.int(spot.y);
  }
  out.uint(table.spot.length);
  for (const value of table.spot) out.uint(value + 1);
  for (const column of [table.role, table.state]) for (const value of column) out.uint(value);
  out.uint(table.agency.length);
  let last = 0;
  for (const value of table.agency) {
    out.uint(value - last);
    last = value;
  }
  for (const column of [table.programme, table.position, table.ended])
    for (const value of column) out.uint(value);
  const { days, against } = dayColumns(table);
  days.forEach((column, i) => {
    column.forEach((day, row) => {
      writeDay(out, day, against[i]?.[row] ?? NO_DAY);
    });
  });
  return out.done();
}

/** The table that `encodeIntervals` made the bytes of. */
export function decodeIntervals(bytes: Uint8Array): IntervalTable {
  const input = new Reader(bytes);
  const strings = () => Array.from({ length: input.uint() }, () => input.text());
  const [programmes, positions, states] = [strings(), strings(), strings()];
  const spots = Array.from({ length: input.uint() }, () => ({
    county: input.uint(),
    x: input.int(),
    y: input.int(),
  }));
  const agencies = input.uint();
  const spot = new Int32Array(agencies).map(() => input.uint() - 1);
  const role = new Uint8Array(agencies).map(() => input.uint());
  const state = new Uint8Array(agencies).map(() => input.uint());
  const table = {
    ...emptyTable(agencies, input.uint()),
    programmes,
    positions,
    states,
    spots,
    spot,
    role,
    state,
  };
  let last = 0;
  for (let i = 0; i < table.agency.length; i++) {
    last += input.uint();
    table.agency[i] = last;
  }
  for (const column of [table.programme, table.position, table.ended]) {
    for (let i = 0; i < column.length; i++) column[i] = input.uint();
  }
  const { days, against } = dayColumns(table);
  days.forEach((column, i) => {
    for (let row = 0; row < column.length; row++) column[row] = readDay(input, against[i]?.[row] ?? NO_DAY);
  });
  return table;
}

function dayColumns(table: IntervalTable): { days: Int32Array[]; against: (Int32Array | null)[] } {
  return {
    days: [table.fromMax, table.fromMin, table.lastSeen, table.toMin, table.toMax],
    against: [null, table.fromMax, table.fromMax, table.lastSeen, table.toMin],
  };
}

function writeDay(out: Writer, day: number, near: number): void {
  if (day === NO_DAY) {
    out.uint(0);
    return;
  }
  const delta = near === NO_DAY ? day : day - near;
  // Zigzag by hand, moved up by one to leave 0 for "no day".
  out.uint((delta < 0 ? -delta * 2 - 1 : delta * 2) + 1);
}

function readDay(input: Reader, near: number): number {
  const code = input.uint();
  if (code === 0) return NO_DAY;
  const zigzag = code - 1;
  const delta = zigzag & 1 ? -((zigzag + 1) / 2) : zigzag / 2;
  return near === NO_DAY ? delta : near + delta;
}
