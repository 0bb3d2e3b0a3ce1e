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
