import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvParse } from 'd3-dsv';
import { COLUMNS, statusCsv } from '../../src/site/status-csv.ts';

test('a row of a status has every column, its claims in one cell', () => {
  const row = {
    agency: 'us-tx-smith-county-sheriff',
    name: '=Smith, "County"',
    state: 'TX',
    county: null,
    programme: '287g-jail' as const,
    position: 'takes-part' as const,
    from: '2025-03-04',
    to: '..',
    certain: true,
    claims: ['a', 'b'],
  };
  const [read] = csvParse(statusCsv([row]));
  assert.deepEqual(Object.keys(read!), [...COLUMNS]);
  assert.equal(read!.claims, 'a|b');
  assert.equal(read!.county, '');
  assert.equal(read!.certain, 'true');
  assert.ok(!read!.name!.startsWith('='), 'no spreadsheet takes it for a formula');
});

test('no row: the heads of the columns', () => {
  assert.equal(statusCsv([]), `${COLUMNS.join(',')}\n`);
});
