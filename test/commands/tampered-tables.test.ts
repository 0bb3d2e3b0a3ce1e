import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { canonicalJson, quietEffects } from '../../src/base/index.ts';
import { verifyFolder } from '../../src/commands/verify-folder.ts';
import { appendEvent } from '../../src/record/events.ts';
import { openRecord, readRecord, verify } from '../../src/record/index.ts';
import { inTransaction, type OpenRecord } from '../../src/record/open.ts';
import { MANIFEST } from '../../src/site/index.ts';
import { type TestRecord, testRecord } from '../site/record.ts';

const effects = quietEffects({ now: () => Date.parse('2026-03-01T12:00:00Z') });

/** For each table of the log a change to one of its rows, and what verify says of it beside a published manifest. */
const LOG: Record<string, [change: string, said: RegExp]> = {
  capture: [`publisher = 'Nobody'`, /differ in captures$/],
  sighting: [`origin = 'https://elsewhere.example/'`, /differ in sightings$/],
  list: [`modified = '1999-01-01'`, /differ in captures$/],
  line: [`agency = 'Nobody'`, /row \d+ of .* reads otherwise.*differ in rows$/],
  listing: [`line = line % 2 + 1`, /row \d+ of .* reads otherwise.*differ in rows$/],
  reading: [`claims = '[]'`, /differ in readings$/],
  source: [`title = 'Another title'`, /differ in sources$/],
  claim: [`position = 'unchanged'`, /^claim [0-9a-f]{32}: its row was changed$/],
  registry: [`agency = replace(agency, 'a', 'b')`, /differ in registry$/],
  decision: [`reason = 'another'`, /^decision 1: its seal does not fit what it says$/],
  event: [`facts = '{}'`, /^event 1: its row was changed;.*\(its events\) is not what the manifest names$/],
  instrument: [`facts = facts || ' '`, /differ in instruments$/],
  provision: [`facts = facts || ' '`, /differ in provisions$/],
};
// What the program notes for itself: which rules derived, what was read last. It is made again where it does not fit.
const NOTES = ['meta', 'kysely_migration', 'kysely_migration_lock'];

let made: TestRecord;
let dir = '';
let kept = '';

before(async () => {
  made = await testRecord();
  dir = mkdtempSync(join(tmpdir(), 'countersign-tampered-'));
  kept = join(made.dir, 'record');
  const record = await openRecord(kept);
  const reader = await readRecord(record);
  const target = (await reader.claims({ review: 'proposed' }))[0]?.id ?? '';
  await reader.decide([{ kind: 'accept', target, answers: null, actor: 'ada', reason: 'read' }], effects);
  await inTransaction(record.db, (db) =>
    appendEvent(db, 'archive', { archive: 'a.warc', members: 1 }, effects),
  );
  const manifest = {
    files: {},
    outlook: false,
    recorded: (await reader.counts()).recorded,
    root: await reader.root(),
  };
  mkdirSync(join(dir, 'site'));
  writeFileSync(join(dir, 'site', MANIFEST), canonicalJson(manifest));
  await reader.close();
});
after(async () => {
  await made.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What verify says of a record, and of what was published from it, after one of its tables was changed. */
async function saidAfter(change: string, { rebuild = false, derived = false } = {}): Promise<string> {
  const copy = join(dir, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(kept, copy, { recursive: true });
  const record: OpenRecord = await openRecord(copy);
  const { numAffectedRows } = await sql.raw(change).execute(record.db);
  assert.equal(numAffectedRows, 1n, change);
  if (derived) await readRecord(record);
  const { faults } = await verify(record, effects, { rebuild });
  if (!rebuild) {
    const reader = await readRecord(record);
    faults.push(...(await verifyFolder(reader, join(dir, 'site'), effects)).faults);
    await reader.close();
  } else await record.db.destroy();
  return faults.join('; ');
}

async function tables(): Promise<string[]> {
  const record = await openRecord(kept);
  const { rows } = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(record.db);
  await record.db.destroy();
  return rows.map(({ name }) => name);
}

test('a row changed in any table of the log is found, and it is said which', async () => {
  assert.equal(
    await saidAfter(`update meta set value = value where key = 'recorded'`),
    '',
    'nothing is changed',
  );
  for (const [table, [change, said]] of Object.entries(LOG)) {
    const first = `rowid = (select min(rowid) from ${table} ${table === 'reading' ? `where claims <> '[]'` : ''})`;
    assert.match(await saidAfter(`update ${table} set ${change} where ${first}`), said, table);
  }
  // This record cites no lists.
  const cited = `insert into citation values ('x', 0, '{"lists":[],"names":[],"listings":[]}', '2026-02-01')`;
  assert.match(await saidAfter(cited), /differ in citations$/);
});

test('a claim taken out of the log is found by its id, and after everything was derived again still by what names it', async () => {
  const record = await openRecord(kept);
  const claims = await record.db
    .selectFrom('claim')
    .select(['seq', 'id', 'content', 'capture'])
    .orderBy('seq')
    .execute();
  const decided = (await record.db.selectFrom('decision').select('subject').executeTakeFirstOrThrow())
    .subject;
  await record.db.destroy();
  const cited = claims.find(({ capture }) => capture === null);
  const read = claims.find(({ capture }) => capture !== null);
  for (const one of [cited, read, claims.at(-1)]) {
    const gone = `delete from claim where seq = ${one?.seq}`;
    assert.match(await saidAfter(gone), new RegExp(`claim ${one?.id}: its row is missing`), gone);
  }
  const [a, b] = [cited, read] as [(typeof claims)[number], (typeof claims)[number]];
  assert.match(
    await saidAfter(`delete from claim where seq = ${a.seq}`, { derived: true }),
    new RegExp(`; log table claim: row ${a.seq} is missing`),
  );
  assert.match(
    await saidAfter(`delete from claim where seq = ${b.seq}`, { derived: true }),
    new RegExp(`claim with content ${b.content}, read in sha256:`),
  );
  assert.match(
    await saidAfter(`delete from claim where id = '${decided.slice(6)}'`, { derived: true }),
    new RegExp(`claim ${decided.slice(6)}: its row is missing`),
  );
});

test('rows taken out of any other numbered table of the log are found, the last one too', async () => {
  for (const table of ['sighting', 'registry', 'decision']) {
    const last = `delete from ${table} where rowid = (select max(rowid) from ${table})`;
    assert.match(await saidAfter(last), new RegExp(`log table ${table}: \\d+ rows, where there were \\d+`));
  }
  // Deriving everything again does not make the record forget how many it had.
  for (const table of ['sighting', 'claim'])
    assert.match(
      await saidAfter(`delete from ${table} where rowid = (select max(rowid) from ${table})`, {
        derived: true,
      }),
      new RegExp(`log table ${table}: \\d+ rows, where there were \\d+`),
    );
  assert.match(await saidAfter('delete from sighting where id = 1'), /log table sighting: row 1 is missing/);
});

test('a clock of the record that was set back is found', async () => {
  for (const change of [
    `update meta set value = '2020-01-01T00:00:00.000Z' where key = 'recorded'`,
    `delete from meta where key = 'recorded'`,
  ])
    assert.match(
      await saidAfter(change),
      /record time was set back: it says (2020-01-01T|nothing).*log table/,
    );
});

test('a row changed in any derived table is found by deriving again, and it is said which', async () => {
  const all = await tables();
  for (const table of all.filter(
    (name) => !(name in LOG) && name !== 'citation' && !NOTES.includes(name) && !name.endsWith('_past'),
  )) {
    const record = await openRecord(kept);
    const { rows } = await sql<{
      name: string;
      type: string;
      pk: number;
    }>`select name, type, pk from pragma_table_info(${sql.lit(table)})`.execute(record.db);
    const filled = (await sql`select 1 from ${sql.table(table)} limit 1`.execute(record.db)).rows.length > 0;
    await record.db.destroy();
    const values = rows.map(({ type }, i) => (type === 'INTEGER' ? `${990 + i}` : `'[]'`)).join(', ');
    const text = rows
      .filter(({ name, type, pk }) => name !== 'known_from' && type === 'TEXT' && pk === 0)
      .at(-1)?.name;
    const change = filled
      ? `update ${table} set ${text} = '[7]' where rowid = (select min(rowid) from ${table})`
      : `insert into ${table} values (${values})`;
    assert.equal(
      await saidAfter(change, { rebuild: true }),
      `derived table ${table}: from scratch it reads otherwise`,
    );
  }
});

test('a log from which nothing can be derived any more is told in a line', async () => {
  const change = 'update listing set line = 1000000 where rowid = (select max(rowid) from listing)';
  assert.match(
    await saidAfter(change, { rebuild: true }),
    /derived tables: nothing can be derived from the log/,
  );
});
