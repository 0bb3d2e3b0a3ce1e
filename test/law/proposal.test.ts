import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { acceptedRow, heldAs, type Proposal, proposalOf } from '../../src/law/index.ts';
import { readIndexPage, readNotice } from '../../src/read/index.ts';
import { starterBook } from './book.ts';

const input = (name: string) => readFileSync(`test/input/sources/${name}.json`);
const of = (bytes: Uint8Array): Proposal => {
  const found = proposalOf(readNotice(bytes));
  assert.ok(found);
  return found;
};
const bill = (name: string) =>
  of(readIndexPage('open-states', input(name), 'https://v3.openstates.org/bills').items[0]!.bytes!);

test('an order is proposed with its number, day and page, each with the words that say it', () => {
  const bytes = input('fr-2026-03100');
  const { id, stage, row, evidence, topics } = of(bytes);
  assert.deepEqual([id, stage, topics], ['eo-19999', 'law', ['287g', 'detainers']]);
  assert.equal(row.citation, 'Executive Order 19999, 91 FR 99999');
  assert.deepEqual([row.issued, row.kind, row.jurisdiction], ['2026-03-02', 'executive-order', 'US']);
  const { text } = readNotice(bytes).reading;
  for (const { exact, start, end } of Object.values(evidence)) assert.equal(text.slice(start, end), exact);
  assert.equal(evidence.issued?.exact, '2026-03-02');
});

test('what the record holds under its number is known again', () => {
  const held = (one: Proposal) => heldAs(starterBook(), one)?.id;
  assert.equal(held(of(input('fr-2025-07789'))), 'eo-14287');
  assert.equal(held(of(input('fr-2026-03100'))), undefined);
  assert.equal(held(bill('bills-1')), 'md-287g-ban-2026');
  const other = bill('bills-1');
  assert.equal(held({ ...other, row: { ...other.row, jurisdiction: 'VA' } }), undefined);
  assert.equal(held({ ...other, row: { ...other.row, issued: '2020-02-17' } }), undefined);
});

test('a plan and a bill are no law, and nobody can accept them as they are', () => {
  const plan = of(input('fr-2026-04001'));
  assert.deepEqual([plan.stage, plan.id, plan.row.kind], ['not-yet-law', 'fr-2026-04001', 'regulation']);
  const open = bill('bills-2');
  assert.deepEqual([open.stage, open.row.issued, open.row.url], ['not-yet-law', '', '']);
  assert.throws(() => acceptedRow(open, 'sha256:0', {}), /is no law yet; wait until it is/);
  assert.throws(
    () => acceptedRow(open, 'sha256:0', { title_: 'x' }),
    /"title_" is no column of an instrument/,
  );
  assert.equal(acceptedRow(open, 'sha256:0', { issued: '2026-05-01' }).issued, '2026-05-01');
});

test('a public law is a statute; remarks of a president are nothing', () => {
  const { id, row } = of(input('govinfo-summary'));
  assert.deepEqual([id, row.citation, row.issued], ['pl-119-900', 'Pub. L. 119-900', '2026-01-20']);
  const remarks = { packageId: 'DCPD-202600001', collectionCode: 'DCPD', title: 'Remarks at a Dinner' };
  assert.equal(proposalOf(readNotice(Buffer.from(JSON.stringify(remarks)))), null);
});
