import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addLaw, readRecord } from '../../src/record/index.ts';
import { at, withRecord } from './world.ts';

const SOURCES = [{ source_id: 's', title: 'A source', published: '2018-01-01' }];
const INSTRUMENT = {
  instrument_id: 'i',
  title: 'An act',
  kind: 'statute',
  issuer: 'Legislature',
  jurisdiction: 'TX',
  issued: '2018',
  summary: 'Says something.',
  source_id: 's',
};
const provision = (effect: string) => ({
  instrument_id: 'i',
  provision_id: 'a',
  topic: '287g',
  summary: 'On agreements.',
  source_id: 's',
  effect,
  programmes: '287g',
});

test('a correction that is taken back is in force again, and what was known before stays', () =>
  withRecord(async (record, dir) => {
    const load = (day: string, effect: string) =>
      addLaw(
        record,
        { sources: SOURCES, instruments: [INSTRUMENT], provisions: [provision(effect)] },
        at(day),
      );
    const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'];
    const effects = ['forbids', 'limits', 'forbids', 'limits', 'forbids'];
    for (const [i, day] of days.entries()) assert.equal((await load(day, effects[i]!)).provisions, 1, day);
    assert.equal((await load('2026-01-06', 'forbids')).provisions, 0, 'said again, it is no news');
    const reader = await readRecord(record);
    for (const [i, day] of days.entries())
      assert.equal((await reader.law(day)).provisions.get('a')?.effect, effects[i], day);
    assert.equal((await reader.law()).provisions.get('a')?.effect, 'forbids');
    assert.ok(dir);
  }));

test('rows that cannot be meant so are refused and leave nothing', () =>
  withRecord(async (record) => {
    const load = (instrument: Record<string, string>) =>
      addLaw(
        record,
        { sources: SOURCES, instruments: [{ ...INSTRUMENT, ...instrument }], provisions: [] },
        at('2026-01-01'),
      );
    await assert.rejects(load({ instrument_id: '../../x' }), /is no id/);
    await assert.rejects(load({ efective: '2024' }), /column "efective"/);
    await assert.rejects(load({ ended: '2016' }), /lies before its beginning/);
    const reader = await readRecord(record);
    assert.equal((await reader.law()).instruments.size, 0);
    assert.equal(await reader.source('s'), null);
  }));
