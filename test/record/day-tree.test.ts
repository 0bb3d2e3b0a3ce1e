import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../src/base/index.ts';
import { nodeOf, pathTo } from '../../src/record/day-tree.ts';

const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('2000-01-01', days));

test('the tree of days finds an interval on exactly the days that it covers', () => {
  fc.assert(
    fc.property(
      day,
      fc.option(fc.integer({ min: 1, max: 30_000 }), { freq: 3 }),
      day,
      (first, length, on) => {
        const end = length === null ? '9999-12-31' : addDays(first, length);
        const node = nodeOf(first, end);
        const path = pathTo(on);
        const found =
          node === path.node ||
          (path.earlier.includes(node) && end > on) ||
          (path.later.includes(node) && first <= on);
        assert.equal(found, first <= on && on < end);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a path has at most one node for each of the 17 levels', () => {
  fc.assert(
    fc.property(day, (on) => {
      const { earlier, later } = pathTo(on);
      assert.ok(earlier.length + later.length <= 16);
    }),
  );
});
