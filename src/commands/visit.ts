import { type Day, type Effects, sha256, UserError } from '../base/index.ts';
import { fetchUrl, getBlob, putBlob, type Source } from '../capture/index.ts';
import { type IndexForm, type IndexItem, type IndexPage, readIndexPage, readNotice } from '../read/index.ts';
import {
  appendCapture,
  appendSighting,
  captureId,
  lastSeen,
  type OpenRecord,
  type Sighting,
} from '../record/index.ts';
import type { Seen } from './items.ts';

/** Pages that one address may have. */
const MAX_PAGES = 50;
/** Faults one after the other, after which a source is left alone until the next visit. */
const MAX_FAULTS = 3;
/** Between two requests to one source: nobody's server shall notice us. */
const PAUSE_MS = 250;

/** Later than any time. */
const ALWAYS = '9999';

/** What a visit of one source brought. */
export interface Visited {
  /** Documents that the pages named, within bounds. */
  named: number;
  /** New captures of notices. */
  fresh: number;
  /** Documents that had not changed, or whose bytes were known. */
  known: number;
  /** Documents beyond the bounds of this visit that no visit since the last complete one has seen. */
  left: number;
  /** New or unseen bytes of lists, to be added. */
  lists: Seen[];
  /** One line each. */
  faults: string[];
}

interface Visit {
  record: OpenRecord;
  source: Source;
  effects: Effects;
  visited: Visited;
  /** Faults since the last answer. */
  inRow: number;
  pause: number;
}

/** Visits a source within its bounds: its pages, then what they name that is new. What goes wrong is written into the record and told, and the rest goes on. */
export async function visit(
  record: OpenRecord,
  source: Source,
  { since, last }: { since: Day; last: string | null },
  effects: Effects,
  { pause = PAUSE_MS } = {},
): Promise<Visited> {
  const visited: Visited = { named: 0, fresh: 0, known: 0, left: 0, lists: [], faults: [] };
  const run: Visit = { record, source, effects, visited, inRow: 0, pause };
  const items = new Map<string, IndexItem>();
  for (const address of source.addresses)
    for (const item of await itemsAt(run, address.replaceAll('{since}', since)))
      items.set(item.address ?? sha256(item.bytes ?? ''), item);
  const words = source.words?.map((word) => word.toLowerCase());
  const fitting = [...items.values()].filter(
    ({ title }) => !words || words.some((word) => title.toLowerCase().includes(word)),
  );
  const ordered = await longestUnseenFirst(record, fitting);
  const taken = ordered.slice(0, source.most).map(({ item }) => item);
  const beyond = ordered.slice(source.most).filter(({ seen }) => seen <= (last ?? ''));
  visited.left = beyond.length;
  if (visited.left > 0)
    effects.warn(
      `source ${JSON.stringify(source.id)} names ${fitting.length} documents: ${taken.length} taken, ${visited.left} left for the next visit`,
    );
  visited.named = taken.length;
  for (const [index, item] of taken.entries()) {
    if (run.inRow >= MAX_FAULTS) {
      visited.faults.push(`${taken.length - index} more documents were left for the next visit`);
      break;
    }
    await take(run, item);
    effects.progress(index + 1, taken.length, `documents of ${source.id}`);
  }
  return visited;
}

/** Documents, each with when it was last seen (RFC 3339, empty for never): so that visits, one after the other, come to all. */
async function longestUnseenFirst(
  { db }: OpenRecord,
  items: readonly IndexItem[],
): Promise<{ item: IndexItem; seen: string }[]> {
  const found: { item: IndexItem; seen: string }[] = [];
  for (const item of items) {
    const { address, bytes } = item;
    // An entry that is held was seen as it is; a changed one is another.
    const held = bytes && (await captureId(db, sha256(bytes))) !== null;
    const seen = bytes
      ? held
        ? ALWAYS
        : ''
      : address
        ? ((await lastSeen(db, address))?.retrieved ?? '')
        : '';
    found.push({ item, seen });
  }
  return found.sort((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0));
}

/** What an address and the pages after it name. */
async function itemsAt(run: Visit, first: string): Promise<IndexItem[]> {
  const { source, visited } = run;
  const items: IndexItem[] = [];
  let address: string | null = first;
  // A feed whose pages lead back to one before would be asked for ever.
  const asked = new Set<string>();
  for (let count = 0; address !== null && count < MAX_PAGES; count++) {
    if (asked.has(address)) {
      visited.faults.push(`${first} leads back to ${address}; what comes after it is not reached`);
      address = null;
      break;
    }
    asked.add(address);
    const bytes = await got(run, address, async (seen) => {
      const { publisher, name } = source;
      const read = { sha: sha256(seen.bytes), size: seen.bytes.length, sighting: seen.sighting };
      const facts = { title: name, publisher, published: null, lang: null };
      putBlob(run.record.captures, seen.bytes);
      await appendCapture(
        run.record,
        { ...read, ...facts, form: 'feed', reader: source.reader, version: '1' },
        run.effects,
      );
    });
    const page: IndexPage | null = bytes && pageOf(run, bytes, address);
    if (!page) return items;
    items.push(...page.items);
    address = page.next;
  }
  if (address !== null)
    visited.faults.push(
      `${first} has more than ${MAX_PAGES} pages; what the later ones name is not reached: narrow the address`,
    );
  if (items.length < source.least)
    visited.faults.push(
      `${first} names ${items.length} documents where at least ${source.least} are expected; look whether the page has changed`,
    );
  return items;
}

function pageOf({ source, visited }: Visit, bytes: Buffer, address: string): IndexPage | null {
  try {
    return readIndexPage(source.reader as IndexForm, bytes, address);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    visited.faults.push(error.message);
    return null;
  }
}

/** One document: a list is handed on to be added like any other, a notice becomes a capture. */
async function take(run: Visit, item: IndexItem): Promise<void> {
  const { source, visited, effects } = run;
  const retrieved = new Date(effects.now()).toISOString();
  if (item.bytes) {
    const [origin] = source.addresses;
    return keepNotice(run, { bytes: item.bytes, sighting: { origin: origin ?? '', retrieved } });
  }
  if (!item.address) return;
  const isList = source.reader === 'ice-lists';
  let fresh = false;
  const bytes = await got(run, item.address, async (seen) => {
    fresh = true;
    if (isList) visited.lists.push(seen);
    else await keepNotice(run, seen);
  });
  if (bytes && !fresh) visited.known++;
}

async function keepNotice(run: Visit, { bytes, sighting }: Seen): Promise<void> {
  const { record, source, visited, effects } = run;
  const sha = sha256(bytes);
  // An entry has no address of its own to be seen at again.
  if ((await captureId(record.db, sha)) !== null) return void visited.known++;
  try {
    const { reader, version, title, published, lang } = readNotice(bytes).reading;
    putBlob(record.captures, bytes);
    const read = { sha, size: bytes.length, sighting, form: 'text' as const, reader, version };
    await appendCapture(
      record,
      { ...read, title, published, lang, publisher: source.publisher, claims: [] },
      effects,
    );
    visited.fresh++;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    visited.faults.push(`${sighting.origin}: ${error.message}`);
  }
}

/**
 * The bytes behind an address: asked for only if they changed since they were last seen, else those that the record holds.
 * `onFresh` is called for bytes that it does not hold. Null where the fetch failed, which is written into the record.
 */
async function got(
  run: Visit,
  address: string,
  onFresh: (seen: Seen) => Promise<void>,
): Promise<Buffer | null> {
  const { record, source, effects, visited } = run;
  const last = await lastSeen(record.db, address);
  const held = last && getBlob(record.captures, last.capture);
  const { bytes, url, retrieved, status, headers, error } = await fetchUrl(address, effects, {
    headers: { ...keyOf(source), ...(held && conditions(last.headers)) },
  });
  await new Promise((done) => setTimeout(done, run.pause));
  const sighting: Sighting = { origin: address, retrieved, status, headers };
  if (url !== address) sighting.headers = { ...headers, 'x-address': url };
  if (status === 304 && held) {
    run.inRow = 0;
    await appendSighting(record, last.capture, sighting, effects);
    return held;
  }
  if (!bytes) {
    run.inRow++;
    visited.faults.push(`${address}: ${error ?? 'no answer'}`);
    await appendSighting(record, null, { ...sighting, error: error ?? 'no answer' }, effects);
    return null;
  }
  run.inRow = 0;
  const sha = sha256(bytes);
  if ((await captureId(record.db, sha)) === null) await onFresh({ bytes, sighting });
  else {
    putBlob(record.captures, bytes);
    await appendSighting(record, sha, sighting, effects);
  }
  return bytes;
}

function keyOf({ key }: Source): Record<string, string> {
  const value = key && process.env[key.variable];
  return key && value ? { [key.header]: value } : {};
}

function conditions(headers: string | null): Record<string, string> {
  const { etag, 'last-modified': modified } = JSON.parse(headers ?? '{}') as Record<string, string>;
  return { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) };
}

/** Why a source cannot or need not be visited now, in a line; null when it can. */
export function notNow(source: Source, last: string | null, named: boolean, effects: Effects): string | null {
  const { id, key, hours } = source;
  if (key && !process.env[key.variable])
    return `source ${JSON.stringify(id)} asks for a key, free from ${key.from}; put it into ${key.variable}`;
  const ago = last === null ? Infinity : effects.now() - Date.parse(last);
  if (named || ago >= hours * 3_600_000) return null;
  return `source ${JSON.stringify(id)} was visited less than ${hours} hours ago; name it to visit it now`;
}

/** A visit in a line, for people. */
export function visitedText({ id }: Source, { named, fresh, known, lists }: Visited): string {
  const parts = [
    `${named} ${named === 1 ? 'document' : 'documents'} named`,
    fresh > 0 && `${fresh} new`,
    lists.length > 0 && `${lists.length} new ${lists.length === 1 ? 'list' : 'lists'}`,
    known > 0 && `${known} known before`,
  ];
  return `${id}: ${parts.filter(Boolean).join(', ')}`;
}
