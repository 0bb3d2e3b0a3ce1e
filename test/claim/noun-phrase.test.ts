import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceBefore, wordsOf } from '../../src/claim/noun-phrase.ts';

/** Who stands before the last "said" of a sentence. */
function saying(sentence: string): string | null {
  const words = wordsOf(sentence);
  const span = sourceBefore(
    words,
    words.findLastIndex(({ text }) => text === 'said'),
  );
  return span && sentence.slice(span.start, span.end);
}

test('the name goes with its description between commas, whole', () => {
  assert.equal(saying('Ann Bell, 42, of Dayton, said'), 'Ann Bell, 42, of Dayton');
  assert.equal(saying('Smith, the mayor, said'), 'Smith, the mayor');
  assert.equal(saying('Smith, however, said'), 'Smith');
});

test('two who are joined are both named; one who did something else before is not joined to it', () => {
  assert.equal(saying('Smith and Jones said'), 'Smith and Jones');
  assert.notEqual(saying('Smith resigned and said'), 'resigned');
});

test('nobody is named where no one says it', () => {
  assert.equal(saying('The deal was said'), null);
  assert.equal(saying('said'), null);
});

test('a title keeps its point, and a day is no part of who speaks', () => {
  assert.equal(saying('Sgt. Roe said'), 'Sgt. Roe');
  assert.equal(saying('The sheriff on Monday said'), 'The sheriff');
});
