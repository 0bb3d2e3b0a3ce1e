import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, emptyTable, type IntervalTable, NO_DAY } from '../../src/site/intervals-binary.ts';
import {
  changeDays,
  countByState,
  holdOn,
  lookOf,
  readStanding,
  standingsOn,
} from '../../src/site/standing.ts';

interface Row {
  agency: number;
  programme?: string;
  position: string;
  from: [string | null, string | null];
  to?: [string | null, string | null];
}

const number = (day: string | null) => (day === null ? NO_DAY : dayNumber(day));

function tableOf(rows: Row[]): IntervalTable {
  const table = emptyTable(3, rows.length);
  table.programmes = ['287g-jail', '287g-task-force', 'detainers'];
  table.positions = ['takes-part', 'will-join', 'declines', 'ends', 'undecided', 'expands'];
  table.states = ['TX', 'ME'];
  table.state.set([0, 0, 1]);
  rows.forEach((row, i) => {
    table.agency[i] = row.agency;
    table.programme[i] = table.programmes.indexOf(row.programme ?? '287g-jail');
    table.position[i] = table.positions.indexOf(row.position);
    table.fromMin[i] = number(row.from[0]);
    table.fromMax[i] = number(row.from[1]);
    table.ended[i] = row.to ? 1 : 0;
    table.toMin[i] = number(row.to?.[0] ?? null);
    table.toMax[i] = number(row.to?.[1] ?? null);
  });
  return table;
}

const at = (table: IntervalTable, day: string, agency = 0, programme: string | null = null) =>
  readStanding(standingsOn(table, dayNumber(day), programme).standing[agency]!);

test('an interval is uncertain between the days between which it began and ended', () => {
  const table = tableOf([
    {
      agency: 0,
      position: 'takes-part',
      from: ['2025-01-01', '2025-01-05'],
      to: ['2025-03-01', '2025-03-08'],
    },
  ]);
  assert.equal(at(table, '2024-12-31'), null);
  assert.deepEqual(at(table, '2025-01-01'), { look: 'takes-part', certain: false });
  assert.deepEqual(at(table, '2025-01-05'), { look: 'takes-part', certain: true });
  assert.deepEqual(at(table, '2025-02-28'), { look: 'takes-part', certain: true });
  assert.deepEqual(at(table, '2025-03-07'), { look: 'takes-part', certain: false });
  assert.equal(at(table, '2025-03-08'), null);
});

test('a start known only as "by then" counts from then, an open end stays uncertain', () => {
  const from = dayNumber('2017-02-21');
  assert.equal(holdOn(from - 1, NO_DAY, from, false, NO_DAY, NO_DAY), 'not-yet');
  assert.equal(holdOn(from, NO_DAY, from, false, NO_DAY, NO_DAY), 'holds');
  assert.equal(holdOn(from + 100, from, from, true, from + 50, NO_DAY), 'uncertain');
});

test('present positions go before what ended, the farthest-going first, the certain before the uncertain', () => {
  const since = (position: string, programme = 'detainers'): Row => ({
    agency: 0,
    programme,
    position,
    from: ['2017-01-01', '2017-01-01'],
  });
  const look = (...rows: Row[]) => at(tableOf(rows), '2020-01-01');
  assert.equal(look(since('ends'), since('takes-part'))?.look, 'takes-part');
  assert.equal(look(since('ends'), since('declines'))?.look, 'declines');
  assert.equal(look(since('undecided'), since('ends'))?.look, 'ends');
  const unsure: Row = { agency: 0, position: 'takes-part', from: ['2019-01-01', '2021-01-01'] };
  assert.deepEqual(look(unsure, since('expands')), { look: 'takes-part', certain: true });
});

test('no position known is nothing, and a position without a look of its own is "other", never "declines"', () => {
  const table = tableOf([{ agency: 0, position: 'undecided', from: ['2017-01-01', '2017-01-01'] }]);
  assert.equal(at(table, '2020-01-01', 1), null);
  assert.equal(at(table, '2020-01-01')?.look, 'other');
  assert.equal(lookOf('not-approached'), 'other');
});

test('a programme narrows; 287g means every model', () => {
  const table = tableOf([
    { agency: 0, programme: '287g-task-force', position: 'takes-part', from: ['2025-01-01', '2025-01-01'] },
    { agency: 0, programme: 'detainers', position: 'declines', from: ['2025-01-01', '2025-01-01'] },
  ]);
  assert.equal(at(table, '2025-02-01', 0, 'detainers')?.look, 'declines');
  assert.equal(at(table, '2025-02-01', 0, '287g')?.look, 'takes-part');
  assert.equal(at(table, '2025-02-01', 0, '287g-jail'), null);
});

test('the counts name partners once, and an agency that came back has not ended', () => {
  const table = tableOf([
    { agency: 0, position: 'takes-part', from: ['2025-01-01', '2025-01-01'] },
    { agency: 0, programme: '287g-task-force', position: 'takes-part', from: ['2025-01-01', '2025-01-01'] },
    { agency: 0, programme: '287g-task-force', position: 'ends', from: ['2025-01-02', '2025-01-02'] },
    { agency: 1, position: 'ends', from: ['2020-01-01', '2020-01-01'] },
    { agency: 2, programme: 'detainers', position: 'declines', from: ['2020-01-01', '2020-01-01'] },
  ]);
  const standings = standingsOn(table, dayNumber('2025-06-01'));
  assert.deepEqual(standings.counts, { partners: 1, declining: 1, silent: 0, ended: 1 });
  const [texas, maine] = countByState(table, standings);
  assert.deepEqual([...texas!], [1, 0, 0, 0, 1, 0]);
  assert.deepEqual([...maine!], [0, 0, 0, 1, 0, 0]);
});

test('words older than a year are counted as such, and uncertain', () => {
  const table = tableOf([
    { agency: 0, programme: 'detainers', position: 'declines', from: ['2017-02-21', '2017-02-21'] },
    { agency: 1, programme: 'detainers', position: 'declines', from: ['2025-02-01', '2025-02-01'] },
  ]);
  table.toMin[0] = dayNumber('2018-02-21');
  const counts = (day: string) => standingsOn(table, dayNumber(day)).counts;
  assert.deepEqual(counts('2018-02-20'), { partners: 0, declining: 1, silent: 0, ended: 0 });
  assert.deepEqual(counts('2025-06-01'), { partners: 0, declining: 2, silent: 1, ended: 0 });
  const { standing } = standingsOn(table, dayNumber('2025-06-01'));
  assert.deepEqual(
    [...standing].slice(0, 2).map((code) => code & 1),
    [1, 0],
  );
});

test('change days are each day on which anything may begin or end, once, in order', () => {
  const table = tableOf([
    { agency: 0, position: 'takes-part', from: ['2025-01-05', '2025-01-07'], to: ['2025-03-01', null] },
    { agency: 1, position: 'takes-part', from: [null, '2025-01-05'] },
  ]);
  assert.deepEqual(changeDays(table), ['2025-01-05', '2025-01-07', '2025-03-01'].map(dayNumber));
});
