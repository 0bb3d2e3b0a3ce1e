import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import {
  appendStarter,
  type ContradictionRow,
  openRecord,
  type RecordReader,
  readRecord,
  readStarter,
  rebuild,
} from '../../src/record/index.ts';
import { MOA, moaTruth } from '../claim/moa-truth.ts';
import { differsFromGolden } from '../golden.ts';

const SHARED = '../shared/data';
const needed = { skip: existsSync(SHARED) ? false : `${SHARED} is not here` };

// Each was looked at in the lists and the sources themselves. What no longer stands here was filtered by a rule with a
// test of its own (`contradictions-lists.test.ts`, `contradictions-words.test.ts`).
const LOOKED_AT: Record<string, string> = {
  'us-fl-edgewood-police': "real: Edgewood's rows link Edgewater's memorandum for five weeks",
  'us-fl-fish-wildlife-conservation-commission':
    'real: the link is that of Environmental Protection, mended after three weeks',
  'us-fl-melbourne-beach-police':
    "real: on one list Melbourne Beach's row links the memorandum of Melbourne, which the next list has in Melbourne's row",
  'us-fl-sebastian-police': "real: Sebastian's rows link Satellite Beach's memorandum",
  'us-ga-gilmer-county-sheriff':
    "real: the link is that of Georgia's Department of Public Safety, and still is",
  'us-ga-wayne-county-sheriff': "real: the link is that of Whitfield County's older agreement",
  'us-in-rush-county-sheriff': 'real: a warrant row with the link of the task force memorandum',
  'us-nd-mercer-county-sheriff': 'real: a North Dakota row with the link of Winkler County, Texas',
  'us-pa-lancaster-county-sheriff': 'real: the Pennsylvania row links Lancaster County of South Carolina',
  'us-pa-montour-county-sheriff': "real: the link is that of Manheim Borough's police, and still is",
  'us-fl-pasco-county-sheriff':
    'real: Florida asks for an agreement by 1 January 2023; the lists lack Pasco from October 2022 until its task force agreement of 2025',
  ...Object.fromEntries(
    ['cape-may', 'monmouth'].map((county) => [
      `us-nj-${county}-county-sheriff`,
      "real: New Jersey's directive forbids acting under one; ICE's lists print it until September 2021",
    ]),
  ),
  'us-ny-rensselaer-county-sheriff':
    'real: the press says signed in January 2018, the archived list 9 February',
  'us-id-owyhee-county-sheriff':
    'real: the list prints 19 February 2025 from 21 February on, the memorandum that it links is signed 7 March',
};

/** What each list changed, in counts: a change of any rule that touches who came or went shows here. */
async function everyReport(reader: RecordReader): Promise<string> {
  const lines: string[] = [];
  for (const { capture, kind, day, order, repeats } of await reader.publications()) {
    const counts = new Map<string, number>();
    for (const change of (await reader.publication(capture))?.changes ?? [])
      counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
    const told = [...counts].sort().map(([name, count]) => `${count} ${name}`);
    const again = repeats.length > 0 ? [`${repeats.length} times again`] : [];
    lines.push([kind, day, order, [...told, ...again].join(', ') || 'nothing changed'].join(' | '));
  }
  return `${lines.join('\n')}\n`;
}

/** A line for each contradiction, with what was seen when it was looked at. */
function linesOf(rows: readonly ContradictionRow[], lookedAt: Record<string, string>): string[] {
  return rows.map(({ agency, kind, programme, opened, closed, detail }) =>
    [
      kind,
      agency,
      programme,
      opened ?? 'no day',
      closed ?? 'open',
      detail,
      lookedAt[agency] ?? 'NOT LOOKED AT',
    ].join(' | '),
  );
}

test(
  'of every memorandum that contradicts no list, the list prints one of its two days of signing',
  needed,
  async () => {
    const shown = ['Owyhee County'];
    const golden = readFileSync('test/output/record/contradictions.txt', 'utf8');
    const dir = mkdtempSync(join(tmpdir(), 'countersign-memoranda-'));
    try {
      const record = await openRecord(join(dir, 'record'), { create: true });
      await appendStarter(record, readStarter('starter'), quietEffects());
      await rebuild(record);
      const agreements = await (await readRecord(record)).agreements(null);
      for (const { agency, state, programme, agencySigned, federalSigned } of moaTruth()) {
        const days = agreements.flatMap((one) =>
          one.name === agency && one.state === state && one.model === programme && one.signed
            ? [one.signed]
            : [],
        );
        const agrees = days.some((day) => day === agencySigned || day === federalSigned);
        assert.equal(agrees, !shown.some((name) => agency.startsWith(name)), `${agency}: ${days}`);
        if (!agrees) assert.ok(golden.includes(`the document says signed ${federalSigned}`), agency);
      }
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);

test(
  'the contradictions of the full data are these, and each was looked at; every list changed this much',
  needed,
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'countersign-contradictions-'));
    try {
      const effects = quietEffects({ now: () => Date.parse('2026-06-01T12:00:00Z') });
      const record = await openRecord(join(dir, 'record'), { create: true });
      await appendStarter(record, readStarter('starter'), effects);
      await rebuild(record);
      await add(record, [`${SHARED}/seed/article.txt`], { published: '2017-02-22' }, effects);
      await add(record, [`${SHARED}/ice-287g`, `${SHARED}/registry`], {}, effects);
      // Those of which the pages need no OCR, which takes minutes; of the others the test above tells why none stands here.
      const readable = moaTruth().filter(({ scanned }) => !scanned);
      await add(
        record,
        readable.map(({ file }) => join(MOA, file)),
        {},
        effects,
      );
      const reader = await readRecord(record);
      const rows = await reader.contradictions({});
      const lines = linesOf(rows, LOOKED_AT);
      assert.equal(differsFromGolden('record/publications.txt', await everyReport(reader)), null);
      assert.equal(differsFromGolden('record/contradictions.txt', `${lines.join('\n')}\n`), null);
      assert.ok(!lines.some((line) => line.endsWith('NOT LOOKED AT')));
      assert.equal(new Set(rows.map(({ agency }) => agency)).size, rows.length, 'a note is of one entry');
      // Every side leads to something: a claim, a row, a list or an agency of the registry.
      for (const { a, b, evidence, detail } of rows) {
        if (a.type === 'claim' || a.type === 'row') assert.ok(evidence.a, detail);
        if (b.type === 'claim' || b.type === 'row') assert.ok(evidence.b, detail);
      }
      const sebastian = async (on: string) => reader.contradictions({ agency: 'us-fl-sebastian-police', on });
      assert.deepEqual(await sebastian('2025-06-30'), [], 'not yet open');
      assert.equal((await sebastian('2025-07-31'))[0]?.age, 30, 'aged');
      assert.deepEqual(await sebastian('2026-03-12'), [], 'closed');
      assert.deepEqual(
        await reader.contradictions({ known: '2026-05-31' }),
        [],
        'as known before anything was',
      );
      await reader.close();
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
