import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentId, sha256 } from '../../src/base/index.ts';

test('a hash is that of the standard, of text by its UTF-8', () => {
  // The examples of FIPS 180-4.
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(sha256('ñ'), sha256(Buffer.from([0xc3, 0xb1])));
});

test('an id tells its parts apart: no two lists collide by joining, moving or retyping them', () => {
  assert.match(contentId('a'), /^[0-9a-f]{32}$/);
  const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['c', 'ab'], ['abc', null], [1], ['1'], []];
  assert.equal(new Set(lists.map((parts) => contentId(...parts))).size, lists.length);
  const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)));
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      assert.equal(contentId(...a) === contentId(...b), JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
