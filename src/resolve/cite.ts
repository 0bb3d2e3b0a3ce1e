import type { Line } from '../claim/index.ts';
import { type Book, isListed, lastDay, namesOf, openBook, STREAMS } from './book.ts';
import type { Citation, CitedList, CitedListing, CitedName } from './cited.ts';
import type { ListFile } from './model.ts';
import { namesakesApart } from './namesakes.ts';
import type { Row } from './rows.ts';
import { weight } from './rules-states.ts';
import { joinRuns, type Stream } from './runs.ts';

/** What lists print, cut down to what the rules of identity read: `citedFiles` gives it back. Pure; the order of files does not matter. */
export function citationOf(files: readonly ListFile[], lines: readonly Line[]): Citation {
  const book = openBook(files, lines);
  const nameKey = nameKeys(book);
  const groups = new Map<string, { stream: Stream; rows: Row[] }>();
  for (const row of book.rows) {
    if (row.state === null || !isListed(book, row.line)) continue;
    for (const stream of STREAMS) {
      if (book.runs[stream][row.line]!.length === 0) continue;
      const key = [stream, nameKey(row), row.programme, row.signed ?? ''].join('|');
      const group = groups.get(key) ?? { stream, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  const names = citedNames(book, nameKey);
  const keys = [...names.keys()].sort();
  const number = new Map(keys.map((key, index) => [key, index]));
  const listings = [...groups.values()].map(({ stream, rows }) => {
    return listingOf(book, stream, rows, number.get(nameKey(rows[0]!))!);
  });
  return {
    lists: STREAMS.flatMap((stream) => listsOf(book, files, stream)),
    names: keys.map((key) => names.get(key)!),
    listings: listings.sort(compareListings),
  };
}

function compareListings(a: CitedListing, b: CitedListing): number {
  const key = ({ name, programme, stream, signed }: CitedListing) =>
    `${String(name).padStart(6, '0')} ${programme} ${stream} ${signed ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
}

function listsOf(book: Book, files: readonly ListFile[], stream: Stream): CitedList[] {
  const { timeline } = book;
  const byCapture = new Map(files.map((file) => [file.capture, file]));
  const firstOf = new Map<number, number>();
  return timeline[stream].flatMap(({ publication, day, order }, position) => {
    const { capture, repeats } = timeline.publications[publication]!;
    if (!firstOf.has(publication)) firstOf.set(publication, position + 1);
    const shown = [...new Set([capture, ...repeats.map((repeat) => repeat.capture)])].sort();
    return shown.flatMap((sha) => {
      const file = byCapture.get(sha)!;
      const dates = timeline.dates.get(sha) ?? [];
      if (!dates.some((date) => date.day === day && date.order === order)) return [];
      return [
        {
          stream,
          number: position + 1,
          kind: file.kind,
          day,
          order,
          rowsOf: firstOf.get(publication)!,
          file: file.names[0] ?? sha,
          sha,
        },
      ];
    });
  });
}

/** Rows of one key are cited as one name: its state and text, and where namesakes bear it the county of each. */
function nameKeys(book: Book): (row: Row) => string {
  const { names } = namesakesApart(book, namesOf(book));
  const shared = new Map(
    names
      .filter((name) => name.shared)
      .flatMap(({ key, lines }) => lines.map((line) => [line, key] as const)),
  );
  return ({ line, state, text }) => {
    const key = shared.get(line);
    return key === undefined ? `${state}|${text}` : `${state}|${text}|${key}`;
  };
}

/** The names by state and text, each with the county of its newest list and the type of most. */
function citedNames(book: Book, nameKey: (row: Row) => string): Map<string, CitedName> {
  const rows = new Map<string, Row[]>();
  for (const row of book.rows) {
    if (row.state === null || !isListed(book, row.line)) continue;
    const known = rows.get(nameKey(row));
    if (known) known.push(row);
    else rows.set(nameKey(row), [row]);
  }
  return new Map(
    [...rows].map(([key, own]) => {
      const { state, text } = own[0]!;
      return [key, { state: state!, text, county: countyOf(book, own), type: typeOf(book, own) }];
    }),
  );
}

function countyOf(book: Book, rows: readonly Row[]): string | null {
  const dated = rows
    .filter((row) => row.county !== null)
    .map((row) => ({ fips: row.county!.fips, day: lastDay(book, row.line) }))
    .sort((a, b) => (a.day + a.fips < b.day + b.fips ? 1 : -1));
  return dated[0]?.fips ?? null;
}

function typeOf(book: Book, rows: readonly Row[]): string {
  const weights = new Map<string, number>();
  for (const { type, line } of rows) {
    const lists = weight(book.runs.signed[line]!) + weight(book.runs.pending[line]!);
    if (type) weights.set(type, (weights.get(type) ?? 0) + lists);
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function listingOf(book: Book, stream: Stream, rows: readonly Row[], name: number): CitedListing {
  const runs = joinRuns(rows.flatMap((row) => book.runs[stream][row.line]!));
  const from = new Map<string, number>();
  for (const { moa, line } of rows) {
    const first = book.runs[stream][line]![0]!.first + 1;
    if (moa !== null && first < (from.get(moa) ?? Number.POSITIVE_INFINITY)) from.set(moa, first);
  }
  const moa = [...from].map(([url, first]) => ({ url, from: first }));
  moa.sort((a, b) => a.from - b.from || (a.url < b.url ? -1 : 1));
  const { programme, signed } = rows[0]!;
  return { name, stream, programme, signed, runs: runs.map(({ first, last }) => [first + 1, last + 1]), moa };
}
