// What pages of a record weigh in a real browser, as transferred (compressed where the server compresses), with their requests,
// against the aims of the atlas. Of agencies and states the largest pages are weighed, and one in the middle.
// Run: node setup.mjs && node --import tsx bench/weight.mjs RECORD
import { openRecord, readRecord } from '../src/record/index.ts';
import { createApp } from '../src/site/index.ts';
import { serveApp, startBrowser } from '../test/browser/browser.ts';

const folder = process.argv[2];
if (!folder) throw new Error('no record given; run: node --import tsx bench/weight.mjs RECORD');

/** Kilobytes transferred: of everything, of the page alone, of its scripts; and how many requests. */
async function weigh(browser, url, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const addresses = new Map();
  const parts = [];
  // What the page bears within itself (data:) is no request.
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.startsWith('http')) addresses.set(requestId, new URL(response.url).pathname);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength: bytes }) => {
    if (addresses.has(requestId)) parts.push({ address: addresses.get(requestId), bytes });
  });
  await page.goto(`${url}/${path}`, { waitUntil: 'networkidle' });
  await context.close();
  const sum = (which) => parts.filter(which).reduce((total, { bytes }) => total + bytes, 0) / 1000;
  return {
    all: sum(() => true),
    page: sum(({ address }) => address === `/${path.split('?')[0]}`),
    script: sum(({ address }) => address.endsWith('.js')),
    requests: parts.length,
  };
}

/** Pages by their bytes before compression, the largest first. */
async function bySize(url, paths) {
  const sizes = [];
  for (const path of paths) {
    const response = await fetch(`${url}/${path}`);
    sizes.push({ path, bytes: (await response.arrayBuffer()).byteLength });
  }
  return sizes.sort((a, b) => b.bytes - a.bytes).map(({ path }) => path);
}

const reader = await readRecord(await openRecord(folder));
const browser = await startBrowser();
if (!browser) throw new Error('no browser found');
const { url, stop } = await serveApp(createApp(reader, { assets: 'dist/web' }));
try {
  const evident = [...(await reader.evidentAgencies())];
  const agencies = await bySize(
    url,
    evident.map((id) => `agency/${id}`),
  );
  const codes = new Set((await reader.agencies()).map(({ state }) => state));
  const states = await bySize(
    url,
    [...codes].map((state) => `state/${state}`),
  );
  const middle = (paths) => paths[Math.floor(paths.length / 2)];
  const chosen = [agencies, states].flatMap((paths) => [...paths.slice(0, 3), middle(paths)]);
  console.log(`${evident.length} agencies of which evidence speaks\n`);
  console.log('| page | KB transferred | requests | page alone | script |\n| --- | --- | --- | --- | --- |');
  for (const path of ['', 'es', ...chosen, 'changes', 'contradictions', 'claims', 'search?q=harris']) {
    const { all, page, script, requests } = await weigh(browser, url, path);
    const own = page > 0 ? page.toFixed(1) : '–';
    console.log(`| /${path} | ${all.toFixed(1)} | ${requests} | ${own} | ${script.toFixed(1)} |`);
  }
} finally {
  await stop();
  await browser.close();
  await reader.close();
}
