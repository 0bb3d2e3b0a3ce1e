import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { replaceNumbered, replaceRows } from '../../src/record/replace.ts';
import { withRecord } from './world.ts';

const texts = fc.oneof(fc.string(), fc.constantFrom('a', 'it’s', '"', '\\', '\n', '\u0001', 'é'));

test('a table holds the given rows whatever it held before, and the same ones are not written again', async () => {
  await withRecord(async ({ db }) => {
    const rows = fc.uniqueArray(fc.tuple(texts, texts), { selector: ([id]) => id });
    await fc.assert(
      fc.asyncProperty(rows, async (wanted) => {
        await replaceRows(db, 'redirect', ['id', 'target'], wanted);
        const held = await db.selectFrom('redirect').selectAll().execute();
        assert.deepEqual(
          new Map(held.map(({ id, target }) => [id, target])),
          new Map(wanted as [string, string][]),
        );
      }),
      { numRuns: 40 },
    );
    const changes = async () =>
      (await db.selectNoFrom((e) => e.fn<number>('total_changes').as('n')).executeTakeFirstOrThrow()).n;
    await replaceRows(
      db,
      'redirect',
      ['id', 'target'],
      [
        ['a', 'it’s'],
        ['b', 'c'],
      ],
    );
    const before = await changes();
    await replaceRows(
      db,
      'redirect',
      ['id', 'target'],
      [
        ['a', 'it’s'],
        ['b', 'd'],
      ],
    );
    // One row out and one in.
    assert.equal((await changes()) - before, 2);
  });
});

test('a numbered row keeps its number, and twins keep one each', async () => {
  await withRecord(async ({ db }) => {
    const columns = ['idx', 'id', 'agency', 'facts'] as const;
    const row = (id: string) => [id, 'agency', '{}'];
    assert.deepEqual(
      await replaceNumbered(db, 'agreement', columns, [row('a'), row('b'), row('b')]),
      [0, 1, 2],
    );
    assert.deepEqual(
      await replaceNumbered(db, 'agreement', columns, [row('c'), row('b'), row('a'), row('b')]),
      [3, 1, 0, 2],
    );
    assert.deepEqual(await replaceNumbered(db, 'agreement', columns, [row('b')]), [1]);
    const held = await db.selectFrom('agreement').select(['idx', 'id']).execute();
    assert.deepEqual(held, [{ idx: 1, id: 'b' }]);
  });
});
