import { push } from '../base/index.ts';
import { type Book, dayAt } from './book.ts';
import type { Lineage, Memorandum } from './model.ts';
import { type Run, rowRef } from './runs.ts';

/** Each memorandum of each agreement once, with the first row of a signed list that links it, in the order of those rows. */
export function memorandaOf(book: Book, byLine: Lineage['byLine']): Memorandum[] {
  const runs = new Map<number, Map<string, Run[]>>();
  byLine.forEach(({ agreement }, line) => {
    const { file } = book.rows[line]!;
    if (agreement < 0 || file === '') return;
    const own = runs.get(agreement) ?? new Map<string, Run[]>();
    runs.set(agreement, own);
    for (const run of book.runs.signed[line]!) push(own, file, run);
  });
  const last = book.timeline.signed.length - 1;
  const found = [...runs].flatMap(([agreement, files]) =>
    [...files].map(([document, all]) => {
      const first = all.reduce((least, run) => (comes(run, least) ? run : least));
      const end = all.reduce((most, run) => Math.max(most, run.last), 0);
      const { capture, row } = rowRef(book.timeline, 'signed', first.first, first.firstRow);
      const day = dayAt(book, 'signed', first.first);
      const gone = end < last ? dayAt(book, 'signed', end + 1) : null;
      return { memorandum: { document, agreement, first: { capture, row, day }, gone }, at: first };
    }),
  );
  return found.sort((a, b) => (comes(a.at, b.at) ? -1 : 1)).map(({ memorandum }) => memorandum);
}

function comes(a: Run, b: Run): boolean {
  return a.first < b.first || (a.first === b.first && a.firstRow < b.firstRow);
}
