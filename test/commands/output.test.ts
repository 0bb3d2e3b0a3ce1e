import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvParse } from 'd3-dsv';
import { formatRows, oneLine } from '../../src/commands/output.ts';

const ROWS = [
  { id: 'us-tx-a', name: 'A, "the" first', rules: ['x y', 'z'], to: null },
  { id: 'us-tx-bb', name: 'B', rules: [], to: '2025-03-04' },
];
const format = (as: string, rows: typeof ROWS = ROWS) => formatRows(rows, as, ['id', 'name'], 'nothing fits');

test('every format has the same rows', () => {
  assert.deepEqual(JSON.parse(format('json')), ROWS);
  assert.deepEqual(
    format('ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
    ROWS,
  );
  assert.deepEqual(
    csvParse(format('csv')).map(({ id, name, rules, to }) => ({ id, name, rules, to })),
    [
      { id: 'us-tx-a', name: 'A, "the" first', rules: 'x y|z', to: '' },
      { id: 'us-tx-bb', name: 'B', rules: '', to: '2025-03-04' },
    ],
  );
  assert.equal(format('table'), 'id        name\nus-tx-a   A, "the" first\nus-tx-bb  B\n');
});

test('no rows: a sentence for people, nothing for programs but the heads of the columns', () => {
  assert.deepEqual(
    ['table', 'json', 'ndjson', 'csv'].map((as) => format(as, [])),
    ['nothing fits\n', '[]\n', '', 'id,name\n'],
  );
});

test('an unknown format is refused with what there is', () => {
  assert.throws(() => format('xml'), /format "xml" is unknown; use one of table, json, ndjson, csv/);
});

test('text of others stays on its line and moves no cursor', () => {
  assert.equal(oneLine('a\u001b[2J\r\nb\u202ec'), 'a [2J bc');
});

test('in CSV names of one cell are told apart by a mark, and a table has them as they are', () => {
  const rows = [{ id: 'us-ak-x', spellings: ['Department of Corrections', 'Alaska Corrections'], ori: [] }];
  assert.equal(
    formatRows(rows, 'csv', [], ''),
    'id,spellings,ori\nus-ak-x,Department of Corrections|Alaska Corrections,\n',
  );
  assert.match(formatRows(rows, 'table', ['id', 'spellings'], ''), /Department of Corrections Alaska/);
});
