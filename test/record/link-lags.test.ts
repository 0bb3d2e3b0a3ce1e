import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebuild } from '../../src/record/index.ts';
import { linkLags } from '../../src/record/link-lags.ts';
import { at, learn, listCapture, withRecord } from './world.ts';

const MOA = 'https://www.ice.gov/doclib/287gMOA/';
const row = (agency: string, moaLink = '') => ({
  state: 'TEXAS',
  agency,
  signed: '2026-01-01',
  moaLink: moaLink && `${MOA}${moaLink}.pdf`,
});

test('the lag of a memorandum is counted from the first list with the agreement to the first that links it', () =>
  withRecord(async (record) => {
    const [one, two] = ['Harris County Sheriff', 'Dallas County Sheriff'];
    await learn(
      record,
      '2026-03-01',
      listCapture('2026-01-05', [row(one)]),
      listCapture('2026-01-12', [row(one, 'Harris'), row(two)]),
      listCapture('2026-02-01', [row(one, 'Harris'), row(two)]),
    );
    await rebuild(record, at('2026-03-01'));
    const lags = (await linkLags(record.db, '2026-01-01')).map(({ listed, linked, days }) => [
      listed,
      linked,
      days,
    ]);
    assert.deepEqual(lags, [
      ['2026-01-05', '2026-01-12', 7],
      ['2026-01-12', null, null],
    ]);
    // From a day on: that day itself counts.
    assert.equal((await linkLags(record.db, '2026-01-12')).length, 1);
    assert.deepEqual(await linkLags(record.db, '2026-01-13'), []);
  }));
