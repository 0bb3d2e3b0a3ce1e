import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from '../../src/record/changes.ts';
import { rebuild } from '../../src/record/index.ts';
import { at, learn, listCapture, withRecord } from './world.ts';

test('who came onto a list, left it and came back, newest first, on the days asked for', () =>
  withRecord(async (record) => {
    const row = (state: string, agency: string, signed: string) => ({ state, agency, signed });
    const one = row('TEXAS', 'Harris County Sheriff', '2026-01-01');
    const two = row('OHIO', 'Butler County Sheriff', '2026-01-02');
    await learn(
      record,
      '2026-06-01',
      listCapture('2026-01-05', [one, two]),
      listCapture('2026-01-12', [one]),
      listCapture('2026-04-12', [one, { ...two, signed: '2026-04-01' }]),
    );
    await rebuild(record, at('2026-06-01'));
    const told = async (from: string, to: string, more: { state?: string; agency?: string } = {}) =>
      (await changesBetween(record.db, { from, to, ...more })).map(({ day, kind, state }) =>
        [day, kind, state].join(' '),
      );
    const all = await told('0000-01-01', '9999-12-31', { state: 'OH' });
    assert.deepEqual(
      all.map((change) => change.split(' ')[1]),
      ['returned', 'gone', 'new'],
    );
    assert.match(all[1]!, /^2026-01-12 gone OH$/);
    // Both days are included, and nothing beside them.
    assert.deepEqual(await told('2026-01-12', '2026-01-12'), ['2026-01-12 gone OH']);
    assert.deepEqual(await told('2026-01-13', '2026-03-31'), []);
    assert.equal((await told('2026-01-13', '2026-01-12')).length, 0);
    const { agency } = (await changesBetween(record.db, { from: '2026-01-12', to: '2026-01-12' }))[0]!;
    assert.equal((await told('0000-01-01', '9999-12-31', { agency })).length, 3);
    assert.equal((await told('0000-01-01', '9999-12-31', { agency: 'us-none' })).length, 0);
  }));
