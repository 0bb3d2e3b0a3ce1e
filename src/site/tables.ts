import { csvFormatRows } from 'd3-dsv';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { addDays, csvCell, type Day, push } from '../base/index.ts';
import type { AgencyInfo, Interval, RecordedClaim, RecordReader } from '../record/index.ts';
import { dayNumber, NO_DAY } from './intervals-binary.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { holdOn, lookOf } from './standing.ts';
import type { Words } from './words-en.ts';

/** The tables of the open data, each as CSV and as Parquet. */
export const TABLES = ['agencies', 'intervals', 'agreements', 'panel', 'claims'] as const;
export type TableName = (typeof TABLES)[number];

/** A cell: text or a truth; empty is the empty string. */
export type Cell = string | boolean;

/** A table with its columns by the names of the codebook. */
export interface Table {
  columns: (keyof Words['codebook']['columns'])[];
  rows: Cell[][];
}

const COLUMNS: Record<TableName, Table['columns']> = {
  agencies: ['agency', 'name', 'kind', 'state', 'county', 'county_fips'],
  intervals: [
    ...(['agency', 'programme', 'position', 'from_min', 'from_max', 'to_min', 'to_max'] as const),
    ...(['certain_to', 'last_seen', 'agreement', 'signed', 'source'] as const),
  ],
  agreements: [
    ...(['id', 'agency', 'name', 'state', 'model', 'signed', 'listed_from', 'listed_to'] as const),
    ...(['status', 'spellings', 'rules', 'source'] as const),
  ],
  panel: ['agency', 'state', 'county_fips', 'month', 'programme', 'position', 'certain'],
  claims: [
    ...(['id', 'agency', 'kind', 'programme', 'position', 'speaker', 'role', 'date'] as const),
    ...(['effective', 'review', 'source', 'url', 'quote'] as const),
  ],
};

/** The columns of a table. */
export function tableColumns(name: TableName): Table['columns'] {
  return COLUMNS[name];
}

/** A table of the record as it is now. */
export async function tableOf(reader: RecordReader, name: TableName): Promise<Table> {
  const snapshot = await snapshotOf(reader);
  switch (name) {
    case 'agencies':
      return agencies(snapshot);
    case 'intervals':
      return intervals(await reader.intervals(), await reader.intervalSources());
    case 'agreements':
      return agreements(snapshot, await reader.agreementLists());
    case 'panel':
      return panel(snapshot, await reader.intervals());
    case 'claims':
      return claims(await reader.claims({}));
  }
}

// Rows that are text at once: the whole panel of many agencies as one text, beside its rows, would be the peak of memory.
const BLOCK = 10_000;

/** A table as CSV: a header, then its rows. */
export function tableCsv({ columns, rows }: Table): Uint8Array<ArrayBuffer> {
  const blocks = [encoder.encode(`${csvFormatRows([columns])}\n`)];
  for (let at = 0; at < rows.length; at += BLOCK) {
    const block = rows.slice(at, at + BLOCK).map((row) => row.map((cell) => csvCell(String(cell))));
    blocks.push(encoder.encode(`${csvFormatRows(block)}\n`));
  }
  return joined(blocks);
}

const encoder = new TextEncoder();

function joined(blocks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

/** A table as Parquet; the same rows give the same bytes. */
export function tableParquet({ columns, rows }: Table): Uint8Array {
  const columnData = columns.map((name, i) => {
    const data = rows.map((row) => row[i]!);
    return { name, data, type: typeof data[0] === 'boolean' ? ('BOOLEAN' as const) : ('STRING' as const) };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function agencies({ agencies: all }: Snapshot): Table {
  return {
    columns: COLUMNS.agencies,
    rows: sortedBy(all, ({ id }) => id).map((one) => [
      one.id,
      one.name,
      one.kind,
      one.state,
      one.county ?? '',
      one.counties.join('|'),
    ]),
  };
}

function intervals(all: Interval[], sources: string[][]): Table {
  return {
    columns: COLUMNS.intervals,
    rows: all.map((one, i) => [
      one.agency,
      one.programme,
      one.position,
      one.from.min ?? '',
      one.from.max ?? '',
      one.to?.min ?? '',
      one.to?.max ?? '',
      one.certainTo ?? '',
      one.lastSeen,
      one.agreement ?? '',
      one.signed ?? '',
      sources[i]!.join('|'),
    ]),
  };
}

function agreements(snapshot: Snapshot, lists: Map<string, string[]>): Table {
  return {
    columns: COLUMNS.agreements,
    rows: sortedBy([...snapshot.agreements.values()].flat(), ({ id }) => id).map((one) => [
      one.id,
      one.agency,
      one.name,
      one.state,
      one.model,
      one.signed ?? '',
      one.listedFrom,
      one.listedTo,
      one.status,
      one.spellings.join('|'),
      one.rules.join('|'),
      (lists.get(one.id) ?? []).join('|'),
    ]),
  };
}

/** Agency by month by programme: what held on the last day of each month, from the first interval to the newest evidence. */
export function panel({ agencies: all, counts, indexOf }: Snapshot, list: Interval[]): Table {
  const months = monthsUpTo(counts.newest ?? '2016-12-31');
  const rows: Cell[][] = [];
  // Sorted agency by agency: keys of all rows at once would take more memory than the rows.
  const byAgency = new Map<string, Interval[]>();
  for (const one of sortedBy(list, ({ agency }) => agency)) push(byAgency, one.agency, one);
  for (const [id, own] of byAgency) {
    const agency = all[indexOf.get(id) ?? -1];
    if (!agency) continue;
    for (const row of sortedBy(monthsOf(agency, own, months), panelKey)) rows.push(row);
  }
  return { columns: COLUMNS.panel, rows };
}

const panelKey = (row: Cell[]) => `${row[3]} ${row[4]} ${lookOf(String(row[5]))} ${row[6]}`;

function monthsOf(agency: AgencyInfo, list: Interval[], months: Month[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const one of list) {
    const day = (value: Day | null | undefined) => (value ? dayNumber(value) : NO_DAY);
    const bounds = [
      day(one.from.min),
      day(one.from.max),
      one.to !== null,
      day(one.to === null ? one.certainTo : one.to.min),
      day(one.to?.max),
    ] as const;
    for (const { month, last } of months) {
      const hold = holdOn(last, ...bounds);
      if (hold === 'not-yet') continue;
      if (hold === 'over') break;
      rows.push([
        one.agency,
        agency.state,
        agency.counties[0] ?? '',
        month,
        one.programme,
        one.position,
        hold === 'holds',
      ]);
    }
  }
  return rows;
}

/** A month and its last day, the newest evidence's at most. */
interface Month {
  month: string;
  last: number;
}

function monthsUpTo(newest: Day): Month[] {
  const months: Month[] = [];
  for (let day = '2016-01-01'; day <= newest; ) {
    const next = addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 8);
    const last = addDays(`${next}01`, -1);
    months.push({ month: day.slice(0, 7), last: dayNumber(last < newest ? last : newest) });
    day = `${next}01`;
  }
  return months;
}

function claims(all: RecordedClaim[]): Table {
  return {
    columns: COLUMNS.claims,
    rows: sortedBy(all, ({ id }) => id).map((one) => [
      one.id,
      one.agencyId ?? '',
      one.kind,
      one.programme,
      one.position,
      one.speaker ?? '',
      one.role ?? '',
      one.date ?? '',
      one.effective ?? '',
      one.review,
      one.source.id,
      one.source.url ?? '',
      quoteOf(one),
    ]),
  };
}

function quoteOf({ evidence }: RecordedClaim): string {
  const [first] = evidence;
  if (first?.type === 'text') return first.exact;
  return first?.type === 'cited' ? (first.quote ?? '') : '';
}

function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}
