import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differsText } from '../../src/publish/index.ts';
import { DIFFERS_FORMS } from '../../src/record/index.ts';

const FILLED = {
  day: '2025-03-07',
  otherDay: '2025-02',
  position: 'ends',
  otherPosition: 'declines',
  programme: '287g',
  otherProgramme: '287g-jail',
  file: 'a_file',
  agency: 'us-tx-b-police',
  oris: 'TX0000000',
} as const;

test('every form of a contradiction is a sentence in both languages, with no gap and nothing of the other language', () => {
  for (const form of DIFFERS_FORMS) {
    const row = { differs: { form, ...FILLED }, other: { name: 'B Police', state: 'TX' } };
    const [english, spanish] = [differsText(row, 'en'), differsText(row, 'es')];
    for (const text of [english, spanish]) assert.match(text, /^[A-Z][^{}]*[^{} ]\.$/, form);
    assert.doesNotMatch(spanish, /\b(the|on|says|ends|law|document|record)\b/i, form);
    assert.doesNotMatch(`${english} ${spanish}`, /us-tx-|2025-0|undefined/, form);
  }
});

test('days and models are written as the language has them; what gives no day is given none', () => {
  const began = { differs: { form: 'began', day: '2018-01', otherDay: '2018-02-09' }, other: null } as const;
  assert.equal(
    differsText(began, 'en'),
    'By one source it began in January 2018, by the other on 9 February 2018.',
  );
  assert.equal(
    differsText(began, 'es'),
    'Según una fuente empezó en enero de 2018; según la otra, el 9 de febrero de 2018.',
  );
});
