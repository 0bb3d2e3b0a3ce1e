import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { csvParse } from 'd3-dsv';
import { agencyIdOf, canonicalName, canonicalWords } from '../../src/resolve/names.ts';

const same = (state: string, ...names: string[]) => {
  assert.deepEqual(
    [...new Set(names.map((name) => canonicalName(name, state)))].length,
    1,
    names.join(' = '),
  );
};
const apart = (state: string, a: string, b: string) => {
  assert.notEqual(canonicalName(a, state), canonicalName(b, state));
};

test('apostrophes, case, white space and the word for the office say nothing', () => {
  same(
    'TX',
    "Goliad County Sheriff's Office",
    'GOLIAD COUNTY SHERIFF’S OFFICE ',
    'Goliad County Sheriffs Department',
    'Goliad Co. SO',
  );
  same('AL', "Jackson's Gap Police Department", 'Jacksons Gap Police Dept.', 'Jacksons Gap PD');
});

test('abbreviations are the words they stand for', () => {
  same(
    'FL',
    'St. Cloud Police Department',
    'Saint Cloud Police Department',
    'City of St. Cloud Police Department',
  );
  same('FL', 'Ft. Walton Beach PD', 'Fort Walton Beach Police Department');
  same('PA', 'Mahoning TWP Police Department', 'Mahoning Township Police');
  same('TX', 'Walker County Constable Pct 3', "Walker County Constable's Office Precinct 3");
  same('FL', 'Gulf County BOCC', 'Gulf County Board of County Commissioners');
  same('PA', 'So Middleton Twp Constable', 'South Middleton Township Constable');
});

test('a state body needs no state in front, a town does', () => {
  same('VA', 'Department of Corrections', 'Virginia Department of Corrections');
  same('TX', 'Office of the Attorney General', "Texas Attorney General's Office");
  same('IA', 'Iowa Dept. of Public Safety', 'Iowa Department of Public Safety');
  apart('VA', 'Virginia Beach Police Department', 'Beach Police Department');
  apart('FL', 'University of Florida Police Department', 'University Police Department');
  apart('OK', "Oklahoma County Sheriff's Office", "County Sheriff's Office");
});

test('the state behind a comma says nothing', () => {
  same('LA', 'Arnaudville Police Department, LA', 'Arnaudville Police Department');
  same('PA', "Addison Borough Constable's Office, PA", "Addison Borough Constable's Office");
});

test('numbers and places keep agencies apart', () => {
  apart('TN', 'Bradley County Constable District 1', 'Bradley County Constable District 6');
  apart('FL', 'Miami Police Department', 'Miami Beach Police Department');
  apart('FL', "Orange County Sheriff's Office", 'Orange County Corrections Department');
});

test('ids are made of the words', () => {
  assert.equal(agencyIdOf("Harris County Sheriff's Office", 'TX'), 'us-tx-harris-county-sheriff');
  assert.equal(agencyIdOf('Los Angeles Police Department', 'CA'), 'us-ca-los-angeles-police');
  assert.equal(agencyIdOf('Arizona Department of Corrections', 'AZ'), 'us-az-department-of-corrections');
  assert.equal(agencyIdOf('St. Cloud Police Department', 'FL'), 'us-fl-st-cloud-police');
});

test('ids of the starter agencies follow from their names', (t) => {
  const file = '../shared/data/starter-facts/agencies.csv';
  if (!existsSync(file)) return t.skip(`${file} is not here`);
  const agencies = csvParse(readFileSync(file, 'utf8'));
  const made = agencies.filter((row) => agencyIdOf(row.name!, row.state!) === row.agency_id);
  assert.ok(made.length >= 100, `${made.length} of ${agencies.length}`);
});

test('a place that begins a name is no slip of a word for a kind, and a closing code of the state is none for a county', () => {
  for (const [name, state, words] of [
    ['Davison Police Department', 'MI', 'davison police'],
    ['Davison County Sheriff', 'SD', 'davison county sheriff'],
    ['Dietrich Police Department', 'ID', 'dietrich police'],
    ['Distict Board of Trustees', 'FL', 'district board of trustees'],
    ["Teller County Sheriff's Office, CO", 'CO', 'teller county sheriff'],
    ['Lewis and Clark County Sheriff, MT', 'MT', 'lewis and clark county sheriff'],
    ['Sheriff Office of Teller Co', 'CO', 'sheriff of teller county'],
  ] as const)
    assert.equal(canonicalWords(name, state), words);
});
