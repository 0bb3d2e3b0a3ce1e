import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const lines = (words: string, publisher = 'Valley Times'): string[] =>
  saysOf(
    `EUGENE, Ore. — Lane County Sheriff Ann Poole spoke of the 287(g) program of ICE.\n\n${words}\n`,
    '2025-06-12',
    publisher,
  ).map(({ programme, position }) => `${programme.slice(0, 4)} ${position}`);

test('who has no plans to be trained declines; who has not been trained says nothing of it', () => {
  for (const words of [
    'Poole has no plans to put her deputies through the federal training.',
    'Poole said she will not send any deputies to the ICE training.',
    'Poole said she is not willing to put her people through the ICE course.',
  ])
    assert.deepEqual(lines(words), ['287g declines'], words);
});

test('a pitch for help is no help', () => {
  for (const words of [
    'Poole went to hear a pitch for closer cooperation with ICE.',
    'Poole listened to a plea for cooperation with ICE.',
    'Poole read a proposal for more cooperation with immigration agents.',
  ])
    assert.deepEqual(lines(words), [], words);
  assert.deepEqual(lines('Poole said her deputies cooperate with ICE.'), ['enfo takes-part']);
});

test('"nobody will be kept" is of the only agency of a document', () => {
  assert.deepEqual(lines('Nobody will be kept past the hour at which a court says that he may go.'), [
    'deta declines',
  ]);
  assert.deepEqual(lines('No one is held past release for ICE.'), ['deta declines']);
  // Of two agencies it is not known whose.
  assert.deepEqual(
    saysOf(
      'EUGENE, Ore. — The Lane County Sheriff’s Office has a jail, and so has the Linn County Sheriff’s Office.\n\nA court sat.\n\nICE came, and nobody is told.\n',
      '2025-06-12',
    ),
    [],
  );
});

test('what lets jailers question people is an agreement on powers, and not one for beds', () => {
  assert.deepEqual(
    saysOf(
      'EUGENE, Ore. — The contract lets jail officers in Eugene, after a course from the federal government, question inmates about immigration.\n',
      '2025-06-12',
    ).map(({ programme }) => programme.slice(0, 4)),
    ['287g'],
  );
});

test('the man who beat the sheriff is not the sheriff', () => {
  const [claim] = saysOf(
    'EUGENE, Ore. — The man who unseated Lane County Sheriff Ann Poole says the office’s work with immigration agents will stop.\n\nIt rained.\n\nPoole said she loves cats.\n',
    '2025-06-12',
  );
  assert.notEqual(claim?.speaker, 'Ann Poole');
  assert.equal(claim?.speaksForAgency ?? false, false);
});

test('what a city has not decided is no county’s', () => {
  assert.deepEqual(
    saysOf(
      'SANTA ANA, Calif. — El Departamento del Sheriff del Condado de Orange avisa a ICE de la liberación de presos.\n\nLa ciudad de Anaheim aún no ha decidido si pedirá a su policía que avise de redadas.\n',
      '2025-06-12',
    ).map(({ position }) => position),
    ['takes-part'],
  );
});

test('a reproach ends with its clause, and immigration set aside is denied', () => {
  assert.deepEqual(lines('Washington had accused Poole of waste, and ICE tore up the agreement.'), [
    '287g ends',
  ]);
  assert.deepEqual(lines('Activists accused Poole of honoring ICE detainers.'), []);
  for (const words of [
    '"We enforce state and city laws, not immigration, not ICE," Poole said.',
    '"We enforce state law, not federal immigration law," Poole said.',
  ])
    assert.deepEqual(lines(words), ['enfo declines'], words);
});

test('who has not asked is no agency, and what about is no request', () => {
  assert.deepEqual(lines('"Nobody from ICE has called us," Poole said.'), ['287g not-approached']);
  assert.deepEqual(lines('"Nobody in Washington has been in touch with me about the list," Poole said.'), []);
});

test('who is screened under an agreement is screened for immigration', () => {
  assert.deepEqual(lines('Her deputies will go on screening people who are booked.'), ['287g takes-part']);
  assert.deepEqual(
    saysOf(
      'EUGENE, Ore. — ICE came by. Lane County deputies will go on screening people who are booked.\n',
      '2025-06-12',
    ),
    [],
  );
});
