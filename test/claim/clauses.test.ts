import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseAround, clauseBefore, clauseSpan } from '../../src/claim/clauses.ts';

const TEXT = 'the county does not hold people for ice, but the jail honors warrants';

test('what one clause denies is not denied of the next', () => {
  const [holds, honors] = [TEXT.indexOf('hold'), TEXT.indexOf('honors')];
  assert.match(clauseBefore(TEXT, holds), /not $/);
  assert.doesNotMatch(clauseBefore(TEXT, honors), /not/);
  assert.doesNotMatch(clauseAround(TEXT, holds, holds + 4), /warrants/);
});

test('a sentence without a break is one clause, from its first letter to its last', () => {
  const whole = 'the sheriff ended it';
  assert.equal(clauseAround(whole, 4, 11), whole);
  assert.deepEqual(clauseSpan(whole, 4, 11), { start: 0, end: whole.length });
  assert.equal(clauseBefore(whole, 0), '');
});

test('"and" ends a close clause and no coarse one; "nothing but" ends neither', () => {
  const text = 'they signed and joined';
  const joined = text.indexOf('joined');
  assert.equal(clauseBefore(text, joined), 'and ');
  assert.equal(clauseSpan(text, joined, text.length).start, 0);
  const only = 'they do nothing but jail checks';
  assert.equal(clauseSpan(only, only.indexOf('jail'), only.length).start, 0);
});
