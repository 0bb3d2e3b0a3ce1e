import { createReadStream } from 'node:fs';
import { type Effects, messageOf, UserError } from '../base/index.ts';
import { WarcFrames } from './warc-frames.ts';
import { GAP, unpacked } from './warc-gunzip.ts';
import { type HttpResponse, isPacked, responseIn, unpackBody } from './warc-http.ts';

/** One page of a web archive as it was received. `payload` is a view of a larger buffer: copy what is kept. */
export interface WarcRecord {
  /** The record's own id, `urn:uuid:…`. */
  id: string;
  url: string;
  /** When it was captured, RFC 3339. */
  date: string;
  status: number;
  /** Media type in lower case without parameters, or null. */
  mime: string | null;
  headers: Record<string, string>;
  payload: Buffer;
}

/** What may be told to the reader of archives. */
export interface WarcOptions {
  /** False passes over a page. It sees the raw bytes, undecoded unless a content coding hides them. Everything passes by default. */
  mayConcern?: (bytes: Uint8Array, mime: string | null) => boolean;
}

/** How much of an archive there was. */
export interface WarcTally {
  /** Records of every type. */
  records: number;
  /** Responses that hold a document; pictures, styles, scripts, fonts, sound and film are none. */
  responses: number;
  /** Responses handed on. */
  passed: number;
  warnings: number;
}

const READ_BYTES = 1 << 20;
const NO_PROSE = /^(?:image|audio|video|font)\/|^text\/css$|javascript$|^application\/(?:font|x-font|wasm)/;
// Damage is told a few times, not once for each of a million records.
const MAX_WARNINGS = 100;
const MAX_RECENT = 8192;

/**
 * Streams a WARC (a path or its bytes; gzip or not) in flat memory and hands each HTTP response to `onRecord`, one at a
 * time. Damage ends in one warning and the reading goes on behind it. Answers how much there was.
 */
export async function readWarc(
  source: string | AsyncIterable<Uint8Array>,
  onRecord: (record: WarcRecord) => void | Promise<void>,
  effects: Effects,
  options: WarcOptions = {},
): Promise<WarcTally> {
  const bytes = typeof source === 'string' ? createReadStream(source, { highWaterMark: READ_BYTES }) : source;
  const tally: WarcTally = { records: 0, responses: 0, passed: 0, warnings: 0 };
  const warn = (message: string) => {
    if (++tally.warnings <= MAX_WARNINGS) effects.warn(message);
  };
  let ready: WarcRecord[] = [];
  const frames = new WarcFrames((header, block) => {
    tally.records++;
    const record = recordOf(header, block, tally, options, warn);
    if (record) ready.push(record);
  }, warn);
  const recent = new Set<string>();
  let gaps = false;
  const handOn = async () => {
    const records = ready;
    ready = [];
    for (const record of records) {
      if (isAgain(record, recent) && gaps) continue;
      tally.passed++;
      await onRecord(record);
    }
  };
  // Damage inside a record that is left out anyway is the same trouble.
  const damaged = (message: string) => {
    if (!frames.skips) warn(message);
  };
  for await (const piece of unpacked(readable(bytes, source), damaged)) {
    if (piece === GAP) {
      gaps = true;
      frames.gap();
    } else frames.push(piece);
    if (ready.length > 0) await handOn();
  }
  frames.end();
  await handOn();
  return tally;
}

/** The source's pieces; a file that cannot be read is the user's to put right. */
async function* readable(
  bytes: AsyncIterable<Uint8Array>,
  source: string | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    if (typeof source !== 'string') throw error;
    throw new UserError(
      `archive ${JSON.stringify(source)} cannot be read (${messageOf(error)}); give another path`,
    );
  }
}

/** True for a record that came before: behind damage, what stood before it in the same stretch comes twice. */
function isAgain({ id }: WarcRecord, recent: Set<string>): boolean {
  if (!id) return false;
  if (recent.has(id)) return true;
  if (recent.size >= MAX_RECENT) recent.clear();
  recent.add(id);
  return false;
}

function recordOf(
  header: string,
  block: Buffer,
  tally: WarcTally,
  { mayConcern }: WarcOptions,
  warn: (message: string) => void,
): WarcRecord | null {
  // Most records are requests and metadata: one look tells.
  if (!/\r\nwarc-type:[ \t]*response\r\n/i.test(header)) return null;
  const response = responseIn(block);
  if (!response) return null;
  const mime =
    response.headers['content-type']
      ?.replace(/;[\s\S]*$/, '')
      .trim()
      .toLowerCase() || null;
  if (mime && NO_PROSE.test(mime)) return null;
  tally.responses++;
  const url = fieldOf(header, 'warc-target-uri').replace(/^<|>$/g, '');
  const packed = isPacked(response);
  if (!packed && mayConcern && !mayConcern(response.body, mime)) return null;
  const payload = packed ? bodyOf(response, url, warn) : response.body;
  if (!payload || (packed && mayConcern && !mayConcern(payload, mime))) return null;
  const { status, headers } = response;
  const id = fieldOf(header, 'warc-record-id').replace(/^<|>$/g, '');
  return { id, url, date: fieldOf(header, 'warc-date'), status, mime, headers, payload };
}

function bodyOf(response: HttpResponse, url: string, warn: (message: string) => void): Buffer | null {
  try {
    return unpackBody(response);
  } catch (error) {
    warn(
      `page ${JSON.stringify(url.slice(0, 200))} cannot be unpacked (${messageOf(error)}); it is left out`,
    );
    return null;
  }
}

function fieldOf(header: string, name: string): string {
  return new RegExp(`\\r\\n${name}:[ \\t]*([^\\r\\n]*)`, 'i').exec(header)?.[1]?.trim() ?? '';
}
