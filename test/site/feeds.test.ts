import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'htmlparser2';
import { testSite } from './record.ts';

const site = testSite({ base: 'https://example.org/atlas/' });

async function get(path: string): Promise<string> {
  const response = await site.app.request(path);
  assert.equal(response.status, 200, path);
  return response.text();
}

test('a feed of an agency tells what changed, with ids that stay and absolute links', async () => {
  const feed = await get('/feed/agency/us-fl-coral-springs-police.xml');
  assert.match(
    feed,
    /<title>Coral Springs Police Department, Florida, is no longer listed: 287\(g\), task force<\/title>/,
  );
  assert.match(
    feed,
    /<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/,
  );
  assert.match(feed, /href="https:\/\/example\.org\/atlas\/agency\/us-fl-coral-springs-police"/);
  assert.equal(await get('/feed/agency/us-fl-coral-springs-police.xml'), feed);
  const ids = [...feed.matchAll(/urn:uuid:[^<]+/g)].map(([id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('a state has its own changes alone, in both languages and as JSON Feed', async () => {
  const feed = JSON.parse(await get('/feed/state/FL.json')) as {
    items: { title: string; date_published: string }[];
  };
  assert.ok(feed.items.length >= 2);
  for (const item of feed.items) assert.match(item.title, /Florida/);
  assert.match(
    await get('/es/feed/state/FL.xml'),
    /Coral Springs Police Department, Florida, ya no está en la lista/,
  );
  assert.ok(parseDocument(await get('/feed/all.xml'), { xmlMode: true }).children.length > 0);
});

test('no feed of nobody', async () => {
  for (const path of ['/feed/state/ZZ.xml', '/feed/agency/us-xx-nobody.xml', '/feed/other.xml', '/feed/all'])
    assert.equal((await site.app.request(path)).status, 404, path);
});
