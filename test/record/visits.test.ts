import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appendVisit, dueSince, lastSeen, visitsOf } from '../../src/record/visits.ts';
import { at, learn, textCapture, withRecord } from './world.ts';

test('documents are due from a week before the last complete visit, else from where one was left, else for a quarter of a year', () => {
  const time = '2026-03-01T12:00:00.000Z';
  assert.equal(dueSince(undefined, time), '2025-12-01');
  assert.equal(dueSince({ last: '2026-02-20T01:00:00.000Z', open: null }, time), '2026-02-13');
  assert.equal(dueSince({ last: '2026-02-20T01:00:00.000Z', open: '2026-01-05' }, time), '2026-01-05');
});

test('a visit with a fault, with documents left, or that asked too late leaves its days open until one brings them', () =>
  withRecord(async (record) => {
    const visit = (day: string, since: string, over: object = {}) =>
      appendVisit(record, { source: 's', since, faults: 0, left: 0, ...over }, at(day));
    const state = async () => (await visitsOf(record.db)).get('s');
    assert.equal(await state(), undefined);
    await visit('2026-03-01', '2025-12-01');
    const first = '2026-03-01T12:00:00.000Z';
    assert.deepEqual(await state(), { last: first, open: null });
    await visit('2026-03-10', '2026-02-22', { faults: 1 });
    assert.deepEqual(await state(), { last: first, open: '2026-02-22' });
    await visit('2026-03-11', '2026-02-22', { left: 2 });
    assert.deepEqual(await state(), { last: first, open: '2026-02-22' });
    await visit('2026-03-12', '2026-03-05');
    assert.deepEqual(await state(), { last: first, open: '2026-02-22' });
    await visit('2026-03-13', '2026-02-22', { source: 'other' });
    assert.equal((await state())?.open, '2026-02-22');
    await visit('2026-03-14', '2026-02-22');
    assert.deepEqual(await state(), { last: '2026-03-14T12:00:00.000Z', open: null });
  }));

test('an address was last seen with the bytes that came last', () =>
  withRecord(async (record) => {
    const [one, two] = ['one', 'two'].map((text) => textCapture(record, text, [], 'https://example.org/a'));
    assert.equal(await lastSeen(record.db, 'https://example.org/a'), null);
    await learn(record, '2026-01-02', one!, two!);
    assert.equal((await lastSeen(record.db, 'https://example.org/a'))?.capture, two!.sha);
    assert.equal(await lastSeen(record.db, 'https://example.org/b'), null);
  }));
