import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { quietEffects } from '../../src/base/index.ts';
import { publicLookup } from '../../src/capture/fetch.ts';
import { fetchUrl, isPrivateAddress } from '../../src/capture/index.ts';

async function serve(handler: RequestListener, work: (base: string) => Promise<void>): Promise<void> {
  const server: Server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const effects = quietEffects({ now: () => Date.parse('2026-11-24T05:00:00Z') });

test('fetches bytes, status and headers, through a redirect on the same host', async () => {
  await serve(
    (request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
          .end(gzipSync('words'));
    },
    async (base) => {
      const got = await fetchUrl(`${base}/old`, effects);
      assert.equal(got.bytes?.toString(), 'words');
      assert.deepEqual([got.url, got.status, got.error], [`${base}/new`, 200, null]);
      assert.equal(got.retrieved, '2026-11-24T05:00:00.000Z');
      assert.equal(got.headers['content-type'], 'text/plain');
      assert.equal(got.headers['x-redirects'], `302 ${base}/old`);
      // The bytes are the unpacked ones: no header may say otherwise.
      assert.equal(got.headers['x-unpacked'], 'gzip');
      assert.deepEqual(
        [got.headers['content-encoding'], got.headers['content-length']],
        [undefined, undefined],
      );
    },
  );
});

test('tells a failure in one line and throws nothing', async () => {
  await serve(
    (request, response) => {
      if (request.url === '/empty') response.writeHead(200).end();
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (request.url === '/identity')
        response.writeHead(200, { 'content-encoding': 'identity' }).end('words');
      else if (request.url === '/part') response.writeHead(206, { 'content-range': 'bytes 0-1/9' }).end('wo');
      else response.writeHead(404).end('no');
    },
    async (base) => {
      const part = await fetchUrl(`${base}/part`, effects);
      assert.deepEqual([part.bytes, part.error], [null, 'the server sent only a part (206)']);
      const missing = await fetchUrl(`${base}/x`, effects);
      assert.deepEqual(
        [missing.bytes, missing.status, missing.error],
        [null, 404, 'the server answered 404 Not Found'],
      );
      const plain = (await fetchUrl(`${base}/identity`, effects)).headers;
      assert.deepEqual([plain['content-encoding'], plain['x-unpacked']], ['identity', undefined]);
      assert.equal((await fetchUrl(`${base}/empty`, effects)).error, 'the answer is empty');
      assert.equal((await fetchUrl(`${base}/loop`, effects)).error, 'more than 8 redirects');
    },
  );
  const refused = await fetchUrl('http://127.0.0.1:9/', effects);
  assert.equal(refused.bytes, null);
  assert.match(refused.error ?? '', /ECONNREFUSED|bad port/);
});

test('follows no redirect to another private address', async () => {
  await serve(
    (_, response) => response.writeHead(200).end('secret'),
    async (secret) => {
      await serve(
        (_, response) => response.writeHead(302, { location: secret }).end(),
        async (base) => {
          const got = await fetchUrl(base, effects);
          assert.equal(got.bytes, null);
          assert.match(got.error ?? '', /^redirect to the private address 127\.0\.0\.1:\d+ was refused$/);
        },
      );
    },
  );
});

type Resolver = NonNullable<NonNullable<Parameters<typeof fetchUrl>[2]>['lookup']>;

/** A resolver of names that answers these addresses, one after the other. */
function resolver(...answers: string[]): { resolve: Resolver; asked: string[] } {
  const asked: string[] = [];
  const resolve = (host: string, _: unknown, done: (error: null, found: object[]) => void) => {
    done(null, [{ address: answers[asked.push(host) - 1] ?? answers.at(-1), family: 4 }]);
  };
  return { resolve: resolve as unknown as Resolver, asked };
}

test('a name that leads to a private address is refused at every hop, and its server is not asked', async () => {
  let asked = 0;
  await serve(
    (_, response) => {
      asked++;
      response.writeHead(200).end('secret');
    },
    async (secret) => {
      const target = secret.replace('127.0.0.1', 'rebind.test');
      await serve(
        (request, response) =>
          response
            .writeHead(request.url === '/' ? 301 : 302, { location: request.url === '/' ? '/b' : target })
            .end(),
        async (base) => {
          const { resolve } = resolver('127.0.0.1');
          const got = await fetchUrl(base, effects, { lookup: resolve });
          assert.equal(got.bytes, null);
          assert.equal(got.error, 'rebind.test leads to the private address 127.0.0.1');
          assert.equal(got.headers['x-redirects'], `301 ${base}/ 302 ${base}/b`);
          assert.equal(asked, 0);
        },
      );
    },
  );
});

test('the address that was checked is the one that is connected to: the name is asked for once', () => {
  const { resolve, asked } = resolver('8.8.8.8', '127.0.0.1');
  publicLookup(resolve)('rebind.test', { all: true }, (error, found) => {
    assert.equal(error, null);
    assert.deepEqual(found, [{ address: '8.8.8.8', family: 4 }]);
  });
  assert.deepEqual(asked, ['rebind.test']);
});

test('takes http and https addresses only, without passwords', async () => {
  for (const address of ['ftp://x.test/a', 'file:///etc/passwd', 'http://', 'http://me:secret@x.test/']) {
    await assert.rejects(fetchUrl(address, effects), { name: 'UserError' });
  }
});

test('knows private addresses in every spelling', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '169.254.169.254',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '0.0.0.0',
    '100.64.0.1',
  ]) {
    assert.equal(isPrivateAddress(address), true, address);
  }
  for (const address of ['8.8.8.8', '2606:4700::1111', 'example.org'])
    assert.equal(isPrivateAddress(address), false, address);
});
