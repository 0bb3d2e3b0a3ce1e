import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, fill, inPrint, strongParts } from '../../src/site/phrase.ts';

const PHRASES = { one: '{n} agency in {state}', other: '{n} agencies in {state}' };

test('a phrase follows its number and writes it as the language does', () => {
  const told = (n: number, locale: string) => count(PHRASES, n, locale, { state: 'TX' });
  assert.equal(told(1, 'en-US'), '1 agency in TX');
  assert.equal(told(0, 'en-US'), '0 agencies in TX');
  assert.equal(told(12345, 'en-US'), '12,345 agencies in TX');
  assert.equal(told(1_000_000, 'es-US'), '1,000,000 agencies in TX');
});

test('print has curly apostrophes', () => {
  assert.equal(inPrint("Sheriff's Office"), 'Sheriff’s Office');
});

test('a name that no value has stays as it is; what stands between stars is strong', () => {
  assert.equal(fill('{a} and {b}', { a: 'x' }), 'x and {b}');
  assert.deepEqual(strongParts('**Ended** it'), [
    { text: 'Ended', strong: true },
    { text: ' it', strong: false },
  ]);
});
