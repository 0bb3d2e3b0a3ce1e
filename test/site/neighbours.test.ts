import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adjoining, touching } from '../../src/site/neighbours.ts';

test('counties whose pixels touch are neighbours, on both sides; the sea is none', () => {
  const ids = new Uint16Array([1, 2, 0, 1, 0, 3]);
  const pairs = touching({ width: 3, height: 2, ids });
  assert.deepEqual(
    [...pairs],
    [
      [1, new Set([2])],
      [2, new Set([1])],
    ],
  );
});

test('Harris County, Texas, adjoins its seven neighbours', () => {
  // Brazoria, Chambers, Fort Bend, Galveston, Liberty, Montgomery, Waller.
  assert.deepEqual(adjoining('48201'), ['48039', '48071', '48157', '48167', '48291', '48339', '48473']);
  assert.deepEqual(adjoining('99999'), []);
});
