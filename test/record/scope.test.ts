import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../src/base/index.ts';
import { testRecord } from '../site/record.ts';

test('many days asked for at once each get their own answer, and no question loses its database', async () => {
  const { reader, close } = await testRecord();
  try {
    // Everything was learned on one day: before it nothing was known, from it on everything.
    const learned = String((await reader.counts()).recorded).slice(0, 10);
    const days = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0].map((n) => addDays(learned, n));
    const ask = (known: string) => reader.status({ on: '2026-02-20', known });
    const rows = await Promise.all([...days, ...days].map(ask));
    const now = await reader.status({ on: '2026-02-20' });
    assert.ok(now.length > 10);
    for (const [i, answer] of rows.entries()) assert.deepEqual(answer, i % 10 === 9 ? now : []);
  } finally {
    await close();
  }
});
