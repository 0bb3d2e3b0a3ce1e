import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/base/index.ts';

// The same value with the keys of every object in the other order.
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, turned(inner)]);
  return Object.fromEntries(entries.reverse());
}

test('the order of keys says nothing, and the value comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      assert.equal(canonicalJson(turned(value)), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      assert.equal(canonicalJson(JSON.parse(text)), text);
    }),
  );
});

test('keys are sorted at every depth, lists are not; what is undefined is not there', () => {
  const value = { b: [2, 1, { d: null, c: 'é' }], a: undefined, A: 0 };
  assert.equal(canonicalJson(value), '{"A":0,"b":[2,1,{"c":"é","d":null}]}');
});
