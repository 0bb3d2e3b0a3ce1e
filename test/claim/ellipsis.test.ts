import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const lines = (text: string): string[] =>
  saysOf(`EUGENE, Ore. — ${text}\n`, '2025-06-12').map(
    ({ agency, programme, position }) => `${agency.place}: ${programme} ${position}`,
  );

test('whoever says or does the same shares the claim right before', () => {
  const status = 'Eugene police do not ask about immigration status, Chief Ann Poole said.';
  const own = 'Eugene: status-inquiry declines';
  assert.deepEqual(lines(`${status} Springfield police say the same.`), [
    own,
    'Springfield: status-inquiry declines',
  ]);
  assert.deepEqual(lines(`${status}\n\nThe Salem Police Department does the same.`), [
    own,
    'Salem: status-inquiry declines',
  ]);
  const signed = "The Lane County Sheriff's Office has signed a 287(g) agreement.";
  assert.deepEqual(lines(`${signed} The Linn County Sheriff's Office has as well.`), [
    'Lane County: 287g takes-part',
    'Linn County: 287g takes-part',
  ]);
});

test('not who is denied it, nobody far behind it, nothing on the same day', () => {
  const status = 'Eugene police do not ask about immigration status, Chief Ann Poole said.';
  const own = ['Eugene: status-inquiry declines'];
  assert.deepEqual(lines(`${status} Springfield police would not say the same.`), own);
  assert.deepEqual(lines(`${status} Springfield police had the same day off.`), own);
  assert.deepEqual(
    lines(`${status} It rained. A dog barked. The lake froze. Snow fell. Springfield police say the same.`),
    own,
  );
});
