import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Line } from '../../src/claim/index.ts';
import {
  cellsOf,
  forgetLines,
  knownLines,
  LINE_COLUMNS,
  numberOf,
  readLines,
} from '../../src/record/lines.ts';
import { learn, listCapture, withRecord } from './world.ts';

const line = (agency: string, county = ''): Line => ({
  state: 'TX',
  agency,
  type: '',
  county,
  support: '',
  signed: '',
  moa: '',
  addendum: '',
  moaLink: '',
  addendumLink: '',
});

test('the same text has one number, the next one another, whatever comes between', () => {
  const known = { lines: [] as Line[], numbers: new Map<string, number>() };
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (names) => {
      for (const name of names) {
        const before = known.lines.length;
        const { id, fresh } = numberOf(known, line(name));
        assert.deepEqual(known.lines[id - 1], line(name));
        assert.equal(known.lines.length - before, fresh ? 1 : 0);
      }
    }),
  );
  // A text that moves to the next cell is another line.
  assert.notEqual(numberOf(known, line('x', '')).id, numberOf(known, line('', 'x')).id);
});

test('the values of a line stand in the order of their columns', () => {
  assert.deepEqual(cellsOf(line('A', 'Harris')), [
    'TX',
    'A',
    '',
    'Harris',
    ...Array(LINE_COLUMNS.length - 4).fill(''),
  ]);
});

test('the lines of a record are read back in their order, and loaded again when another program added some', () =>
  withRecord(async (record) => {
    const { db } = record;
    assert.deepEqual((await knownLines(record, db)).lines, []);
    const rows = ['One PD', 'Twö "PD"', 'One PD'].map((agency) => ({ state: 'TX', agency }));
    await learn(record, '2026-01-02', listCapture('2026-01-01', rows));
    const { lines, numbers } = await knownLines(record, db);
    assert.deepEqual(
      lines.map(({ agency }) => agency),
      ['One PD', 'Twö "PD"'],
    );
    assert.deepEqual([...numbers.values()], [1, 2]);
    assert.equal((await knownLines(record, db)).lines, lines);
    forgetLines(record);
    const again = (await knownLines(record, db)).lines;
    assert.notEqual(again, lines);
    assert.deepEqual(again, lines);
    assert.deepEqual(await readLines(db), lines);
  }));
