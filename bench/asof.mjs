// What "as of" costs over generated claims: the whole country and one agency, now and as known on an earlier day, beside
// reading the same rows by a full scan, and, as the physical limit, reading them in the database by their numbers.
// Run: node --import tsx bench/asof.mjs [claims in millions …]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays } from '../src/base/index.ts';
import { intervalsOf } from '../src/record/agency-view.ts';
import { insertMany } from '../src/record/bulk.ts';
import { setMeta } from '../src/record/meta.ts';
import { openRecord } from '../src/record/open.ts';
import { notePast } from '../src/record/past.ts';
import { positionIntervals } from '../src/record/positions.ts';
import { asKnownOfPast, closeScopes, noScopes } from '../src/record/scope.ts';
import { statusOn } from '../src/record/status.ts';
import { agencyRows, intervalRows } from '../src/record/write-derived.ts';
import { randomFrom } from './kills-world.ts';

const AGENCIES = 20_000;
const POSITIONS = ['takes-part', 'takes-part', 'takes-part', 'declines', 'limits', 'ends'];
const FIRST = '1996-01-01';
const SPAN = 11_000;
const runs = 15;
// The query asks the intervals; beyond this many, the claims behind them would only fill the disk.
const WITH_CLAIMS = 1e6;

const random = randomFrom(1);

function wordsOf(agency, count, number) {
  return Array.from({ length: count }, (_, i) => ({
    id: `${number}-${i}`.padStart(32, '0'),
    kind: 'statement',
    agency,
    programme: 'detainers',
    position: POSITIONS[random(POSITIONS.length)],
    date: addDays(FIRST, random(SPAN)),
    effective: null,
    published: null,
    source: null,
    capture: null,
  }));
}

async function generate(db, claims) {
  // Only here: a generated record that a power cut spoils is generated again.
  await sql`pragma synchronous = off`.execute(db);
  await sql`pragma cache_size = -1000000`.execute(db);
  const each = Math.round(claims / AGENCIES);
  let intervals = 0;
  for (let start = 0; start < AGENCIES; start += 500) {
    const ids = Array.from({ length: 500 }, (_, i) => `us-tx-agency-${start + i}`);
    const words = ids.flatMap((id, i) => wordsOf(id, each, start + i));
    const made = positionIntervals([], [], words);
    const agencies = ids.map((id) => ({
      id,
      name: `Agency ${id.slice(13)}`,
      kind: 'police',
      state: 'TX',
      counties: ['48201'],
      place: null,
      ori: [],
      aliases: [],
    }));
    await sql`begin immediate`.execute(db);
    await agencyRows(db, agencies);
    await intervalRows(db, made, intervals);
    if (claims <= WITH_CLAIMS) await insertClaims(db, words, start * each);
    await sql`commit`.execute(db);
    intervals += made.length;
  }
  await restate(db);
  await sql`pragma cache_size = -65536`.execute(db);
  return intervals;
}

const KNOWN = '2026-01-15';

/** Two days of record time: on the second, a third of all intervals are known otherwise than on the first. */
async function restate(db) {
  await sql`begin immediate`.execute(db);
  for (const table of ['interval', 'agency'])
    await sql`update ${sql.table(table)} set known_from = '2026-01-01'`.execute(db);
  await sql`insert into interval_past select *, '2026-02-01' from interval where id % 3 = 0`.execute(db);
  await sql`update interval set known_from = '2026-02-01' where id % 3 = 0`.execute(db);
  await setMeta(db, 'recorded', '2026-02-01T12:00:00.000Z');
  await notePast(db, { day: '2026-02-01', from: '' });
  await sql`commit`.execute(db);
}

async function insertClaims(db, words, before) {
  await insertMany(db, 'claim', CLAIM, words.map(claimRow));
  await insertMany(
    db,
    'claim_state',
    ['claim', 'seq', 'agency', 'review', 'candidates'],
    words.map((w, i) => [w.id, before + i + 1, w.agency, 'proposed', '[]']),
  );
}

const CLAIM = [
  'id',
  'content',
  'kind',
  'written',
  'name',
  'given_agency',
  'programme',
  'position',
  'speaks_for_agency',
  'date',
  'evidence',
  'rules',
  'recorded',
];

function claimRow(w) {
  return [
    w.id,
    w.id,
    w.kind,
    w.agency,
    w.agency,
    w.agency,
    w.programme,
    w.position,
    0,
    w.date,
    '[]',
    '[]',
    '2026-01-01T00:00:00.000Z',
  ];
}

async function cpu(work) {
  const all = [];
  let result;
  for (let run = 0; run < runs; run++) {
    const before = cpuMs();
    result = await work(run);
    all.push(cpuMs() - before);
  }
  return { ms: median(all), result };
}

/** User and system CPU of this process so far. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(all) {
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
}

const sizes = process.argv.slice(2).map(Number);
console.log(`${AGENCIES.toLocaleString('en-US')} agencies; CPU ms, median of ${runs}\n`);
console.log(
  '| claims | intervals | whole country, rows | ms | one agency, ms | its intervals, ms | country as known earlier, ms | one agency so, ms | full scan, ms | rows by their numbers, ms |\n|---|---|---|---|---|---|---|---|---|---|',
);
for (const millions of sizes.length ? sizes : [0.1, 1]) {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-asof-'));
  try {
    const record = await openRecord(dir, { create: true });
    const { db } = record;
    const intervals = await generate(db, millions * 1e6);
    const day = (run) => addDays('2010-03-01', run * 700);
    const country = await cpu((run) => statusOn(db, { on: day(run) }));
    const one = await cpu((run) => statusOn(db, { on: day(run), agency: `us-tx-agency-${run * 777}` }));
    const history = await cpu((run) => intervalsOf(db, `us-tx-agency-${run * 555}`));
    const scopes = noScopes();
    const earlier = (query) => asKnownOfPast(record, scopes, KNOWN, (seen) => statusOn(seen, query));
    const known = await cpu((run) => earlier({ on: day(run) }));
    const knownOne = await cpu((run) => earlier({ on: day(run), agency: `us-tx-agency-${run * 777}` }));
    await closeScopes(scopes);
    const scan = await cpu(async (run) => {
      const on = day(run);
      return sql`select * from interval not indexed where from_any <= ${on} and to_max > ${on}`.execute(db);
    });
    const limit = [];
    for (let run = 0; run < runs; run++) {
      const on = day(run);
      const { rows } = await sql`select id from interval where from_any <= ${on} and to_max > ${on}`.execute(
        db,
      );
      const ids = JSON.stringify(rows.map(({ id }) => id));
      const before = cpuMs();
      await sql`select total(length(i.claims) + length(a.name)) from interval i join agency a on a.id = i.agency
        where i.id in (select value from json_each(${ids}))`.execute(db);
      limit.push(cpuMs() - before);
    }
    const cells = [millions * 1e6, intervals, country.result.length].map((n) => n.toLocaleString('en-US'));
    console.log(
      `| ${[...cells, ...[country.ms, one.ms, history.ms, known.ms, knownOne.ms, scan.ms, median(limit)].map((ms) => ms.toFixed(1))].join(' | ')} |`,
    );
    await db.destroy();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
