import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appendDecisions,
  chainFaults,
  DecisionConflict,
  type DecisionDraft,
  headsOf,
  inForce,
  readDecisions,
} from '../../src/record/decisions.ts';
import { at, withRecord } from './world.ts';

const draft = (over: Partial<DecisionDraft> = {}): DecisionDraft => ({
  kind: 'accept',
  subject: 'claim:1',
  value: {},
  answers: null,
  actor: 'ada',
  reason: '',
  ...over,
});

test('each decision seals the one before it, and the chain holds', async () => {
  await withRecord(async (record) => {
    const [first] = await appendDecisions(record, [draft()], at('2026-01-01'));
    const [second, third] = await appendDecisions(
      record,
      [draft({ subject: 'claim:2' }), draft({ subject: 'claim:3' })],
      at('2026-01-01'),
    );
    assert.deepEqual(second?.prev, [first?.hash]);
    assert.deepEqual(third?.prev, [second?.hash]);
    const chain = await readDecisions(record.db, '9999');
    assert.deepEqual(chainFaults(chain), []);
    assert.deepEqual(headsOf(chain), [third?.hash]);
    assert.ok(chain.every((decision, i) => i === 0 || decision.recorded > (chain[i - 1]?.recorded ?? '')));
  });
});

test('a changed, a moved and a missing decision are told', async () => {
  await withRecord(async (record) => {
    await appendDecisions(
      record,
      [draft(), draft({ subject: 'claim:2' }), draft({ subject: 'claim:3' })],
      at('2026-01-01'),
    );
    const chain = await readDecisions(record.db, '9999');
    const changed = chain.map((decision, i) => (i === 1 ? { ...decision, actor: 'eve' } : decision));
    assert.match(chainFaults(changed).join(), /decision 2: its seal does not fit/);
    assert.match(
      chainFaults(chain.filter((_, i) => i !== 1)).join(),
      /decision 3: the one before it, [0-9a-f]{64}, is not here/,
    );
  });
});

test('the second of two reviewers sees the first decision and decides again; nothing is overwritten', async () => {
  await withRecord(async (record) => {
    const [first] = await appendDecisions(
      record,
      [draft({ kind: 'reject', reason: 'another county' })],
      at('2026-01-01'),
    );
    const second = draft({ actor: 'bob' });
    await assert.rejects(appendDecisions(record, [second], at('2026-01-01')), (error) => {
      assert.ok(error instanceof DecisionConflict);
      assert.equal(error.first.hash, first?.hash);
      assert.match(
        error.message,
        /decision 1 on "claim:1" came first \(reject by ada at .*, "another county"\)/,
      );
      return true;
    });
    assert.equal((await readDecisions(record.db, '9999')).length, 1);
    await appendDecisions(record, [{ ...second, answers: first?.hash ?? null }], at('2026-01-01'));
    const chain = await readDecisions(record.db, '9999');
    assert.deepEqual(
      chain.map(({ actor, kind }) => [actor, kind]),
      [
        ['ada', 'reject'],
        ['bob', 'accept'],
      ],
    );
  });
});

test('a batch is written whole or not at all', async () => {
  await withRecord(async (record) => {
    await appendDecisions(record, [draft({ subject: 'claim:2' })], at('2026-01-01'));
    await assert.rejects(
      appendDecisions(record, [draft(), draft({ subject: 'claim:2' })], at('2026-01-01')),
      DecisionConflict,
    );
    assert.equal((await readDecisions(record.db, '9999')).length, 1);
  });
});

test('an undone decision gives way to the one before it; a proposal decides nothing', async () => {
  await withRecord(async (record) => {
    const [first] = await appendDecisions(record, [draft()], at('2026-01-01'));
    const [second] = await appendDecisions(
      record,
      [draft({ kind: 'reject', reason: 'no', answers: first?.hash ?? null })],
      at('2026-01-01'),
    );
    assert.equal(inForce(await readDecisions(record.db, '9999')).get('claim:1')?.kind, 'reject');
    const undo = draft({
      kind: 'undo',
      value: { revokes: second?.hash ?? '' },
      answers: second?.hash ?? null,
      reason: 'a slip',
    });
    const [third] = await appendDecisions(record, [undo], at('2026-01-01'));
    assert.equal(inForce(await readDecisions(record.db, '9999')).get('claim:1')?.kind, 'accept');
    await appendDecisions(
      record,
      [draft({ kind: 'propose', reason: 'a letter', answers: third?.hash ?? null })],
      at('2026-01-01'),
    );
    assert.equal(inForce(await readDecisions(record.db, '9999')).get('claim:1')?.kind, 'accept');
  });
});

test('an undoing can be taken back too, and one decision after another can be undone', async () => {
  await withRecord(async (record) => {
    const made: string[] = [];
    const add = async (over: Partial<DecisionDraft>) => {
      const [one] = await appendDecisions(
        record,
        [draft({ reason: 'so', answers: made.at(-1) ?? null, ...over })],
        at('2026-01-01'),
      );
      return made.push(one?.hash ?? '');
    };
    const held = async () =>
      inForce(await readDecisions(record.db, '9999')).get('claim:1')?.kind ?? 'nothing';
    const undo = (hash = '') => add({ kind: 'undo', value: { revokes: hash } });
    await add({});
    await add({ kind: 'reject' });
    await undo(made[1]);
    assert.equal(await held(), 'accept');
    await undo(made[2]);
    assert.equal(await held(), 'reject', 'the undoing was taken back');
    await undo(made[1]);
    await undo(made[0]);
    assert.equal(await held(), 'nothing');
  });
});
