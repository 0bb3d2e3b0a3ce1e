import type { ListFile, RowRef } from './model.ts';
import type { Edition, Timeline } from './publications.ts';

/** Neighbouring editions of a stream that all hold a line: positions of the first and last, and the rows there. */
export interface Run {
  first: number;
  last: number;
  firstRow: number;
  lastRow: number;
}

export type Stream = 'signed' | 'pending';

/** Runs up to an edition of each stream, from which those of later editions go on. */
export interface RunsBefore {
  runs: Record<Stream, Run[][]>;
  /** How many editions of each stream they take in. */
  editions: Record<Stream, number>;
}

const NO_RUNS: RunsBefore = { runs: { signed: [], pending: [] }, editions: { signed: 0, pending: 0 } };

/**
 * For each distinct line its runs in each stream. Lists hold 250,000 rows but only 9,000 distinct lines with few runs each.
 * Goes on from `before`, whose runs are taken over and changed.
 */
export function runsOf(timeline: Timeline, lines: number, before = NO_RUNS): Record<Stream, Run[][]> {
  const of = (stream: Stream) => {
    const runs = Array.from({ length: lines }, (_, line) => before.runs[stream][line] ?? []);
    return streamRuns(timeline[stream], timeline.files, runs, before.editions[stream]);
  };
  return { signed: of('signed'), pending: of('pending') };
}

function streamRuns(
  editions: readonly Edition[],
  files: readonly ListFile[],
  runs: Run[][],
  from: number,
): Run[][] {
  for (let position = from; position < editions.length; position++) {
    const file = files[editions[position]!.publication]!;
    for (let at = 0; at < file.lines.length; at++) {
      const own = runs[file.lines[at]!]!;
      const row = file.rows[at]!;
      const last = own.at(-1);
      if (last && last.last >= position - 1) {
        if (last.last < position) {
          last.last = position;
          last.lastRow = row;
        }
      } else own.push({ first: position, last: position, firstRow: row, lastRow: row });
    }
  }
  return runs;
}

/** The place of a row in the capture that shows an edition. */
export function rowRef(timeline: Timeline, stream: Stream, position: number, row: number): RowRef {
  const edition = timeline[stream][position]!;
  return { capture: timeline.files[edition.publication]!.capture, row };
}

/** The union of runs as runs of positions: overlapping and neighbouring ones joined. */
export function joinRuns(runs: readonly Run[]): Run[] {
  if (runs.length === 1) return [{ ...runs[0]! }];
  const sorted = [...runs].sort((a, b) => a.first - b.first || a.last - b.last);
  const joined: Run[] = [];
  for (const run of sorted) {
    const last = joined.at(-1);
    if (last && run.first <= last.last + 1) {
      if (run.last > last.last) {
        last.last = run.last;
        last.lastRow = run.lastRow;
      }
    } else joined.push({ ...run });
  }
  return joined;
}

/** True when two lists of sorted, joined runs share a position. */
export function meet(a: readonly Run[], b: readonly Run[]): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i]!.last < b[j]!.first) i++;
    else if (b[j]!.last < a[i]!.first) j++;
    else return true;
  }
  return false;
}
