import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementClaims } from '../../src/claim/statement.ts';
import { readText } from '../../src/read/index.ts';
import { atlasGazetteer } from './atlas.ts';

const gazetteer = atlasGazetteer();

/** Position, date and effective day of each claim that a sentence about Cook County's sheriff makes. */
function times(sentence: string, published: string): string[] {
  const text = `CHICAGO — ${sentence}\n`;
  const claims = statementClaims(readText(new TextEncoder().encode(text)), {
    published,
    publisher: null,
    gazetteer,
    capture: 'c',
  });
  return claims.map(({ position, date, effective }) => `${position} ${date} ${effective ?? '–'}`);
}

test('the day of saying is the one beside the verb of saying', () => {
  for (const [sentence, wanted] of [
    [
      'Cook County Sheriff Ann Holt, who met activists Monday, said Wednesday that deputies do not ask about immigration status.',
      'declines 2025-03-19 –',
    ],
    [
      'After the shooting on Sunday, Cook County Sheriff Ann Holt told reporters on Tuesday that deputies do not ask about immigration status.',
      'declines 2025-03-18 –',
    ],
    [
      'Cook County Sheriff Ann Holt said last month that deputies do not ask about immigration status.',
      'declines 2025-02 –',
    ],
  ] as const)
    assert.deepEqual(times(sentence, '2025-03-20'), [wanted], sentence);
});

test('what ended has the day that stands beside it, though another confirms it later', () => {
  assert.deepEqual(
    times(
      'Cook County Sheriff Ann Holt canceled the 287(g) agreement on March 3, her spokesman said Friday.',
      '2025-03-20',
    ),
    ['ends 2025-03-03 –'],
  );
  assert.deepEqual(
    times(
      'La Oficina del Sheriff del Condado de Cook dio por terminado su acuerdo 287(g) el pasado 8 de febrero, confirmó este viernes la nueva sheriff, Ann Holt.',
      '2025-03-20',
    ),
    ['ends 2025-02-08 –'],
  );
  assert.deepEqual(
    times(
      'Cook County Sheriff Ann Holt said Wednesday that she will end the 287(g) agreement on June 30.',
      '2025-03-20',
    ),
    ['ends 2025-03-19 2025-06-30'],
  );
});
