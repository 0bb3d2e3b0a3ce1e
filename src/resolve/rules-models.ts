import type { Bodies } from './bodies.ts';
import { type Book, lineAt, type Track } from './book.ts';

/** Rule `model-filled`: a listing without a model whose next edition shows the same agency under exactly one more model. */
export function fillModels(book: Book, bodies: Bodies): void {
  for (const body of [...bodies.all()]) {
    for (const track of body.tracks.filter(({ programme }) => programme === '287g')) {
      const named = body.tracks.filter((other) => other.programme !== '287g');
      const next = named.filter((other) => other.stream === track.stream && begins(track, other));
      const programmes = new Set((next.length > 0 ? next : named).map(({ programme }) => programme));
      if (programmes.size !== 1) continue;
      const shown = next[0] ?? named[0]!;
      const bond = {
        rule: 'model-filled',
        a: lineAt(book, track, track.runs.at(-1)!.last),
        b: lineAt(book, shown, shown.runs[0]!.first),
      };
      bodies.assign(track, shown.programme, bond);
    }
  }
}

function begins(a: Track, b: Track): boolean {
  const after = a.runs.at(-1)!.last + 1;
  return b.runs.some((run) => run.first === after);
}
