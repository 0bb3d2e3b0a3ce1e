import { type Day, push } from '../base/index.ts';
import type { Line, Programme } from '../claim/index.ts';
import type { ReadLists } from './kept.ts';
import type { ListFile, RowRef } from './model.ts';
import { type Timeline, timelineOf } from './publications.ts';
import { type LineRepair, type Row, rowsOf } from './rows.ts';
import { joinRuns, type Run, rowRef, runsOf, type Stream } from './runs.ts';

/** Everything that the lists print, laid out for the rules: rows of distinct lines, editions, and where each line stands. */
export interface Book {
  lines: readonly Line[];
  rows: Row[];
  repairs: LineRepair[];
  timeline: Timeline;
  runs: Record<Stream, Run[][]>;
}

/** The listings of one name under one programme and signing date in one stream. */
export interface Track {
  stream: Stream;
  programme: Programme;
  signed: Day | null;
  runs: Run[];
  lines: number[];
  /** File names of the memoranda that it ever linked. */
  files: Set<string>;
}

/** All that stands under one canonical name in one state. */
export interface Name {
  key: string;
  state: string;
  words: string;
  lines: number[];
  /** The counties that its rows give, with their kind: `St. Louis County`. */
  counties: string[];
  tracks: Track[];
  /** When the name was listed at all, in each stream. */
  listed: Record<Stream, Run[]>;
  /** True where another agency of the state bears the name too, told apart by its county. */
  shared: boolean;
}

export const STREAMS: readonly Stream[] = ['signed', 'pending'];

/** The book of these files. The order of files does not matter. */
export function openBook(files: readonly ListFile[], lines: readonly Line[]): Book {
  const { rows, repairs } = rowsOf(lines);
  const timeline = timelineOf(
    files,
    rows.map((row) => row.signed),
  );
  return { lines, rows, repairs, timeline, runs: runsOf(timeline, rows.length) };
}

/** The book of lists that were read, its lines numbered by the order of their contents: rules must not see in which order files were added. */
export function bookOf({ order, rows, repairs, timeline, runs }: ReadLists, lines: readonly Line[]): Book {
  const rank = ranksOf(order);
  const ranked = repairs.map((repair) => ({ ...repair, line: rank[repair.line]! }));
  return {
    lines: order.map((line) => lines[line]!),
    rows: order.map((line, index) => ({ ...rows[line]!, line: index })),
    repairs: ranked.sort((a, b) => a.line - b.line),
    timeline,
    runs: {
      signed: order.map((line) => runs.signed[line]!),
      pending: order.map((line) => runs.pending[line]!),
    },
  };
}

/** For each entry of an order its place in it. */
export function ranksOf(order: readonly number[]): Int32Array {
  const rank = new Int32Array(order.length);
  order.forEach((line, index) => {
    rank[line] = index;
  });
  return rank;
}

/** True where a line stands on any edition. */
export function isListed(book: Book, line: number): boolean {
  return book.runs.signed[line]!.length > 0 || book.runs.pending[line]!.length > 0;
}

/** The names of a book, or of some of its rows, lines without a state left out, in the order of their first listing. */
export function namesOf(book: Book, wanted: (row: Row) => boolean = () => true): Name[] {
  const names = new Map<string, number[]>();
  for (const row of book.rows) {
    if (row.state === null || !wanted(row) || !isListed(book, row.line)) continue;
    const key = `${row.state}|${row.words}`;
    push(names, key, row.line);
  }
  return sortNames(
    book,
    [...names].map(([key, lines]) => nameOf(book, key, lines)),
  );
}

/** Names in the order of their first listing. */
export function sortNames(book: Book, names: readonly Name[]): Name[] {
  const all = names.map((name) => ({ name, order: `${firstDay(book, name)} ${name.key}` }));
  return all.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ name }) => name);
}

/** The name of these lines, with its tracks. */
export function nameOf(book: Book, key: string, lines: number[]): Name {
  const [state, words] = key.split('|') as [string, string];
  const tracks = new Map<string, Track>();
  for (const line of lines) {
    const { programme, signed, file } = book.rows[line]!;
    for (const stream of STREAMS) {
      if (book.runs[stream][line]!.length === 0) continue;
      const id = `${stream} ${programme} ${signed ?? ''}`;
      let track = tracks.get(id);
      if (!track) {
        track = { stream, programme, signed, runs: [], lines: [], files: new Set() };
        tracks.set(id, track);
      }
      track.lines.push(line);
      if (file) track.files.add(file);
    }
  }
  for (const track of tracks.values()) {
    track.runs = joinRuns(track.lines.flatMap((line) => book.runs[track.stream][line]!));
  }
  const counties = new Set(lines.flatMap((line) => book.rows[line]!.county?.full ?? []));
  const all = [...tracks.values()];
  return {
    key,
    state,
    words,
    lines,
    counties: [...counties],
    tracks: all,
    listed: listedRuns(all),
    shared: false,
  };
}

/** When any of these tracks was listed, in each stream. */
export function listedRuns(tracks: readonly Track[]): Record<Stream, Run[]> {
  const of = (stream: Stream) =>
    joinRuns(tracks.filter((track) => track.stream === stream).flatMap((track) => track.runs));
  return { signed: of('signed'), pending: of('pending') };
}

/** The first place where a line stands, in one stream or in any, the signed one's before the pending one's on the same day. */
export function firstRow(book: Book, line: number, only?: Stream): RowRef & { day: Day } {
  const at = STREAMS.filter((stream) => only === undefined || stream === only)
    .flatMap((stream) => {
      const run = book.runs[stream][line]![0];
      return run ? [{ stream, run, day: dayAt(book, stream, run.first) }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0]!;
  return { ...rowRef(book.timeline, at.stream, at.run.first, at.run.firstRow), day: at.day };
}

/** The day of an edition. */
export function dayAt(book: Book, stream: Stream, position: number): Day {
  return book.timeline[stream][position]!.day;
}

/** The line of a track that stands on an edition, or its first one. */
export function lineAt(book: Book, track: Track, position: number): number {
  const on = track.lines.find((line) =>
    book.runs[track.stream][line]!.some((run) => run.first <= position && position <= run.last),
  );
  return on ?? track.lines[0]!;
}

/** The first day on which a name was listed in any stream. */
export function firstDay(book: Book, name: Pick<Name, 'listed'>): Day {
  const days = STREAMS.flatMap((stream) =>
    name.listed[stream].slice(0, 1).map((run) => dayAt(book, stream, run.first)),
  );
  return days.sort()[0] ?? '';
}

/** The last day on which a line was listed, '' where it never was. */
export function lastDay(book: Book, line: number): string {
  const days = STREAMS.flatMap((stream) =>
    book.runs[stream][line]!.slice(-1).map((run) => dayAt(book, stream, run.last)),
  );
  return days.sort().at(-1) ?? '';
}

/** Of these rows those that print a county, on the newest list on which any of them does. */
export function newestPlaced(book: Book, rows: readonly Row[]): Row[] {
  const placed = rows.filter(({ county }) => county !== null);
  const days = placed.map(({ line }) => lastDay(book, line));
  const newest = days.reduce((last, day) => (day > last ? day : last), '');
  return placed.filter((_row, index) => days[index] === newest);
}
