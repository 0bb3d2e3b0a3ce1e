import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agencyMentions } from '../../src/claim/agencies.ts';
import { whereOf } from '../../src/claim/places.ts';
import { atlasGazetteer } from './atlas.ts';
import { saysOf } from './says.ts';

const gazetteer = atlasGazetteer();

function named(text: string): string[] {
  const where = whereOf(text, text.split('\n'), gazetteer, null);
  return agencyMentions(text, where).map(
    ({ agency, weak }) => `${agency.name}, ${agency.state}${weak ? ' (weak)' : ''}`,
  );
}

test('sheriffs, jails and counties', () => {
  assert.deepEqual(named("Houston's Harris County Sheriff Ed Gonzalez and Harris County, Texas"), [
    "Harris County Sheriff's Office, TX",
    "Harris County Sheriff's Office, TX (weak)",
  ]);
  assert.deepEqual(named("the Prince George's County Sheriff's Office in Maryland"), [
    "Prince George's County Sheriff's Office, MD",
  ]);
  assert.deepEqual(named('the Orleans Parish sheriff'), ["Orleans Parish Sheriff's Office, LA"]);
  assert.deepEqual(named('la Oficina del Sheriff del condado de Bexar'), [
    "Bexar County Sheriff's Office, TX",
  ]);
});

test('police, state bodies and schools', () => {
  assert.deepEqual(named('WELLS, Maine — The Wells Police Department'), ['Wells Police Department, ME']);
  assert.deepEqual(named('Los Angeles Police Department Chief Charlie Beck'), [
    'Los Angeles Police Department, CA',
  ]);
  assert.deepEqual(named('The Kansas Bureau of Investigation (KBI) and the KBI'), [
    'Kansas Bureau of Investigation, KS',
    'Kansas Bureau of Investigation, KS',
    'Kansas Bureau of Investigation, KS',
  ]);
  assert.deepEqual(named('The University of North Florida Police Department'), [
    'University of North Florida Police Department, FL',
  ]);
});

test('places whose first word is also a lead, or whose last is a county too', () => {
  assert.deepEqual(named('NEW HAVEN, Conn. — New Haven police'), ['New Haven Police Department, CT']);
  assert.deepEqual(named('On Monday New Orleans police'), ['New Orleans Police Department, LA']);
  assert.deepEqual(named('The New Hampshire State Police'), ['New Hampshire State Police, NH']);
  assert.deepEqual(named('STORM LAKE, Iowa — el Departamento de Policía de Storm Lake'), [
    'Storm Lake Police Department, IA',
  ]);
});

test('a town’s chief, and the state police of the document’s state', () => {
  assert.deepEqual(
    named('NASHUA, N.H. — Milford Chief Kay Doyle and Nashua’s chief, Kevin Rourke'.replace('’', "'")),
    ['Milford Police Department, NH', 'Nashua Police Department, NH'],
  );
  assert.deepEqual(named('CONCORD, N.H. — The state police signed on.'), ['New Hampshire State Police, NH']);
});

test('a state in capitals or in Spanish counts, "U.S.C." is no South Carolina', () => {
  const state = (text: string): string | null => whereOf(text, text.split('\n'), gazetteer, null).state;
  assert.equal(state('BURLINGTON, VERMONT\nagreements under 8 U.S.C. 1357(g)'), 'VT');
  assert.equal(state('LAS CRUCES, Nuevo México'), 'NM');
});

test('lists', () => {
  assert.deepEqual(named('N.H. — the police in Gorham, Ossipee and Pittsburg'), [
    'Gorham Police Department, NH',
    'Ossipee Police Department, NH',
    'Pittsburg Police Department, NH',
  ]);
  assert.deepEqual(named('Kansas: Harvey, Butler and Finney'), [
    "Harvey County Sheriff's Office, KS (weak)",
    "Butler County Sheriff's Office, KS (weak)",
    "Finney County Sheriff's Office, KS (weak)",
  ]);
});

test('federal and general words are no agency', () => {
  assert.deepEqual(
    named('Border Patrol, ICE police, the Police Department, local sheriffs and the State Department'),
    [],
  );
});

test('a jail that the county runs without its sheriff is no sheriff, and a corrections department runs it', () => {
  assert.deepEqual(named('NEWARK, N.J. — The Essex County jail'), ['Essex County Jail, NJ']);
  assert.deepEqual(named('ANNAPOLIS, Md. — Anne Arundel County jail, said the corrections department'), [
    'Anne Arundel County Department of Corrections, MD',
    'Anne Arundel County Department of Corrections, MD (weak)',
  ]);
  assert.deepEqual(named('MACON, Ga. — The Bibb County jail'), ["Bibb County Sheriff's Office, GA"]);
  assert.deepEqual(named('HARRISON, Ark. — nine Arkansas sheriffs'), []);
});

test('the only state that has all places named is theirs', () => {
  assert.deepEqual(named('Vancouver police and Camas police; the Clark County sheriff'), [
    'Vancouver Police Department, WA',
    'Camas Police Department, WA',
    "Clark County Sheriff's Office, WA",
  ]);
});

test('cities of Virginia with sheriffs of their own, and departments of detention', () => {
  const named = (text: string): string[] =>
    saysOf(text, '2025-06-12').map(({ agency }) => `${agency.name} ${agency.state}`);
  assert.deepEqual(
    named('RICHMOND, Va. — Chesapeake Sheriff Dave Rose said his office does not honor ICE detainers.\n'),
    ["Chesapeake Sheriff's Office VA"],
  );
  assert.deepEqual(
    named('RICHMOND, Va. — Norfolk Sheriff Joe Bard said his jail holds nobody for ICE past release.\n'),
    ["Norfolk Sheriff's Office VA"],
  );
  // Henrico is a county; Norfolk in Massachusetts is one too.
  assert.deepEqual(
    named('RICHMOND, Va. — Henrico Sheriff Ann Gray said her office does not honor ICE detainers.\n'),
    ["Henrico County Sheriff's Office VA"],
  );
  assert.deepEqual(
    named(
      'SEATTLE, Wash. — King County is big. The county Department of Adult and Juvenile Detention does not honor ICE detainers.\n',
    ),
    ['King County Department of Adult and Juvenile Detention WA'],
  );
});

test('a county’s release on its department of detention is not its sheriff’s', () => {
  const own = (text: string, publisher: string): string[] =>
    saysOf(text, '2025-06-12', publisher).map(({ agency }) => agency.name);
  const release = (department: string): string =>
    `ANNAPOLIS, Md. — Anne Arundel County, Maryland, is withdrawing from the 287(g) agreement that the ${department} entered into in 2017.\n`;
  for (const department of ['Department of Detention Facilities', 'Department of Detention'])
    assert.deepEqual(own(release(department), 'Anne Arundel County Government'), [
      `Anne Arundel County ${department}`,
    ]);
  assert.deepEqual(own(release('Sheriff’s Office'), 'Anne Arundel County Government'), [
    "Anne Arundel County Sheriff's Office",
  ]);
});
