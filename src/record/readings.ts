import type { Db } from './open.ts';

/**
 * The readings up to a moment, of all captures or of one (its row), each capture's in the order in which they supersede
 * each other: the last of a capture is in force. Of two of one moment, which only a merge can bring together, the texts
 * of their claims decide: the same in every record, in whatever order they were merged.
 */
export function readingsInOrder(
  db: Db,
  { until = '9999', capture }: { until?: string; capture?: number } = {},
) {
  const all = db
    .selectFrom('reading as r')
    .innerJoin('capture as c', 'c.id', 'r.capture')
    .select(['r.capture', 'c.sha', 'r.reader', 'r.version', 'r.claims', 'r.recorded'])
    .where('r.recorded', '<=', until);
  const some = capture === undefined ? all : all.where('r.capture', '=', capture);
  return some.orderBy('c.sha').orderBy('r.recorded').orderBy('r.claims').execute();
}
