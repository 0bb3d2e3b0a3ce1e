import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listContradictions } from '../../src/record/contradictions-lists.ts';
import type { Agency, Lineage } from '../../src/resolve/index.ts';

const NONE = { agreements: [], byLine: [], publications: [], memoranda: [] } as unknown as Lineage;
const agency = (id: string, ...ori: string[]): Agency => ({
  id,
  name: id,
  kind: 'sheriff',
  state: 'TX',
  counties: [],
  place: null,
  ori,
  aliases: [],
});

test('two agencies that share several ORI codes contradict once, every code named', () => {
  const found = listContradictions(NONE, [
    agency('b', 'TX0000002', 'TX0000001'),
    agency('a', 'TX0000001', 'TX0000002', 'TX0000003'),
    agency('c', 'TX0000003'),
  ]);
  assert.deepEqual(
    found.map((one) => [one.agency, one.detail]),
    [
      ['b', 'ORI TX0000001, TX0000002 are those of a too'],
      ['c', 'ORI TX0000003 is that of a too'],
    ],
  );
  assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
});
