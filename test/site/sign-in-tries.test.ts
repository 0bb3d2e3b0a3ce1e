import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noTries } from '../../src/site/sign-in-tries.ts';

test('an address that fails ten times waits five minutes; another does not', () => {
  let now = 0;
  const tries = noTries(() => now);
  for (let n = 0; n < 10; n++) {
    assert.equal(tries.spent('10.0.0.1'), false, `after ${n}`);
    tries.fail('10.0.0.1');
  }
  assert.equal(tries.spent('10.0.0.1'), true);
  assert.equal(tries.spent('10.0.0.2'), false);
  now = 5 * 60_000;
  assert.equal(tries.spent('10.0.0.1'), false);
});

test('of more addresses than are remembered the one that failed longest ago is forgotten', () => {
  const tries = noTries(() => 0);
  for (let n = 0; n < 10; n++) for (const address of ['first', 'second']) tries.fail(address);
  for (let n = 0; n < 9_999; n++) tries.fail(`other ${n}`);
  assert.deepEqual([tries.spent('first'), tries.spent('second')], [false, true]);
});
