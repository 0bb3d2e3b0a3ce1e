import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTerm } from '../../src/claim/terms.ts';

const termOf = (text: string, words: string, position: 'takes-part' | 'declines' = 'takes-part') =>
  isTerm(position, 'detainers', text.indexOf(words), text);

test('what an agreement lets its officers do is its term, and no practice of its own', () => {
  assert.equal(termOf('the agreement lets deputies keep people 48 hours', 'keep'), true);
  assert.equal(termOf('it signed a contract that allows the jail to keep people 48 hours', 'keep'), true);
});

test('what an office does beside an agreement is its practice, and a refusal is never a term', () => {
  assert.equal(termOf('the jail has an agreement and keeps people 48 hours', 'keeps'), false);
  assert.equal(termOf('the agreement lets deputies keep people 48 hours', 'keep', 'declines'), false);
});
