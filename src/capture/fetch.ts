import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import zlib from 'node:zlib';
import ipaddr from 'ipaddr.js';
import type { Response } from 'undici';
import { type Effects, messageOf, UserError } from '../base/index.ts';

const MAX_BODY_BYTES = 256 * 1024 * 1024;
const MAX_REDIRECTS = 8;
const TIMEOUT_MS = 60_000;
const AGENT = 'Countersign/0.1';

/** What a fetch brought: bytes for a success, null for an answer that is none, with where it ended and what the server said. */
export interface Fetched {
  url: string;
  /** RFC 3339, UTC. */
  retrieved: string;
  status: number | null;
  /** What the server said last; `x-redirects` lists, as `302 http://…`, what it and others said on the way; `x-unpacked` names the packing that the bytes came in. */
  headers: Record<string, string>;
  bytes: Buffer | null;
  /** Why there are no bytes, in one line; null on success. */
  error: string | null;
}

/** True for an address that is not on the public internet: loopback, private, link-local, reserved and the like. */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() !== 'unicast';
}

/** What may be said with a fetch. */
export interface FetchOptions {
  /** The host that the user wrote, where the address was found elsewhere; '' trusts none. */
  host?: string;
  /** Sent to the first address's own host alone: a key is nobody else's business. */
  headers?: Record<string, string>;
  /** What finds the addresses of a name. */
  lookup?: Lookup;
}

type Lookup = typeof lookup;

/**
 * Fetches a URL over http or https, following redirects. A private address is fetched only on the host that the user
 * wrote: `host` says which where the address was found elsewhere, as in a feed. No redirect or name leads to another.
 * Never throws for what the network or the server does: that is recorded.
 */
export async function fetchUrl(
  address: string,
  effects: Effects,
  { host, headers = {}, lookup: resolve = lookup }: FetchOptions = {},
): Promise<Fetched> {
  const first = parseUrl(address);
  const own = host ?? first.host;
  // A tenth of a second that no other command should pay.
  const { Agent, fetch } = await import('undici');
  let url = first;
  const hops: string[] = [];
  const way = () => (hops.length > 0 ? { 'x-redirects': hops.join(' ') } : {});
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const retrieved = new Date(effects.now()).toISOString();
    const failed = (error: string) => failure(url, retrieved, way(), error);
    const trusted = url.host === own;
    if (!trusted && isPrivateAddress(bare(url.hostname)))
      return failed(`${hop > 0 ? 'redirect to ' : ''}the private address ${url.host} was refused`);
    const agent = new Agent({
      connect: { lookup: trusted ? resolve : publicLookup(resolve), timeout: TIMEOUT_MS },
    });
    try {
      const response = await fetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { 'user-agent': AGENT, accept: '*/*', ...(url.host === first.host && headers) },
      });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel();
        hops.push(`${response.status} ${url.href}`);
        url = parseUrl(new URL(location, url).href);
        continue;
      }
      const { headers: said, ...answer } = await received(response, url, retrieved);
      return { ...answer, headers: { ...said, ...way() } };
    } catch (error) {
      const cause = error instanceof Error && error.cause ? error.cause : error;
      return failed(messageOf(cause));
    } finally {
      await agent.destroy();
    }
  }
  const retrieved = new Date(effects.now()).toISOString();
  return failure(url, retrieved, way(), `more than ${MAX_REDIRECTS} redirects`);
}

function failure(url: URL, retrieved: string, headers: Record<string, string>, error: string): Fetched {
  return { url: url.href, retrieved, status: null, headers, bytes: null, error };
}

async function received(response: Response, url: URL, retrieved: string): Promise<Fetched> {
  const base = { url: url.href, retrieved, status: response.status, headers: saidOf(response) };
  if (!response.ok) {
    await response.body?.cancel();
    return {
      ...base,
      bytes: null,
      error: `the server answered ${response.status} ${response.statusText}`.trim(),
    };
  }
  // No range was asked for; what follows could be any piece of the document.
  if (response.status === 206) {
    await response.body?.cancel();
    return { ...base, bytes: null, error: 'the server sent only a part (206)' };
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // Counted after decompression, so that a packed bomb ends here too.
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MAX_BODY_BYTES)
      return { ...base, bytes: null, error: `the answer has more than ${MAX_BODY_BYTES} bytes` };
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  return bytes.length
    ? { ...base, bytes, error: null }
    : { ...base, bytes: null, error: 'the answer is empty' };
}

// What fetch takes off by itself.
const UNPACKED = new Set([
  'gzip',
  'x-gzip',
  'deflate',
  'br',
  ...('createZstdDecompress' in zlib ? ['zstd'] : []),
]);

/** The headers of an answer. The bytes are kept unpacked: what described the packed ones would be untrue of them. */
function saidOf(response: Response): Record<string, string> {
  // Names with x- of this kind are ours, whatever a server calls its own.
  const { 'x-redirects': _, 'x-unpacked': __, ...said } = Object.fromEntries(response.headers);
  const { 'content-encoding': packed, 'content-length': size, ...headers } = said;
  const codings = packed?.toLowerCase().split(/\s*,\s*/) ?? [];
  if (codings.length > 0 && codings.every((coding) => UNPACKED.has(coding)))
    return { ...headers, 'x-unpacked': codings.join(', ') };
  return {
    ...headers,
    ...(packed && { 'content-encoding': packed }),
    ...(size && { 'content-length': size }),
  };
}

function parseUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UserError(`address ${JSON.stringify(address)} is no http or https URL; check it`);
  if (url.username || url.password)
    throw new UserError(`address of ${url.host} carries a password; leave it out`);
  return url;
}

/** Host names of IPv6 addresses come in brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/**
 * A lookup that gives only names whose every address is public. It is asked at the moment of connecting and its answer is
 * what is connected to: a name that leads elsewhere a moment later gains nothing.
 */
export function publicLookup(resolve: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const bad = addresses.find(({ address }) => isPrivateAddress(address));
      if (bad) return callback(new Error(`${hostname} leads to the private address ${bad.address}`), '');
      const first = addresses[0];
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}
