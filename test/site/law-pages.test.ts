import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { createApp } from '../../src/site/index.ts';
import { ASSETS, type TestRecord, testRecord } from './record.ts';

let made: TestRecord;
let app: Hono;
const faults: string[] = [];

before(async () => {
  made = await testRecord();
  app = createApp(made.reader, { assets: ASSETS, warn: (message) => faults.push(message) });
});
after(async () => {
  await made.close();
  assert.deepEqual(faults, []);
});

async function text(path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  assert.equal(response.status, status, path);
  return (await response.text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1');
}

test('what applies in a state follows injunction and stay', async () => {
  const on = async (day: string) => /Detainers (\S+)/.exec(await text(`/law/TX?on=${day}`))?.[1];
  assert.equal(await on('2017-08-31'), undefined);
  assert.equal(await on('2017-09-01'), 'Unsettled');
  assert.equal(await on('2017-09-25'), 'Required');
  assert.equal((await app.request('/law/tx')).headers.get('location'), './TX');
  await text('/law/XX', 404);
});

test('an instrument says what it asks, what blocked it and since when it stands, and answers no question of law', async () => {
  const page = await text('/policy/tx-sb4-2017?on=2017-09-10');
  assert.match(page, /blocked · from 25 Sept 2017 · blocked by Preliminary injunction/);
  assert.match(page, /They are no legal advice/);
  await text('/policy/nothing', 404);
  const es = await text('/es/policy/tx-sb4-2017?on=2017-09-10');
  assert.match(es, /suspendida · desde 25 sept 2017 · suspendida por Preliminary injunction/);
});

test('the answers to a policy are those of its weeks and its state', async () => {
  const page = await text('/policy/dhs-memo-2017-02-20-interior');
  assert.match(page, /in the four weeks before and after 20 February 2017\. It came at the same time/);
  assert.match(page, /Harris County Sheriff’s Office/);
  assert.doesNotMatch(await text('/policy/il-trust-act'), /Harris County Sheriff’s Office/);
});

test('an agency page shows the law of its kind and place on the day', async () => {
  const law = async (on: string) =>
    (await text(`/agency/us-tx-harris-county-sheriff?on=${on}`)).split('The law that applied')[1] ?? '';
  assert.match(await law('2026-01-01'), /287\(g\) Required .*Senate Bill 8 \(2025\)/);
  assert.match(
    await law('2017-03-10'),
    /287\(g\) Permitted .*federal law alone: the record holds no provision of Texas/,
  );
});

test('the regimes are one page, and every page is JSON too', async () => {
  assert.match(await text('/policies'), /from 10 Jun 2022 to 23 Jun 2023 .*blocked/);
  assert.match(await text('/topic/removal-priorities'), /Federal removal priorities, one after the other/);
  await text('/topic/nothing', 404);
  const json = (await (await app.request('/law/TX.json?on=2026-01-01')).json()) as {
    asked: { programme: string; asked: string }[];
  };
  assert.deepEqual(
    json.asked.filter(({ programme }) => programme === 'detainers').map(({ asked }) => asked),
    ['required'],
  );
});

test('the outlook says plainly where it has nothing to go by, and can be switched off', async () => {
  assert.match(await text('/outlook'), /There is no outlook: it takes the lists of half a year/);
  const off = createApp(made.reader, { assets: ASSETS, outlook: false });
  assert.equal((await off.request('/outlook')).status, 404);
  assert.doesNotMatch(await (await off.request('/policies')).text(), /href="outlook"/);
});
