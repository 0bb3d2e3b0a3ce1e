import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashOf, rootOf } from '../../src/record/root.ts';
import { learn, listCapture, textCapture, withRecord } from './world.ts';

const LISTS = ['2026-01-01', '2026-01-08'].map((day) =>
  listCapture(day, [
    { state: 'TX', agency: `PD ${day}` },
    { state: 'TX', agency: 'One PD' },
  ]),
);

/** The root of a record that learned these lists in this order, all at one time. */
const rootWith = (lists: typeof LISTS) =>
  withRecord(async (record) => {
    await learn(record, '2026-02-01', ...lists);
    return rootOf(record.db);
  });

test('the hash of a set of lines does not hang on their order', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      const hash = hashOf([...lines]);
      assert.equal(hashOf([...lines].reverse()), hash);
      assert.notEqual(hashOf([...lines, 'one more']), hash);
    }),
  );
});

test('the same content has one root in whatever order it came, other content another', async () => {
  const one = await rootWith(LISTS);
  const { root } = await rootWith([...LISTS].reverse());
  assert.equal(root, one.root);
  assert.deepEqual(one.heads, []);
  const less = await rootWith(LISTS.slice(1));
  assert.notEqual(less.root, one.root);
  assert.notEqual(less.parts.rows, one.parts.rows);
  assert.equal(less.parts.claims, one.parts.claims);
});

test('the root of an earlier moment stays what it was, and every changed cell shows in its part', () =>
  withRecord(async (record) => {
    const { db } = record;
    await learn(record, '2026-01-02', ...LISTS);
    const before = await rootOf(db);
    const said = [{ words: 'ended' }];
    await learn(record, '2026-01-03', textCapture(record, 'It ended.', said));
    assert.equal((await rootOf(db, '2026-01-02T23:00:00Z')).root, before.root);
    const after = await rootOf(db);
    const changed = (now: Record<string, string>) =>
      Object.keys(now).filter((part) => now[part] !== after.parts[part]);
    assert.deepEqual(changed(before.parts), ['captures', 'sightings', 'readings', 'claims']);
    await db.updateTable('line').set({ county: 'Harris' }).where('id', '=', 1).execute();
    assert.deepEqual(changed((await rootOf(db)).parts), ['rows']);
  }));
