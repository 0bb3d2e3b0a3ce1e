import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGES } from '../../src/site/pages.tsx';
import { testSite } from './record.ts';

// Pages of one kind are alike: a few of each show that its links and its JSON work.
const OF_A_KIND = 6;
// What only a form leads to, or a longer record.
const START = ['/', '/es/', '/search', '/outlook/TX', '/claims/1'];
const site = testSite();

/** The kind of page that an address is of, as its route has it, or null where it is none. */
function kindOf(path: string): string | null {
  const bare = path.replace(/^\/es(?=\/)/, '');
  const kinds = PAGES.map((page) => page.path);
  return kinds.find((kind) => kind === bare || (kind.endsWith('/:id') && within(bare, kind))) ?? null;
}

function within(path: string, kind: string): boolean {
  const [stem, rest] = [kind.slice(0, -3), path.slice(kind.length - 3)];
  return path.startsWith(stem) && /^[^/.]+$/.test(rest);
}

const linksOf = (html: string, address: string) =>
  [...html.matchAll(/<a [^>]*?href="([^"#]*)/g)].map(
    ([, href]) => new URL(href!.replaceAll('&amp;', '&'), `http://site${address}`),
  );

test('from the first page on every link answers, every kind of page is reached, and each is data at the same address', async () => {
  const seen = new Map<string, number>();
  const asked = new Set<string>(START);
  for (const address of asked) {
    const kind = kindOf(address);
    const response = await site.app.request(address, { redirect: 'manual' });
    assert.ok([200, 301, 302].includes(response.status), `${address} answers ${response.status}`);
    if (kind === null || response.status !== 200) continue;
    const html = await response.text();
    const path = address.endsWith('/') ? `${address}index` : address;
    const json = await site.app.request(`${path}.json`);
    assert.equal(json.status, 200, `${path}.json`);
    assert.match(json.headers.get('content-type')!, /^application\/json/, path);
    assert.equal(typeof (await json.json()), 'object', path);
    const [, told] = html.match(/<link rel="alternate" type="application\/json" href="([^"]+)"/)!;
    const same = await site.app.request(new URL(told!, `http://site${address}`).pathname);
    assert.equal(same.status, 200, `${address} names ${told} as its data`);
    for (const { origin, pathname } of linksOf(html, address)) {
      if (origin !== 'http://site' || asked.has(pathname)) continue;
      const group = `${kindOf(pathname) ?? pathname.split('/')[1]}${pathname.startsWith('/es/') ? ' es' : ''}`;
      const n = seen.get(group) ?? 0;
      if (n >= OF_A_KIND) continue;
      seen.set(group, n + 1);
      asked.add(pathname);
    }
  }
  const kinds = new Set([...asked].map(kindOf));
  assert.deepEqual(
    PAGES.map(({ path }) => path).filter((path) => !kinds.has(path)),
    [],
    'kinds of page that nothing leads to',
  );
});
