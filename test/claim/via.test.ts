import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf } from '../../src/claim/sentences.ts';
import { viasOf } from '../../src/claim/via.ts';
import { readText } from '../../src/read/index.ts';

const vias = (text: string, publisher: string | null = null) =>
  viasOf(documentOf(readText(Buffer.from(`Title\n\n${text}\n`))), publisher).slice(1);

test('an outlet that is named passes its report on, and "the station" behind it is that outlet again', () => {
  assert.deepEqual(
    vias(
      'The sheriff told the Houston Chronicle that it ended. The weather was fine. The paper reported it first.',
    ),
    ['Houston Chronicle', null, 'Houston Chronicle'],
  );
});

test('a paper does not pass on itself, and "the station" without one before it is nobody', () => {
  assert.deepEqual(vias('The sheriff told the Houston Chronicle that it ended.', 'Houston Chronicle'), [
    null,
  ]);
  assert.deepEqual(vias('The station reported it first.'), [null]);
});

test('what stands on the list of the service is its word', () => {
  assert.deepEqual(vias("The county is on ICE's list of partners."), ['ICE']);
});
