import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Hono } from 'hono';
import { writeXlsx } from 'hucre';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import {
  appendStarter,
  openRecord,
  type RecordReader,
  readRecord,
  readStarter,
  rebuild,
} from '../../src/record/index.ts';
import { createApp, type SiteOptions } from '../../src/site/index.ts';
import { HEADER } from '../workbook.ts';

// Written for these tests; the angle brackets are there to be escaped.
const ARTICLE = `Harris County sheriff ends jail partnership

HOUSTON, Texas (Feb. 22, 2017) - Harris County Sheriff Ed Gonzalez said Tuesday that his office will end its 287(g) partnership with Immigration and Customs Enforcement.

The program <script>alert("jail")</script> trained ten deputies & cost money.
`;

// In the columns of the FBI's list: agencies of which the record knows nothing else, in a county with others and in one without.
const REGISTRY = `data_year,ori,pub_agency_name,state_abbr,county_name,agency_type_name,population,officer_ct
2024,TX1010500,Bellaire,TX,HARRIS,City,17000,40
2024,TX1510000,Loving,TX,LOVING,County,64,3
`;

type Row = [string, string, string, string];
export const STAYS: Row = [
  'TEXAS',
  "Lubbock County Sheriff's Office",
  'Jail Enforcement Model',
  '2025-03-03',
];
const LEAVES: Row = ['FLORIDA', 'Coral Springs Police Department', 'Task Force Model', '2025-04-04'];

/** A participating list, saved on its day: a list that claims to be older than its saving would be dated by the saving. */
export async function list(day: string, rows: Row[]): Promise<Uint8Array> {
  const modified = new Date(`${day}T12:00:00Z`);
  const body = rows.map(([state, agency, model, signed]) => [
    state,
    agency,
    'County',
    '',
    model,
    new Date(signed),
    '',
    '',
  ]);
  return writeXlsx({
    sheets: [{ name: 'Sheet1', rows: [HEADER, ...body] }],
    properties: { modified, created: modified },
  });
}

/** A real record for tests of the site: the starter facts, an article, two agencies of the registry, and two lists of which the second lacks an agency. */
export interface TestRecord {
  reader: RecordReader;
  dir: string;
  close(): Promise<void>;
}

/** Makes the record in a folder of its own; `close` removes it. */
export async function testRecord(): Promise<TestRecord> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-site-'));
  const effects = quietEffects({ now: () => Date.parse('2026-03-01T12:00:00Z') });
  const record = await openRecord(join(dir, 'record'), { create: true });
  // Without the cited lists: its own two are all that it knows of them.
  const citation = { lists: [], names: [], listings: [] };
  await appendStarter(record, { ...readStarter('starter'), citation }, effects);
  await rebuild(record);
  const files = join(dir, 'files');
  mkdirSync(files);
  writeFileSync(join(files, 'article.txt'), ARTICLE);
  writeFileSync(
    join(files, 'participatingAgencies02022026am.xlsx'),
    await list('2026-02-02', [STAYS, LEAVES]),
  );
  writeFileSync(join(files, 'participatingAgencies02092026am.xlsx'), await list('2026-02-09', [STAYS]));
  await add(record, [join(files, 'article.txt')], { published: '2017-02-22' }, effects);
  writeFileSync(join(files, 'agencies.csv'), REGISTRY);
  await add(record, [files], {}, effects);
  const reader = await readRecord(record);
  const close = async () => {
    await reader.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { reader, dir, close };
}

/** The folder of built scripts and styles; `npm test` builds it. */
export const ASSETS = 'dist/web';

/** The site of a test record; `warned` is what it told of faults of its own. */
export interface TestSite {
  made: TestRecord;
  app: Hono;
  warned: string[];
}

/** The site of a test record for all tests of a file: made before them, closed behind them, and it may have warned of nothing. */
export function testSite(options: Partial<SiteOptions> = {}): TestSite {
  const site = { warned: [] as string[] } as TestSite;
  before(async () => {
    site.made = await testRecord();
    const warn = (message: string) => site.warned.push(message);
    site.app = createApp(site.made.reader, { assets: ASSETS, warn, ...options });
  });
  after(async () => {
    await site.made.close();
    assert.deepEqual(site.warned, []);
  });
  return site;
}
