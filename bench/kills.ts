// Kills programs that add, review, derive and merge, at random moments, and looks at what is left: nothing acknowledged is
// lost, nothing of the log is changed, the record opens, everything verifies. Run: npm run kills [rounds] [seed]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { canonicalJson, quietEffects } from '../src/base/index.ts';
import { add } from '../src/commands/add.ts';
import { type OpenRecord, openRecord, readRecord, verify } from '../src/record/index.ts';
import { randomFrom, storyOf } from './kills-world.ts';

const LOG = [
  'capture',
  'sighting',
  'list',
  'reading',
  'line',
  'listing',
  'claim',
  'registry',
  'decision',
  'event',
] as const;
// A record that grows for ever would make the last rounds slow: a new one is begun.
const ROUNDS_A_RECORD = 20;
// A worker is killed after so many acknowledged writes at most, and so many milliseconds.
const MOST_WRITES = 8;
const LONGEST = 250;

/** What rounds of killing came to. */
export interface Kills {
  rounds: number;
  /** Programs that were killed; every third round has two at work on one record. */
  killed: number;
  /** Acknowledged writes, by what was done. */
  acknowledged: Record<string, number>;
  /** Rounds after which the derived tables were behind the log: killed between a write and what follows from it. */
  behind: number;
  /** What does not hold; nothing is to stand here. */
  faults: string[];
}

interface Told {
  did: string;
  captures?: string[];
  decisions?: string[];
}

/** Kills so many times and tells what was found. */
export async function killRounds(rounds: number, seed: number, onRound = () => {}): Promise<Kills> {
  const kills: Kills = { rounds: 0, killed: 0, acknowledged: {}, behind: 0, faults: [] };
  const random = randomFrom(seed);
  for (let begun = 0; begun < rounds; begun += ROUNDS_A_RECORD) {
    const dir = mkdtempSync(join(tmpdir(), 'countersign-kills-'));
    try {
      const world = await makeWorld(dir, seed);
      let log = new Set<string>();
      for (let round = begun; round < Math.min(rounds, begun + ROUNDS_A_RECORD); round++) {
        const workers = round % 3 === 2 ? 2 : 1;
        const after = { writes: random(MOST_WRITES), ms: random(LONGEST) };
        const told = await Promise.all(
          Array.from({ length: workers }, (_, i) => killed(world, `${seed}${round}${i}`, after)),
        );
        kills.killed += workers;
        for (const { did } of told.flat()) kills.acknowledged[did] = (kills.acknowledged[did] ?? 0) + 1;
        const found = await look(world.record, log, told.flat());
        log = found.log;
        if (found.behind) kills.behind++;
        kills.faults.push(...found.faults.map((fault) => `round ${round}, seed ${seed}: ${fault}`));
        kills.rounds++;
        onRound();
      }
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  delete kills.acknowledged.start;
  return kills;
}

interface World {
  record: string;
  files: string;
  sibling: string;
}

/** An empty record, a folder for files, and another record to merge. */
async function makeWorld(dir: string, seed: number): Promise<World> {
  const world = { record: join(dir, 'record'), files: join(dir, 'files'), sibling: join(dir, 'sibling') };
  mkdirSync(world.files);
  await (await openRecord(world.record, { create: true })).db.destroy();
  const other = await openRecord(world.sibling, { create: true });
  const path = join(world.files, 'sibling.txt');
  writeFileSync(path, storyOf(randomFrom(seed), 'of the other record'));
  await add(other, [path], { published: '2017-02-22' }, quietEffects());
  await other.db.destroy();
  return world;
}

/** Starts a worker, kills it so long after so many writes, and answers what it had acknowledged. */
async function killed(
  { record, files, sibling }: World,
  seed: string,
  after: { writes: number; ms: number },
): Promise<Told[]> {
  const worker = spawn(
    process.execPath,
    ['--import', 'tsx', 'bench/kills-worker.ts', record, files, sibling, seed],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let err = '';
  worker.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise((done) => worker.on('close', done));
  await new Promise<void>((reached) => {
    worker.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      // The first line says only that work begins.
      if (out.split('\n').length > after.writes + 1) reached();
    });
    void ended.then(() => reached());
  });
  await sleep(after.ms);
  worker.kill('SIGKILL');
  await ended;
  if (err) throw new Error(`a worker failed before it was killed: ${err}`);
  // A line that was cut short was never read by anybody.
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told);
}

async function look(dir: string, before: ReadonlySet<string>, told: Told[]) {
  const record = await openRecord(dir);
  try {
    const derived = await record.db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'derived')
      .executeTakeFirst();
    const log = await logOf(record);
    const faults = [...before]
      .filter((row) => !log.has(row))
      .map((row) => `the log lost or changed ${row.slice(0, 200)}`);
    const reader = await readRecord(record);
    const now = await record.db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'derived')
      .executeTakeFirst();
    const held = new Set(
      (await record.db.selectFrom('capture').select('sha').execute()).map(({ sha }) => sha),
    );
    const decided = new Set((await reader.decisions()).map(({ hash }) => hash));
    for (const { did, captures = [], decisions = [] } of told) {
      for (const sha of captures) if (!held.has(sha)) faults.push(`${did} of ${sha} was lost`);
      for (const hash of decisions) if (!decided.has(hash)) faults.push(`${did} of ${hash} was lost`);
    }
    faults.push(...(await verify(record, quietEffects(), { rebuild: true })).faults);
    return { log, faults, behind: derived?.value !== now?.value };
  } finally {
    await record.db.destroy();
  }
}

/** Every row of the log. */
async function logOf({ db }: OpenRecord): Promise<Set<string>> {
  const rows = new Set<string>();
  for (const table of LOG)
    for (const row of await db.selectFrom(table).selectAll().execute())
      rows.add(`${table} ${canonicalJson(row)}`);
  return rows;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [rounds = 200, seed = 1] = process.argv.slice(2).map(Number);
  let done = 0;
  const found = await killRounds(rounds, seed, () => {
    if (process.stderr.isTTY) process.stderr.write(`\r${++done} of ${rounds} rounds`);
  });
  console.log(JSON.stringify(found, null, 2));
  if (found.faults.length > 0) process.exitCode = 1;
}
