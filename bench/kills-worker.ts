// Works on a record for ever, and writes a line for everything that is acknowledged: `kills.ts` kills it.
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { quietEffects } from '../src/base/index.ts';
import { add } from '../src/commands/add.ts';
import {
  type DecisionRequest,
  mergeRecords,
  openRecord,
  type RecordReader,
  readRecord,
  rebuild,
} from '../src/record/index.ts';
import { participating } from '../test/workbook.ts';
import { countiesOf, randomFrom, storyOf } from './kills-world.ts';

const [dir = '', files = '', sibling = '', seed = '1'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const effects = quietEffects();

/** What the caller has been told is safe. */
function acknowledge(what: { captures?: string[]; decisions?: string[]; did: string }): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

const record = await openRecord(dir);
const reader = await readRecord(record);

async function addStories(number: number): Promise<void> {
  const paths = Array.from({ length: 1 + random(3) }, (_, i) => join(files, `${seed}-${number}-${i}.txt`));
  for (const path of paths) writeFileSync(path, storyOf(random, path));
  await add(record, paths, { published: '2017-02-22' }, effects);
  acknowledge({ did: 'add', captures: await newest(paths.length) });
}

async function addList(number: number): Promise<void> {
  const day = `2025-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
  const [year, month, date] = day.split('-');
  const rows = countiesOf(random).map((county): [string, string, string, string] => [
    'TEXAS',
    `${county} County Sheriff's Office`,
    'Jail Enforcement Model',
    '2024-05-01',
  ]);
  const path = join(files, `participatingAgencies${month}${date}${year}am${number}.xlsx`);
  writeFileSync(path, await participating(rows));
  const { listed } = await add(record, [path], { whole: true }, effects);
  acknowledge({ did: 'add', captures: listed });
}

async function newest(count: number): Promise<string[]> {
  const rows = await record.db
    .selectFrom('sighting as s')
    .innerJoin('capture as c', 'c.id', 's.capture')
    .select(['c.sha', 's.origin'])
    .where('s.origin', 'like', `%/${seed}-%`)
    .orderBy('s.id', 'desc')
    .limit(count)
    .execute();
  // Else what is acknowledged would not be looked for.
  if (rows.length !== count) throw new Error(`${rows.length} of ${count} files were seen`);
  return rows.map(({ sha }) => sha);
}

async function review(): Promise<void> {
  const items = (await reader.review({})).filter(({ claim }) => claim);
  const item = items[random(Math.max(1, items.length))];
  if (!item?.claim) return;
  const base = { target: item.claim.id, actor: `reviewer ${seed}`, reason: 'read the page' };
  const answers = item.decisions.at(-1)?.seq ?? null;
  const requests: DecisionRequest[] = [
    { ...base, answers, kind: 'accept' },
    { ...base, answers, kind: 'reject' },
    { ...base, answers, kind: 'correct', patch: { position: 'limits' } },
  ];
  const made = await decideOnce(reader, requests[random(3)] as DecisionRequest);
  if (made) acknowledge({ did: 'review', decisions: made });
}

/** The hashes of what was decided; nothing where the other worker was first, which it is told. */
async function decideOnce(on: RecordReader, request: DecisionRequest): Promise<string[] | null> {
  try {
    return (await on.decide([request], effects)).map(({ hash }) => hash);
  } catch (error) {
    if (error instanceof Error && error.name === 'DecisionConflict') return null;
    throw error;
  }
}

/** Derives everything from the first row on, as a program with newer rules does when it begins. */
async function deriveAnew(): Promise<void> {
  const record = await openRecord(dir);
  await record.db.updateTable('meta').set({ value: 'older rules' }).where('key', '=', 'derived').execute();
  await record.db.deleteFrom('kept').execute();
  await rebuild(record, effects);
  await record.db.destroy();
  acknowledge({ did: 'rebuild' });
}

async function merge(): Promise<void> {
  await mergeRecords(record, [sibling], effects);
  acknowledge({ did: 'merge' });
}

acknowledge({ did: 'start' });
for (let number = 0; ; number++) {
  const dice = random(10);
  if (dice < 4) await addStories(number);
  else if (dice < 5) await addList(number);
  else if (dice < 8) await review();
  else if (dice < 9) await deriveAnew();
  else await merge();
}
