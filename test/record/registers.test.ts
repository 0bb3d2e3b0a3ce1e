import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '../../src/record/model.ts';
import { type RegisterSource, registerRows, registersOf } from '../../src/record/registers.ts';

function agreement(agency: string, over: Partial<Interval> = {}): Interval {
  const { programme = '287g-jail' } = over;
  return {
    agency,
    programme,
    position: 'takes-part',
    from: { min: '2025-01-03', max: '2025-01-05' },
    to: null,
    certainTo: null,
    said: false,
    lastSeen: '2025-01-10',
    seenMin: '2025-01-10',
    agreement: `${agency}#${programme}#2025-01-03`,
    signed: '2025-01-03',
    ...over,
  };
}

function source(...intervals: Interval[]): RegisterSource {
  return {
    intervals,
    lists: [
      { kind: 'participating', day: '2025-01-05' },
      { kind: 'participating', day: '2025-01-08' },
      { kind: 'pending', day: '2025-01-06' },
    ],
    states: new Map(intervals.map(({ agency }) => [agency, agency.slice(3, 5).toUpperCase()])),
  };
}

const WEEK = { from: '2025-01-02', to: '2025-01-10' };

function line(of: RegisterSource, key: 'agencies' | 'agenciesUncertain' | 'agreements', query = WEEK) {
  const [signed] = registersOf(of, query).series.filter((one) => one.register === 'takes-part');
  return signed?.[key].join('');
}

test('a day between two lists is uncertain, a day after both is not', () => {
  const one = source(agreement('us-tx-a', { to: { min: '2025-01-08', max: '2025-01-10' } }));
  //                                        2345678910
  assert.equal(line(one, 'agencies'), /* */ '000111000');
  assert.equal(line(one, 'agenciesUncertain'), '011000110');
});

test('an agency with two agreements is one agency, certain when one of them is', () => {
  const two = source(
    agreement('us-tx-a', { to: { min: '2025-01-07', max: '2025-01-07' } }),
    agreement('us-tx-a', { programme: '287g-warrant', from: { min: '2025-01-06', max: '2025-01-08' } }),
  );
  assert.equal(line(two, 'agencies'), '000110111');
  assert.equal(line(two, 'agenciesUncertain'), '011001000');
  assert.equal(line(two, 'agreements'), '000110111');
});

test('what is only said is on no register', () => {
  const said = source(
    agreement('us-tx-a', { agreement: null }),
    agreement('us-tx-b', { position: 'declines' }),
  );
  assert.equal(line(said, 'agencies'), '000000000');
});

test('states and models are told apart, and a month is counted on its last day', () => {
  const all = source(
    agreement('us-tx-a'),
    agreement('us-fl-b', { programme: '287g-task-force', position: 'will-join' }),
  );
  const months = registersOf(all, {
    from: '2024-12-15',
    to: '2025-02-03',
    by: 'month',
    byState: true,
    byModel: true,
  });
  assert.deepEqual(months.days, ['2024-12-31', '2025-01-31', '2025-02-03']);
  assert.deepEqual(
    registerRows(months, 'month').map((row) => [
      row.period,
      row.register,
      row.state,
      row.model,
      row.agreements,
    ]),
    [
      ['2025-01', 'takes-part', 'TX', '287g-jail', 1],
      ['2025-01', 'will-join', 'FL', '287g-task-force', 1],
      ['2025-02', 'takes-part', 'TX', '287g-jail', 1],
      ['2025-02', 'will-join', 'FL', '287g-task-force', 1],
    ],
  );
});

test('a day without a list carries the last one and says so', () => {
  const rows = registerRows(registersOf(source(agreement('us-tx-a')), WEEK)).filter(
    ({ register }) => register === 'takes-part',
  );
  assert.deepEqual(
    rows.map(({ period, list, carried }) => [period.slice(8), list?.slice(8) ?? null, carried]),
    [
      ['02', null, false],
      ['03', null, false],
      ['04', null, false],
      ['05', '05', false],
      ['06', '05', true],
      ['07', '05', true],
      ['08', '08', false],
      ['09', '08', true],
      ['10', '08', true],
    ],
  );
});
