import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryDecisions, idOf, sameMatter } from '../../src/record/carry.ts';
import type { Decision } from '../../src/record/decisions.ts';
import type { WordRow } from '../../src/record/log.ts';

interface Stands {
  capture?: string;
  page?: string;
  at?: [number, number];
  exact?: string;
  position?: string;
  programme?: string;
  name?: string;
  inForce?: boolean;
}
/** A claim on words of a capture. */
function word(id: string, over: Stands = {}): WordRow {
  const { capture = 'one', page = 'p', at = [10, 30], exact = 'will end it', name = 'Harris' } = over;
  const evidence = JSON.stringify([
    { type: 'text', exact, prefix: '', suffix: '', start: at[0], end: at[1] },
  ]);
  const { position = 'ends', programme = '287g-jail', inForce = true } = over;
  return {
    id,
    capture,
    pages: [page],
    evidence,
    name,
    written: name,
    programme,
    position,
    inForce,
  } as WordRow;
}
/** A decision on a claim as it stood when somebody decided. */
function on(seen: WordRow): Decision {
  const { id, name, written, programme, position, capture } = seen;
  const claim = { id, agency: { name, written }, programme, position, evidence: JSON.parse(seen.evidence) };
  return {
    subject: `claim:${id}`,
    value: { machine: { claim, capture, agency: null } },
  } as unknown as Decision;
}
/** Ids of the claims that hold the decision. */
const held = (decision: Decision, ...words: WordRow[]) =>
  [...carryDecisions(words, [decision]).keys()].map(({ id }) => id).sort();

test('a decision holds for the claim of its id', () => {
  assert.equal(idOf({ subject: 'claim:a:b' }), 'a:b');
  assert.deepEqual(held(on(word('a')), word('a'), word('b')), ['a']);
});

test('where ids have changed it goes to the claim on overlapping words of the same agency and programme', () => {
  const decision = on(word('old'));
  const old = word('old', { inForce: false });
  assert.deepEqual(held(decision, old, word('new', { at: [29, 60] })), ['new']);
  assert.deepEqual(held(decision, old, word('new', { programme: '287g' })), ['new']);
  for (const over of [{ at: [30, 60] as [number, number] }, { name: 'Dallas' }, { programme: 'detainers' }])
    assert.deepEqual(held(decision, old, word('new', over)), [], JSON.stringify(over));
  // Of several the one that says the same, then the one that shares most.
  assert.deepEqual(held(decision, old, word('x', { position: 'limits' }), word('y', { at: [25, 40] })), [
    'y',
  ]);
  assert.deepEqual(held(decision, old, word('x', { at: [25, 40] }), word('y', { at: [12, 40] })), ['y']);
});

test('it goes on to a later capture of the page while words or meaning are the same', () => {
  const decision = on(word('a'));
  const later = (over: Stands) => word('b', { capture: 'two', at: [500, 520], ...over });
  assert.deepEqual(held(decision, word('a'), later({})), ['a', 'b']);
  assert.deepEqual(held(decision, word('a'), later({ exact: 'ended it' })), ['a', 'b']);
  assert.deepEqual(held(decision, word('a'), later({ position: 'limits' })), ['a', 'b']);
  assert.deepEqual(held(decision, word('a'), later({ exact: 'limits it', position: 'limits' })), ['a']);
  assert.deepEqual(held(decision, word('a'), later({ page: 'another' })), ['a']);
});

test('the models of 287(g) are one matter; agencies are one by name or as written', () => {
  const claim = { agency: { written: 'the sheriff', name: 'Harris' }, programme: '287g-jail' };
  assert.ok(sameMatter({ name: 'Harris', written: 'x', programme: '287g-warrant' }, claim));
  assert.ok(sameMatter({ name: 'x', written: 'the sheriff', programme: '287g' }, claim));
  assert.equal(sameMatter({ name: 'Harris', written: 'x', programme: '287' }, claim), false);
  assert.equal(sameMatter({ name: 'x', written: 'y', programme: '287g' }, claim), false);
});
