import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expansionOf, plain } from '../../src/resolve/plain.ts';

test('a name in plain letters: lower case, no accents, no apostrophes, & as a word', () => {
  assert.equal(
    plain('  Doña Ana County Sheriff’s  Office & Jail '),
    'dona ana county sheriffs office and jail',
  );
  assert.equal(plain("Sheriff's Office"), plain('Sheriff’s Office'));
  assert.equal(plain('Sección 5 – Policía'), 'seccion 5 policia');
});

test('what is plain stays as it is', () => {
  const once = plain('St. Mary’s Co. (S.O.)');
  assert.equal(plain(once), once);
});

test('an abbreviation stands for its words; another word, and a name that every object has, for none', () => {
  assert.deepEqual(expansionOf('dps'), ['department', 'of', 'public', 'safety']);
  assert.deepEqual(expansionOf('harris'), []);
  assert.deepEqual(expansionOf('constructor'), []);
});
