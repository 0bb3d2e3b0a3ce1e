import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAsked, daysCompared, Unaskable } from '../../src/site/ask.ts';
import type { Snapshot } from '../../src/site/snapshot.ts';

const of = (newest: string | null, recorded: string | null) => ({ counts: { newest, recorded } }) as Snapshot;
const refusal = (ask: () => unknown): string | null => {
  try {
    ask();
    return null;
  } catch (error) {
    assert.ok(error instanceof Unaskable);
    return error.reason;
  }
};

test('without a day asked for it is that of the newest evidence, not of today', () => {
  assert.equal(dayAsked(of('2026-05-18', '2026-11-24T10:00:00Z'), undefined), '2026-05-18');
  assert.equal(dayAsked(of(null, '2026-11-24T10:00:00Z'), ''), '2026-11-24');
});

test('a year and a day beyond what the record reaches is asked too far; what is no day is refused', () => {
  const record = of('2026-05-18', '2026-11-24T10:00:00Z');
  assert.equal(dayAsked(record, '2027-11-25'), '2027-11-25');
  assert.equal(
    refusal(() => dayAsked(record, '2027-11-26')),
    'farDate',
  );
  assert.equal(
    refusal(() => dayAsked(record, '2026-02-30')),
    'badDate',
  );
});

test('a comparison goes a year back from its later day', () => {
  const record = of('2026-05-18', null);
  assert.deepEqual(
    daysCompared(record, () => undefined),
    { a: '2025-05-18', b: '2026-05-18' },
  );
  assert.deepEqual(
    daysCompared(record, (name) => (name === 'b' ? '2025-03-01' : undefined)),
    {
      a: '2024-03-01',
      b: '2025-03-01',
    },
  );
});
