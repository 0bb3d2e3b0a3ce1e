import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../../src/site/index.ts';
import { ASSETS, testSite } from './record.ts';

const HARRIS = 'agency/us-tx-harris-county-sheriff';
const site = testSite();

const get = async (path: string) => (await site.app.request(path)).text();

test('a card may stand in a frame of any site, nothing else may; it runs nothing and is not indexed', async () => {
  for (const path of ['/embed/map', `/embed/${HARRIS}`]) {
    const response = await site.app.request(path);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-security-policy')!, /frame-ancestors \*$/);
    assert.equal(response.headers.get('set-cookie'), null);
    const html = await response.text();
    assert.match(html, /<meta name="robots" content="noindex"/);
    assert.doesNotMatch(html, /<script|<form/);
    assert.ok(html.length < 4000, `${path}: ${html.length}`);
  }
  const page = await site.app.request(`/${HARRIS}`);
  assert.match(page.headers.get('content-security-policy')!, /frame-ancestors 'none'$/);
  assert.equal((await site.app.request('/embed/agency/us-tx-nobody')).status, 404);
});

test('a card answers first, in both languages, and leads to its page', async () => {
  const html = await get(`/embed/${HARRIS}`);
  assert.match(html, /<main id="en" lang="en">.*<strong>Ended<\/strong> a 287\(g\) jail agreement/);
  assert.match(html, /<main id="es" lang="es">.*<strong>Terminó<\/strong>/);
  assert.match(html, new RegExp(`href="\\.\\./\\.\\./${HARRIS}"`));
  assert.match(html, new RegExp(`href="\\.\\./\\.\\./es/${HARRIS}"`));
});

test('the line to copy stands on the page; with a known address it is whole', async () => {
  assert.match(
    await get(`/${HARRIS}`),
    /&lt;iframe src=&quot;\.\.\/embed\/agency\/us-tx-harris-county-sheriff&quot;/,
  );
  const based = createApp(site.made.reader, { assets: ASSETS, base: 'https://example.org/atlas/' });
  const html = await (await based.request(`/es/${HARRIS}`)).text();
  assert.match(
    html,
    /&lt;iframe src=&quot;https:\/\/example\.org\/atlas\/embed\/agency\/us-tx-harris-county-sheriff#es&quot;/,
  );
  assert.match(html, /<meta property="og:image" content="https:\/\/example\.org\/atlas\/es\/card\.png"/);
  assert.match(await get('/'), /embed\/map&quot;/);
});
