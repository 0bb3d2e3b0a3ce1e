import { gzipSync } from 'node:zlib';
import { type Day, sha256 } from '../base/index.ts';
import type {
  AgencyInfo,
  AgreementRow,
  ContradictionRow,
  RecordCounts,
  RecordReader,
} from '../record/index.ts';
import { dayNumber, encodeIntervals, type IntervalTable } from './intervals-binary.ts';
import { tabulate } from './intervals-table.ts';
import { bakeCountyMap, type CountyMap } from './map-raster.ts';
import { encodeRaster } from './raster-codec.ts';
import { type Standings, standingsOn } from './standing.ts';

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
  /** Data of the map and of search: counties, county names, intervals, names with a position, other names. */
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
  const [all, intervals, agreements, contradictions, evident] = await Promise.all([
    reader.agencies(),
    reader.intervals(),
    reader.agreements(null),
    reader.contradictions({}),
    reader.evidentAgencies(),
  ]);
  const placed = new Set(intervals.map((interval) => interval.agency));
  const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const withPosition = sorted.filter((agency) => placed.has(agency.id));
  const others = sorted.filter((agency) => !placed.has(agency.id));
  const map = countyMap();
  const table = tabulate(withPosition, intervals, map.counties);
  const agencies = [...withPosition, ...others];
  const text = 'text/plain; charset=utf-8';
  const binary = 'application/octet-stream';
  return {
    counts,
    table,
    agencies,
    mapScale: SCALE,
    indexOf: new Map(agencies.map((agency, index) => [agency.id, index])),
    byCounty: indexesBy(agencies, (agency) => agency.counties),
    evident: {
      agencies: evident,
      counties: new Set(agencies.filter(({ id }) => evident.has(id)).flatMap(({ counties }) => counties)),
    },
    agreements: groupBy(agreements, (agreement) => agreement.agency),
    contradictions,
    files: {
      counties: dataFile('counties', 'bin', binary, gzipSync(encodeRaster(map.raster), { level: 9 })),
      countyNames: dataFile(
        'county-names',
        'txt',
        text,
        map.counties.map((county) => county.name).join('\n'),
      ),
      intervals: dataFile('intervals', 'bin', binary, gzipSync(encodeIntervals(table), { level: 9 })),
      names: dataFile('names', 'txt', text, nameLines(withPosition)),
      otherNames: dataFile('names-other', 'txt', text, nameLines(others)),
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

/** One line an agency: id, name, state, county, separated by tabs. */
function nameLines(agencies: AgencyInfo[]): string {
  return agencies.map((a) => [a.id, a.name, a.state, a.county ?? ''].join('\t')).join('\n');
}

function dataFile(stem: string, ending: string, type: string, content: Uint8Array | string): DataFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name: `${stem}.${sha256(bytes).slice(0, 8)}.${ending}`, type, bytes };
}
