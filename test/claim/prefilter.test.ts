import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mayConcern } from '../../src/claim/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a page needs both the service and the police', () => {
  assert.equal(mayConcern(bytes('The SHERIFF and ICE')), true);
  assert.equal(mayConcern(bytes('Deputies asked about immigration')), true);
  assert.equal(mayConcern(bytes('La policía y la migra')), true);
  assert.equal(mayConcern(bytes('Deputies warn of ice on the road')), false);
  assert.equal(mayConcern(bytes('Immigration rises again')), false);
  assert.equal(mayConcern(bytes('')), false);
});

test('no gold document with claims is dropped', (t) => {
  const gold = new URL('../../../shared/data/gold-claims/', import.meta.url);
  if (!existsSync(gold)) return t.skip('../shared/data/gold-claims is not here');
  for (const row of readFileSync(new URL('gold.jsonl', gold), 'utf8').trim().split('\n')) {
    const { id, claims } = JSON.parse(row) as { id: string; claims: unknown[] };
    const html = new URL(`documents/${id}.html`, gold);
    const file = existsSync(html) ? html : new URL(`documents/${id}.txt`, gold);
    if (claims.length > 0) assert.ok(mayConcern(readFileSync(file)), id);
  }
});

test('capitals, Spanish, word ends and UTF-16', () => {
  assert.equal(mayConcern(bytes('POLICE AND DEPORTATION')), true);
  assert.equal(mayConcern(bytes('Alguacil: inmigración')), true);
  assert.equal(mayConcern(bytes('The sheriff on a 287(g) program')), true);
  assert.equal(mayConcern(bytes('Homeland Security and the jail')), true);
  assert.equal(mayConcern(bytes('An ICE agent at the county jail')), true);
  assert.equal(mayConcern(bytes('JUSTICE and POLICE; ICE1 and _ICE; the jail')), false);
  assert.equal(mayConcern(Buffer.from('\ufeffThe eggs', 'utf16le')), true);
});
