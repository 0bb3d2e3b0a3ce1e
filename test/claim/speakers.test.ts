import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unnamedHead } from '../../src/claim/speakers.ts';

test('"he" behind an office without a name is who heads it; a deputy or what the sheriff owns is not', () => {
  assert.deepEqual(unnamedHead('the bibb county sheriff honors them, '), { kind: 'role', role: 'sheriff' });
  assert.deepEqual(unnamedHead('the police chief signed it, '), { kind: 'role', role: 'police chief' });
  for (const before of [
    "the sheriff's jail is full, ",
    'the chief deputy signed it, ',
    'the mayor signed it, ',
  ])
    assert.equal(unnamedHead(before), null, before);
});
