import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { finderOf } from '../../src/claim/literals.ts';

test('finds a literal exactly where looking for each would', () => {
  const letters = fc.constantFrom('a', 'b', 'c');
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: letters, maxLength: 60 }),
      (words, text) => {
        assert.equal(
          finderOf(words)(Buffer.from(text)),
          words.some((one) => text.includes(one)),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test('at the edges, in other bytes than ASCII, and in nothing', () => {
  const find = finderOf(['cárcel', 'jail', 'sheriff']);
  for (const text of ['cárcel', 'x cárcel', 'cárcel x', 'jail', 'a sheriff'])
    assert.equal(find(Buffer.from(text, 'latin1')), true, text);
  for (const text of ['', 'c', 'carcel', 'sherif', 'jai l', 'heriff'])
    assert.equal(find(Buffer.from(text, 'latin1')), false, text);
});
