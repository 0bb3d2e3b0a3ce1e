import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateIn } from '../../src/site/states-es.ts';
import { en } from '../../src/site/words-en.ts';
import { es } from '../../src/site/words-es.ts';

test('a state is named in the language of the page, those that Spanish calls the same too', () => {
  assert.deepEqual(
    ['NC', 'FL', 'WV'].map((code) => stateIn(code, es)),
    ['Carolina del Norte', 'Florida', 'Virginia Occidental'],
  );
  assert.deepEqual(
    ['NC', 'FL', 'WV'].map((code) => stateIn(code, en)),
    ['North Carolina', 'Florida', 'West Virginia'],
  );
});
