import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

/** Failed attempts to sign in, by the address from which they came: who guesses shuts out nobody else. */
export interface Tries {
  /** True where an address has failed too often of late. */
  spent(address: string): boolean;
  fail(address: string): void;
}

const MOST = 10;
const PAUSE = 5 * 60_000;
// Each takes a hundred bytes; who comes from more addresses than this has the oldest forgotten.
const MOST_ADDRESSES = 10_000;

/** No attempts yet. `now` is the clock. */
export function noTries(now: () => number): Tries {
  const failed = new Map<string, number[]>();
  const recent = (address: string) => (failed.get(address) ?? []).filter((time) => time > now() - PAUSE);
  return {
    spent: (address) => recent(address).length >= MOST,
    fail(address) {
      const times = [...recent(address), now()];
      // Put back at the end: the first is the one that failed longest ago.
      failed.delete(address);
      failed.set(address, times);
      for (const oldest of failed.keys()) {
        if (failed.size <= MOST_ADDRESSES) break;
        failed.delete(oldest);
      }
    },
  };
}

/**
 * The address from which a request comes. A server in front, which stands at this machine or in its own network, writes it
 * behind whatever it was sent; what a caller from elsewhere writes there itself is not believed.
 */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const remote = env?.incoming?.socket?.remoteAddress ?? '';
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return networkOf(told && isNear(remote) ? told : remote);
}

function isNear(address: string): boolean {
  return !ipaddr.isValid(address) || ipaddr.process(address).range() !== 'unicast';
}

/** The address, or for IPv6 the network of which one customer has all addresses. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
