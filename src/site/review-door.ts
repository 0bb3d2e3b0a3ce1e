import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { sha256 } from '../base/index.ts';

/** Who may review: one person at this machine alone, or those who know a secret. */
export type Door = { actor: string } | { reviewers: ReadonlyMap<string, string> };

const COOKIE = 'reviewer';
const HOURS = 12;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** True for a name of this machine. Any other name that leads here is somebody else's trick (DNS rebinding). */
export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.test(host);
}

/**
 * Whether a request that changes something came from a page of this site. A browser says so in `Sec-Fetch-Site` or in
 * `Origin`, which no page can forge; who says neither is no browser with this page and has the command line.
 */
export function isOwn(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  if (site !== undefined && site !== 'same-origin') return false;
  // Under the site's own referrer policy a browser may leave the origin of a form blank ("null").
  if (origin === undefined || origin === 'null') return site !== undefined;
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host');
}

/** Who reviews in this request, or null where nobody does. */
export function actorOf(c: Context, door: Door): string | null {
  if ('actor' in door) return isLoopback(c.req.header('host')) && !isForwarded(c) ? door.actor : null;
  const [name = '', until = '', mark = ''] = (getCookie(c, COOKIE) ?? '').split('.').map(unpack);
  const secret = door.reviewers.get(name);
  if (secret === undefined || !(Number(until) > Date.now())) return null;
  return equal(mark, markOf(secret, name, until)) ? name : null;
}

/** A server in front brings others than the one at this machine. */
function isForwarded(c: Context): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  );
}

/** Whether name and secret fit; takes as long for a name that nobody has. */
export function fits(door: Door, name: string, secret: string): boolean {
  if ('actor' in door) return false;
  const known = door.reviewers.get(name);
  return equal(sha256(secret), sha256(known ?? '')) && known !== undefined;
}

/** Lets a reviewer in for half a day, or out. The cookie holds no secret, and no other site can have it sent. */
export function letIn(
  c: Context,
  { reviewers }: { reviewers: ReadonlyMap<string, string> },
  name: string | null,
) {
  const until = String(Date.now() + HOURS * 3_600_000);
  const mark = name === null ? '' : markOf(reviewers.get(name)!, name, until);
  setCookie(c, COOKIE, name === null ? '' : [name, until, mark].map(pack).join('.'), {
    httpOnly: true,
    sameSite: 'Strict',
    secure: !isLoopback(c.req.header('host')),
    path: '/',
    maxAge: name === null ? 0 : HOURS * 3600,
  });
}

/** True where a secret would not go over the wire in the open: https in front, or this machine. */
export function isPrivate(c: Context): boolean {
  const forwarded = c.req.header('x-forwarded-proto');
  return (forwarded ?? new URL(c.req.url).protocol).startsWith('https') || isLoopback(c.req.header('host'));
}

function markOf(secret: string, name: string, until: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([name, until]))
    .digest('hex');
}

// Hashed first: both sides are then of one length, which the comparison demands.
function equal(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}

function pack(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function unpack(text: string): string {
  return Buffer.from(text, 'base64url').toString();
}
