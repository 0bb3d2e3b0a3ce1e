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

/** For each distinct line its runs in each stream. Lists hold 250,000 rows but only 9,000 distinct lines with few runs each. */
export function runsOf(timeline: Timeline, lines: number): Record<Stream, Run[][]> {
  return {
    signed: streamRuns(timeline.signed, timeline.files, lines),
    pending: streamRuns(timeline.pending, timeline.files, lines),
  };
}

function streamRuns(editions: readonly Edition[], files: readonly ListFile[], lines: number): Run[][] {
  const runs: Run[][] = Array.from({ length: lines }, () => []);
  editions.forEach((edition, position) => {
    const file = files[edition.publication]!;
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
  });
  return runs;
}

/** The place of a row in the capture that shows an edition. */
export function rowRef(timeline: Timeline, stream: Stream, position: number, row: number): RowRef {
  const edition = timeline[stream][position]!;
  return { capture: timeline.files[edition.publication]!.capture, row };
}

/** The union of runs as runs of positions: overlapping and neighbouring ones joined. */
export function joinRuns(runs: readonly Run[]): Run[] {
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
