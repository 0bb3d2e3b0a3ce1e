import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readIndexPage } from '../../src/read/index.ts';

const input = (name: string) => readFileSync(`test/input/sources/${name}.json`);
const FR = 'https://www.federalregister.gov/api/v1/documents.json?conditions%5Bterm%5D=x&per_page=2';

test('a search of the Federal Register names documents and pages on its own host, whatever it says itself', () => {
  const first = readIndexPage('federal-register', input('fr-search-1'), FR);
  assert.deepEqual(
    first.items.map(({ address }) => address),
    ['2025-07789', '2026-04001'].map(
      (number) => `https://www.federalregister.gov/api/v1/documents/${number}.json`,
    ),
  );
  assert.equal(first.next, `${FR}&page=2`);
  const second = readIndexPage('federal-register', input('fr-search-2'), first.next ?? '');
  assert.deepEqual([second.items.length, second.next], [1, null]);
  assert.deepEqual(readIndexPage('federal-register', Buffer.from('{"count":0}'), FR), {
    items: [],
    next: null,
  });
});

test('a page that names itself as the next one ends there', () => {
  const page = { count: 1, results: [], next_page_url: `${FR}&page=2` };
  assert.equal(
    readIndexPage('federal-register', Buffer.from(JSON.stringify(page)), `${FR}&page=2`).next,
    null,
  );
});

test('a collection of govinfo names packages; the mark of the next page is all that is taken from it', () => {
  const address = 'https://api.govinfo.gov/collections/PLAW/2026-01-01T00:00:00Z?offsetMark=%2A&pageSize=2';
  const json = JSON.parse(input('govinfo-collection').toString()) as Record<string, unknown>;
  json.nextPage = 'http://169.254.169.254/?offsetMark=AoE&api_key=theirs';
  const { items, next } = readIndexPage('govinfo', Buffer.from(JSON.stringify(json)), address);
  assert.equal(items[0]?.address, 'https://api.govinfo.gov/packages/PLAW-119publ900/summary');
  assert.equal(
    next,
    'https://api.govinfo.gov/collections/PLAW/2026-01-01T00:00:00Z?offsetMark=AoE&pageSize=2',
  );
});

test('bills stand whole in their index', () => {
  const address = 'https://v3.openstates.org/bills?q=x&page=1';
  const { items, next } = readIndexPage('open-states', input('bills-1'), address);
  assert.deepEqual(
    items.map(({ title, address, bytes }) => [title, address, bytes !== null]),
    [['HB 444 On 287(g) agreements', null, true]],
  );
  assert.equal(next, 'https://v3.openstates.org/bills?q=x&page=2');
});

test('ICE’s page links lists on its own host only', () => {
  const page = `<a href="/doclib/287g/participatingAgencies05182026am.xlsx#top">one</a>
    <a href="https://www.ice.gov/doclib/287g/pendingAgencies05182026am.xlsx">two</a>
    <a href="https://evil.example/participatingAgencies.xlsx">no</a><a href="/budget.xlsx">no</a>
    <a href="/doclib/moa.pdf">no</a><a href="javascript:pendingAgencies.xlsx">no</a><a href="/a%zz/pendingAgencies%zz.xlsx">odd</a>`;
  const { items } = readIndexPage(
    'ice-lists',
    Buffer.from(page),
    'https://www.ice.gov/identify-and-arrest/287g',
  );
  assert.deepEqual(
    items.map(({ address }) => address),
    [
      'https://www.ice.gov/doclib/287g/participatingAgencies05182026am.xlsx',
      'https://www.ice.gov/doclib/287g/pendingAgencies05182026am.xlsx',
      'https://www.ice.gov/a%zz/pendingAgencies%zz.xlsx',
    ],
  );
});

test('an answer of another form is refused with the host and a remedy', () => {
  for (const form of ['federal-register', 'govinfo', 'open-states'] as const)
    for (const text of ['<html>', '[]', '{"error": "no"}', ''])
      assert.throws(
        () => readIndexPage(form, Buffer.from(text), FR),
        /answer of www\.federalregister\.gov is no index/,
      );
});
