import { gzipSync } from 'node:zlib';
import { type Day, sha256 } from '../base/index.ts';
import type {
  AgencyInfo,
  AgreementRow,
  ContradictionRow,
  RecordCounts,
  RecordReader,
} from '../record/index.ts';
import { areasOf } from '../resolve/index.ts';
import { dayNumber, encodeIntervals, type IntervalTable } from './intervals-binary.ts';
import { tabulate } from './intervals-table.ts';
import { bakeCountyMap, type CountyMap } from './map-raster.ts';
import { encodeRaster } from './raster-codec.ts';
import { encodeLines, type Held } from './search-lines.ts';
import { programmesOn, readStanding, type Standings, standingsOn } from './standing.ts';

/** Bytes that the browser fetches, under a name that changes with them. */
export interface DataFile {
  /** Such as `intervals.1f2e3d4c.bin`. */
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What all pages share of one state of the record; made anew when the record learns something. */
export interface Snapshot {
  counts: RecordCounts;
  /** The day of the oldest list of participating agencies; before it nothing that is held is whole. Null without lists. */
  listsFrom: Day | null;
  table: IntervalTable;
  /** Those with a position first, in the order of the table; then the rest. */
  agencies: AgencyInfo[];
  /** Index of each agency in `agencies`. */
  indexOf: Map<string, number>;
  /** Indexes into `agencies` by county FIPS, in their order. */
  byCounty: Map<string, number[]>;
  /** Agencies of which any evidence speaks, and the counties that have one: what has a page of its own in files. */
  evident: { agencies: ReadonlySet<string>; counties: ReadonlySet<string> };
  agreements: Map<string, AgreementRow[]>;
  contradictions: ContradictionRow[];
  /** Pixels of the raster to a map unit. */
  mapScale: number;
  /** What each holds on the newest day, by its index in `agencies`. */
  heldBy: (index: number) => Held | null;
  /** Data of the map and of search: counties, county names, intervals; agencies of which evidence speaks (those of the table first), the others. */
  files: {
    counties: DataFile;
    countyNames: DataFile;
    intervals: DataFile;
    names: DataFile;
    otherNames: DataFile;
  };
}

// Twice the map's own size: sharp on dense screens, and scaled down it smooths itself.
const SCALE = 2;
const baked = new Map<number, CountyMap>();

/** The county map at a scale (default that of the site), baked on first use. */
export function countyMap(scale = SCALE): CountyMap {
  const map = baked.get(scale) ?? bakeCountyMap(scale);
  baked.set(scale, map);
  return map;
}

let countiesFile: DataFile | null = null;

/** The pixels of the counties for the browser: no record changes them, and packing them takes a tenth of a second. */
function countiesData({ raster }: CountyMap): DataFile {
  countiesFile ??= dataFile(
    'counties',
    'bin',
    'application/octet-stream',
    gzipSync(encodeRaster(raster), { level: 9 }),
  );
  return countiesFile;
}

const latest = new WeakMap<RecordReader, { key: string; snapshot: Promise<Snapshot> }>();

/** The snapshot of a record as it is now; the same one as long as nothing was learned. */
export async function snapshotOf(reader: RecordReader): Promise<Snapshot> {
  const counts = await reader.counts();
  const key = JSON.stringify(counts);
  const known = latest.get(reader);
  if (known?.key === key) return known.snapshot;
  const snapshot = makeSnapshot(reader, counts);
  latest.set(reader, { key, snapshot });
  return snapshot;
}

/** The snapshot made last, if any: enough for names where a decision every few seconds would have it made anew each time. */
export async function recentSnapshot(reader: RecordReader): Promise<Snapshot> {
  return latest.get(reader)?.snapshot ?? snapshotOf(reader);
}

const stood = new WeakMap<IntervalTable, { on: Day; standings: Standings }>();

/** Where everybody stands on a day; the day asked last is kept, for an export asks one day thousands of times. */
export function standingsAt({ table }: Snapshot, on: Day): Standings {
  const known = stood.get(table);
  if (known?.on === on) return known.standings;
  const standings = standingsOn(table, dayNumber(on));
  stood.set(table, { on, standings });
  return standings;
}

async function makeSnapshot(reader: RecordReader, counts: RecordCounts): Promise<Snapshot> {
  const [all, findable, intervals, agreements, contradictions, evident, lists] = await Promise.all([
    reader.agencies(),
    reader.findable(),
    reader.intervals(),
    reader.agreements(null),
    reader.contradictions({}),
    reader.evidentAgencies(),
    reader.lists(),
  ]);
  const participating = lists.filter(({ kind }) => kind !== 'pending').map(({ day }) => day);
  const placed = new Set(intervals.map((interval) => interval.agency));
  const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const withPosition = sorted.filter((agency) => placed.has(agency.id));
  const others = sorted.filter((agency) => !placed.has(agency.id));
  const map = countyMap();
  const table = tabulate(withPosition, intervals, map.counties);
  const agencies = [...withPosition, ...others];
  const indexOf = new Map(agencies.map((agency, index) => [agency.id, index]));
  const heldBy = standingNow(table, counts.newest);
  const seen = new Map(findable.map((one) => [one.id, one]));
  const lines = (which: AgencyInfo[]) => {
    const ones = which.map(({ id }) => seen.get(id)!);
    return encodeLines(ones, areasOf(ones), (index) => heldBy(indexOf.get(ones[index]!.id)!));
  };
  const text = 'text/plain; charset=utf-8';
  return {
    counts,
    listsFrom: participating.sort()[0] ?? null,
    table,
    agencies,
    mapScale: SCALE,
    indexOf,
    heldBy,
    byCounty: indexesBy(agencies, (agency) => agency.counties),
    evident: {
      agencies: evident,
      counties: new Set(agencies.filter(({ id }) => evident.has(id)).flatMap(({ counties }) => counties)),
    },
    agreements: groupBy(agreements, (agreement) => agreement.agency),
    contradictions,
    files: {
      counties: countiesData(map),
      countyNames: dataFile(
        'county-names',
        'txt',
        text,
        map.counties.map((county) => county.name).join('\n'),
      ),
      intervals: dataFile(
        'intervals',
        'bin',
        'application/octet-stream',
        gzipSync(encodeIntervals(table), { level: 9 }),
      ),
      names: dataFile('names', 'txt', text, lines(agencies.filter(({ id }) => evident.has(id)))),
      otherNames: dataFile('names-other', 'txt', text, lines(others.filter(({ id }) => !evident.has(id)))),
    },
  };
}

function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function indexesBy<Item>(items: Item[], keysOf: (item: Item) => string[]): Map<string, number[]> {
  const pairs = items.flatMap((item, index) => keysOf(item).map((key) => ({ key, index })));
  const groups = groupBy(pairs, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ index }) => index)]));
}

/** What each agency of the table holds on a day, by its index; null for all others. */
function standingNow(table: IntervalTable, on: Day | null): (index: number) => Held | null {
  const day = dayNumber(on ?? '1970-01-01');
  const standings = standingsOn(table, day);
  const programmes = programmesOn(table, day, standings);
  return (index) => {
    const held = readStanding(standings.standing[index] ?? 0);
    return held && { ...held, programmes: programmes[index]! };
  };
}

function dataFile(stem: string, ending: string, type: string, content: Uint8Array | string): DataFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name: `${stem}.${sha256(bytes).slice(0, 8)}.${ending}`, type, bytes };
}
