import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDropped, withoutSilence } from '../../src/claim/silence.ts';

test('a question, a promise of a candidate, a bill and a sign assert nothing', () => {
  for (const text of [
    'will the county end its agreement?',
    'the candidate promised to end the 287(g) program',
    'the bill in the senate would require sheriffs to honor detainers',
    'protesters held a sign that read end 287(g)',
  ])
    assert.equal(isDropped(text), true, text);
});

test('what somebody says or does is not dropped', () => {
  for (const text of ['the sheriff ended the agreement on tuesday', 'he said the county honors detainers'])
    assert.equal(isDropped(text), false, text);
});

test('what nobody said is blanked, and every offset holds', () => {
  const text = 'the sheriff declined to comment on ice, but his office, not the city, joined the program';
  const left = withoutSilence(text);
  assert.equal(left.length, text.length);
  assert.doesNotMatch(left, /comment|city/);
  assert.equal(left.indexOf('joined the program'), text.indexOf('joined the program'));
});
