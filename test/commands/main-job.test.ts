import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readXlsx } from 'hucre';
import { sha256 } from '../../src/base/index.ts';
import { openRecord, readRecord } from '../../src/record/index.ts';
import { countersign, type Ran } from '../cli.ts';

interface Selector {
  type: string;
  sheet: string;
  row: number;
  cells: { column: string; header: string; text: string }[];
}

const SHARED = '../shared/data';
const needed = { skip: existsSync(SHARED) ? false : `${SHARED} is not here` };
let dir = '';
const run = (...args: string[]): Promise<Ran> => countersign('--record', join(dir, 'record'), ...args);
const rows = async (...args: string[]): Promise<Record<string, unknown>[]> => {
  const { out, err, code } = await run(...args, '--format', 'json');
  assert.equal(code, 0, err);
  return JSON.parse(out);
};

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  const { code, out } = await run('init');
  assert.equal(code, 0);
  assert.match(out, /\d+ claims from \d+ sources, and 499 of ICE's lists cited, not captured/);
});
after(() => rmSync(dir, { recursive: true, force: true }));

test('the starter record answers before anything was added', async () => {
  const found = await rows('find', 'haris county sherif');
  const ids = found.map((row) => row.id);
  assert.ok(ids.includes('us-tx-harris-county-sheriff'), ids.join());
  const before = await rows('status', '--on', '2017-02-15', '--state', 'TX');
  const harris = before.filter(
    (row) => row.agency === 'us-tx-harris-county-sheriff' && row.programme === '287g-jail',
  );
  assert.deepEqual(
    harris.map(({ position, certain }) => [position, certain]),
    [['takes-part', true]],
  );
  const after = await rows('status', '--on', '2017-03-10', '--state', 'TX');
  assert.deepEqual(
    after
      .filter((row) => row.agency === 'us-tx-harris-county-sheriff' && row.programme === '287g-jail')
      .map((row) => row.position),
    ['ends'],
  );
});

test(
  'the founding article yields its claims with exact evidence, and nothing from the furniture',
  needed,
  async () => {
    const { code, out } = await run('add', `${SHARED}/seed/article.txt`, '--published', '2017-02-22');
    assert.equal(code, 0);
    assert.match(out, /^added 1 text with 5 claims/);
    const sha = JSON.parse(
      (await run('extract', `${SHARED}/seed/article.txt`, '--published', '2017-02-22')).out,
    ).capture;
    const claims = await rows('claims', '--capture', sha);
    const brief = claims
      .map((c) => [c.agencyId, c.programme, c.position, c.speaker, c.on_behalf_of, c.via, c.date].join(' | '))
      .sort();
    assert.deepEqual(brief, [
      'us-ca-los-angeles-police | enforcement | declines | Charlie Beck |  | Los Angeles Times | 2016-11',
      'us-ca-los-angeles-police | enforcement | unchanged | Charlie Beck |  | Los Angeles Times | 2016-11',
      // A claim of the starter record that cites this story, anchored in its words now: no second claim.
      'us-il-cook-county-sheriff | 287g | not-approached | Cara Smith |  | Chicago Tribune | 2017-02-21',
      'us-il-cook-county-sheriff | enforcement | declines | Cara Smith | Tom Dart | Chicago Tribune | 2017-02-21',
      'us-il-cook-county-sheriff | enforcement | not-approached | Cara Smith | Tom Dart | Chicago Tribune | 2017-02-21',
      'us-tx-harris-county-sheriff | 287g-jail | ends | Ed Gonzalez |  | Houston Chronicle | 2017-02-21',
    ]);
    for (const claim of claims) {
      for (const words of claim.evidence as string[])
        assert.doesNotMatch(words, /GettyImages|Guatemala City|Related Articles/);
    }
  },
);

test('the 499 lists become the record of every day that they cover', needed, async () => {
  const { code, out, err } = await run('add', `${SHARED}/ice-287g`);
  assert.equal(code, 0, err);
  assert.match(out, /^added 499 lists with 249,478 rows/);
  const last = (await rows('status', '--on', '2026-05-18', '--programme', '287g')).filter(
    (row) => row.position === 'takes-part',
  );
  assert.equal(last.length, 1843);
  const { out: table } = await run('status', '--on', '2026-05-18', '--programme', '287g');
  assert.match(
    table,
    /\n\d+ rows, \d+ agencies \(takes-part: 1843 rows, 1549 agencies; .*\), on 2026-05-18; the newest list is of 2026-05-18\n$/,
  );
  assert.ok(last.every((row) => row.certain));
  const first = (await rows('status', '--on', '2025-02-21', '--programme', '287g')).filter(
    (row) => row.position === 'takes-part',
  );
  assert.equal(first.length, 151);
});

test(
  'each row of a status leads to the cells of its row, as a second reader finds them',
  needed,
  async () => {
    const path = `${SHARED}/ice-287g/participating-2026-05-18-am.xlsx`;
    const capture = sha256(readFileSync(path));
    const status = await rows(
      'status',
      '--on',
      '2026-05-18',
      '--programme',
      '287g',
      '--position',
      'takes-part',
    );
    const claims = await rows('claims', '--capture', capture);
    const sheets = (await readXlsx(readFileSync(path))).sheets;
    const printed = new Set<string>();
    for (const { selectors, source } of claims) {
      assert.equal(source, `sha256:${capture}`);
      const [{ type, sheet, row, cells }] = selectors as [Selector];
      assert.equal(type, 'row');
      const there = sheets.find(({ name }) => name === sheet)?.rows[row - 1];
      for (const { column, text } of cells) {
        const value = there?.[column.charCodeAt(0) - 65] ?? '';
        assert.equal(
          text,
          value instanceof Date ? value.toISOString().slice(0, 10) : String(value),
          `${row} ${column}`,
        );
      }
      const cell = (header: string) => cells.find((one) => one.header === header)?.text.trim();
      // One agency is printed with either apostrophe.
      printed.add(`${cell('STATE')} ${cell('LAW ENFORCEMENT AGENCY')?.replaceAll('\u2019', "'")}`);
    }
    assert.deepEqual([claims.length, printed.size], [1843, 1551]);
    const ids = new Set(claims.map(({ id }) => id));
    assert.equal(status.length, 1843);
    for (const row of status)
      assert.ok(
        (row.claims as string[]).some((id) => ids.has(id)),
        String(row.name),
      );
  },
);

test('adding the folder again adds nothing but the sightings', needed, async () => {
  const before = await rows('status', '--on', '2026-05-18');
  const { code, out } = await run('add', `${SHARED}/ice-287g`);
  assert.equal(code, 0);
  assert.match(out, /^added 499 captures known before/);
  assert.deepEqual(await rows('status', '--on', '2026-05-18'), before);
});

test('lists are not counted among the other sources', needed, async () => {
  const reader = await readRecord(await openRecord(join(dir, 'record')));
  const { captures, lists, sources } = await reader.counts();
  // The starter's sources, and the article.
  const starter = readFileSync('starter/sources.csv', 'utf8').trim().split('\n').length - 1;
  assert.deepEqual([captures, lists, sources], [500, 499, starter + 1]);
  await reader.close();
});

test('everything verifies', needed, async () => {
  const { code, out } = await run('verify');
  assert.match(
    out,
    /^verified 500 captures, 249478 rows, \d+ quotations: 0 faults\nroot [0-9a-f]{64} over 0 decisions\n$/,
  );
  assert.equal(code, 0);
});

test('the record as known before it learned anything is empty', async () => {
  assert.deepEqual(await rows('status', '--on', '2017-02-15', '--known', '2016-01-01'), []);
});
