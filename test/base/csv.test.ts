import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvCell, fromCsvCell } from '../../src/base/index.ts';

test('no cell begins as a formula, and every text comes back', () => {
  for (const text of ['=1+1', '+x', '-x', '@SUM(A1)', '\t=1', "'=1", "''@x", '\rx'])
    assert.match(csvCell(text), /^'/, text);
  for (const text of ['Cook County', "'s-Gravenhage", '-12', '3.5', '', '287(g)'])
    assert.equal(csvCell(text), text);
  const letters = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', '1') });
  fc.assert(
    fc.property(letters, (text) => {
      assert.equal(fromCsvCell(csvCell(text)), text);
    }),
  );
});
