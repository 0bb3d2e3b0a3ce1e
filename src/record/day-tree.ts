import type { Day } from '../base/index.ts';

// A fixed tree over days (Kriegel's relational interval tree): an interval hangs at the topmost node that it covers, so
// the intervals of a day are found on one path from the root, 17 nodes, however long the history is. Two plain B-trees
// serve, the same in every SQL database.
const ORIGIN = Date.UTC(1900, 0, 1);
const ROOT = 2 ** 16;
const LAST = 2 * ROOT - 1;

function numberOf(day: Day): number {
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - ORIGIN) / 86_400_000);
  return Math.min(Math.max(days, 1), LAST);
}

/** The node at which an interval from its first day to the day before `end` hangs. */
export function nodeOf(first: Day, end: Day): number {
  const lower = numberOf(first);
  const upper = Math.max(lower, numberOf(end) - 1);
  let node = ROOT;
  for (let step = ROOT / 2; step >= 1; step /= 2) {
    if (upper < node) node -= step;
    else if (lower > node) node += step;
    else break;
  }
  return node;
}

/** Where the intervals that cover a day hang: at `earlier` nodes those that end after it, at `later` ones those that begin by it, at `node` all. */
export function pathTo(day: Day): { earlier: number[]; later: number[]; node: number } {
  const target = numberOf(day);
  const earlier: number[] = [];
  const later: number[] = [];
  let node = ROOT;
  for (let step = ROOT / 2; node !== target; step /= 2) {
    if (node < target) earlier.push(node);
    else later.push(node);
    node += node < target ? step : -step;
  }
  return { earlier, later, node };
}
