import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessLanguage } from '../../src/read/language.ts';

test('the language is that of the commonest words, where one prevails', () => {
  const en = 'The sheriff said that the jail will not hold anyone for ICE, and his deputies know of it.';
  const es = 'El alguacil dijo que la cárcel no retendrá a nadie para el ICE, y que los agentes lo saben.';
  assert.equal(guessLanguage(en), 'en');
  assert.equal(guessLanguage(es), 'es');
  assert.equal(guessLanguage(en.toUpperCase()), 'en');
  assert.equal(guessLanguage(`${en} ${es}`), null);
});

test('few words, other letters and what stands behind the first pages decide nothing', () => {
  for (const text of ['', 'the and of', 'Полиция не участвует', '123 456'])
    assert.equal(guessLanguage(text), null, text);
  assert.equal(guessLanguage(`${'x '.repeat(5000)}${'the jail and the sheriff '.repeat(50)}`), null);
  // "no" stands in both, and letters with accents end no word.
  assert.equal(guessLanguage('ánno ñno élos quéq '.repeat(50)), null);
});
