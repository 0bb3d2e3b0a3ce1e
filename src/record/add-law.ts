import type { Effects } from '../base/index.ts';
import { demandSound, type LawRow } from '../law/index.ts';
import { appendEvent } from './events.ts';
import { appendLaw, appendSources } from './laws.ts';
import { recordTime } from './meta.ts';
import { inTransaction, type OpenRecord } from './open.ts';
import { rebuild } from './rebuild.ts';

/** How many rows were new or changed. */
export interface AddedLaw {
  sources: number;
  instruments: number;
  provisions: number;
}

/** Adds an editor's policies with their sources and derives what follows; all or nothing. Throws a UserError for rows that do not fit. */
export async function addLaw(
  record: OpenRecord,
  rows: { sources: readonly LawRow[]; instruments: readonly LawRow[]; provisions: readonly LawRow[] },
  effects: Effects,
): Promise<AddedLaw> {
  const added = await inTransaction(record.db, async (db) => {
    const time = await recordTime(db, effects);
    demandSound(rows);
    const sources = await appendSources(db, rows.sources, time);
    const found = { sources, ...(await appendLaw(db, rows, time)) };
    if (found.instruments + found.provisions > 0) await appendEvent(db, 'law', { ...found }, effects);
    return found;
  });
  await rebuild(record, effects);
  return added;
}
