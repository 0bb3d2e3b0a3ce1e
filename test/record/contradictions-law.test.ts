import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { readLawBook } from '../../src/law/index.ts';
import { addLaw } from '../../src/record/add-law.ts';
import { lawAgainstPractice } from '../../src/record/contradictions-law.ts';
import { openRecord, readRecord } from '../../src/record/index.ts';
import { type Law, lawsOf } from '../../src/record/laws.ts';
import type { DerivedInterval } from '../../src/record/spoken.ts';
import type { Agency } from '../../src/resolve/index.ts';
import { participating } from '../workbook.ts';

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
  to: null,
  deadline: null,
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

test('a duty with a deadline is contradicted from the deadline on, and not before', () => {
  const due = law({ deadline: '2023-01-01' });
  const ended = held('287g-jail', 'ends', '2022-10-07');
  assert.deepEqual(found([due], [ended]), [['287g-jail', '2023-01-01', null]]);
  // What ended stays so until lists show another, but no evidence reaches a day that it does not come to.
  const later = held('287g-jail', 'takes-part', '2023-05-01');
  assert.deepEqual(found([due], [{ ...ended, lastSeen: '2022-12-31' }]), []);
  assert.equal(
    found(
      [due],
      [
        { ...ended, lastSeen: '2022-12-31' },
        { ...later, agency: 'other' },
      ],
    ).length,
    1,
  );
  const declines = { ...held('287g-jail', 'declines', '2022-10-07'), lastSeen: '2022-12-31' };
  assert.deepEqual(found([due], [declines, { ...later, agency: 'other' }]), []);
  const joins = held('287g-task-force', 'takes-part', '2022-12-01');
  assert.deepEqual(found([due], [ended, joins]), []);
});

test('an agreement held before it was forbidden has until the last day that its end can be; a new one has not', () => {
  const ban = law({ effect: 'forbids', from: '2026-02-17', deadline: '2026-07-31', kinds: null });
  const before = held('287g-warrant', 'takes-part', '2020-01-01', '2026-08-20');
  assert.deepEqual(found([ban], [{ ...before, lastSeen: '2026-05-18' }]), []);
  assert.deepEqual(found([ban], [{ ...before, lastSeen: '2026-08-10' }]), [
    ['287g-warrant', '2026-07-31', '2026-08-20'],
  ]);
  const during = held('287g-warrant', 'takes-part', '2026-03-01');
  assert.deepEqual(found([ban], [during]), [['287g-warrant', '2026-03-01', null]]);
});

test('what was last seen on the day on which the law begins contradicts nothing', () => {
  const ban = law({ effect: 'forbids', from: '2025-07-14', kinds: null });
  const before = { ...held('287g-jail', 'takes-part', '2020-01-01'), lastSeen: '2025-07-14' };
  assert.deepEqual(found([ban], [before]), []);
  assert.equal(found([ban], [{ ...before, lastSeen: '2025-07-15' }]).length, 1);
});

test('the deadline of a provision counts with its last day', () => {
  const common = { summary: 's', source_id: 's', instrument_id: 'i' };
  const book = readLawBook(
    {
      instruments: [
        { ...common, title: 'T', kind: 'statute', issuer: 'I', jurisdiction: 'MD', issued: '2026-02-17' },
      ],
      provisions: ['2026-02-17/2026-07', ''].map((deadline, i) => ({
        ...common,
        provision_id: `p${i}`,
        topic: '287g',
        effect: 'forbids',
        programmes: '287g',
        deadline,
      })),
    },
    new Map(),
  );
  assert.deepEqual(
    lawsOf(book).map(({ deadline }) => deadline),
    ['2026-07-31', null],
  );
});

test('what was seen only before a law, after it, or in another county contradicts nothing', () => {
  const ended = { ...held('287g-jail', 'ends', '2021-01-01'), lastSeen: '2021-01-10' };
  const later = { ...held('287g-jail', 'takes-part', '2023-05-01'), agency: 'other' };
  assert.deepEqual(found([law()], [ended, later]), []);
  assert.equal(found([law()], [{ ...ended, lastSeen: '2022-06-17' }, later]).length, 1);

  const over = law({ to: '2023-01-01' });
  assert.deepEqual(found([over], [held('287g-jail', 'declines', '2023-01-01')]), []);
  assert.equal(found([over], [held('287g-jail', 'declines', '2022-12-31')]).length, 1);

  assert.deepEqual(found([law({ county: '12086' })], [held('287g-jail', 'declines', '2023-01-01')]), []);
  assert.equal(found([law({ county: '12101' })], [held('287g-jail', 'declines', '2023-01-01')]).length, 1);
});

test('a law binds from the day on which it certainly is in force', () => {
  const common = { summary: 's', source_id: 's', instrument_id: 'i' };
  const book = readLawBook(
    {
      instruments: [
        {
          ...common,
          title: 'T',
          kind: 'statute',
          issuer: 'I',
          jurisdiction: 'MD',
          issued: '2018',
          ended: '2020',
        },
      ],
      provisions: [{ ...common, provision_id: 'p', topic: '287g', effect: 'forbids', programmes: '287g' }],
    },
    new Map(),
  );
  assert.deepEqual(
    lawsOf(book).map(({ from, to }) => [from, to]),
    [['2018-12-31', '2020-01-01']],
  );
});

test('a law that a court blocked and let stand again is contradicted twice by who took part throughout', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-blocked-'));
  const record = await openRecord(join(dir, 'record'), { create: true });
  const effects = quietEffects({ now: () => Date.parse('2026-06-01T12:00:00Z') });
  for (const day of ['02212025', '12012025']) {
    const file = join(dir, `participatingAgencies${day}.xlsx`);
    writeFileSync(
      file,
      await participating([['TEXAS', 'Smith County Sheriff', 'Task Force Model', '2025-02-18']]),
    );
    await add(record, [file], {}, effects);
  }
  const common = { summary: 's', source_id: 's' };
  const acts: [id: string, kind: string, issued: string, effect: string][] = [
    ['ban', 'statute', '2025-04-01', 'forbids'],
    ['stay', 'court-order', '2025-06-01', 'blocks'],
    ['lift', 'court-order', '2025-09-01', 'restores'],
  ];
  await addLaw(
    record,
    {
      sources: [{ source_id: 's', title: 'Acts' }],
      instruments: acts.map(([id, kind, issued]) => ({
        ...common,
        instrument_id: id,
        title: id,
        issuer: 'I',
        jurisdiction: 'TX',
        kind,
        issued,
      })),
      provisions: acts.map(([id, , , effect]) => ({
        ...common,
        instrument_id: id,
        provision_id: `${id}-1`,
        topic: '287g',
        effect,
        programmes: effect === 'forbids' ? '287g' : '',
        acts_on: effect === 'forbids' ? '' : 'ban-1',
      })),
    },
    effects,
  );
  const reader = await readRecord(record);
  const rows = await reader.contradictions({ kind: 'law-against-practice' });
  assert.deepEqual(
    rows.map(({ opened, closed }) => [opened, closed]),
    [
      ['2025-04-01', '2025-06-01'],
      ['2025-09-01', null],
    ],
  );
  assert.notEqual(rows[0]?.id, rows[1]?.id);
  await reader.close();
  rmSync(dir, { recursive: true, force: true });
});
