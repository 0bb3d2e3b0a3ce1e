import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolved } from './lists.ts';

const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';
const reasons = (tables: Record<string, string[]>) =>
  resolved(tables).candidates.map(({ reason, text }) => `${reason}: ${text}`);

test('a county cell that names no county of its state is kept and shown', () => {
  assert.deepEqual(
    reasons({
      'participating-2025-03-03': [
        'TENNESSEE | Sparta Police Department | T | 2025-03-01 | | Sparta-White County',
      ],
    }),
    ['the county cell names no county of the state: Sparta Police Department: Sparta-White County'],
  );
});

test('a sheriff of a county that the state has not', () => {
  assert.deepEqual(
    reasons({ 'participating-2025-03-03': ["TEXAS | Zork County Sheriff's Office | T | 2025-03-01"] }),
    ["the state has no county of that name: Zork County Sheriff's Office"],
  );
});

test('a shorter name that a fuller one of another place follows is asked about, not merged', () => {
  const tables = {
    'pending-2025-04-03': ['FLORIDA | Pembroke Police Department | T'],
    'pending-2025-04-28': [FILLER],
    'participating-2025-04-03': [FILLER],
    'participating-2025-04-20': [FILLER, 'FLORIDA | Pembroke Pines Police Department | T | 2025-04-14'],
  };
  const { candidates, agencies } = resolved(tables);
  assert.deepEqual(
    candidates.map(({ text }) => text),
    ['Pembroke Police Department / Pembroke Pines Police Department'],
  );
  assert.equal(candidates[0]?.rows.length, 2);
  assert.equal(agencies.length, 3);
});

test('an application of a county’s jail that left as the county’s board signed is asked about', () => {
  const tables = {
    'pending-2025-02-20': ['FLORIDA | Pasco County Jail | W | | | Pasco County'],
    'pending-2025-02-26': [FILLER],
    'participating-2025-02-20': [FILLER],
    'participating-2025-02-26': [
      FILLER,
      'FLORIDA | Pasco County Corrections | W | 2025-02-26 | | Pasco County',
    ],
  };
  assert.deepEqual(reasons(tables), [
    'one county, and the one signed as the other left the list: perhaps one agency: Pasco County Jail / Pasco County Corrections',
  ]);
  const apart = tables['participating-2025-02-26'].map((row) =>
    row.replaceAll('Pasco County', 'Polk County'),
  );
  assert.deepEqual(reasons({ ...tables, 'participating-2025-02-26': apart }), [], 'another county');
});

test('a jail and a sheriff of one county that were never on one list are asked about', () => {
  const jail = 'KENTUCKY | Bullitt County Detention Center | J | 2025-01-01 | | Bullitt County';
  const sheriff = 'KENTUCKY | Bullitt County Sheriff | T | 2025-03-01 | | Bullitt County';
  assert.deepEqual(
    reasons({ 'participating-2025-02-20': [FILLER, jail], 'participating-2025-03-26': [FILLER, sheriff] }),
    [
      'the jail and the sheriff of one county, never on one list: perhaps one agency: Bullitt County Detention Center / Bullitt County Sheriff',
    ],
  );
  assert.deepEqual(reasons({ 'participating-2025-02-20': [FILLER, jail, sheriff] }), []);
});

test('a county cell that is not the county of the name is shown', () => {
  assert.deepEqual(
    reasons({
      'participating-2025-03-03': [
        "TEXAS | Harris County Sheriff's Office | T | 2025-03-01 | | Travis County",
      ],
    }),
    [
      "the county cell differs from the county that name or registry give: Harris County Sheriff's Office: Travis County / Harris County",
    ],
  );
});

test('a month without a day, and digits that are two days, are no day of signing: a person is asked', () => {
  const row = (signed: string) => `OHIO | Butler County Sheriff | J | ${signed}`;
  for (const cell of ['12/2025', '1112025']) {
    const { agreements, candidates } = resolved({ 'participating-2026-03-03': [row(cell)] });
    assert.deepEqual(
      [agreements[0]!.signed, candidates.map(({ reason, text }) => `${reason}: ${text}`)],
      [null, [`the cell of the day of signing says no one day: Butler County Sheriff: ${cell}`]],
    );
  }
});

test('a county cell that fits a county and a city of one name says so', () => {
  const { candidates } = resolved({
    'participating-2026-03-03': ['VIRGINIA | Warsaw Police Department | T | 2026-03-01 | | Richmond'],
  });
  assert.deepEqual(
    candidates.map(({ reason }) => reason),
    ['the county cell fits several counties of the state'],
  );
});
