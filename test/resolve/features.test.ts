import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOf, openBook } from '../../src/resolve/book.ts';
import { bothReal, campusOf, digitsOf, featuresOf, isForm, oneSheriff } from '../../src/resolve/features.ts';
import { lists, type TestRow } from './lists.ts';

function featuresIn(...rows: TestRow[]) {
  const { files, lines } = lists({ 'participating-2025-03-03': rows });
  const book = openBook(files, lines);
  return namesOf(book)
    .map((name) => featuresOf(book, name))
    .sort((a, b) => (a.words < b.words ? -1 : 1));
}

test('a name is taken apart once', () => {
  const [name] = featuresIn(
    'TENNESSEE | Bradley County Constable District 6 | T | 2025-03-01 | | Bradley County',
  );
  assert.equal(name?.core, '6 bradley district');
  assert.equal(name?.digits, '6');
  assert.equal(name?.kind, 'constable');
  assert.equal(name?.realCounty, '47011');
  assert.equal(name?.county, '47011');
});

test('two real counties, a campus, and words of form', () => {
  const [harris, harrison] = featuresIn(
    'TEXAS | Harris County Sheriff | W | 2025-03-01',
    'TEXAS | Harrison County Sheriff | W | 2025-03-01',
  );
  assert.equal(bothReal(harris!, harrison!), true);
  assert.equal(bothReal(harris!, harris!), false);
  assert.equal(campusOf('district board of trustees of pensacola state college'), 'pensacola state college');
  assert.equal(campusOf('pensacola police'), null);
  assert.equal(digitsOf('16th judicial 2'), '16 2');
  assert.equal(isForm('township'), true);
  assert.equal(isForm('beach'), false);
});

test('a county has one sheriff, where the names allow it', () => {
  const [metro, moore] = featuresIn(
    'TENNESSEE | Metropolitan Moore County Sheriff | W | 2025-03-01 | | Moore County',
    'TENNESSEE | Moore County Sheriff | W | 2025-03-02 | | Moore County',
  );
  assert.equal(oneSheriff(metro!, moore!), true);
});
