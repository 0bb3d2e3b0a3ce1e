import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agencyDay, dayShown, evidenceDay, inState, lawDay } from '../../src/site/last-change.ts';
import { makePage, type Page } from '../../src/site/page.ts';
import { snapshotOf } from '../../src/site/snapshot.ts';
import { type TestRecord, testRecord } from './record.ts';

let made: TestRecord;
let page: Page;
before(async () => {
  made = await testRecord();
  page = makePage('en', 'state/TX', 'files', await snapshotOf(made.reader), new Map());
});
after(() => made.close());

const unasked = () => undefined;

test('a page speaks of the last day on which one of its agencies came to stand otherwise, or of the day asked', () => {
  const ofState = (state: string) => dayShown({ page, query: unasked }, inState(page.snapshot, state));
  // Coral Springs is gone from the list of 9 February; Lubbock was on both.
  assert.deepEqual(ofState('FL'), { on: '2026-02-09', turn: true });
  assert.ok(ofState('TX').on < '2026-02-09');
  assert.deepEqual(ofState('VI'), { on: page.snapshot.counts.newest, turn: false });
  assert.deepEqual(
    dayShown({ page, query: () => '2020-01-01' }, () => true),
    { on: '2020-01-01', turn: false },
  );
});

test("an agency's day is that of its own newest evidence, and the day on which an old word stopped being certain", async () => {
  const on = page.snapshot.counts.newest!;
  const lubbock = (await made.reader.agency('us-tx-lubbock-county-sheriff', { on }))!;
  assert.equal(evidenceDay(lubbock, on), '2026-02-09');
  assert.equal(evidenceDay(lubbock, '2026-02-05'), '2026-02-02');
  const harris = (await made.reader.agency('us-tx-harris-county-sheriff', { on }))!;
  assert.ok(evidenceDay(harris, on)! < '2026-02-09');
  assert.ok(agencyDay(harris, on) >= evidenceDay(harris, on)!);
});

test('the law has its own last day, never one to come', async () => {
  const book = await made.reader.law();
  const newest = page.snapshot.counts.newest!;
  assert.ok(lawDay(book, newest)! <= newest);
  assert.equal(lawDay(book, '2017-09-01'), '2017-09-01');
  assert.equal(lawDay(book, '1700-01-01'), null);
  // Maryland's ban of February 2026 is told neither of Texas nor of another policy.
  assert.equal(lawDay(book, '2026-05-18', { state: 'TX' }), '2026-01-01');
  assert.equal(lawDay(book, '2026-05-18', { instrument: 'eo-13767' }), '2021-02-02');
  assert.equal(lawDay(book, '2026-05-18', { topic: 'removal-priorities' }), '2025-01-20');
});
