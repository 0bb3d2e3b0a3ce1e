import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { addLaw, decide, decideProposal, openRecord, proposals, readRecord } from '../../src/record/index.ts';
import { inFolder } from '../cli.ts';

const who = { actor: 'Ana', reason: 'looked at it' };

test('a notice added as a file is proposed; only a person makes it an instrument, with the capture as its source', async () => {
  await inFolder(async (dir) => {
    const effects = quietEffects({ now: () => Date.parse('2026-11-24T12:00:00Z') });
    const record = await openRecord(join(dir, 'record'), { create: true });
    await add(record, ['test/input/sources/fr-2026-03100.json'], {}, effects);
    const [found] = await proposals(record);
    assert.deepEqual([found?.id, found?.state], ['eo-19999', 'waits']);
    const reader = await readRecord(record);
    assert.equal((await reader.law()).instruments.size, 0);

    await decideProposal(record, { kind: 'accept', id: 'eo-19999', ...who }, effects);
    const held = (await reader.law()).instruments.get('eo-19999');
    assert.equal(held?.source, `sha256:${found?.capture}`);
    assert.equal((await reader.source(held?.source ?? ''))?.capture, found?.capture);
    const text = await reader.text(found?.capture ?? '');
    for (const { exact, start, end } of Object.values(found?.evidence ?? {}))
      assert.equal(text?.text.slice(start, end), exact);
    await assert.rejects(
      decideProposal(record, { kind: 'reject', id: 'eo-19999', ...who }, effects),
      /is in the record as "eo-19999"/,
    );
    // An editor builds on it; then the acceptance is taken back, and the record still reads.
    const source = { source_id: 's', title: 'T' };
    const court = {
      instrument_id: 'order',
      title: 'T',
      kind: 'court-order',
      issuer: 'I',
      jurisdiction: 'US',
      issued: '2026-05-01',
      superseded_by: 'eo-19999',
      summary: 'S',
      source_id: 's',
    };
    const asks = {
      provision_id: 'asks',
      instrument_id: 'eo-19999',
      topic: '287g',
      summary: 'S',
      source_id: 's',
    };
    const blocks = {
      ...asks,
      provision_id: 'blocks',
      instrument_id: 'order',
      effect: 'blocks',
      acts_on: 'asks',
    };
    await addLaw(record, { sources: [source], instruments: [court], provisions: [asks, blocks] }, effects);
    assert.equal((await reader.law()).provisions.size, 2);
    await decide(record, [{ kind: 'undo', target: '1', ...who }], effects);
    const left = await reader.law();
    assert.deepEqual([[...left.instruments.keys()], left.provisions.size], [['order'], 0]);
    assert.equal(left.instruments.get('order')?.supersededBy, null);
    await reader.close();
  });
});

test('a bill that was turned down waits again once it is law', async () => {
  await inFolder(async (dir) => {
    const record = await openRecord(join(dir, 'record'), { create: true });
    const bill = JSON.parse(readFileSync('test/input/sources/bills-2.json', 'utf8')).results[0];
    const seen = async (json: unknown, at: string) => {
      const sighting = { origin: 'https://v3.openstates.org/bills', retrieved: `${at}T00:00:00Z` };
      const bytes = Buffer.from(JSON.stringify(json));
      const item = { origin: sighting.origin, url: true, inFolder: false, seen: { bytes, sighting } };
      await add(record, [item], {}, quietEffects());
    };
    const states = async () => (await proposals(record)).map(({ state }) => state);
    await seen(bill, '2026-03-01');
    assert.deepEqual(await states(), ['not-yet-law']);
    await decideProposal(record, { kind: 'reject', id: 'bill-de-2026-hb99', ...who }, quietEffects());
    assert.deepEqual(await states(), ['rejected']);
    await assert.rejects(
      decideProposal(record, { kind: 'reject', id: 'bill-de-2026-hb99', ...who }, quietEffects()),
      /was rejected by Ana/,
    );
    const signed = { description: 'Signed', date: '2026-06-01', classification: ['became-law'] };
    await seen({ ...bill, actions: [...bill.actions, signed] }, '2026-06-02');
    assert.deepEqual(await states(), ['waits']);
    await record.db.destroy();
  });
});
