import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { add } from '../../src/commands/add.ts';
import { citeFolder } from '../../src/commands/cite.ts';
import { derivedDigests } from '../../src/record/digests.ts';
import {
  appendCapture,
  appendStarter,
  citationTables,
  mergeRecords,
  type OpenRecord,
  openRecord,
  readCitation,
  readRecord,
  readStarter,
  rebuild,
  type Starter,
  verify,
} from '../../src/record/index.ts';
import { buildRegistry, type Citation, citationOf } from '../../src/resolve/index.ts';
import { LISTS, lists } from '../resolve/lists.ts';
import { at, inFolder, listCapture, withRecord } from './world.ts';

const NOTHING: Citation = { lists: [], names: [], listings: [] };
const starter = (citation: Citation): Starter => ({
  agencies: [],
  sources: [],
  claims: [],
  instruments: [],
  provisions: [],
  citation,
});

const BUTLER = { state: 'OHIO', agency: "Butler County Sheriff's Office", county: 'Butler' };
const HARRIS = { state: 'TEXAS', agency: "Harris County Sheriff's Office", county: 'Harris' };
const captures = [
  listCapture('2025-03-03', [
    { ...BUTLER, signed: '2025-03-01' },
    { ...HARRIS, signed: '2025-03-02' },
  ]),
  listCapture('2025-03-04', [
    { ...BUTLER, signed: '2025-03-01', moaLink: 'https://www.ice.gov/doclib/287gMOA/ButlerOH.pdf' },
    { ...HARRIS, signed: '2025-03-02' },
  ]),
  listCapture('2025-03-07', [{ ...BUTLER, signed: '2025-03-01' }]),
];
const citation = citationOf(
  captures.map(({ sha, list, sighting }, index) => ({
    capture: sha,
    kind: list!.kind,
    names: [sighting.origin.split('/').pop()!],
    modified: list!.modified,
    retrieved: sighting.retrieved,
    lines: list!.rows.map((_row, row) => index * 2 + row),
    rows: list!.rows.map(({ row }) => row),
  })),
  captures.flatMap(({ list }) => [...list!.rows, ...list!.rows].slice(0, 2).map(({ line }) => line)),
);

async function cite(record: OpenRecord): Promise<void> {
  await appendStarter(record, starter(citation), at('2026-01-01'));
  await rebuild(record);
}

test('what is cited of lists answers as lists do, and says that it is cited', () =>
  withRecord(async (record) => {
    await cite(record);
    const reader = await readRecord(record);
    const status = await reader.status({ on: '2025-03-05' });
    assert.deepEqual(
      status.map(({ agency, position, certain }) => [agency, position, certain]),
      [
        ['us-oh-butler-county-sheriff', 'takes-part', true],
        ['us-tx-harris-county-sheriff', 'ends', false],
        ['us-tx-harris-county-sheriff', 'takes-part', false],
      ],
    );
    const claim = await reader.claim(status[0]!.claims[0]!);
    assert.equal(claim?.agencyId, 'us-oh-butler-county-sheriff');
    assert.deepEqual(claim?.evidence, [{ type: 'cited', source: `sha256:${captures[1]!.sha}`, quote: null }]);
    assert.equal(claim?.source.capture, null);
    assert.equal((await reader.source(claim!.source.id))?.published, '2025-03-04');
    const view = await reader.agency('us-tx-harris-county-sheriff', { on: '2025-03-08' });
    assert.deepEqual(
      view?.status.map(({ position, from }) => [position, from]),
      [['ends', '2025-03-05/2025-03-07']],
    );
    assert.equal(view?.claims.length, 2);
    const { lists: held, cited } = await reader.counts();
    assert.deepEqual([held, cited], [0, 3]);
    const spellings = (await reader.agreements(null)).map((row) => row.spellings);
    assert.deepEqual(spellings, [["Butler County Sheriff's Office"], ["Harris County Sheriff's Office"]]);
  }));

test('a list that is captured takes the place of what was cited of it, claim by claim', () =>
  withRecord(async (record) => {
    await cite(record);
    const before = await (await readRecord(record)).status({ on: '2025-03-05' });
    await appendCapture(record, captures[1]!, at('2026-01-02'));
    await rebuild(record);
    const reader = await readRecord(record);
    const after = await reader.status({ on: '2025-03-05' });
    const bare = (rows: typeof after) => rows.map(({ claims: _, ...row }) => row);
    assert.deepEqual(bare(after), bare(before));
    assert.deepEqual(
      after.map(({ position, claims }) => [position, claims.length]),
      [
        ['takes-part', 1],
        ['ends', 0],
        ['takes-part', 1],
      ],
    );
    const claim = await reader.claim(after[0]!.claims[0]!);
    assert.equal(claim?.evidence[0]?.type, 'row');
    // A link to what was cited leads to the row itself.
    assert.equal((await reader.claim(before[0]!.claims[0]!))?.id, claim?.id);
    assert.equal((await reader.counts()).cited, 2);
    // On the day before, the record only cited it.
    const then = await reader.status({ on: '2025-03-05', known: '2026-01-01' });
    assert.deepEqual(then, before);
  }));

test('lists that come later go on from those that are cited, and from scratch it is the same', () =>
  withRecord(async (record) => {
    await cite(record);
    const next = [
      listCapture('2025-03-10', [{ ...BUTLER, signed: '2025-03-01' }]),
      listCapture('2025-03-11', [{ ...HARRIS, signed: '2025-03-10' }]),
      captures[0]!,
    ];
    for (const capture of next) {
      await appendCapture(record, capture, at('2026-01-02'));
      await rebuild(record);
      const { faults } = await verify(record, at('2026-01-03'), { rebuild: true });
      // Bytes of these lists were never stored.
      assert.deepEqual(
        faults.filter((fault) => !fault.includes('bytes are missing')),
        [],
      );
    }
    const agreements = await (await readRecord(record)).agreements(null);
    assert.deepEqual(
      agreements.map(({ id, listedFrom, status }) => [id, listedFrom, status]),
      [
        ['us-oh-butler-county-sheriff#287g-jail#2025-03-01', '2025-03-01/2025-03-03', 'no-longer-listed'],
        ['us-tx-harris-county-sheriff#287g-jail#2025-03-02', '2025-03-02/2025-03-03', 'renewed'],
        ['us-tx-harris-county-sheriff#287g-jail#2025-03-10', '2025-03-11', 'active'],
      ],
    );
  }));

test('two records that cite the same are one after a merge', () =>
  withRecord(async (record) => {
    await cite(record);
    const before = await derivedDigests(record.db);
    await inFolder(async (dir) => {
      const other = await openRecord(join(dir, 'other'), { create: true });
      await cite(other);
      await other.db.destroy();
      await mergeRecords(record, [other.dir], at('2026-01-03'));
    });
    assert.deepEqual(await derivedDigests(record.db), before);
  }));

test('a citation is the same after writing and reading', () =>
  inFolder(async (dir) => {
    const { files, lines } = lists({
      'participating-2025-03-03-am': [
        'IOWA | Polk, "County" Sheriff | | 2025-03-02 | Polk IA',
        'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH',
      ],
      'participating-2025-03-04-am': ['IOWA | Polk, "County" Sheriff | | 2025-03-02'],
      'participating-2025-03-05-am': ['OHIO | Butler County Sheriff | J | 2025-03-02 | Butler2'],
      'pending-2025-03-03-am': ['OHIO | Butler County Sheriff | T'],
    });
    const made = citationOf(files, lines);
    for (const [name, text] of Object.entries(citationTables(made, buildRegistry([]))))
      writeFileSync(join(dir, name), text);
    assert.deepEqual(readCitation(dir), made);
  }));

test('the starter record cites the 499 lists, byte for byte as the program writes them', async (t) => {
  if (!existsSync(LISTS)) return t.skip(`${LISTS} is not here`);
  const tables = await citeFolder(LISTS);
  let bytes = 0;
  for (const [name, text] of Object.entries(tables)) {
    assert.ok(text === readFileSync(join('starter', name), 'utf8'), `starter/${name} differs`);
    bytes += Buffer.byteLength(text);
  }
  assert.ok(bytes <= 400_000, `${bytes} bytes`);
});

test('the starter record and all lists are what the lists alone and the other starter facts are', async (t) => {
  if (!existsSync(LISTS)) return t.skip(`${LISTS} is not here`);
  const facts = readStarter('starter');
  const made = async (dir: string, citation: Citation) => {
    const record = await openRecord(dir, { create: true });
    await appendStarter(record, { ...facts, citation }, at('2026-01-01'));
    await add(record, [LISTS], {}, at('2026-01-02'));
    const digests = await derivedDigests(record.db);
    await record.db.destroy();
    return digests;
  };
  await inFolder(async (dir) => {
    const cited = await made(join(dir, 'cited'), facts.citation);
    assert.deepEqual(cited, await made(join(dir, 'alone'), NOTHING));
  });
});
