import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Agency,
  buildRegistry,
  citationOf,
  citedFiles,
  makeAgency,
  resolveLists,
} from '../../src/resolve/index.ts';
import { inShort, lists, mergesOf, resolved, type TestRow } from './lists.ts';

const row = (county: string, signed = '2025-03-01', moa = '', model = 'T') =>
  `PENNSYLVANIA | Springdale Borough Police Department | ${model} | ${signed} | ${moa} | ${county}`;
const ALLEGHENY = row('Allegheny County');
const BUTLER = row('Butler County', '2025-03-05');
const ID = 'us-pa-springdale-borough-police';

function idsOf(tables: Record<string, TestRow[]>, decisions: Parameters<typeof resolved>[1] = []) {
  return resolved(tables, decisions).agencies.map(({ id, counties }) => `${id} ${counties.join()}`);
}

const TWO = { 'participating-2025-03-03': [ALLEGHENY], 'participating-2025-03-06': [ALLEGHENY, BUTLER] };

test('two rows of one list under two counties are two agencies, and a person is asked', () => {
  const { agencies, agreements, candidates } = resolved(TWO);
  assert.deepEqual(
    agencies.map(({ id, counties }) => `${id} ${counties}`),
    [`${ID} 42003`, `${ID}-butler 42019`],
  );
  assert.deepEqual(agreements.map(inShort), [
    'pa-springdale-borough-police#task-force#2025-03-01 active from 2025-03-01..2025-03-03',
    'pa-springdale-borough-police-butler#task-force#2025-03-05 active from 2025-03-05..2025-03-06',
  ]);
  const [asked, ...others] = candidates;
  assert.match(asked!.reason, /two counties on one list/);
  assert.deepEqual(asked!.agencies, [ID, `${ID}-butler`]);
  assert.equal(asked!.rows.length, 2);
  assert.deepEqual(others, []);
});

test('the first listed keeps the bare id, and a namesake never takes it', () => {
  const before = resolved({ 'participating-2025-03-03': [ALLEGHENY] });
  assert.deepEqual([before.agencies[0]!.id, before.redirects], [ID, []]);
  // The namesake alone goes on: the bare id still is the first one's.
  const after = resolved({ ...TWO, 'participating-2025-03-07': [BUTLER] });
  const [first, second] = after.agreements;
  assert.deepEqual([first!.agency, first!.status], [ID, 'no-longer-listed']);
  assert.deepEqual([second!.agency, second!.status], [`${ID}-butler`, 'active']);
});

test('an earlier list that shows the other one first turns the ids, and the id with a county still leads to its agency', () => {
  const turned = resolved({ 'participating-2025-03-01': [BUTLER.replace('03-05', '02-28')], ...TWO });
  assert.deepEqual(
    turned.agencies.map(({ id, counties }) => `${id} ${counties}`),
    [`${ID} 42019`, `${ID}-allegheny 42003`],
  );
  assert.deepEqual(
    turned.redirects.filter(({ from }) => from === `${ID}-butler`),
    [{ from: `${ID}-butler`, to: ID }],
  );
});

test('two counties beside one memorandum are one agency, and a third county beside another is not', () => {
  const day = [
    row('Allegheny County', '2025-03-01', 'one'),
    row('Beaver County', '2025-03-01', 'one'),
    row('Butler County', '2025-03-01', 'two'),
  ];
  const lineage = resolved({ 'participating-2025-03-03': day, 'participating-2025-03-06': day });
  assert.deepEqual(mergesOf(lineage).length, 1);
  assert.match(mergesOf(lineage)[0]!, /^listed-twice/);
  assert.equal(lineage.agreements.length, 2);
  assert.deepEqual(
    lineage.byLine.map(({ agency }) => agency),
    [ID, ID, `${ID}-butler`],
  );
});

test('models and dates of one agency stay together, whichever of them a list prints', () => {
  const jail = row('Allegheny County', '2025-04-01', '', 'J');
  const waits = 'PENNSYLVANIA | Springdale Borough Police Department | W | | | Butler County';
  const lineage = resolved({
    ...TWO,
    'participating-2025-04-02': [ALLEGHENY, BUTLER, jail],
    'pending-2025-04-02': [waits],
  });
  const agencies = lineage.agreements.map(({ id }) => id.replace('us-pa-springdale-borough-', '')).sort();
  assert.deepEqual(agencies, [
    'police#287g-jail#2025-04-01',
    'police#287g-task-force#2025-03-01',
    'police-butler#287g-task-force#2025-03-05',
    'police-butler#287g-warrant#unsigned',
  ]);
});

test('two of one day are told apart too, unless both rows link one memorandum', () => {
  const day = [row('Allegheny County'), row('Butler County')];
  assert.equal(idsOf({ 'participating-2025-03-03': day }).length, 2);
  const linked = [
    row('Allegheny County', '2025-03-01', 'SpringdalePA'),
    row('Butler County', '2025-03-01', 'SpringdalePA'),
  ];
  const one = resolved({ 'participating-2025-03-03': linked });
  assert.equal(one.agencies.length, 1);
  assert.deepEqual(mergesOf(one), [
    'listed-twice: Springdale Borough Police Department = Springdale Borough Police Department',
  ]);
  assert.deepEqual(
    one.repairs.filter(({ column }) => column === 'county').map(({ rule }) => rule),
    ['county-corrected'],
  );
});

test('a county that later lists put right makes no second agency, and the id of that time leads on', () => {
  const slip = row('Butler County', '2025-04-01', '', 'J');
  const right = row('Allegheny County', '2025-04-01', '', 'J');
  const { agencies, redirects, repairs } = resolved({
    'participating-2025-04-02': [ALLEGHENY, slip],
    'participating-2025-04-03': [ALLEGHENY, right],
    'participating-2025-04-04': [ALLEGHENY, right],
  });
  assert.deepEqual(
    agencies.map(({ id }) => id),
    [ID],
  );
  assert.deepEqual(redirects, [
    { from: `${ID}-allegheny`, to: ID },
    { from: `${ID}-butler`, to: ID },
  ]);
  assert.deepEqual(
    repairs.map(({ rule, raw, value }) => [rule, raw, value]),
    [['county-corrected', 'Butler County', 'Allegheny County']],
  );
});

test('a slip of one list does not join two namesakes', () => {
  assert.equal(
    idsOf({
      ...TWO,
      'participating-2025-03-07': [ALLEGHENY, BUTLER],
      'participating-2025-03-08': [row('Butler County'), BUTLER],
    }).length,
    2,
  );
});

test('a county in the name, or a body of the state, has one agency whatever the cell prints', () => {
  const sheriff = (county: string, model: string) =>
    `TENNESSEE | Madison County Sheriff | ${model} | 2025-03-01 | | ${county}`;
  const body = (county: string, model: string) =>
    `TENNESSEE | Tennessee Department of Corrections | ${model} | 2025-03-01 | | ${county}`;
  const { agencies, repairs } = resolved({
    'participating-2025-03-03': [
      sheriff('Macon County', 'W'),
      sheriff('Madison County', 'T'),
      body('Macon County', 'J'),
      body('Madison County', 'T'),
    ],
  });
  assert.equal(agencies.length, 2);
  const sheriffs = repairs.filter(({ agency }) => agency === 'us-tn-madison-county-sheriff');
  assert.deepEqual(
    sheriffs.map(({ rule, raw, value }) => [rule, raw, value]),
    [['county-of-name', 'Macon County', 'Madison County']],
  );
});

test('a misspelt county is none of its own', () => {
  const franklin = 'ALABAMA | Loxley Police Department';
  assert.equal(
    idsOf({
      'participating-2025-03-03': [
        `${franklin} | T | 2025-03-01 | | Baldwin Couny`,
        `${franklin} | W | 2025-03-01 | | Baldwin County`,
      ],
    }).length,
    1,
  );
});

test('a reviewer says that they are one, or that they are two', () => {
  const decided = (kind: 'same' | 'distinct') => [{ kind, a: ID, b: `${ID}-butler`, state: null }];
  const same = resolved(TWO, decided('same'));
  assert.deepEqual([same.agencies.length, same.candidates.length], [1, 0]);
  assert.deepEqual(
    same.redirects.filter(({ from }) => from === `${ID}-butler`),
    [{ from: `${ID}-butler`, to: ID }],
  );
  const two = resolved(TWO, decided('distinct'));
  assert.deepEqual([two.agencies.length, two.candidates.length], [2, 0]);
});

test('cited, they are two as well', () => {
  const { files, lines } = lists({ ...TWO, 'participating-2025-03-07': [ALLEGHENY, BUTLER] });
  const cited = citedFiles(citationOf(files, lines), { captured: new Set() });
  const { agencies } = resolveLists(cited.files, cited.lines, buildRegistry([]), []);
  assert.deepEqual(
    agencies.map(({ id }) => id),
    [ID, `${ID}-butler`],
  );
});

test('the order of the files says nothing', () => {
  const turned = Object.fromEntries(Object.entries(TWO).reverse());
  assert.deepEqual(idsOf(turned), idsOf(TWO));
});

test('each takes the entry of its own county, and where the registry has both nothing is open', () => {
  const entry = (county: string, ori: string): Agency => ({
    ...makeAgency('Springdale Borough Police Department', 'PA', county),
    id: `${ID}-${county.split(' ')[0]!.toLowerCase()}`,
    ori: [ori],
  });
  const ofBoth = (entries: Agency[]) => {
    const { files, lines } = lists(TWO);
    const registry = buildRegistry(entries, true);
    const { agencies, candidates } = resolveLists(files, lines, registry, []);
    return [...agencies.map(({ id, ori }) => `${id} ${ori}`), candidates.length];
  };
  const both = [entry('Allegheny County', 'PA1'), entry('Butler County', 'PA2')];
  assert.deepEqual(ofBoth(both), [`${ID} PA1`, `${ID}-butler PA2`, 0]);
  assert.deepEqual(ofBoth([{ ...both[0]!, id: ID }]), [`${ID} PA1`, `${ID}-butler `, 1]);
  assert.deepEqual(ofBoth([{ ...both[1]!, id: ID }]), [`${ID} PA2`, `${ID}-allegheny `, 1]);
});

test('a name under another county months later is asked about', () => {
  const { agencies, candidates } = resolved({
    'participating-2025-03-03': ['OHIO | Butler County Sheriff | J | 2025-01-02', ALLEGHENY],
    'participating-2025-03-04': ['OHIO | Butler County Sheriff | J | 2025-01-02'],
    'participating-2025-09-04': [
      'OHIO | Butler County Sheriff | J | 2025-01-02',
      row('Butler County', '2025-09-01'),
    ],
  });
  assert.equal(agencies.length, 2);
  assert.deepEqual(
    candidates.map(({ reason, text }) => [reason.slice(0, 32), text]),
    [
      [
        'one name, under another county a',
        'Springdale Borough Police Department: Allegheny County / Butler County',
      ],
    ],
  );
});
