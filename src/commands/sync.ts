import { type Day, type Effects, realEffects, UserError } from '../base/index.ts';
import { readSources, type Source } from '../capture/index.ts';
import { NOTICE_FORMS } from '../read/index.ts';
import {
  appendVisit,
  bringUp,
  dueSince,
  type OpenRecord,
  proposals,
  type Visits,
  visitsOf,
} from '../record/index.ts';
import { type Added, add, addedText } from './add.ts';
import { type Call, dayOption, textOption, withRecord } from './call.ts';
import { formatRows } from './output.ts';
import { shipped } from './paths.ts';
import { printReports } from './run-add.ts';
import { notNow, type Visited, visit, visitedText } from './visit.ts';

const READERS = ['ice-lists', ...NOTICE_FORMS];
const COLUMNS = ['source', 'name', 'reader', 'hours', 'last', 'licence'];

/** Fetches what the live sources have new: lists are added, policy texts are put up for review. Every fault is a line on standard error, and then the exit code is 1. */
export async function run({ record: dir, args, options }: Call): Promise<number> {
  const all = readSources(textOption(options, 'sources') ?? shipped('sources'), READERS);
  const names = (args[0] as string[] | undefined) ?? [];
  const chosen = names.length === 0 ? all : names.map((name) => sourceNamed(all, name));
  const since = dayOption(options, 'since');
  return withRecord(dir, async (record) => {
    const visits = await visitsOf(record.db);
    if (options.list === true) {
      process.stdout.write(listText(chosen, visits, textOption(options, 'format') ?? 'table'));
      return 0;
    }
    let faults = 0;
    for (const source of chosen) {
      const own = visits.get(source.id);
      const reason = notNow(source, own?.last ?? null, names.length > 0, realEffects());
      if (reason !== null) {
        process.stderr.write(`countersign: ${reason}\n`);
        if (names.length > 0 && source.key) faults++;
        continue;
      }
      faults += await synced(record, dir, source, own, since);
    }
    await bringUp(record, realEffects());
    process.stdout.write(await waitingText(record));
    return faults > 0 ? 1 : 0;
  });
}

function sourceNamed(all: readonly Source[], name: string): Source {
  const found = all.find(({ id }) => id === name);
  if (found) return found;
  throw new UserError(
    `source ${JSON.stringify(name)} is unknown; use one of ${all.map(({ id }) => id).join(', ')}`,
  );
}

function listText(sources: readonly Source[], visits: Map<string, Visits>, format: string): string {
  const rows = sources.map(({ id, name, reader, hours, licence, addresses, key }) => ({
    source: id,
    name,
    reader,
    hours,
    last: visits.get(id)?.last ?? null,
    licence,
    addresses,
    key: key?.variable ?? null,
  }));
  return formatRows(rows, format, COLUMNS, 'no source is described');
}

/** Visits one source and adds its lists; answers how many faults there were. */
async function synced(
  record: OpenRecord,
  dir: string,
  source: Source,
  own: Visits | undefined,
  wished: Day | undefined,
): Promise<number> {
  const effects = realEffects();
  const due = dueSince(own, new Date(effects.now()).toISOString());
  // A page that takes no day names all it has, whatever day is wished.
  const since = source.addresses.some((address) => address.includes('{since}')) ? (wished ?? due) : due;
  const visited = await visit(record, source, { since, last: own?.last ?? null }, effects);
  process.stdout.write(`${visitedText(source, visited)}\n`);
  const added = visited.lists.length > 0 ? await addLists(record, source, visited, effects) : null;
  if (added) await printReports(record, dir, added);
  const faults = [...visited.faults, ...(added?.refused ?? [])];
  for (const fault of faults) process.stderr.write(`countersign: ${fault}\n`);
  const { named, fresh, known, left } = visited;
  await appendVisit(
    record,
    { source: source.id, since, named, fresh, lists: added?.lists ?? 0, known, left, faults: faults.length },
    effects,
  );
  return faults.length;
}

async function addLists(
  record: OpenRecord,
  { publisher }: Source,
  { lists }: Visited,
  effects: Effects,
): Promise<Added> {
  const items = lists.map((seen) => ({ origin: seen.sighting.origin, url: true, inFolder: false, seen }));
  const added = await add(record, items, { publisher }, effects);
  process.stdout.write(`${addedText(added)}\n`);
  return added;
}

async function waitingText(record: OpenRecord): Promise<string> {
  const waiting = (await proposals(record)).filter(({ state }) => state === 'waits').length;
  if (waiting === 0) return '';
  const what = waiting === 1 ? '1 policy text waits' : `${waiting} policy texts wait`;
  return `${what} for a person to look at: countersign instruments --proposed\n`;
}
