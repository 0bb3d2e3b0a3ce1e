import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergesOf, resolved } from './lists.ts';

const row = (model: string, signed = '') => `FLORIDA | Madison Police Department | ${model} | ${signed}`;

test('a blank model is the one that the next list shows, if it shows one', () => {
  const lineage = resolved({ 'pending-2025-10-06': [row('')], 'pending-2025-10-07': [row('T')] });
  assert.deepEqual(
    lineage.agreements.map(({ id }) => id),
    ['us-fl-madison-police#287g-task-force#unsigned'],
  );
  assert.deepEqual(mergesOf(lineage), [
    'model-filled: Madison Police Department = Madison Police Department',
  ]);
});

test('of two models that follow none is chosen', () => {
  const lineage = resolved({ 'pending-2025-10-06': [row('')], 'pending-2025-10-07': [row('T'), row('W')] });
  assert.ok(lineage.agreements.some(({ programme }) => programme === '287g'));
});
