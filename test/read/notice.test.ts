import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isNotice, readNotice } from '../../src/read/index.ts';

const input = (name: string) => readFileSync(`test/input/sources/${name}.json`);

test('a notice is a text in which every value stands where its field says', () => {
  for (const name of ['fr-2025-07789', 'fr-2026-03100', 'govinfo-summary']) {
    const { fields, reading } = readNotice(input(name));
    assert.ok(fields.length > 4, name);
    for (const { value, start, end } of fields) assert.equal(reading.text.slice(start, end), value);
    for (const { start, end } of reading.blocks) assert.ok(!reading.text.slice(start, end).includes('\n'));
    assert.equal(reading.title, fields[0]?.value);
  }
  const { reading, form } = readNotice(input('fr-2026-03100'));
  assert.deepEqual([form, reading.published], ['federal-register', '2026-03-05']);
  assert.match(reading.text, /abstract: Asks for more 287\(g\) agreements and for honoring detainers\.\n/);
});

test('the same bytes give the same reading, and other JSON is none', () => {
  assert.deepEqual(readNotice(input('govinfo-summary')), readNotice(input('govinfo-summary')));
  for (const text of ['{}', '[]', 'null', '{"document_number": 7}', '{"identifier": "HB 1"}', '{', 'words']) {
    assert.equal(isNotice(Buffer.from(text)), false, text);
    assert.throws(() => readNotice(Buffer.from(text)), /notice is no document of the Federal Register/);
  }
});

test('a bill is law when it is signed, or when every chamber has overridden the veto', () => {
  const act = (chamber: string, what: string, date: string) => ({
    description: `${chamber} ${what}`,
    date,
    organization: { classification: chamber },
    classification: [what],
  });
  const signed = (...actions: unknown[]) => {
    const bill = { identifier: 'HB 1', jurisdiction: { name: 'Maryland' }, title: 'On agreements', actions };
    const { fields } = readNotice(Buffer.from(JSON.stringify(bill)));
    return fields.find(({ name }) => name === 'signed')?.value;
  };
  const house = act('lower', 'veto-override-passage', '2026-04-05');
  const senate = act('upper', 'veto-override-passage', '2026-04-03');
  assert.equal(signed(house), undefined);
  assert.equal(signed(house, act('upper', 'veto-override-failure', '2026-04-06')), undefined);
  assert.equal(signed(house, senate), '2026-04-05');
  assert.equal(signed(act('legislature', 'veto-override-passage', '2026-04-05')), '2026-04-05');
  assert.equal(signed(house, act('executive', 'became-law', '2026-05-01')), '2026-05-01');
});

test('values of other types and endless ones do no harm', () => {
  const hostile = {
    document_number: 'x',
    type: 'Rule',
    title: `a\u0000b\n${'c'.repeat(1_000_000)}`,
    abstract: { deep: [] },
    agencies: 'none',
    effective_on: ['2026'],
  };
  const { reading, fields } = readNotice(Buffer.from(JSON.stringify(hostile)));
  assert.ok(reading.text.length < 30_000);
  assert.deepEqual(
    fields.map(({ name }) => name),
    ['title', 'type', 'document'],
  );
});
