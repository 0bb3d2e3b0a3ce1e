import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsInWords } from '../../src/site/facts.ts';
import { en } from '../../src/site/words-en.ts';

const counts = { partners: 0, declining: 0, silent: 0, ended: 0 };
const declining = (more: Partial<typeof counts>) =>
  factsInWords({ ...counts, ...more }, en.home, 'en').declining;

test('words of long ago are told as such: some of them counted, all of them at once', () => {
  const [fresh, some, all] = [
    declining({ declining: 7 }),
    declining({ declining: 7, silent: 3 }),
    declining({ declining: 7, silent: 7 }),
  ];
  assert.match(some, /7.*3/);
  assert.doesNotMatch(fresh, /3/);
  assert.equal(new Set([fresh, some, all]).size, 3);
});
