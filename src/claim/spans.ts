import type { Span } from './sentences.ts';

/** Index of the first span that starts at an offset or behind it; the spans are in the order of the text. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans that lie within a stretch, found without looking at the others. */
export function spansWithin<T extends Span>(spans: readonly T[], from: number, to: number): T[] {
  const found: T[] = [];
  for (let i = firstFrom(spans, from); i < spans.length && spans[i]!.start < to; i++)
    if (spans[i]!.end <= to) found.push(spans[i]!);
  return found;
}

/** The last of the first `count` items that is wanted, looked for from behind. */
export function lastOf<T>(items: readonly T[], count: number, wanted: (item: T) => boolean): T | undefined {
  for (let i = count - 1; i >= 0; i--) if (wanted(items[i]!)) return items[i];
  return undefined;
}
