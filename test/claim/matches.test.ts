import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchesOf } from '../../src/claim/matches.ts';

test('the matches are those of matchAll, whatever was matched before and where nothing is matched', () => {
  const patterns = [/a/g, /a*/g, /(?<=a)b|(c)/gu, /$/g];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') }), fc.nat(9), (text, at) => {
      for (const pattern of patterns) {
        pattern.lastIndex = at;
        const found = matchesOf(text, pattern);
        pattern.lastIndex = 0;
        assert.deepEqual(
          found.map((match) => [match.index, ...match]),
          [...text.matchAll(pattern)].map((match) => [match.index, ...match]),
        );
      }
    }),
  );
});
