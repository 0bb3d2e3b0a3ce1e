import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstFrom, lastOf, spansWithin } from '../../src/claim/spans.ts';

const inOrder = fc
  .array(fc.tuple(fc.nat(50), fc.nat(9)), { maxLength: 30 })
  .map((pairs) =>
    pairs.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start),
  );

test('what is found by halving is what looking at every span finds', () => {
  fc.assert(
    fc.property(inOrder, fc.nat(60), fc.nat(60), (spans, from, to) => {
      const first = spans.findIndex(({ start }) => start >= from);
      assert.equal(firstFrom(spans, from), first < 0 ? spans.length : first);
      const within = spans.filter(({ start, end }) => start >= from && start < to && end <= to);
      assert.deepEqual(spansWithin(spans, from, to), within);
    }),
  );
});

test('the last that is wanted of the first few', () => {
  const isEven = (n: number) => n % 2 === 0;
  assert.equal(lastOf([2, 4, 5, 6], 3, isEven), 4);
  assert.equal(lastOf([1, 2], 1, isEven), undefined);
});
