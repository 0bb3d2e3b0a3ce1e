import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOf, openBook } from '../../src/resolve/book.ts';
import { type Features, featuresOf } from '../../src/resolve/features.ts';
import { buildRegistry, makeAgency } from '../../src/resolve/registry.ts';
import { isFuller, isNumbered, isSlip, sameWordsTurned, sharesPlace } from '../../src/resolve/rules-names.ts';
import { lists, mergesOf, resolved, signedOf, type TestRow } from './lists.ts';

// Where each rule of sameness stops: one case on either side of every limit, so that moving the limit is noticed.

const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';

/** Whether a rule takes two names of one state, each on a row with a county, for one. */
function holds(
  rule: (a: Features, b: Features) => boolean,
  state: string,
  a: string,
  b: string,
  county = '',
): boolean {
  const rows = [a, b].map((name) => `${state} | ${name} | T | 2025-03-01 | | ${county}`);
  const { files, lines } = lists({ 'participating-2025-03-03': rows });
  const book = openBook(files, lines);
  const own = namesOf(book).map((name) => featuresOf(book, name));
  assert.equal(own.length, 2, 'two names');
  const [x, y] = [0, 1].map((line) => own.find(({ name }) => name.lines.includes(line))!) as [
    Features,
    Features,
  ];
  assert.equal(rule(x, y), rule(y, x), 'either way round');
  return rule(x, y);
}

const SLIPS: [a: string, b: string, isOne: boolean, why: string][] = [
  ['Alma Police', 'Alba Police', true, 'one letter of eleven'],
  ['Alma Police', 'Elba Police', false, 'two letters of eleven'],
  ['Pampers Zoo', 'Pempars Zoo', false, 'two letters of eleven, in a word of seven'],
  ['Pampers Jail', 'Pempars Jail', true, 'two letters of twelve, in a word of seven'],
  ['Pampers Police', 'Pempars Police', true, 'two letters in a word of seven'],
  ['Harlen Police', 'Herlan Police', false, 'two letters in a word of six'],
  ['Marathon Police', 'Merethen Police', false, 'three letters'],
  ['Marathon Police', 'Marathonne Police', true, 'two letters more'],
  ['Marathon Police', 'Marathonnes Police', false, 'three letters more'],
  ['Unity Constable District 1', 'Unity Constable District 7', false, 'another number'],
];

test('a typing slip is one letter, or two in a long word, and never a number', () => {
  for (const [a, b, isOne, why] of SLIPS) assert.equal(holds(isSlip, 'FLORIDA', a, b), isOne, why);
  assert.equal(holds(isSlip, 'TEXAS', 'Harrison County Sheriff', 'Garrison County Sheriff'), true);
  assert.equal(
    holds(isSlip, 'TEXAS', 'Harris County Sheriff', 'Harrison County Sheriff'),
    false,
    'two real counties',
  );
});

test('turned words keep the order of their numbers', () => {
  assert.equal(holds(sameWordsTurned, 'TEXAS', 'Constable Unity Township', 'Unity Township Constable'), true);
  const [a, b] = ['Unity Constable Precinct 1 Place 2', 'Constable Unity Precinct 2 Place 1'];
  assert.equal(holds(sameWordsTurned, 'TEXAS', a, b), false);
  assert.equal(holds(sharesPlace, 'TEXAS', a, `${b} County`), false);
});

test('a fuller name adds words of form or of its own county, never another real county', () => {
  assert.equal(holds(isFuller, 'MINNESOTA', 'Lake Sheriff', 'Lake County Sheriff'), true);
  assert.equal(holds(isFuller, 'MINNESOTA', 'Ely Police', 'North Ely Police'), false, 'another town');
  assert.equal(
    holds(isFuller, 'MINNESOTA', 'Moose Lake Police', 'Carlton Moose Lake Police', 'Carlton'),
    true,
    'its county',
  );
  // The county is spelt as canonical names are: without points, apostrophes and accents.
  const counties = [
    ['MISSOURI', 'St. Louis County'],
    ['MISSOURI', 'Ste. Genevieve County'],
    ['MARYLAND', "Prince George's County"],
    ['NEW MEXICO', 'Doña Ana County'],
    ['FLORIDA', 'Miami-Dade County'],
  ] as const;
  for (const [state, county] of counties) {
    const [less, more] = ['Constable 4th District', `Constable 4th District ${county}`];
    assert.equal(holds(isFuller, state, less, more, county), true, county);
    assert.equal(holds(isFuller, state, less, more, 'Nowhere'), false, county);
  }
  const woods = 'Lake of the Woods County Sheriff';
  assert.equal(holds(isFuller, 'MINNESOTA', 'Lake County Sheriff', woods, 'Lake of the Woods'), false);
});

test('a place is shared under other words of form, by one kind of agency', () => {
  const township = 'Damascus Township Constable';
  assert.equal(holds(sharesPlace, 'PENNSYLVANIA', 'Damascus County Constable', township), true);
  assert.equal(holds(sharesPlace, 'PENNSYLVANIA', 'Damascus County Police', township), false, 'another kind');
  assert.equal(
    holds(sharesPlace, 'PENNSYLVANIA', 'Lebanon County Constable', township),
    false,
    'another place',
  );
});

test('a number that one name leaves out is all that may tell them apart', () => {
  const bare = 'Monroeville Constable';
  assert.equal(holds(isNumbered, 'PENNSYLVANIA', bare, 'Constable Monroeville 6th Ward'), true);
  assert.equal(holds(isNumbered, 'PENNSYLVANIA', bare, 'Constable East Monroeville 6th Ward'), false);
  assert.equal(holds(isNumbered, 'PENNSYLVANIA', `${bare} 2`, 'Constable Monroeville 2 6th Ward'), false);
});

test('names with turned words on one list under one model are two agencies, whatever links them', () => {
  const [a, b] = ['Constable Unity Township', 'Unity Township Constable'].map(
    (name): TestRow => `PENNSYLVANIA | ${name} | T | 2025-03-01`,
  ) as [TestRow, TestRow];
  const alone = { 'participating-2025-03-03': [FILLER, a], 'participating-2025-03-04': [FILLER, b] };
  assert.equal(mergesOf(resolved(alone)).length, 1);
  assert.deepEqual(mergesOf(resolved({ ...alone, 'participating-2025-03-05': [FILLER, a, b] })), []);
  // Not even where the one stood in a gap of the other's.
  const gap = {
    ...alone,
    'participating-2025-03-05': [FILLER, a],
    'participating-2025-03-06': [FILLER, a, b],
  };
  assert.deepEqual(mergesOf(resolved(gap)), []);
});

/** The merges where a name left the pending list and its other spelling was signed on a later day. */
function signedOn(day: string): string[] {
  const lineage = resolved({
    'pending-2025-03-03': ['TEXAS | Lampass County Sheriff | W'],
    'pending-2025-03-05': ['IOWA | Polk County Sheriff | T'],
    'participating-2025-03-03': [FILLER],
    [`participating-${day}`]: [FILLER, 'TEXAS | Lampasas County Sheriff | W | 2025-03-03'],
  });
  return mergesOf(lineage).map((text) => text.split(':')[0]!);
}

test('an application leads to a signing within 21 days of the first list without it', () => {
  assert.deepEqual(signedOn('2025-03-26'), ['typing-slip']);
  assert.deepEqual(signedOn('2025-03-27'), []);
});

test('an application that came after the other name was signed did not lead to it', () => {
  const lineage = resolved({
    'pending-2025-03-03': ['IOWA | Polk County Sheriff | T'],
    'pending-2025-03-10': ['TEXAS | Lampass County Sheriff | W'],
    'pending-2025-03-12': ['IOWA | Polk County Sheriff | T'],
    'participating-2025-03-03': [FILLER],
    'participating-2025-03-09': [FILLER, 'TEXAS | Lampasas County Sheriff | W | 2025-03-03'],
  });
  assert.deepEqual(mergesOf(lineage), []);
});

const kerr = (model: string, signed: string) => `TEXAS | Kerr County Sheriff | ${model} | ${signed}`;
const statusOf = (tables: Record<string, TestRow[]>) =>
  signedOf(resolved(tables))
    .filter((text) => text.includes('kerr'))
    .map((text) => text.split(' ').slice(0, 2).join(' '))[0];

test('an agreement is renewed within 60 days of the first list without it, and not on the 61st', () => {
  const anew = (day: string) =>
    statusOf({
      'participating-2025-03-03': [FILLER, kerr('W', '2024-12-01')],
      'participating-2025-03-04': [FILLER],
      [`participating-${day}`]: [FILLER, kerr('W', '2025-05-01')],
    });
  assert.equal(anew('2025-05-03'), 'tx-kerr-county-sheriff#warrant#2024-12-01 renewed');
  assert.equal(anew('2025-05-04'), 'tx-kerr-county-sheriff#warrant#2024-12-01 no-longer-listed');
});

test('an agreement of another model that began up to 60 days before takes its place, an older one does not', () => {
  const beside = (day: string) => {
    const [jail, force] = [kerr('W', '2024-11-01'), kerr('T', '2024-12-20')];
    return statusOf({
      'participating-2024-12-01': [FILLER, jail],
      [`participating-${day}`]: [FILLER, jail, force],
      'participating-2025-03-02': [FILLER, jail, force],
      'participating-2025-03-03': [FILLER, force],
    });
  };
  assert.equal(beside('2025-01-01'), 'tx-kerr-county-sheriff#warrant#2024-11-01 switched');
  assert.equal(beside('2024-12-31'), 'tx-kerr-county-sheriff#warrant#2024-11-01 no-longer-listed');
});

/** The rules that joined two days of signing of one agency, the second printed from 6 September on. */
function dated(before: string, after: string, pending: string | null = null): string[] {
  const row = (rest: string) => `TEXAS | Kerr County Sheriff | W | ${rest}`;
  const lineage = resolved({
    'participating-2025-07-03': [FILLER],
    'participating-2025-07-04': [FILLER, row(before)],
    'participating-2025-09-06': [FILLER, row(after)],
    ...(pending && { [`pending-${pending}`]: ['TEXAS | Kerr County Sheriff | W'] }),
  });
  return mergesOf(lineage).map((text) => text.split(':')[0]!);
}

const DATES: [before: string, after: string, rules: string[], why: string][] = [
  ['2025-06-01 | K', '2025-07-01 | K', ['re-dated-same-moa'], '30 days, one memorandum'],
  ['2025-05-31 | K', '2025-07-01 | K', [], '31 days, one memorandum'],
  ['2024-07-01 | K_07012024', '2025-07-01 | K_07012024', ['re-dated-same-moa'], 'a year to the day'],
  ['2025-03-03', '2025-06-01 | K', ['re-dated-unlinked'], '90 days, none linked before'],
  ['2025-03-02', '2025-06-01 | K', [], '91 days, none linked before'],
  ['2025-06-01 | J', '2025-07-01 | K', [], 'another memorandum'],
];

test('a day of signing is corrected within the days that its rule gives', () => {
  for (const [before, after, rules, why] of DATES) assert.deepEqual(dated(before, after), rules, why);
});

test('an agency that applied anew more than a week after it was first listed signed anew', () => {
  assert.deepEqual(dated('2025-06-01 | K', '2025-07-01 | K', '2025-07-11'), ['re-dated-same-moa']);
  assert.deepEqual(dated('2025-06-01 | K', '2025-07-01 | K', '2025-07-12'), []);
});

test('a year is a slip where month and day lie in the 60 days before the first listing', () => {
  const first = (signed: string) =>
    resolved({
      'participating-2025-07-03': [FILLER],
      'participating-2025-07-04': [FILLER, kerr('W', signed)],
    }).agreements.find(({ agency }) => agency.includes('kerr'))?.signed;
  assert.equal(first('2023-05-05'), '2025-05-05');
  assert.equal(first('2023-05-04'), '2023-05-04');
});

test('two rows of one agreement on one list are one signing where their days lie within 30 days and one links nothing', () => {
  const doubled = (before: string) => {
    const [a, b] = [kerr('W', before), kerr('W', '2025-07-01 | K')];
    const tables = {
      'participating-2025-07-03': [FILLER],
      'participating-2025-07-04': [FILLER, a],
      'participating-2025-07-05': [FILLER, a, b],
      'participating-2025-07-06': [FILLER, b],
    };
    return mergesOf(resolved(tables)).map((text) => text.split(':')[0]!);
  };
  assert.deepEqual(doubled('2025-06-01'), ['double-listing']);
  assert.deepEqual(doubled('2025-05-31'), []);
  assert.deepEqual(doubled('2025-06-01 | J'), [], 'each links a memorandum');
});

test('an application that is listed up to 30 days after its agreement belongs to it, a later one is another', () => {
  const lingering = (day: string) =>
    resolved({
      'participating-2025-03-03': [FILLER, kerr('W', '2025-03-01')],
      'participating-2025-05-01': [FILLER, kerr('W', '2025-03-01')],
      'pending-2025-03-03': ['IOWA | Polk County Sheriff | T'],
      [`pending-${day}`]: ['TEXAS | Kerr County Sheriff | W'],
      'pending-2025-04-20': ['IOWA | Polk County Sheriff | T'],
    }).agreements.find(({ position, agency }) => position === 'will-join' && agency.includes('kerr'))?.status;
  assert.equal(lingering('2025-04-02'), 'signed');
  assert.equal(lingering('2025-04-03'), 'no-longer-listed');
});

test('a row that takes another’s place is a relabel where the names are of one kind and begin alike or bear one number', () => {
  const relabelled = (before: string, after: string) => {
    const row = (name: string) => `NEBRASKA | ${name} | T | 2025-03-01`;
    const tables = {
      'participating-2025-03-03': [FILLER, row(before)],
      'participating-2025-03-04': [FILLER, row(after)],
    };
    return mergesOf(resolved(tables)).map((text) => text.split(':')[0]!);
  };
  assert.deepEqual(relabelled('Brookfield Police Department', 'Brookford Police Department'), ['relabel']);
  assert.deepEqual(
    relabelled('Freedom County Sheriff', 'Freeborn County Sheriff'),
    ['relabel'],
    'four letters',
  );
  assert.deepEqual(relabelled('Brookfield Police Department', 'Browning Police Department'), []);
  assert.deepEqual(relabelled('Brookfield Police Department', 'Brookford County Sheriff'), []);
  assert.deepEqual(relabelled('Unity Constable District 4', 'Polk Constable District 4'), ['relabel']);
  assert.deepEqual(relabelled('Unity Constable District 4', 'Polk Constable District 5'), []);
  assert.deepEqual(relabelled('Lake County Sheriff', 'Lake Police Department'), ['relabel'], 'a word alone');
  for (const [a, b] of [
    ['San Antonio', 'San Marcos'],
    ['Fort Myers', 'Fort Lauderdale'],
    ['Lake Placid', 'Lake Wales'],
  ])
    assert.deepEqual(relabelled(`${a} Police Department`, `${b} Police Department`), [], a);
});

test('a row that takes another’s place is no relabel of a real county or of a body that the registry knows', () => {
  const relabelled = (state: string, a: string, b: string, registry = buildRegistry([])) => {
    const row = (name: string) => `${state} | ${name} | T | 2025-03-01`;
    const tables = {
      'participating-2025-03-03': [FILLER, row(a)],
      'participating-2025-03-04': [FILLER, row(b)],
    };
    const { agreements, candidates, ...lineage } = resolved(tables, [], registry);
    const left = agreements.find(({ status }) => status === 'no-longer-listed');
    return [mergesOf({ agreements, candidates, ...lineage }).length, candidates.length, left?.rules ?? []];
  };
  const open = [0, 1, ['open-handover']];
  assert.deepEqual(relabelled('TEXAS', 'Harris County Sheriff', 'Harrison County Sheriff'), open);
  const constables = ['Harris', 'Fort Bend'].map((county) => `${county} County Constable Precinct 1`);
  assert.deepEqual(relabelled('TEXAS', constables[0]!, constables[1]!), open);
  const towns = ['Brookfield Police Department', 'Brookford Police Department'] as const;
  assert.deepEqual(relabelled('NEBRASKA', ...towns), [1, 0, []]);
  const known = towns.map((name, i) => ({ ...makeAgency(name, 'NE'), ori: [`NE00${i}0000`] }));
  assert.deepEqual(relabelled('NEBRASKA', ...towns, buildRegistry(known, true)), open);
});
