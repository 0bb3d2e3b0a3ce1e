import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineOf } from '../../src/resolve/publications.ts';
import { joinRuns, meet, type Run, runsOf } from '../../src/resolve/runs.ts';
import { lists } from './lists.ts';

const run = (first: number, last: number): Run => ({ first, last, firstRow: 2, lastRow: 3 });
const spans = (runs: readonly Run[]) => runs.map(({ first, last }) => `${first}-${last}`).join(' ');

test('a line has a run for every unbroken time on the lists', () => {
  const a = 'OHIO | Butler County Sheriff | J | 2025-03-01';
  const b = 'OHIO | Lake County Sheriff | J | 2025-03-01';
  const { files, lines } = lists({
    'participating-2025-03-03': [a, b],
    'participating-2025-03-04': [b, a, 'OHIO | Clark County Sheriff | J | 2025-03-01'],
    'participating-2025-03-05': [b],
    'participating-2025-03-06': [a],
    'pending-2025-03-06': [a],
  });
  const { signed, pending } = runsOf(
    timelineOf(files, ['2025-03-01', '2025-03-01', '2025-03-01']),
    lines.length,
  );
  assert.deepEqual(signed.map(spans), ['0-1 3-3', '0-2', '1-1']);
  assert.deepEqual(pending.map(spans), ['0-0', '', '']);
  assert.deepEqual(signed[0]![0], { first: 0, last: 1, firstRow: 2, lastRow: 3 });
});

test('neighbouring runs join, and meeting is sharing an edition', () => {
  assert.equal(spans(joinRuns([run(4, 6), run(0, 1), run(2, 3), run(9, 9)])), '0-6 9-9');
  assert.equal(meet([run(0, 3)], [run(3, 5)]), true);
  assert.equal(meet([run(0, 2), run(6, 7)], [run(3, 5)]), false);
});
