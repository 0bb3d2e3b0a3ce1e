import assert from 'node:assert/strict';
import { test } from 'node:test';
import { push } from '../../src/base/index.ts';

test('values gather under their keys in order', () => {
  const map = new Map<string, number[]>();
  for (const value of [1, 2, 3]) push(map, value % 2 ? 'odd' : 'even', value);
  assert.deepEqual(
    [...map],
    [
      ['odd', [1, 3]],
      ['even', [2]],
    ],
  );
});
