import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../src/base/index.ts';
import { appendCapture } from '../../src/record/append.ts';
import { type OpenRecord, readRecord } from '../../src/record/index.ts';
import { fbiToAgencies, readFbiAgencies } from '../../src/resolve/index.ts';
import { at, withRecord } from './world.ts';

const HEADER = 'ori,data_year,pub_agency_name,state_abbr,county_name,agency_type_name,population,officer_ct';

async function addList(record: OpenRecord, time: string, rows: string[]): Promise<void> {
  const csv = [HEADER, ...rows].join('\n');
  const agencies = fbiToAgencies(readFbiAgencies(csv));
  const base = {
    sha: sha256(csv),
    size: csv.length,
    form: 'registry' as const,
    reader: 'fbi-agencies',
    version: '1',
  };
  const facts = { title: null, publisher: null, published: null, lang: null };
  await appendCapture(
    record,
    { ...base, ...facts, sighting: { origin: 'fbi.csv', retrieved: `${time}T00:00:00Z` }, agencies },
    at(time),
  );
}

test('a newer list of the FBI is taken: new codes, and every agency keeps its id', async () => {
  await withRecord(async (record) => {
    const clermont = 'OH0130700,2023,"Union Township, Clermont County",OH,CLERMONT,City,1,1';
    const butler = 'OH0090700,2023,"Union Township, Butler County",OH,BUTLER,City,1,1';
    await addList(record, '2026-01-01', [clermont, butler]);
    const ids = async () => {
      const agencies = await (await readRecord(record)).agenciesInFull();
      return Object.fromEntries(agencies.flatMap(({ id, ori }) => ori.map((code) => [code, id])));
    };
    const before = await ids();
    assert.equal(Object.keys(before).length, 2);
    // The other order, a second code of one, and a namesake in a third county.
    const newer = butler.replace('2023', '2024');
    const second = clermont.replace('OH0130700,2023', 'OH0130701,2024');
    const third = 'OH0450700,2024,"Union Township, Licking County",OH,LICKING,City,1,1';
    await addList(record, '2026-02-01', [third, newer, clermont, second]);
    const after = await ids();
    assert.equal(after.OH0130700, before.OH0130700);
    assert.equal(after.OH0090700, before.OH0090700);
    assert.equal(after.OH0130701, before.OH0130700);
    assert.ok(after.OH0450700 && !Object.values(before).includes(after.OH0450700));
  });
});
