import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasOf, buildFinder, type Finder, type Ranked } from '../resolve/index.ts';
import { findableAgencies } from './agencies.ts';
import { keepFile } from './keep-file.ts';
import type { Found } from './model.ts';
import type { Db, OpenRecord } from './open.ts';

/** An agency as a search shows it, with what ranks it. */
export type Hit = Found & Ranked;

/** A search over every agency, and the state of the record that it is of. */
export interface KeptFinder {
  state: string;
  finder: Finder<Hit>;
}

// To be raised when the same agencies come to be indexed otherwise: the test of this module then fails.
const INDEXED = '1';

/** A search over every agency of these tables, made anew: about 0.3 s of CPU for 17,000. */
export async function agencyFinder(db: Db): Promise<Finder<Hit>> {
  const agencies = await findableAgencies(db);
  return {
    ...buildFinder(agencies, areasOf(agencies)),
    agencies: agencies.map(({ id, name, state, county, kind, length, sheriff }) => ({
      ...{ id, name, state, county, kind, length, sheriff },
    })),
  };
}

/**
 * The search over every agency as the record is now: the one at hand, or that kept in `readings/finder` (a tenth of a
 * second), while they are of the record's state; else made anew and kept.
 */
export async function finderNow(
  { db, dir }: OpenRecord,
  atHand: KeptFinder | null = null,
): Promise<KeptFinder> {
  // Asked before the agencies are read: what another program derives meanwhile is at worst indexed once more.
  const state = await stateOf(db);
  if (atHand?.state === state) return atHand;
  const path = join(dir, 'readings', 'finder');
  const kept = readKept(path, state);
  if (kept) return { state, finder: kept };
  const finder = await agencyFinder(db);
  keepFile(path, state + JSON.stringify({ ...finder, byWord: null, byTrigram: [...finder.byTrigram] }));
  return { state, finder };
}

// The agencies follow from the log by rules ("derived" names both), and whatever is written raises "recorded": of another
// record in the same folder at least one of them differs.
async function stateOf(db: Db): Promise<string> {
  const rows = await db
    .selectFrom('meta')
    .select('value')
    .where('key', 'in', ['derived', 'recorded'])
    .orderBy('key')
    .execute();
  return `${[INDEXED, ...rows.map(({ value }) => value)].join(' ')}\n`;
}

function readKept(path: string, state: string): Finder<Hit> | null {
  if (!existsSync(path)) return null;
  try {
    const text = readFileSync(path, 'utf8');
    if (!text.startsWith(state)) return null;
    const kept = JSON.parse(text.slice(state.length)) as Finder<Hit> & { byTrigram: [string, number[]][] };
    const byWord = new Map(kept.words.map((word, index) => [word, index]));
    return { ...kept, byWord, byTrigram: new Map(kept.byTrigram) };
  } catch {
    // Cut off, by hand or by a full disk.
    return null;
  }
}
