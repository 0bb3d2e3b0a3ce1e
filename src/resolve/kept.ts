import type { Line, Programme } from '../claim/index.ts';
import type { ListFile } from './model.ts';
import { allCounties, type County } from './places.ts';
import { type FileFacts, lastSigning, type Timeline, timelineOf } from './publications.ts';
import { type LineRepair, type Row, rowsOf } from './rows.ts';
import { type Run, type RunsBefore, runsOf, type Stream } from './runs.ts';

/**
 * What reading all lists comes to before any rule looks at it, as plain data to be kept between two derivations: it only
 * grows as lists are added behind the newest one. Lines are numbered as in the log. Text that comes often stands once in
 * `texts`, and numbers point to it; -1 is null.
 */
export interface KeptLists {
  texts: string[];
  /** Lines in the order of their contents. */
  order: number[];
  /** Ten numbers a line, in the order of `ROW`. */
  rows: number[];
  /** Five numbers a repair: line, rule, column, raw, value. */
  repairs: number[];
  /** By capture. */
  files: Record<string, FileFacts>;
  /** Each edition by its day, order and capture. */
  editions: Record<Stream, string[]>;
  /** For each line how many runs, and four numbers for each of them. */
  runs: Record<Stream, number[]>;
}

const ROW = [
  'state',
  'text',
  'name',
  'words',
  'programme',
  'signed',
  'county',
  'moa',
  'file',
  'type',
] as const;
const STREAMS: readonly Stream[] = ['signed', 'pending'];

/** Rows, repairs, dates and runs of lists, lines numbered as in the log. */
export interface ReadLists {
  order: number[];
  rows: Row[];
  repairs: LineRepair[];
  timeline: Timeline;
  runs: Record<Stream, Run[][]>;
}

/** What to keep of lists that were read. The same lists always give the same, whether read anew or gone on with. Pure. */
export function keepLists({ order, rows, repairs, timeline, runs }: ReadLists): KeptLists {
  const texts = new Map<string, number>();
  const number = (text: string | null) => {
    if (text === null) return -1;
    let index = texts.get(text);
    if (index === undefined) texts.set(text, (index = texts.size));
    return index;
  };
  const cells: number[] = [];
  for (const row of rows)
    for (const field of ROW) cells.push(number(field === 'county' ? (row.county?.fips ?? null) : row[field]));
  const mended: number[] = [];
  for (const { line, rule, column, raw, value } of repairs)
    mended.push(line, number(rule), number(column), number(raw), number(value));
  return {
    texts: [...texts.keys()],
    order,
    rows: cells,
    repairs: mended,
    files: Object.fromEntries([...timeline.facts].sort(([a], [b]) => (a < b ? -1 : 1))),
    editions: { signed: editionKeys(timeline, 'signed'), pending: editionKeys(timeline, 'pending') },
    runs: { signed: flat(runs.signed), pending: flat(runs.pending) },
  };
}

function flat(all: readonly Run[][]): number[] {
  const numbers: number[] = [];
  for (const own of all) {
    numbers.push(own.length);
    for (const run of own) numbers.push(run.first, run.last, run.firstRow, run.lastRow);
  }
  return numbers;
}

/** Rows and repairs of the lines that were kept. */
function keptRows({ texts, rows: cells, repairs: mended }: KeptLists): {
  rows: Row[];
  repairs: LineRepair[];
} {
  const counties = new Map<string, County>(allCounties().map((county) => [county.fips, county]));
  const nullable = (index: number) => (index < 0 ? null : texts[index]!);
  const text = (index: number) => texts[index]!;
  const rows: Row[] = [];
  for (let at = 0; at < cells.length; at += ROW.length) {
    const county = nullable(cells[at + 6]!);
    rows.push({
      line: rows.length,
      state: nullable(cells[at]!),
      text: text(cells[at + 1]!),
      name: text(cells[at + 2]!),
      words: text(cells[at + 3]!),
      programme: text(cells[at + 4]!) as Programme,
      signed: nullable(cells[at + 5]!),
      county: county === null ? null : (counties.get(county) ?? null),
      moa: nullable(cells[at + 7]!),
      file: text(cells[at + 8]!),
      type: text(cells[at + 9]!),
    });
  }
  const repairs: LineRepair[] = [];
  for (let at = 0; at < mended.length; at += 5) {
    const [rule, column, raw, value] = [1, 2, 3, 4].map((next) => text(mended[at + next]!));
    repairs.push({ line: mended[at]!, rule: rule!, column: column!, raw: raw!, value: value! });
  }
  return { rows, repairs };
}

/**
 * The runs that were kept, or null where they do not serve: a list came in between or under another date, or the rows of
 * one that is needed are not here.
 */
export function keptRuns(kept: KeptLists, timeline: Timeline): RunsBefore | null {
  const editions = { signed: kept.editions.signed.length, pending: kept.editions.pending.length };
  for (const stream of STREAMS) {
    const keys = editionKeys(timeline, stream);
    if (keys.length < editions[stream]) return null;
    if (kept.editions[stream].some((key, position) => key !== keys[position])) return null;
    const added = timeline[stream].slice(editions[stream]);
    if (added.some(({ publication }) => timeline.files[publication]!.capture in kept.files)) return null;
  }
  return { runs: { signed: unflat(kept.runs.signed), pending: unflat(kept.runs.pending) }, editions };
}

function unflat(numbers: readonly number[]): Run[][] {
  const all: Run[][] = [];
  for (let at = 0; at < numbers.length; ) {
    const own: Run[] = [];
    const end = at + 1 + 4 * numbers[at]!;
    for (at++; at < end; at += 4)
      own.push({
        first: numbers[at]!,
        last: numbers[at + 1]!,
        firstRow: numbers[at + 2]!,
        lastRow: numbers[at + 3]!,
      });
    all.push(own);
  }
  return all;
}

function editionKeys({ files, ...streams }: Timeline, stream: Stream): string[] {
  return streams[stream].map(
    ({ publication, day, order }) => `${day} ${order} ${files[publication]!.capture}`,
  );
}

/** The lines in the order of their contents, which does not hang on who was added first; `before` are those that were sorted already. */
export function contentOrder(lines: readonly Line[], before: readonly number[] = []): number[] {
  const keys = new Map<number, string>();
  const key = (index: number) => {
    let text = keys.get(index);
    if (text === undefined) keys.set(index, (text = Object.values(lines[index]!).join('\u0000')));
    return text;
  };
  const precedes = (a: number, b: number) => key(a) < key(b) || (key(a) === key(b) && a < b);
  const fresh = lines.slice(before.length).map((_, index) => before.length + index);
  fresh.sort((a, b) => (precedes(a, b) ? -1 : 1));
  const order: number[] = [];
  let from = 0;
  for (const line of fresh) {
    const to = placeIn(before, from, (other) => precedes(line, other));
    for (let at = from; at < to; at++) order.push(before[at]!);
    order.push(line);
    from = to;
  }
  for (let at = from; at < before.length; at++) order.push(before[at]!);
  return order;
}

/** The first position from `low` on whose entry comes later. */
function placeIn(sorted: readonly number[], low: number, isLater: (entry: number) => boolean): number {
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isLater(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Lists read: rows of all distinct lines, dates and runs. With `kept`, goes on from there, and the rows of files that were
 * known then are not needed; null where it cannot, because a list came in between or the kept ones have other dates now, or
 * were retrieved earlier than was known.
 */
export function readLists(
  files: readonly ListFile[],
  lines: readonly Line[],
  kept: KeptLists | null = null,
): ReadLists | null {
  const isStale = (file: ListFile) => {
    const facts = kept?.files[file.capture];
    return facts !== undefined && facts.until !== lastSigning(file);
  };
  if (files.some(isStale)) return null;
  const before = kept ? keptRows(kept) : { rows: [], repairs: [] };
  const fresh = rowsOf(lines.slice(before.rows.length), before.rows.length);
  const rows = [...before.rows, ...fresh.rows];
  const signed = rows.map((row) => row.signed);
  const timeline = timelineOf(files, signed, new Map(Object.entries(kept?.files ?? {})));
  const runsBefore = kept ? keptRuns(kept, timeline) : undefined;
  if (runsBefore === null) return null;
  return {
    order: contentOrder(lines, kept?.order),
    rows,
    repairs: [...before.repairs, ...fresh.repairs],
    timeline,
    runs: runsOf(timeline, lines.length, runsBefore),
  };
}
