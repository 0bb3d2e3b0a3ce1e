import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutControls, withoutDirection } from '../../src/base/marks.ts';

test('marks that turn what follows them are gone, letters of every script stay', () => {
  assert.equal(withoutDirection('list\u202ecod.exe\u2066\u200f'), 'listcod.exe');
  assert.equal(withoutDirection('Peña · עברית · العربية'), 'Peña · עברית · العربية');
});

test('control characters are spaces', () => {
  assert.equal(withoutControls('Adams\u001f\u0000County\u009fSheriff\n'), 'Adams County Sheriff ');
});
