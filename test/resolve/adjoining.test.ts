import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adjoiningCounties } from '../../src/resolve/index.ts';

test('Harris County, Texas, adjoins its seven neighbours, and they it', () => {
  // Brazoria, Chambers, Fort Bend, Galveston, Liberty, Montgomery, Waller.
  const around = ['48039', '48071', '48157', '48167', '48291', '48339', '48473'];
  assert.deepEqual(adjoiningCounties('48201'), around);
  for (const fips of around) assert.ok(adjoiningCounties(fips).includes('48201'), fips);
});

test('an island adjoins none, nor does what the map does not have', () => {
  assert.deepEqual(adjoiningCounties('15003'), []);
  assert.deepEqual(adjoiningCounties('99999'), []);
});
