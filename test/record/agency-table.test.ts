import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecord, rebuild } from '../../src/record/index.ts';
import { fbiToAgencies, readFbiAgencies } from '../../src/resolve/index.ts';
import { at, learn, listCapture, withRecord } from './world.ts';

const CSV = `ori,data_year,pub_agency_name,state_abbr,county_name,agency_type_name,population,officer_ct
PA1,2025,Benton,PA,COLUMBIA,City,900,2
PA2,2025,"Butler Township, Butler County",PA,BUTLER,City,100,1
PA3,2025,"Butler Township, Luzerne County",PA,LUZERNE,City,100,1
PA4,2025,"Butler Township, Schuylkill County",PA,SCHUYLKILL,City,100,1`;

const { list: _list, ...capture } = listCapture('2025-01-01', []);
const registry = {
  ...capture,
  sha: 'f'.repeat(64),
  form: 'registry' as const,
  sighting: { origin: 'fbi.csv', retrieved: '2025-01-01T00:00:00Z' },
  agencies: fbiToAgencies(readFbiAgencies(CSV)),
};
const row = (agency: string, county = '') => ({
  state: 'PENNSYLVANIA',
  agency,
  county,
  signed: '2025-02-01',
});
const list = listCapture('2025-03-03', [
  row('Benton Borough Police Department ', 'Columbia County'),
  row('Butler Township Police Department', 'Luzerne County'),
  row('Cambria County Prison', 'Cambria County'),
]);

test('a listed agency is the entry of the registry that it is, once, and the others keep their own ids', async () => {
  await withRecord(async (record) => {
    await learn(record, '2025-03-04', registry, list);
    await rebuild(record);
    const reader = await readRecord(record);
    const table = async () =>
      (await reader.agencyTable()).map(({ id, ori, counties, match, why }) =>
        [id.slice(6), ori.join(), counties.join(), match, why].join(' '),
      );
    assert.deepEqual(await table(), [
      'benton-borough-police PA1 42037 police-of-town ',
      'butler-township-police PA3 42079 exact-name ',
      'butler-township-police-butler PA2 42019  ',
      'butler-township-police-schuylkill PA4 42107  ',
      'cambria-county-prison  42021  kind-not-kept',
    ]);
    const [benton] = await reader.agencyTable();
    assert.deepEqual(benton?.spellings, ['Benton Borough Police Department', 'Benton Police Department']);
    assert.equal(await reader.redirectOf('us-pa-benton-police'), 'us-pa-benton-borough-police');
    assert.deepEqual(await reader.find('PA1').then((found) => found.map(({ id }) => id)), [
      'us-pa-benton-borough-police',
    ]);
    await reader.decide(
      [
        {
          kind: 'distinct',
          target: 'us-pa-benton-borough-police',
          other: 'us-pa-benton-police',
          actor: 'a',
          reason: 'two offices',
        },
      ],
      at('2025-03-05'),
    );
    assert.deepEqual((await table()).slice(0, 2), [
      'benton-borough-police  42037  no-such-name',
      'benton-police PA1 42037  ',
    ]);
  });
});

test('without an official registry nothing is said to be missing from it', async () => {
  await withRecord(async (record) => {
    await learn(record, '2025-03-04', list);
    await rebuild(record);
    const reader = await readRecord(record);
    assert.deepEqual(
      (await reader.agencyTable()).map(({ listed, why }) => [listed, why]),
      [
        [true, 'no-registry'],
        [true, 'no-registry'],
        [true, 'no-registry'],
      ],
    );
  });
});

test('a name that a list printed for another agency is a spelling of its own agency alone', async () => {
  const sheriff = "Pinal County Sheriff's Office";
  const other = "Pinal County Attorney's Office";
  const at2 = (agency: string, signed: string) => ({
    state: 'ARIZONA',
    agency,
    signed,
    county: 'Pinal County',
  });
  const jail = { ...at2(sheriff, '2020-01-01'), moaLink: 'https://www.ice.gov/PinalAZ.pdf' };
  const force = (agency: string) => ({ ...at2(agency, '2025-03-01'), support: 'Task Force Model' });
  await withRecord(async (record) => {
    await learn(
      record,
      '2025-04-01',
      listCapture('2025-03-03', [jail, force(sheriff)]),
      listCapture('2025-03-04', [jail, force(other)]),
      listCapture('2025-03-05', [jail, force(other)]),
    );
    await rebuild(record);
    const reader = await readRecord(record);
    assert.deepEqual(
      (await reader.agencyTable()).map(({ name, spellings }) => [name, spellings]),
      [
        [other, [other]],
        [sheriff, [sheriff]],
      ],
    );
    const moved = (await reader.agreements(null)).find(({ model }) => model === '287g-task-force');
    assert.deepEqual(moved?.spellings, [other, sheriff]);
  });
});

test('an agency of a whole state has no county: its place is none', async () => {
  await withRecord(async (record) => {
    await learn(
      record,
      '2025-03-04',
      listCapture('2025-03-03', [
        row('Pennsylvania State Police', '#N/A'),
        row('Elk County Sheriff', 'Elk County'),
      ]),
    );
    const reader = await readRecord(record);
    const counties = (all: readonly { id: string; county: string | null }[]) =>
      all.map(({ id, county }) => [id, county]);
    const expected = [
      ['us-pa-elk-county-sheriff', 'Elk County'],
      ['us-pa-state-police', null],
    ];
    assert.deepEqual(counties(await reader.agencies()), expected);
    assert.deepEqual(counties(await reader.find('pennsylvania state police', 1)), [expected[1]]);
    const status = await reader.status({ on: '2025-03-03' });
    assert.deepEqual(
      new Map(status.map(({ agency, county }) => [agency, county])),
      new Map(expected as [string, string | null][]),
    );
  });
});
