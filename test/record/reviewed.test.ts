import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, DecisionDraft, Patch } from '../../src/record/decisions.ts';
import type { WordRow } from '../../src/record/log.ts';
import { claimOfWord, reviewWords } from '../../src/record/reviewed.ts';

/** A claim of a capture on some words, as the log holds it. */
function word(id: string, over: Partial<WordRow> = {}): WordRow {
  const exact = 'will end the programme';
  return {
    seq: 1,
    id,
    content: `content ${id}`,
    capture: 'cap',
    source: null,
    kind: 'statement',
    written: 'the sheriff',
    name: 'Harris County Sheriff',
    state: 'TX',
    place: null,
    given_agency: null,
    programme: '287g-jail',
    position: 'ends',
    speaker: 'Ed Gonzalez',
    role: 'sheriff',
    on_behalf_of: null,
    speaks_for_agency: 1,
    via: null,
    date: '2017-02-21',
    effective: null,
    evidence: JSON.stringify([{ type: 'text', exact, prefix: '', suffix: '', start: 10, end: 32 }]),
    rules: '["test"]',
    confidence: 0.5,
    published: null,
    pages: ['https://example.org/'],
    files: [],
    inForce: true,
    ...over,
  } as WordRow;
}
let made = 0;
/** A decision of a person who had the claim before her. */
function decided(kind: DecisionDraft['kind'], on: WordRow, patch: Patch = {}): Decision {
  const machine = { claim: claimOfWord(on), capture: on.capture, agency: null };
  const seq = ++made;
  const base = {
    prev: [],
    answers: null,
    actor: 'a',
    reason: '',
    recorded: `2026-01-01T00:00:00.00${seq % 10}Z`,
  };
  return { ...base, seq, hash: `h${seq}`, kind, subject: `claim:${on.id}`, value: { machine, patch } };
}
const brief = (words: WordRow[], ...decisions: Decision[]) =>
  reviewWords(words, decisions).map(({ id, review, position, date, patch }) => ({
    id,
    review,
    position,
    date,
    patch,
  }));

test('without a decision a claim of a capture is proposed, a cited one stands by rule, and what no reading has is not there', () => {
  const words = [word('b'), word('a', { capture: null }), word('c', { inForce: false })];
  assert.deepEqual(
    brief(words).map(({ id, review, patch }) => [id, review, patch]),
    [
      ['a', 'rule', null],
      ['b', 'proposed', null],
    ],
  );
});

test('a person’s values stand in place of the machine’s, and only where they differ', () => {
  const a = word('a');
  const [accepted] = brief([a], decided('accept', a));
  assert.deepEqual([accepted!.review, accepted!.patch], ['accepted', null]);
  const [corrected] = brief([a], decided('correct', a, { date: '2017-02-22', position: 'ends' }));
  assert.deepEqual(corrected, {
    id: 'a',
    review: 'corrected',
    position: 'ends',
    date: '2017-02-22',
    patch: { date: '2017-02-22' },
  });
  const [given] = reviewWords(
    [a],
    [decided('correct', a, { agency: 'us-x', speaksForAgency: false, onBehalfOf: null })],
  );
  assert.deepEqual([given!.given_agency, given!.speaks_for_agency, given!.on_behalf_of], ['us-x', 0, null]);
  assert.deepEqual(given!.patch, { agency: 'us-x', speaksForAgency: false });
  // A rejected claim stays in sight as it was read.
  assert.deepEqual(brief([a], decided('reject', a, { date: '2000-01-01' }))[0], {
    id: 'a',
    review: 'rejected',
    position: 'ends',
    date: '2017-02-21',
    patch: null,
  });
});

test('what was accepted keeps its values when a newer reading has them otherwise or not at all; what was rejected does not come back', () => {
  const old = word('a');
  const newer = word('a', { date: '2017-02-25' });
  assert.deepEqual(brief([newer], decided('accept', old))[0], {
    id: 'a',
    review: 'accepted',
    position: 'ends',
    date: '2017-02-21',
    patch: { date: '2017-02-21' },
  });
  const gone = word('a', { inForce: false });
  assert.deepEqual(
    brief([gone], decided('accept', old)).map(({ id, review }) => [id, review]),
    [['a', 'accepted']],
  );
  assert.deepEqual(brief([gone], decided('reject', old)), []);
});

test('a claim goes into its row and comes back the same', () => {
  const { id, agency, speaksForAgency, rules, confidence } = claimOfWord(word('a', { speaks_for_agency: 0 }));
  assert.deepEqual(
    { id, agency, speaksForAgency, rules, confidence },
    {
      id: 'a',
      agency: { written: 'the sheriff', name: 'Harris County Sheriff', state: 'TX', place: null },
      speaksForAgency: false,
      rules: ['test'],
      confidence: 0.5,
    },
  );
  assert.deepEqual(
    Object.values(claimOfWord(word('a'))).filter((value) => value === undefined),
    [],
  );
});
