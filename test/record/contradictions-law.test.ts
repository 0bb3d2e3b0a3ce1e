import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLawBook } from '../../src/law/index.ts';
import { lawAgainstPractice } from '../../src/record/contradictions-law.ts';
import { type Law, lawsOf } from '../../src/record/laws.ts';
import type { DerivedInterval } from '../../src/record/spoken.ts';
import type { Agency } from '../../src/resolve/index.ts';

const AGENCY = 'us-fl-pasco-county-sheriff';
const agencies = [{ id: AGENCY, state: 'FL', kind: 'sheriff', counties: ['12101'] }] as unknown as Agency[];
const law = (over: Partial<Law> = {}): Law => ({
  provision: 'p',
  effect: 'requires',
  programme: '287g',
  state: 'FL',
  county: null,
  kinds: ['sheriff'],
  from: '2022-06-17',
  due: null,
  to: null,
  ...over,
});
const held = (programme: string, position: string, from: string, to: string | null = null) =>
  ({
    agency: AGENCY,
    programme,
    position,
    from: { min: from, max: from },
    to: to === null ? null : { min: to, max: to },
    lastSeen: '2026-05-18',
    claims: [],
    last: { capture: 'c', row: 2, day: from },
  }) as unknown as DerivedInterval;
const found = (laws: Law[], intervals: DerivedInterval[]) =>
  lawAgainstPractice(laws, intervals, agencies).flatMap((one) =>
    one ? [[one.programme, one.opened, one.closed]] : [],
  );

test('who ended one model contradicts a law that requires 287(g) until another model is joined', () => {
  const ended = held('287g-jail', 'ends', '2022-10-07');
  assert.deepEqual(found([law()], [ended]), [['287g-jail', '2022-10-07', null]]);
  const joins = held('287g-task-force', 'takes-part', '2025-03-06');
  assert.deepEqual(found([law()], [ended, joins]), [['287g-jail', '2022-10-07', '2025-03-06']]);
  const had = held('287g-warrant', 'takes-part', '2019-05-01');
  assert.deepEqual(found([law()], [ended, had]), []);
  const over = held('287g-warrant', 'takes-part', '2019-05-01', '2021-01-01');
  assert.deepEqual(found([law()], [ended, over]), [['287g-jail', '2022-10-07', null]]);
  assert.deepEqual(found([law({ programme: 'detainers' })], [ended, joins]), []);
});

test('a law that forbids is contradicted by who takes part, in its place and of its kind', () => {
  const part = held('287g-jail', 'takes-part', '2020-01-01', '2023-01-01');
  const forbids = law({ effect: 'forbids' });
  assert.deepEqual(found([forbids], [part]), [['287g-jail', '2022-06-17', '2023-01-01']]);
  assert.deepEqual(found([{ ...forbids, state: 'GA' }], [part]), []);
  assert.deepEqual(found([{ ...forbids, kinds: ['police'] }], [part]), []);
});

test('a law that gives until a day is contradicted by nobody before it', async () => {
  const due = '2023-01-01';
  const ended = held('287g-jail', 'ends', '2022-10-07');
  const provision = { provision_id: 'p', instrument_id: 'i', topic: '287g', summary: 's', source_id: 's' };
  const instrument = { instrument_id: 'i', title: 'T', kind: 'statute', issuer: 'I', jurisdiction: 'FL' };
  const book = readLawBook(
    {
      instruments: [
        { ...instrument, issued: '2022-06-17', effective: '2022-06-17', summary: 's', source_id: 's' },
      ],
      provisions: [
        {
          ...provision,
          effect: 'requires',
          programmes: '287g',
          agency_kinds: 'sheriff',
          figures: `deadline ${due}`,
        },
      ],
    },
    new Map(),
  );
  const laws = lawsOf(book);
  assert.deepEqual(found(laws, [ended]), [['287g-jail', due, null]]);
  assert.deepEqual(found(laws, [held('287g-jail', 'ends', '2022-10-07', '2022-12-31')]), [], 'back in time');
  assert.deepEqual(found(laws, [held('287g-jail', 'ends', '2024-10-07')]), [
    ['287g-jail', '2024-10-07', null],
  ]);
  const [told] = lawAgainstPractice(laws, [ended], agencies);
  assert.equal(told?.detail, 'requires 287g by 2023-01-01; the record shows ends');
});
