import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agencyDecider, aliasKey, mergeSame, type WordAgency } from '../../src/record/identity.ts';
import type { ReviewedWord } from '../../src/record/reviewed.ts';
import type { Agency, IdentityDecision } from '../../src/resolve/index.ts';

const agency = (id: string) => ({ id }) as Agency;
const word = (over: Partial<ReviewedWord> = {}) =>
  ({ written: 'the Harris jail', name: 'Harris', state: 'TX', given_agency: null, ...over }) as ReviewedWord;
const alias = (a: string, state: string | null, b: string) =>
  ({ kind: 'alias', a, b, state }) as IdentityDecision;
const FOUND: WordAgency = { agency: null, open: 'several fit', candidates: ['x', 'y'] };
const decided = (id: string) => ({ agency: id, open: null, candidates: [] });

test('an agency that was given goes first, then a reviewer’s alias of what is written or named, then what was found', () => {
  const merged = { agencies: [agency('x'), agency('y')], gone: new Map([['old', 'x']]) };
  const decide = agencyDecider(merged, [
    alias('The  Harris jail', 'TX', 'y'),
    alias('Unknown', 'TX', 'gone'),
  ]);
  assert.deepEqual(decide(word({ given_agency: 'x' }), FOUND), decided('x'));
  assert.deepEqual(decide(word(), FOUND), decided('y'));
  assert.deepEqual(decide(word({ written: 'it', name: 'the Harris jail' }), FOUND), decided('y'));
  assert.deepEqual(decide(word({ state: 'OH' }), FOUND), FOUND);
  // An id that was given up leads on; one that nobody bears decides nothing.
  assert.deepEqual(decide(word({ given_agency: 'old' }), FOUND), decided('x'));
  assert.deepEqual(decide(word({ given_agency: 'none' }), FOUND), FOUND);
  assert.deepEqual(decide(word({ written: 'Unknown' }), FOUND), FOUND);
  assert.deepEqual(decide(word({ written: 'it' }), decided('old')), decided('x'));
});

test('an alias without a state holds where none is said and in the agency’s own, unless another names that state', () => {
  const merged = { agencies: [agency('us-tx-a'), agency('us-tx-b')], gone: new Map() };
  const bare = alias('Harris', null, 'us-tx-a');
  const decide = agencyDecider(merged, [bare]);
  for (const state of ['TX', null]) assert.deepEqual(decide(word({ state }), FOUND), decided('us-tx-a'));
  assert.deepEqual(decide(word({ state: 'OH' }), FOUND), FOUND);
  for (const both of [
    [alias('Harris', 'TX', 'us-tx-b'), bare],
    [bare, alias('Harris', 'TX', 'us-tx-b')],
  ])
    assert.deepEqual(agencyDecider(merged, both)(word(), FOUND), decided('us-tx-b'));
});

test('an alias is one however its spaces and case are written, and one for each state', () => {
  assert.equal(aliasKey('harris  COUNTY sheriff', 'TX'), aliasKey('Harris County Sheriff', 'TX'));
  assert.notEqual(aliasKey('Harris County Sheriff', 'TX'), aliasKey('Harris County Sheriff', null));
});

test('who is the same as an entry of the registry has its code on the reviewer’s word, and no reason why not', () => {
  const none = { rule: null, why: 'no-such-name', fits: [] } as const;
  const listed = { id: 'a', name: 'A', ori: [], aliases: [], registry: none } as unknown as Agency;
  const entry = { id: 'b', name: 'B', ori: ['TX1'], aliases: [] } as unknown as Agency;
  const same = [{ kind: 'same', a: 'a', b: 'b' }] as unknown as IdentityDecision[];
  const [merged] = mergeSame([listed, entry], same, new Set(['a'])).agencies;
  assert.deepEqual(merged?.ori, ['TX1']);
  assert.deepEqual(merged?.registry, { rule: 'same-decision', why: null, fits: ['b'] });
  const without = mergeSame([listed, { ...entry, ori: [] }], same, new Set(['a'])).agencies[0];
  assert.deepEqual(without?.registry, none);
});
