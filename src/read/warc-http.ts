import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** An HTTP response with its body as it came over the wire. */
export interface HttpResponse {
  status: number;
  /** Lower-case names; several of one name are joined by a comma. */
  headers: Record<string, string>;
  body: Buffer;
}

const MAX_HEADERS = 64 * 1024;
const MAX_BODY = 64 * 1024 * 1024;

/** The response in a record's block, its transfer coding undone, or null when it is none. */
export function responseIn(block: Buffer): HttpResponse | null {
  const crlf = block.indexOf('\r\n\r\n');
  const lf = crlf < 0 ? block.indexOf('\n\n') : -1;
  const end = crlf >= 0 ? crlf : lf;
  if (end < 0 || end > MAX_HEADERS) return null;
  const lines = block.toString('latin1', 0, end).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(lines[0]!)?.[1];
  if (!status) return null;
  const headers: Record<string, string> = Object.create(null);
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  const body = block.subarray(end + (crlf >= 0 ? 4 : 2));
  const isChunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '');
  return { status: Number(status), headers, body: isChunked ? dechunked(body) : body };
}

/** True when the body is packed by a content coding. */
export function isPacked({ headers, body }: HttpResponse): boolean {
  return codingsOf(headers).length > 0 && body.length > 0;
}

/** The body without its content codings, up to 64 MB. Throws when it is damaged, larger, or in a coding unknown here. */
export function unpackBody({ headers, body }: HttpResponse): Buffer {
  let bytes = body;
  for (const coding of codingsOf(headers).reverse()) bytes = undo(coding, bytes);
  return bytes;
}

function codingsOf(headers: Record<string, string>): string[] {
  const codings = (headers['content-encoding'] ?? '').toLowerCase().split(',');
  return codings.map((coding) => coding.trim()).filter((coding) => coding && coding !== 'identity');
}

function undo(coding: string, bytes: Buffer): Buffer {
  const limit = { maxOutputLength: MAX_BODY };
  if (coding === 'gzip' || coding === 'x-gzip') {
    // Many crawlers store the unpacked page and keep the header.
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, limit) : bytes;
  }
  // Some servers send bare deflate, others with the header that the standard asks for.
  if (coding === 'deflate')
    return (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
  if (coding === 'br') return brotliDecompressSync(bytes, limit);
  throw new Error(`content coding ${JSON.stringify(coding.slice(0, 20))} is not known`);
}

/** A chunked body put together; bytes that are not chunked, as crawlers store them at times, stay as they are. */
function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf('\r\n', at);
    const size =
      end < 0 || end - at > 200
        ? null
        : /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;|$)/i.exec(body.toString('latin1', at, end));
    if (!size) return parts.length > 0 ? Buffer.concat(parts) : body;
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 4 + length;
  }
  return Buffer.concat(parts);
}
