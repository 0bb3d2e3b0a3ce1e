import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, tidy } from '../../src/resolve/rows.ts';
import { lineOf } from './lists.ts';

test('a row is read with its repairs, each with what it held and holds', () => {
  const { rows, repairs } = rowsOf([
    lineOf("MCHIGAN | Berrian County Sheriff's Offic | Jail Enforcment Model | 7/72025 | | Berrian County"),
  ]);
  const [row] = rows;
  assert.equal(row?.state, 'MI');
  assert.equal(row?.words, 'berrien county sheriff');
  assert.equal(row?.programme, '287g-jail');
  assert.equal(row?.signed, '2025-07-07');
  assert.equal(row?.county?.full, 'Berrien County');
  assert.deepEqual(
    repairs.map(({ rule, column, value }) => `${rule} ${column} ${value}`),
    [
      'state-slip state MI',
      'county-slip county Berrien County',
      'model-slip support 287g-jail',
      'date-written signed 2025-07-07',
      "county-in-name agency Berrien County Sheriff's Offic",
    ],
  );
});

test("a name that is another real county keeps it, whatever the county's cell says", () => {
  const { rows } = rowsOf([
    lineOf("PENNSYLVANIA | Bradford County Sheriff's Office | W | | | Bedford County"),
  ]);
  assert.equal(rows[0]?.name, "Bradford County Sheriff's Office");
});

test('white space and apostrophes are tidied', () => {
  assert.equal(tidy(' Kansas \u00a0Bureau of  Sheriff’s '), "Kansas Bureau of Sheriff's");
  // They would shift the columns of whoever packs a row into one text.
  assert.equal(tidy('Adams\u001fCounty\u0000Sheriff'), 'Adams County Sheriff');
});

test('a name is read without the marks that turn the direction of writing', () => {
  const [mark, end] = ['\u202e', '\u202c'];
  assert.equal(tidy(`${mark}Kerr County ${end} Sheriff’s\u00a0Office`), "Kerr County Sheriff's Office");
});
