import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IdentityDecision } from '../../src/resolve/index.ts';
import { mergesOf, resolved } from './lists.ts';

const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';
const SLIP = {
  'participating-2025-03-03': [FILLER, 'FLORIDA | Macro Island Police Department | T | 2025-03-01'],
  'participating-2025-03-04': [FILLER, 'FLORIDA | Marco Island Police Department | T | 2025-03-01'],
};
const APART = {
  'participating-2025-03-03': [
    'IOWA | Ames Police Department | T | 2025-03-01',
    'IOWA | Ames Public Safety Bureau | W | 2025-03-01',
  ],
};
const decide = (
  kind: IdentityDecision['kind'],
  a: string,
  b: string,
  state: string | null,
): IdentityDecision => ({ kind, a, b, state });

test('what a reviewer keeps apart no rule makes one', () => {
  const byName = decide('distinct', 'Macro Island Police Department', 'Marco Island Police Department', 'FL');
  assert.deepEqual(mergesOf(resolved(SLIP, [byName])), []);
  const byId = decide('distinct', 'us-fl-macro-island-police', 'us-fl-marco-island-police', null);
  assert.equal(resolved(SLIP, [byId]).agencies.length, 3);
});

test('what a reviewer calls the same is one, on one list or not', () => {
  const same = decide('same', 'us-ia-ames-police', 'Ames Public Safety Bureau', 'IA');
  assert.deepEqual(mergesOf(resolved(APART, [same])), [
    'same: Ames Police Department = Ames Public Safety Bureau',
  ]);
  const alias = decide('alias', 'Ames Public Safety Bureau', 'us-ia-ames-police', 'IA');
  assert.equal(resolved(APART, [alias]).agencies.length, 1);
  // Without a state the name stands in the agency's own.
  const bare = decide('alias', 'Ames Public Safety Bureau', 'us-ia-ames-police', null);
  assert.equal(resolved(APART, [bare]).agencies.length, 1);
  const elsewhere = decide('alias', 'Ames Public Safety Bureau', 'us-ok-ames-police', null);
  assert.equal(resolved(APART, [elsewhere]).agencies.length, 2);
});

test('a decision about names that no list has changes nothing', () => {
  assert.deepEqual(
    resolved(APART, [decide('same', 'Nowhere Police', 'us-ia-nobody', 'IA')]),
    resolved(APART),
  );
});
