import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killRounds } from '../../bench/kills.ts';

// The long form is `npm run kills`; its figures stand in bench/README.md.
test('killed while they add, review, derive and merge, programs lose nothing that they acknowledged', async () => {
  const { rounds, killed, acknowledged, faults } = await killRounds(6, 7);
  assert.deepEqual(faults, []);
  assert.deepEqual([rounds, killed], [6, 8]);
  assert.ok(Object.values(acknowledged).reduce((sum, n) => sum + n, 0) > 0);
});
