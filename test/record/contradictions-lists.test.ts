import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lentCodes, listContradictions } from '../../src/record/contradictions-lists.ts';
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

const HARRIS = agency('a', 'TX0000001');

test('a code that our match lent to a listed agency is a question of identity and no contradiction', () => {
  const listed = agency('listed', 'TX0000001');
  assert.deepEqual(listContradictions(NONE, [HARRIS, listed], [HARRIS]), []);
  const [question, ...others] = lentCodes([HARRIS, listed], [HARRIS], []);
  assert.deepEqual(others, []);
  assert.deepEqual(question?.agencies, ['a', 'listed']);
  const distinct = { kind: 'distinct' as const, a: 'listed', b: 'a', state: null };
  assert.deepEqual(lentCodes([HARRIS, listed], [HARRIS], [distinct]), [], 'somebody answered it');
  assert.deepEqual(
    lentCodes([HARRIS, listed], [HARRIS, listed], []),
    [],
    'the registry says so: no question',
  );
});

test('two agencies of a registry that share several ORI codes contradict once, every code named', () => {
  const all = [
    agency('b', 'TX0000002', 'TX0000001'),
    agency('a', 'TX0000001', 'TX0000002', 'TX0000003'),
    agency('c', 'TX0000003'),
  ];
  const found = listContradictions(NONE, all, all);
  assert.deepEqual(
    found.map((one) => [one.agency, one.detail]),
    [
      ['b', 'ORI TX0000001, TX0000002 are those of a too'],
      ['c', 'ORI TX0000003 is that of a too'],
    ],
  );
  assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
});

test('an agreement that stands as pending for more than a year is one, from the day after the year on', () => {
  const pending = (last: string, to: string | null) =>
    ({
      id: 'p',
      agency: 'a',
      programme: '287g-jail',
      position: 'will-join',
      signed: null,
      from: { min: '2025-03-01', max: '2025-03-03' },
      to: to && { min: last, max: to },
      lastListed: last,
      runs: [
        {
          first: { capture: 'x', row: 2 },
          last: { capture: 'y', row: 3 },
          from: '2025-03-03',
          to: last,
          lists: 9,
        },
      ],
    }) as unknown as Lineage['agreements'][number];
  const of = (last: string, to: string | null) =>
    listContradictions({ ...NONE, agreements: [pending(last, to)] }, [HARRIS], []).map((one) => [
      one.kind,
      one.opened,
      one.closed,
    ]);
  assert.deepEqual(of('2026-03-03', null), [], 'a year is not beyond a year');
  assert.deepEqual(of('2026-03-05', null), [['pending-beyond-a-year', '2026-03-04', null]]);
  assert.deepEqual(of('2026-03-05', '2026-03-09'), [['pending-beyond-a-year', '2026-03-04', '2026-03-09']]);
});
