import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteTouched, touchedAgencies, touchedBefore } from '../../src/record/touched.ts';
import { makeAgency } from '../../src/resolve/index.ts';
import { withRecord } from './world.ts';

test('an agency is touched unless it is the very one of the registry; one that was given up is', () => {
  const [kept, listed, gone] = ['Kept', 'Listed', 'Gone'].map((name) =>
    makeAgency(`${name} Police Department`, 'TX'),
  ) as [ReturnType<typeof makeAgency>, ReturnType<typeof makeAgency>, ReturnType<typeof makeAgency>];
  const made = makeAgency('New Police Department', 'TX');
  const touched = touchedAgencies([kept, { ...listed, aliases: ['Listed PD'] }, made], [kept, listed, gone]);
  assert.deepEqual([...touched].sort(), [gone.id, listed.id, made.id].sort());
});

test('what was noted holds until the registry grows', async () => {
  await withRecord(async ({ db }) => {
    assert.equal(await touchedBefore(db), null);
    await noteTouched(db, new Set(['us-tx-a', 'us-tx-b']));
    assert.deepEqual(await touchedBefore(db), new Set(['us-tx-a', 'us-tx-b']));
    await db
      .insertInto('registry')
      .values({ id: 'us-tx-c', origin: 'fbi', agency: '{}', recorded: '2026-01-01T00:00:00.000Z' })
      .execute();
    assert.equal(await touchedBefore(db), null);
  });
});
