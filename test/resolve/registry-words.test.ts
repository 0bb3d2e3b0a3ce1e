import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MATCH_REASONS, whyNoCode } from '../../src/resolve/registry-words.ts';

test('a name that is missing is told otherwise where the registry keeps no agencies of that kind', () => {
  const note = { rule: null, entry: null, why: 'no-such-name' } as never;
  assert.equal(whyNoCode(note, true), 'no-such-name');
  assert.equal(whyNoCode(note, false), 'kind-not-kept');
  assert.equal(whyNoCode(undefined, true), 'no-such-name');
});

test('a reason of its own stands whatever the registry keeps, and every reason has words of its own', () => {
  assert.equal(whyNoCode({ why: 'several-fit' } as never, false), 'several-fit');
  const said = Object.values(MATCH_REASONS);
  assert.equal(new Set(said).size, said.length);
});
