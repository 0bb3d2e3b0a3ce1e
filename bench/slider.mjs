// What a step of the slider costs in a real browser over a generated record of 20,000 agencies of which evidence speaks, at
// full speed and with the CPU slowed four times; with it the weight of pages and their first contentful paint.
// Run: node setup.mjs && node --import tsx bench/slider.mjs [agencies, 20000] [words of each, 5]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readRecord } from '../src/record/index.ts';
import { createApp } from '../src/site/index.ts';
import { serveApp, startBrowser } from '../test/browser/browser.ts';
import { generateRecord } from './generated.mjs';

const AGENCIES = Number(process.argv[2] ?? 20_000);
const WORDS = Number(process.argv[3] ?? 5);
const STEPS = 60;

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
  const { record, intervals } = await generateRecord(join(dir, 'record'), AGENCIES, WORDS);
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
