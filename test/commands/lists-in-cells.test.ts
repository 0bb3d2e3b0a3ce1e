import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRows } from '../../src/commands/output.ts';

test('in CSV names of one cell are told apart by a mark, and a table has them as they are', () => {
  const rows = [{ id: 'us-ak-x', spellings: ['Department of Corrections', 'Alaska Corrections'], ori: [] }];
  assert.equal(
    formatRows(rows, 'csv', [], ''),
    'id,spellings,ori\nus-ak-x,Department of Corrections|Alaska Corrections,\n',
  );
  assert.match(formatRows(rows, 'table', ['id', 'spellings'], ''), /Department of Corrections Alaska/);
});
