import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fbiToAgencies, readFbiAgencies } from '../../src/resolve/fbi.ts';

const HEADER =
  'ori,data_year,pub_agency_name,state_abbr,county_name,agency_type_name,population,officer_ct\n';

test('rows of each kind become agencies with full names and counties', () => {
  const rows = readFbiAgencies(
    `${HEADER}TX1010000,2025,Harris,TX,HARRIS,County,2000000,2100
NB0280200,2025,Omaha,NB,DOUGLAS,City,480000,800
AL0010300,2025,Leeds,AL,"JEFFERSON, SHELBY, ST CLAIR",City,12000,30
LA0170000,2025,East Baton Rouge,LA,EAST BATON ROUGE,County,100,10
MI0100100,2020,State Police:,MI,ALCONA,State Police,,
MI7107100,2020,State Police:,MI,PRESQUE ISLE,State Police,,
NJ0218900,2025,Prosecutor:,NJ,WARREN,Other,,
VA1270000,2025,Richmond,VA,RICHMOND CITY,City,220000,700
DC001457Y,2025,"Federal Housing Finance Agency,",FS,NOT SPECIFIED,Federal,,`,
  );
  const agencies = fbiToAgencies(rows);
  assert.deepEqual(
    agencies.map((agency) => [
      agency.id,
      agency.name,
      agency.kind,
      agency.counties.join(' '),
      agency.ori.join(' '),
    ]),
    [
      ['us-tx-harris-county-sheriff', "Harris County Sheriff's Office", 'sheriff', '48201', 'TX1010000'],
      ['us-ne-omaha-police', 'Omaha Police Department', 'police', '31055', 'NB0280200'],
      ['us-al-leeds-police', 'Leeds Police Department', 'police', '01073 01117 01115', 'AL0010300'],
      [
        'us-la-east-baton-rouge-parish-sheriff',
        "East Baton Rouge Parish Sheriff's Office",
        'sheriff',
        '22033',
        'LA0170000',
      ],
      ['us-mi-state-police', 'Michigan State Police', 'state-police', '', 'MI0100100 MI7107100'],
      [
        'us-nj-warren-county-prosecutor',
        "Warren County Prosecutor's Office",
        'prosecutor',
        '34041',
        'NJ0218900',
      ],
      ['us-va-richmond-police', 'Richmond Police Department', 'police', '51760', 'VA1270000'],
    ],
  );
});

test('townships of one name in two counties stay two agencies', () => {
  const rows = readFbiAgencies(
    `${HEADER}PA001,2025,"Liberty Township, Adams County",PA,ADAMS,City,100,1
PA002,2025,"Liberty Township, Bedford County",PA,BEDFORD,City,100,1`,
  );
  const ids = fbiToAgencies(rows).map((agency) => agency.id);
  assert.deepEqual(ids, ['us-pa-liberty-township-police', 'us-pa-liberty-township-police-bedford']);
});

test('a table without the columns is refused by name', () => {
  assert.throws(() => readFbiAgencies('a,b\n1,2'), /it needs ori, pub_agency_name/);
});

test('the whole list is read', (t) => {
  const file = '../shared/data/registry/fbi-lee-latest.csv';
  if (!existsSync(file)) return t.skip(`${file} is not here`);
  const rows = readFbiAgencies(readFileSync(file, 'utf8'));
  assert.equal(rows.length, 18273);
  const agencies = fbiToAgencies(rows);
  assert.equal(new Set(agencies.map((agency) => agency.id)).size, agencies.length);
  assert.equal(
    agencies.reduce((sum, agency) => sum + agency.ori.length, 0),
    rows.length,
  );
  const noCounty = agencies.filter((agency) => agency.kind === 'sheriff' && agency.counties.length === 0);
  assert.ok(noCounty.length <= 15, `${noCounty.length} sheriffs without a county`);
});

test('a town of the county that an independent city shares its name with lies in the county', () => {
  const rows = readFbiAgencies(
    `${HEADER}MO0951200,2025,Ellisville,MO,ST LOUIS,City,10000,20
MOSPD0000,2025,St. Louis,MO,ST LOUIS CITY,City,280000,1000
VA0790100,2025,Warsaw,VA,RICHMOND,City,1600,5`,
  );
  assert.deepEqual(
    fbiToAgencies(rows).map(({ counties }) => counties.join(' ')),
    ['29189', '29510', '51159'],
  );
});
