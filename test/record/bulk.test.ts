import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMany } from '../../src/record/bulk.ts';
import { withRecord } from './world.ts';

test('many rows go in as they are: quotes, every script, numbers and nothing', () =>
  withRecord(async ({ db }) => {
    const rows = [
      ['a', `it's "quoted" \\ 😀\n`],
      ['b', ''],
      ['c', '12'],
      ...Array.from({ length: 5000 }, (_, i) => [`k${i}`, String(i)]),
    ];
    await insertMany(db, 'meta', ['key', 'value'], rows);
    const held = await db
      .selectFrom('meta')
      .selectAll()
      .where('key', 'in', ['a', 'b', 'c', 'k4999'])
      .execute();
    assert.deepEqual(held.map(({ key, value }) => [key, value]).sort(), [
      rows[0],
      rows[1],
      rows[2],
      ['k4999', '4999'],
    ]);
    await insertMany(db, 'meta', ['key', 'value'], []);
  }));

test('a row that is there already is refused, or passed over where that is asked for', () =>
  withRecord(async ({ db }) => {
    await insertMany(db, 'meta', ['key', 'value'], [['a', '1']]);
    await assert.rejects(
      insertMany(
        db,
        'meta',
        ['key', 'value'],
        [
          ['b', '2'],
          ['a', '3'],
        ],
      ),
    );
    await insertMany(
      db,
      'meta',
      ['value', 'key'],
      [
        ['3', 'a'],
        ['4', 'c'],
      ],
      { ignore: true },
    );
    const held = await db
      .selectFrom('meta')
      .selectAll()
      .where('key', 'in', ['a', 'b', 'c'])
      .orderBy('key')
      .execute();
    assert.deepEqual(
      held.map(({ key, value }) => key + value),
      ['a1', 'c4'],
    );
  }));
