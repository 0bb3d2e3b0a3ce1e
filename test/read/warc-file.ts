import { gzipSync } from 'node:zlib';

/** The bytes of a WARC record of a type with its block; `length` other than the true one makes it a broken one. */
export function warcRecord(
  type: string,
  url: string,
  block: string | Buffer,
  id = url,
  length?: number,
): Buffer {
  const body = Buffer.from(block);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:test:${id}>`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2025-03-04T05:06:07Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${length ?? body.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body, Buffer.from('\r\n\r\n')]);
}

/** An HTTP response with further header lines. */
export function httpResponse(body: string | Buffer, headers: string[] = [], status = '200 OK'): Buffer {
  const head = [`HTTP/1.1 ${status}`, 'Content-Type: text/html; charset=utf-8', ...headers].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]);
}

/** A response record of a page. */
export function page(name: string, body: string | Buffer = `<p>${name}</p>`, headers: string[] = []): Buffer {
  return warcRecord('response', `https://example.org/${name}`, httpResponse(body, headers), name);
}

/** One gzip member for each record, as crawlers write them. */
export function members(records: Buffer[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}

/** The bytes in pieces of a size. */
export async function* pieces(bytes: Buffer, size = 1 << 20): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
