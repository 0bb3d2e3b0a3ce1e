import type { Day } from '../base/index.ts';
import type { RecordReader } from '../record/index.ts';
import { readFbiAgencies } from '../resolve/index.ts';
import { monthsTested } from './backtest.ts';
import { type Outlook, outlookOn } from './outlook.ts';
import { type World, worldOf } from './panel.ts';
import { addTried, type Bands, likeliestFirst, type Tried } from './tried.ts';

/** ICE's lists come every few days from here on; before, an agency's days are known to the month at best. */
export const REGULAR_SINCE = '2025-01-01';

/** What the outlook of a record is made from, with the days of its regular lists, oldest first. */
export async function worldOfRecord(reader: RecordReader): Promise<{ world: World; days: Day[] }> {
  const lists = await reader.lists();
  const days = [...new Set(lists.map(({ day }) => day))].filter((day) => day >= REGULAR_SINCE).sort();
  const [agencies, intervals, officers, law] = [
    await reader.agenciesInFull(),
    await reader.intervals(),
    await officersOf(reader),
    await reader.law(),
  ];
  return { world: worldOf(agencies, intervals, officers, law), days };
}

/** An outlook with what came of such odds in the months before its day. */
export interface OutlookOfRecord extends Outlook {
  tried: Tried[];
  /** The first and the last month that was foretold and is over; null when there is none. */
  triedMonths: { first: Day; last: Day } | null;
}

/** The odds of joining after the newest list by `on`; without a list of the FBI nobody can say who else could join, and there are none. */
export async function outlookOfRecord(reader: RecordReader, on: Day): Promise<OutlookOfRecord> {
  const { world, days } = await worldOfRecord(reader);
  const day = days.filter((one) => one <= on).at(-1);
  const [first] = days;
  if (!first || !day || (await reader.registries()).length === 0)
    return { day: day ?? on, turn: 'join', base: 0, months: 0, odds: [], tried: [], triedMonths: null };
  const months: Day[] = [];
  const bands: Bands = new Map();
  for (const month of monthsTested(world, 'join', first, day)) {
    months.push(month.day);
    addTried(bands, month);
    // Seconds of work: whoever else asks a server something gets an answer in between.
    await new Promise(setImmediate);
  }
  const [oldest, newest] = [months[0], months.at(-1)];
  return {
    ...outlookOn(world, 'join', first, day),
    tried: likeliestFirst(bands),
    triedMonths: oldest && newest ? { first: oldest, last: newest } : null,
  };
}

/** Sworn officers by ORI, from the lists of the FBI that the record holds, the newest last. */
async function officersOf(reader: RecordReader): Promise<Map<string, number>> {
  const officers = new Map<string, number>();
  for (const sha of await reader.registries()) {
    const bytes = reader.bytes(sha);
    if (bytes === null) continue;
    for (const { ori, officers: count } of readFbiAgencies(bytes.toString('utf8')))
      if (count !== null) officers.set(ori, count);
  }
  return officers;
}
