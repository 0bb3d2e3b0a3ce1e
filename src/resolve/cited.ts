import { type Day, push } from '../base/index.ts';
import type { Line, ListKind, Programme } from '../claim/index.ts';
import type { ListFile } from './model.ts';
import { countyOf } from './places.ts';
import type { Stream } from './runs.ts';
import { stateName } from './states.ts';

/** A list that the record cites: its bytes are named by their hash, and not held. */
export interface CitedList {
  stream: Stream;
  /** Place among the editions of its stream, from 1; two files of one moment share it. */
  number: number;
  kind: ListKind;
  day: Day;
  /** Order within the day, as in a publication. */
  order: number;
  /** Number of the earlier list of its stream with the same rows, or its own. */
  rowsOf: number;
  /** Name of the file as its publisher gave it. */
  file: string;
  /** SHA-256 of the file. */
  sha: string;
}

/** A name as the lists print it, with the county and type that stand beside it. */
export interface CitedName {
  state: string;
  /** As printed, white space and apostrophes tidied. */
  text: string;
  /** County FIPS code, or null. */
  county: string | null;
  type: string;
}

/** Rows of one name, model and day of signing, and the lists on which they stand. */
export interface CitedListing {
  /** Index into the names. */
  name: number;
  stream: Stream;
  programme: Programme;
  signed: Day | null;
  /** Runs of list numbers, both ends included. */
  runs: [first: number, last: number][];
  /** Memoranda that it links, each from a list number on. */
  moa: { url: string; from: number }[];
}

/** What the lists print, cited: everything that the rules of identity read, without the bytes that show it. */
export interface Citation {
  lists: CitedList[];
  names: CitedName[];
  listings: CitedListing[];
}

/** Lists of a citation in the shape that resolving takes. */
export interface CitedFiles {
  files: ListFile[];
  lines: Line[];
}

/**
 * The cited lists that are not captured, as files with lines numbered from 0. Their rows have no number in a sheet: `-1 - n`
 * stands for row `n` of the citation's listings. Resolving them gives what resolving the bytes would; a list that is
 * captured is left out whole, so that no row counts twice. Of `known` lists the rows are not needed.
 */
export function citedFiles(
  citation: Citation,
  { captured, known = new Set() }: { captured: ReadonlySet<string>; known?: ReadonlySet<string> },
): CitedFiles {
  const lists = citation.lists.filter(({ sha }) => !captured.has(sha));
  if (lists.length === 0) return { files: [], lines: [] };
  const lines = citation.listings.flatMap((listing) =>
    [null, ...listing.moa].map((moa) => lineOf(citation.names[listing.name]!, listing, moa?.url ?? null)),
  );
  const standing = lists.every(({ sha }) => known.has(sha)) ? null : standingRows(citation);
  const files = new Map<string, ListFile>();
  for (const list of lists) {
    const rows = standing?.get(`${list.stream} ${list.number}`) ?? [];
    const file = files.get(list.sha) ?? {
      capture: list.sha,
      kind: list.kind,
      names: [list.file],
      modified: null,
      retrieved: `${list.day}T00:00:00.000Z`,
      lines: rows.map(({ line }) => line),
      rows: rows.map(({ row }) => row),
      cited: { rows: `${list.stream} ${list.rowsOf}`, dates: [] },
    };
    file.cited!.dates.push({ name: list.file, day: list.day, order: list.order });
    files.set(list.sha, file);
  }
  return { files: [...files.values()], lines };
}

/** The rows of each list by its stream and number. */
function standingRows(citation: Citation): Map<string, { line: number; row: number }[]> {
  const numbers = citedLines(citation);
  const standing = new Map<string, { line: number; row: number }[]>();
  citation.listings.forEach(({ stream, moa, runs }, index) => {
    for (const [first, last] of runs) {
      for (let number = first; number <= last; number++) {
        const linked = moa.filter(({ from }) => from <= number).length;
        push(standing, `${stream} ${number}`, { line: numbers[index]![linked]!, row: -1 - index });
      }
    }
  });
  return standing;
}

/** The lines of each listing of a citation: the one without a memorandum, then one for each. */
export function citedLines({ listings }: Citation): number[][] {
  let next = 0;
  return listings.map(({ moa }) => [null, ...moa].map(() => next++));
}

/** The index of a cited row among the listings of its citation; null for a row of a sheet. */
export function citedRow(row: number): number | null {
  return row < 0 ? -1 - row : null;
}

/** The model of an agreement as the lists call it. */
export const MODEL_NAMES: Partial<Record<Programme, string>> = {
  '287g-jail': 'Jail Enforcement Model',
  '287g-task-force': 'Task Force Model',
  '287g-warrant': 'Warrant Service Officer',
};

function lineOf(name: CitedName, listing: CitedListing, url: string | null): Line {
  return {
    state: stateName(name.state).toUpperCase(),
    agency: name.text,
    type: name.type,
    county: name.county === null ? '' : (countyOf(name.county)?.full ?? ''),
    support: MODEL_NAMES[listing.programme] ?? '',
    signed: listing.signed ?? '',
    moa: url === null ? '' : 'link',
    addendum: '',
    moaLink: url ?? '',
    addendumLink: '',
  };
}
