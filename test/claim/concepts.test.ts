import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const lines = (words: string): string[] =>
  saysOf(`EUGENE, Ore. — Lane County Sheriff Ann Poole spoke of ICE.\n\n${words}\n`, '2025-06-12').map(
    ({ programme, position }) => `${programme} ${position}`,
  );

test('no judge, no hold', () => {
  for (const words of [
    '"Without a judge\'s signature, they walk," Poole said.',
    '"If there is no court order, the person goes free," Poole said.',
    '"Si no hay una orden firmada por un juez, la persona sale libre", dijo Poole.',
  ])
    assert.deepEqual(lines(words), ['detainers limits'], words);
  // A judge who lets somebody go is nobody's position.
  assert.deepEqual(lines('"No judge was there when he left," Poole said.'), []);
});

test('"if they ask" is no doubt; a warrant in it is a condition', () => {
  for (const words of [
    '"If they have a detainer, we honor the detainer," Poole said.',
    '"When ICE asks, we hold them 48 hours," Poole said.',
    '"Whenever agents file a request, we hold people past their release," Poole said.',
  ])
    assert.deepEqual(lines(words), ['detainers takes-part'], words);
  assert.deepEqual(lines('"If ICE has a warrant from a judge, we honor the detainer," Poole said.'), [
    'detainers limits',
  ]);
  assert.deepEqual(lines('"If the county pays, we may honor detainers," Poole said.'), []);
});

test('what somebody once did is over', () => {
  for (const words of [
    'Poole once refused all detainers.',
    'The sheriff once honored ICE detainers.',
    'She once asked everybody about immigration status.',
  ])
    assert.deepEqual(lines(words), [], words);
  assert.deepEqual(lines('Poole refuses all detainers.'), ['detainers declines']);
});

test('"no reason but" goes on', () => {
  for (const words of ['no reason but their immigration status', 'no grounds but their immigration status'])
    assert.deepEqual(
      lines(`Poole said deputies do not hold people for ${words}.`),
      ['detainers declines'],
      words,
    );
});

test('offers that were turned down, and who will not follow', () => {
  const offered = 'ICE has asked sheriffs to join it.';
  for (const words of [
    'Poole turned the offer down.',
    'Poole declined the invitation.',
    'Poole said she would not follow them.',
    'Poole is not following suit.',
  ])
    assert.deepEqual(lines(`${offered} ${words}`), ['287g declines'], words);
  assert.deepEqual(lines('A baker offered cake. Poole turned the offer down.'), []);
});
