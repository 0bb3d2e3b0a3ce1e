import type { Day } from '../base/index.ts';
import type { Db } from './open.ts';

/** How many agreements the record holds as listed on a day, certain or not, from what was derived last. */
export async function agreementsOn(db: Db, day: Day): Promise<number> {
  const row = await db
    .selectFrom('interval')
    .select(db.fn.countAll<number>().as('n'))
    .where('agreement', 'is not', null)
    .where('position', '=', 'takes-part')
    .where('from_max', '<=', day)
    .where('to_max', '>', day)
    .executeTakeFirstOrThrow();
  return row.n;
}
