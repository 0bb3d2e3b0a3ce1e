import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { isPacked, responseIn, unpackBody } from '../../src/read/warc-http.ts';
import { httpResponse } from './warc-file.ts';

/** The body as it was before it was sent, by way of the whole response. */
function received(body: Buffer | string, ...headers: string[]): string {
  const response = responseIn(httpResponse(body, headers))!;
  return unpackBody(response).toString();
}

test('status, headers and body; names in lower case, several of one name joined', () => {
  const response = responseIn(
    httpResponse('words', ['Link: <a>', 'LINK: <b>', 'no header', ': empty'], '404 Not Found'),
  )!;
  assert.equal(response.status, 404);
  assert.equal(response.headers.link, '<a>, <b>');
  assert.equal(response.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(response.body.toString(), 'words');
  assert.equal(isPacked(response), false);
  // Line feeds alone serve too, and a header can go by any name.
  const bare = responseIn(Buffer.from('HTTP/2 200\nconstructor: x\n\nbody\r\n\r\nmore'))!;
  assert.deepEqual([bare.status, bare.headers.constructor], [200, 'x']);
});

test('what is no response is none', () => {
  for (const text of [
    '',
    'HTTP/1.1 200 OK',
    'GET / HTTP/1.1\r\n\r\n',
    'HTTP/1.1 2000 OK\r\n\r\n',
    '\r\n\r\n',
  ])
    assert.equal(responseIn(Buffer.from(text)), null, text);
  assert.equal(responseIn(Buffer.from(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`)), null);
});

test('a body comes out of every coding as it went in, and of one over another', () => {
  const page = '<p>Sheriff’s Office</p>'.repeat(20);
  for (const [coding, pack] of [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['Deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ] as const)
    assert.equal(received(pack(Buffer.from(page)), `Content-Encoding: ${coding}`), page, coding);
  assert.equal(received(gzipSync(brotliCompressSync(Buffer.from(page))), 'Content-Encoding: br, gzip'), page);
  // Crawlers unpack pages and keep the header.
  assert.equal(received(page, 'Content-Encoding: gzip'), page);
  assert.equal(received(page, 'Content-Encoding: identity'), page);
  assert.throws(() => received(page, 'Content-Encoding: zstd'), /content coding "zstd" is not known/);
  assert.throws(() => received(gzipSync(page).subarray(0, 30), 'Content-Encoding: gzip'));
});

test('chunks are put together whatever their sizes; a body that is not chunked stays', () => {
  const chunked = (parts: string[]) =>
    `${parts.map((part) => `${Buffer.byteLength(part).toString(16)};x=y\r\n${part}\r\n`).join('')}0\r\n\r\n`;
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' })), (parts) => {
      assert.equal(received(chunked(parts), 'Transfer-Encoding: chunked'), parts.join(''));
    }),
  );
  assert.equal(received('<p>not chunked\r\n</p>', 'Transfer-Encoding: chunked'), '<p>not chunked\r\n</p>');
  // Cut off: what came is there.
  assert.equal(received('4\r\nabcd\r\n9\r\nefg', 'Transfer-Encoding: chunked'), 'abcdefg');
});
