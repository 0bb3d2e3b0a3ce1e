import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Effects, UserError } from '../base/index.ts';
import { isWarc, sniffForm } from '../capture/index.ts';
import { mayConcern } from '../claim/index.ts';
import {
  type FeedItem,
  readFeed,
  readWacz,
  readWarc,
  type WarcRecord,
  type WarcTally,
} from '../read/index.ts';
import { charsetIn, type Sighting } from '../record/index.ts';
import { type Given, type Intake, readCapture } from './intake.ts';
import type { Seen } from './items.ts';

/** What was read of a document within a collection. */
export interface Within extends Intake {
  bytes: Buffer;
}

/** How much of a collection there was, and how much of it may concern the matter. */
export interface CollectionTally {
  records: number;
  documents: number;
  concerned: number;
}

/** What a feed is, and the addresses of its entries that may concern the matter. */
export interface FeedFound {
  title: string | null;
  tally: CollectionTally;
  links: string[];
}

/**
 * Goes through a feed and hands on what is read of each entry that may concern the matter, with the entry's own link and
 * date. Throws a UserError for what is no feed.
 */
export async function throughFeed(
  { bytes, sighting }: Seen,
  given: Given,
  onFound: (found: Within) => Promise<void>,
  effects: Effects,
): Promise<FeedFound> {
  const url = /^https?:/i.test(sighting.origin) ? sighting.origin : null;
  const feed = readFeed(bytes, { charset: charsetIn(sighting.headers), url }, effects.warn);
  const tally = { records: feed.items.length, documents: feed.items.length, concerned: 0 };
  const links: string[] = [];
  for (const item of feed.items) {
    if (!mayConcern(item.bytes)) continue;
    tally.concerned++;
    if (item.url) links.push(item.url);
    const entry = await readOne(
      item.bytes,
      entrySighting(item, sighting),
      {
        ...given,
        published: given.published ?? item.published,
        publisher: given.publisher ?? feed.title,
        reader: 'entry',
      },
      effects,
    );
    if (entry) await onFound(entry);
  }
  return { title: feed.title, tally, links };
}

/** An entry was seen at its own address, in the feed; without an address, at the feed's. */
function entrySighting({ url, id }: FeedItem, { origin, retrieved }: Sighting): Sighting {
  return {
    origin: url ?? origin,
    retrieved,
    headers: { 'x-feed': origin, 'x-feed-entry': id.slice(0, 500) },
  };
}

/**
 * Streams a web archive in flat memory and hands on what is read of each page that may concern the matter: at its own
 * address, time, status and headers. What cannot be read is one warning. Answers how much there was, and the archive's hash.
 */
export async function throughArchive(
  path: string,
  form: 'warc' | 'wacz',
  given: Given,
  onFound: (found: Within) => Promise<void>,
  effects: Effects,
): Promise<CollectionTally & { sha256: string }> {
  const name = basename(path);
  let concerned = 0;
  const onRecord = async (record: WarcRecord) => {
    // Redirects and errors are answers, but no documents.
    if (record.status < 200 || record.status > 299 || record.payload.length === 0) return;
    if (!isDated(record)) {
      effects.warn(`page ${JSON.stringify(record.url.slice(0, 200))} has no time of capture; it is left out`);
      return;
    }
    // The payload is a view of a buffer that goes on.
    const bytes = Buffer.from(record.payload);
    const found = await readOne(bytes, archiveSighting(record, name), { ...given, ocr: false }, effects);
    if (!found || (found.reading && isPacked(bytes) && !mayConcern(Buffer.from(found.reading.text)))) return;
    concerned++;
    effects.progress(concerned, null, `pages of ${name} that may concern the matter`);
    await onFound(found);
  };
  const options = { mayConcern: (bytes: Uint8Array) => isPacked(bytes) || mayConcern(bytes) };
  const hash = createHash('sha256');
  const tally: WarcTally =
    form === 'wacz'
      ? await readWacz(path, onRecord, effects, options)
      : await readWarc(hashed(path, hash), onRecord, effects, options);
  if (form === 'wacz') for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return { records: tally.records, documents: tally.responses, concerned, sha256: hash.digest('hex') };
}

async function* hashed(path: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer);
    yield piece as Buffer;
  }
}

/** True for forms whose words do not stand in the raw bytes: PDF, and zip for a workbook. */
function isPacked(bytes: Uint8Array): boolean {
  return (
    (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44) || (bytes[0] === 0x50 && bytes[1] === 0x4b)
  );
}

function isDated({ date }: WarcRecord): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(date) && !Number.isNaN(Date.parse(date));
}

function archiveSighting({ url, date, status, headers, id }: WarcRecord, name: string): Sighting {
  const retrieved = new Date(date).toISOString();
  return {
    origin: url,
    retrieved,
    status,
    headers: { ...headers, 'x-archive': name, 'x-archive-record': id },
  };
}

/** What is read of one document of many; null for what is of no kind that is read, or cannot be read, which is told. */
async function readOne(
  bytes: Buffer,
  sighting: Sighting,
  given: Given,
  effects: Effects,
): Promise<Within | null> {
  const own = { ...effects, warn: (told: string) => effects.warn(`${sighting.origin}: ${told}`) };
  try {
    return { bytes, ...(await readCapture(bytes, sighting, given, own)) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (!isPassedOver(error)) own.warn(error.message);
    return null;
  }
}

/** True for what is merely of another kind: in a folder or an archive no reason for a line. */
export function isPassedOver(error: UserError): boolean {
  return /is of no kind that is read|needs the columns|is no workbook/.test(error.message);
}

/** The form of a collection in memory, as an address gives it; null for a single document. */
export function collectionForm(bytes: Buffer): 'feed' | 'warc' | 'wacz' | null {
  const form = sniffForm(bytes);
  if (form === 'feed' || form === 'warc') return form;
  if (form === 'gzip') return isWarc(bytes) ? 'warc' : null;
  if (form !== 'zip') return null;
  return /archive\/[^/]{1,200}\.warc/i.test(bytes.toString('latin1', 0, 65_536)) ? 'wacz' : null;
}

/** Runs `work` with bytes as a file, which is gone afterwards. */
export async function asFile<T>(bytes: Buffer, name: string, work: (path: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  try {
    const path = join(dir, name.replace(/[^\w.-]/g, '_') || 'archive');
    writeFileSync(path, bytes);
    return await work(path);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
