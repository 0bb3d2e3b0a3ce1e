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

test('a reason names the agency’s own kind', () => {
  const kind = { feature: 'kind', raises: true } as const;
  assert.equal(reasonInWords(kind, { kind: 'sheriff' }, english), 'a sheriff’s office: more likely');
  assert.equal(
    reasonInWords({ ...kind, raises: false }, { kind: 'police' }, english),
    'a police department: less likely',
  );
  assert.equal(reasonInWords(kind, { kind: 'sheriff' }, spanish), 'una oficina del sheriff: más probable');
  assert.match(
    reasonInWords({ ...kind, raises: false }, { kind: 'jail' }, spanish),
    /^ni oficina del sheriff ni departamento de policía: menos probable$/,
  );
  assert.match(
    reasonInWords({ feature: 'pending', raises: true }, { kind: 'jail' }, english),
    /pending: more likely/,
  );
});
