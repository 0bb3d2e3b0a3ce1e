import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { openRecord, type RecordReader, readRecord } from '../../src/record/index.ts';
import { createApp } from '../../src/site/index.ts';
import { makeLateRecord } from '../late-record.ts';
import { ASSETS } from './record.ts';

const THEN = 'known=2026-06-10';
let dir = '';
let reader: RecordReader;
let app: Hono;
const faults: string[] = [];

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-known-pages-'));
  await makeLateRecord(dir);
  reader = await readRecord(await openRecord(join(dir, 'record')));
  app = createApp(reader, { assets: ASSETS, warn: (message) => faults.push(message) });
});
after(async () => {
  await reader.close();
  rmSync(dir, { recursive: true, force: true });
  assert.deepEqual(faults, []);
});

async function get(path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  assert.equal(response.status, status, path);
  return response.text();
}
const text = async (path: string, status?: number) =>
  (await get(path, status)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const json = async (path: string) => JSON.parse(await get(path));

test('every kind of page that tells of an earlier record says so and has nothing that was learned later', async () => {
  const claim = (await reader.claims({}))[0]!;
  const pages = [
    ['/', /Wood/],
    ['/agencies/TX', /Wood|Travis/],
    ['/search?q=wood', /Wood County Sheriff/],
    ['/changes', /Wood/],
    ['/changes/2025-03-03', /Wood/],
    ['/state/TX', /Wood County Sheriff|Travis County Sheriff/],
    ['/county/48423', /Ended/],
    ['/county/48499', /Wood County Sheriff/],
    ['/programme/287g-task-force', /Wood/],
    ['/claims', /Travis/],
    ['/contradictions', /Travis/],
    ['/sources', /2019/],
    ['/compare?a=2025-02-21&b=2025-03-10', /Wood/],
  ] as const;
  for (const [path, later] of pages) {
    const asked = `${path}${path.includes('?') ? '&' : '?'}${THEN}`;
    const then = (await text(asked)).replace(/wood ?»|“wood”/g, '');
    assert.match(then, /As the record knew it at the end of 10 June 2026\. See the newest/, path);
    assert.doesNotMatch(then, later, path);
    assert.doesNotMatch(await text(path), /As the record knew/, path);
    const [at, query = ''] = asked.split('?');
    assert.equal((await json(`${at === '/' ? '/index' : at}.json?${query}`)).known, '2026-06-10', path);
  }
  for (const path of [`/claim/${claim.id}`, '/agency/us-tx-wood-county-sheriff'] as const) {
    await get(path);
    await get(`${path}?${THEN}`, 404);
    await get(`${path}.json?${THEN}`, 404);
  }
  for (const path of [
    `/capture/${claim.source.capture}`,
    `/publication/${(await reader.lists()).at(-1)!.capture}`,
  ]) {
    await get(path);
    await get(`${path}?${THEN}`, 404);
  }
});

test('an agency that ended since stands as it did, and so do its state, its county and the tables', async () => {
  const SMITH_ID = 'us-tx-smith-county-sheriff';
  const [then, now] = [await json(`/state/TX.json?${THEN}`), await json('/state/TX.json')];
  const look = (data: { agencies: { id: string; look: string }[] }) =>
    data.agencies.find(({ id }) => id === SMITH_ID)?.look;
  assert.deepEqual([look(then), look(now)], ['takes-part', 'ends']);
  assert.match(
    await text(`/agency/${SMITH_ID}?${THEN}`),
    /True on 21 February 2025 · as known on 10 June 2026/,
  );
  const rows = async (query: string) => (await get(`/status.csv?${query}`)).trim().split('\n').length - 1;
  assert.deepEqual([await rows(THEN), await rows('known=2026-06-20')], [1, 2]);
  assert.match(
    await text(`/es/state/TX?${THEN}`),
    /Según lo que el registro sabía al final del 10 de junio de 2026/,
  );
});

test('links and forms lead on as known then, where they lead to what tells of it, and back to what is known now', async () => {
  const html = await get(`/state/TX?${THEN}`);
  assert.match(html, /href="\.\.\/agency\/us-tx-smith-county-sheriff\?known=2026-06-10"/);
  assert.match(html, /href="\.\.\/es\/state\/TX\?known=2026-06-10"/);
  assert.match(html, /href="\.\.\/state\/TX\.json\?known=2026-06-10"/);
  assert.match(html, /href="\.\.\/method"/);
  assert.match(html, /<a href="\.\.\/state\/TX">See the newest/);
  assert.match(await get(`/changes?${THEN}`), /<input type="hidden" name="known" value="2026-06-10"/);
  // What the map of an earlier record loads is served too.
  const [, intervals] = /data-intervals="\.\/(data\/[^"]+)"/.exec(await get(`/?${THEN}`))!;
  await get(`/${intervals}`);
  const [, names] = /data-names="\.\/(data\/[^"]+)"/.exec(await get(`/?${THEN}`))!;
  assert.doesNotMatch(await get(`/${names}`), /us-tx-wood-county-sheriff/);
  assert.notEqual(intervals, /data-intervals="\.\/(data\/[^"]+)"/.exec(await get('/'))![1]);
});

test('before the record began nothing is known, and since its newest day what is known now', async () => {
  assert.equal((await json('/index.json?known=2026-05-31')).counts.partners, 0);
  assert.deepEqual((await json('/claims.json?known=2026-05-31')).claims, []);
  const { known, ...then } = await json('/state/TX.json?known=2026-06-20');
  assert.equal(known, '2026-06-20');
  assert.deepEqual(then, await json('/state/TX.json'));
  await get('/claims?known=2026-02-30', 400);
});

test('charts, embedded cards and downloads tell what was known then, and say so where they can', async () => {
  const [then, now] = [await get(`/charts?${THEN}`), await get('/charts')];
  assert.match(then, /As the record knew it at the end of 10 June 2026/);
  assert.match(then, /href="\.\/chart\/counts\.csv\?known=2026-06-10"/);
  assert.doesNotMatch(now, /counts\.csv\?known/);
  for (const path of ['/chart/counts.csv', '/download/claims.csv', '/download/intervals.csv', '/status.csv'])
    assert.notEqual(await get(`${path}?${THEN}`), await get(path), path);
  assert.match(await get(`/chart/counts.svg?${THEN}`), /As the record knew it at the end of 10 June 2026/);
  assert.doesNotMatch(await get(`/download/claims.csv?${THEN}`), /us-tx-travis/);
  assert.doesNotMatch(await get(`/download/agreements.csv?${THEN}`), /us-tx-wood/);
  // A table of rows that belong together: each interval has the sources of its own.
  assert.equal((await get('/download/intervals.csv?known=2026-05-31')).trim().split('\n').length, 1);

  const card = await get(`/embed/agency/us-tx-smith-county-sheriff?${THEN}`);
  assert.match(card, /As the record knew it at the end of 10 June 2026/);
  assert.match(card, /href="\.\.\/\.\.\/agency\/us-tx-smith-county-sheriff\?known=2026-06-10"/);
  assert.match(await get(`/embed/map?${THEN}`), /map\.png\?known=2026-06-10/);
  await get('/embed/agency/us-tx-smith-county-sheriff?known=2026-05-31', 404);
});

test('what tells of now alone, or of the record itself, refuses to tell of an earlier day', async () => {
  for (const path of ['/method', '/codebook', '/data', '/record', '/outlook', '/feed/all.xml'])
    assert.match(
      await text(`${path}?${THEN}`, 400),
      /tells what is known now and does not take known=/,
      path,
    );
});
