// What a step of the slider costs in a real browser over a generated record of 20,000 agencies of which evidence speaks, at
// full speed and with the CPU slowed four times; with it the weight of pages and their first contentful paint.
// Run: node setup.mjs && node --import tsx bench/slider.mjs [agencies, 20000] [words of each, 5]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { addDays } from '../src/base/index.ts';
import { insertMany } from '../src/record/bulk.ts';
import { readRecord } from '../src/record/index.ts';
import { setMeta } from '../src/record/meta.ts';
import { openRecord } from '../src/record/open.ts';
import { positionIntervals } from '../src/record/positions.ts';
import { noteDerived } from '../src/record/stale.ts';
import { agencyRows, intervalRows } from '../src/record/write-derived.ts';
import { allCounties } from '../src/resolve/index.ts';
import { createApp } from '../src/site/index.ts';
import { serveApp, startBrowser } from '../test/browser/browser.ts';

const AGENCIES = Number(process.argv[2] ?? 20_000);
const WORDS = Number(process.argv[3] ?? 5);
const POSITIONS = ['takes-part', 'takes-part', 'takes-part', 'declines', 'limits', 'ends'];
const PROGRAMMES = ['287g-jail', '287g-task-force', '287g-warrant', 'detainers'];
const FIRST = '1996-01-01';
const SPAN = 11_000;
const STEPS = 60;

// A generator of its own, so that every run draws the same.
let seed = 1;
const random = (below) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const counties = allCounties().filter(({ historic }) => !historic);

/** One in six a sheriff's office, one in twenty of a whole state, the others towns' police, over all counties. */
function agencyOf(number) {
  const county = counties[random(counties.length)];
  const state = county.state.toLowerCase();
  const statewide = random(20) === 0;
  const sheriff = random(6) === 0;
  return {
    id: `us-${state}-${statewide ? 'bureau' : sheriff ? 'sheriff' : 'police'}-${number}`,
    name: `${county.name} ${statewide ? 'Bureau' : sheriff ? 'Sheriff' : 'Police'} ${number}`,
    kind: statewide ? 'state-police' : sheriff ? 'sheriff' : 'police',
    state: county.state,
    counties: statewide ? [] : [county.fips],
    place: null,
    ori: [`${county.state}${String(number).padStart(7, '0')}`],
    aliases: [],
  };
}

async function generate(db) {
  await sql`pragma synchronous = off`.execute(db);
  let intervals = 0;
  for (let start = 0; start < AGENCIES; start += 500) {
    const agencies = Array.from({ length: Math.min(500, AGENCIES - start) }, (_, i) => agencyOf(start + i));
    const words = agencies.flatMap(({ id }, i) =>
      Array.from({ length: WORDS }, (_, n) => ({
        id: `${start + i}-${n}`.padStart(32, '0'),
        kind: 'statement',
        agency: id,
        programme: PROGRAMMES[random(PROGRAMMES.length)],
        position: POSITIONS[random(POSITIONS.length)],
        date: addDays(FIRST, random(SPAN)),
        effective: null,
        published: null,
        source: null,
        capture: null,
      })),
    );
    const made = positionIntervals([], [], words);
    await sql`begin immediate`.execute(db);
    await agencyRows(db, agencies);
    await intervalRows(db, made, intervals);
    await insertClaims(db, words, start * WORDS);
    await sql`commit`.execute(db);
    intervals += made.length;
  }
  await setMeta(db, 'recorded', '2026-11-24T00:00:00.000Z');
  // What was generated stands; nothing is to be derived from a log without lists.
  await noteDerived(db);
  return intervals;
}

async function insertClaims(db, words, before) {
  const columns = ['id', 'content', 'kind', 'written', 'name', 'given_agency', 'programme', 'position'];
  await insertMany(
    db,
    'claim',
    [...columns, 'speaks_for_agency', 'date', 'evidence', 'rules', 'recorded'],
    words.map((w) => [
      ...[w.id, w.id, w.kind, w.kind, '', w.agency, w.programme, w.position],
      ...[1, w.date, '[]', '["generated"]', '2026-11-24T00:00:00.000Z'],
    ]),
  );
  await insertMany(
    db,
    'claim_state',
    ['claim', 'seq', 'agency', 'review', 'candidates'],
    words.map((w, i) => [w.id, before + i + 1, w.agency, 'accepted', '[]']),
  );
}

/** Runs in the page: as many steps of so many days, a frame each; with 0 days only the frames. */
async function steps({ count, days }) {
  const range = document.getElementById('range');
  const from = Math.round((Number(range.min) + Number(range.max)) / 2);
  for (let i = 0; i < count; i++) {
    if (days !== 0) {
      const span = Number(range.max) - from;
      range.value = String(from + ((i * days) % span));
      range.dispatchEvent(new Event('input'));
    }
    await new Promise(requestAnimationFrame);
  }
}

const MEASURES = ['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];

/** CPU of the page's main thread (and of all processes of the browser) for a step of so many days, in ms. */
async function stepCost(page, session, whole, days) {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    const own = MEASURES.map((name) => metrics.find((one) => one.name === name).value);
    return [...own, processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)];
  };
  const before = await read();
  await page.evaluate(steps, { count: STEPS, days });
  const after = await read();
  return after.map((value, i) => ((value - before[i]) * 1000) / STEPS);
}

async function slider(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${url}/`);
  await page.waitForSelector('.map canvas');
  await page.evaluate(steps, { count: STEPS, days: 1 });
  console.log('| CPU slowed | a step of | main thread, ms | of it script | layout | style | whole browser |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    for (const [days, name] of [
      [0, 'nothing (a frame)'],
      [1, 'a day'],
      [9, 'nine days (playing)'],
      [365, 'a year'],
    ]) {
      const cost = await stepCost(page, session, whole, days);
      console.log(`| ${rate} | ${name} | ${cost.map((ms) => ms.toFixed(2)).join(' | ')} |`);
    }
  }
  await page.close();
}

/** Requests, kilobytes as gzip and first contentful paint of a page, the CPU slowed four times. */
async function weigh(browser, url, path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const parts = [];
  page.on('response', (response) => parts.push(response));
  await page.goto(`${url}/${path}`, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(
    parts.map(async (response) => ({
      path: new URL(response.url()).pathname,
      bytes: packed(await response.body()),
    })),
  );
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const sum = (which) => sizes.filter(which).reduce((total, { bytes }) => total + bytes, 0) / 1000;
  const [all, html, script] = [
    sum(() => true),
    sum(({ path: own }) => !/\.\w+$/.test(own)),
    sum(({ path: own }) => own.endsWith('.js')),
  ];
  console.log(
    `| /${path} | ${sizes.length} | ${all.toFixed(1)} | ${html.toFixed(1)} | ${script.toFixed(1)} | ${Math.round(paint)} |`,
  );
  await page.close();
}

/** Bytes of a body as gzip sends it; what is packed already does not get smaller. */
function packed(body) {
  return Math.min(body.length, gzipSync(body).length);
}

const dir = mkdtempSync(join(tmpdir(), 'countersign-slider-'));
const browser = await startBrowser();
if (!browser) throw new Error('no browser found');
try {
  const record = await openRecord(join(dir, 'record'), { create: true });
  const intervals = await generate(record.db);
  const reader = await readRecord(record);
  const { url, stop } = await serveApp(createApp(reader, { assets: 'dist/web' }));
  const evident = (await reader.evidentAgencies()).size;
  console.log(`${evident} agencies of which evidence speaks, ${intervals} intervals\n`);
  await slider(browser, url);
  const some = (await reader.agencies()).find(({ state }) => state === 'TX');
  console.log('\n| page | requests | KB gzip | page alone | script | first contentful paint, ms |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const path of ['', `agency/${some.id}`, 'state/TX', 'search?q=harris'])
    await weigh(browser, url, path);
  await stop();
  await reader.close();
} finally {
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
}
