import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cameInWords, oddsInWords, reasonInWords } from '../../src/site/outlook.tsx';
import { en } from '../../src/site/words-en.ts';
import { es } from '../../src/site/words-es.ts';

const english = { words: en };
const spanish = { words: es };

test('beside odds stands what came of such odds, and nothing is made up where there were none', () => {
  const tried = [
    { n: 5, of: 10, cases: 168, came: 54 },
    { n: 1, of: 1000, cases: 18315, came: 31 },
  ];
  assert.equal(oddsInWords(0.47, english), 'about 5 in 10');
  assert.equal(cameInWords(0.47, tried, english), 'joined in 54 of 168 cases (32.1%)');
  assert.equal(cameInWords(0.001, tried, english), 'joined in 31 of 18,315 cases (0.2%)');
  assert.equal(cameInWords(0.3, tried, english), 'no such odds were given before');
  assert.match(cameInWords(0.47, tried, spanish), /^se unieron en 54 de 168 casos \(32[.,]1\s?%\)$/);
});

test('a reason says what was looked at, and which way it moves', () => {
  const like = { feature: 'like', raises: true } as const;
  assert.match(
    reasonInWords(like, english),
    /^how often others of its kind and state, .* joined lately: more likely$/,
  );
  assert.match(reasonInWords({ ...like, raises: false }, spanish), /^con qué frecuencia .*: menos probable$/);
});
