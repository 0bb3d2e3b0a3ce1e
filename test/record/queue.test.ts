import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '../../src/record/decisions.ts';
import { rebuild } from '../../src/record/index.ts';
import { disagrees, reviewQueue, waitingCorrection } from '../../src/record/queue.ts';
import { at, learn, textCapture, withRecord } from './world.ts';

const decision = (kind: Decision['kind'], answers: string | null, patch?: object) =>
  ({ kind, answers, value: { patch } }) as unknown as Decision;

test('decisions disagree that answer one state otherwise, until somebody answers the last of them', () => {
  const [yes, no] = [decision('accept', null), decision('reject', null)];
  assert.equal(disagrees([]), false);
  assert.equal(disagrees([yes]), false);
  assert.equal(disagrees([yes, no]), true);
  assert.equal(disagrees([yes, decision('accept', null)]), false);
  assert.equal(disagrees([yes, decision('reject', 'h1')]), false);
  assert.equal(disagrees([yes, no, decision('accept', 'h2')]), false);
  assert.equal(
    disagrees([decision('correct', null, { via: 'a' }), decision('correct', null, { via: 'b' })]),
    true,
  );
  const [one, other] = [
    { via: 'a', role: 'b' },
    { role: 'b', via: 'a' },
  ];
  assert.equal(disagrees([decision('correct', null, one), decision('correct', null, other)]), false);
});

test('a correction waits while nothing was decided after it', () => {
  const asked = decision('propose', null);
  assert.equal(waitingCorrection(undefined), null);
  assert.equal(waitingCorrection({ decisions: [decision('accept', null), asked] }), asked);
  assert.equal(waitingCorrection({ decisions: [asked, decision('accept', 'h')] }), null);
});

test('proposals wait for a person, and what is asked for narrows them', () =>
  withRecord(async (record) => {
    const said = [
      { words: 'will end the programme' },
      { words: 'joins the other', name: 'Cook County Sheriff', state: 'IL' },
    ];
    await learn(
      record,
      '2026-01-02',
      textCapture(record, said.map(({ words }) => `It ${words}.`).join('\n'), said),
    );
    await rebuild(record, at('2026-01-02'));
    const names = async (query: Parameters<typeof reviewQueue>[1]) =>
      (await reviewQueue(record, query)).map(({ text }) => text).sort();
    const all = ['Cook County Sheriff', "Harris County Sheriff's Office"];
    assert.deepEqual(await names({}), all);
    assert.deepEqual(await names({ type: 'claim' }), all);
    assert.deepEqual(await names({ state: 'IL' }), [all[0]]);
    assert.deepEqual(await names({ batch: 'other' }), []);
    assert.equal((await names({ limit: 1 })).length, 1);
    const { subject } = (await reviewQueue(record, { state: 'TX' }))[0]!;
    assert.deepEqual(await names({ subject, state: 'IL' }), [all[1]]);
  }));
