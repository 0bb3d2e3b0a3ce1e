import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { List } from '../../src/claim/index.ts';
import { demandReadableList } from '../../src/resolve/index.ts';

const list = (kind: List['kind'], rows: [state: string, support: string][]): List => ({
  kind,
  sheet: 'Sheet1',
  columns: {},
  rows: rows.map(([state, support], i) => ({
    row: i + 2,
    line: {
      state,
      agency: 'A',
      type: '',
      county: '',
      support,
      signed: '',
      moa: '',
      addendum: '',
      moaLink: '',
      addendumLink: '',
    },
  })),
});

test('a signed list without rows is refused, an empty pending one is not', () => {
  assert.throws(
    () => demandReadableList(list('participating', [])),
    /has no rows, which would end every agreement/,
  );
  assert.throws(() => demandReadableList(list('page', [])), /has no rows/);
  demandReadableList(list('pending', []));
});

test('a list most of whose rows nobody can read is refused with one of them; some slips are not', () => {
  const good: [string, string] = ['TEXAS', 'Jail Enforcement Model'];
  const slip: [string, string] = ['PENNSLYVANIA', 'Task Force Modle'];
  const bad: [string, string] = ['ATLANTIS', 'Nonsense'];
  assert.throws(
    () => demandReadableList(list('participating', [bad])),
    /1 of 1 rows without a known state and model, such as "ATLANTIS, Nonsense"/,
  );
  demandReadableList(list('participating', [good, slip, bad]));
});

test('a list with a name that nobody can bear is refused with its row; a long name is none', () => {
  const named = (agency: string): List => {
    const one = list('participating', [['TEXAS', 'Jail Enforcement Model']]);
    return { ...one, rows: one.rows.map(({ row, line }) => ({ row, line: { ...line, agency } })) };
  };
  assert.throws(
    () => demandReadableList(named('A'.repeat(301))),
    /has a name of 301 letters in row 2, "A{40}…"/,
  );
  demandReadableList(named('A'.repeat(300)));
});
