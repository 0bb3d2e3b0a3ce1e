import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Effects, quietEffects } from '../base/index.ts';
import { getBlob } from '../capture/index.ts';
import { isSlow, PROSE_READERS, type ProseReader, readProse, type TextReading } from '../read/index.ts';
import { keepFile } from './keep-file.ts';
import type { OpenRecord } from './open.ts';

/**
 * The reading of a captured prose document, or null when it is none or its bytes are missing. It is made from the bytes;
 * one that takes long (OCR) is kept beside them and taken from there, until its reader is of another version.
 */
export async function textOf(record: OpenRecord, capture: string): Promise<TextReading | null> {
  return keptReading(record, capture) ?? freshText(record, capture, quietEffects());
}

/** The reading made anew from the bytes, whatever is kept; null when it is no prose or its bytes are missing. */
export async function freshText(
  record: OpenRecord,
  capture: string,
  effects: Effects,
): Promise<TextReading | null> {
  const row = await record.db
    .selectFrom('capture as c')
    .leftJoin('sighting as s', 's.capture', 'c.id')
    .select(['c.reader', 's.headers'])
    .where('c.sha', '=', capture)
    .where('c.form', '=', 'text')
    .orderBy('s.id')
    .executeTakeFirst();
  const bytes = row ? getBlob(record.captures, capture) : null;
  if (!row || !bytes || !isProse(row.reader)) return null;
  const headers = row.headers === null ? {} : (JSON.parse(row.headers) as Record<string, string>);
  const reading = await readProse(row.reader, bytes, { charset: charsetIn(headers) }, effects);
  keepReading(record, capture, reading);
  return reading;
}

/** The charset that HTTP headers name, or null. */
export function charsetIn(headers: Record<string, string> | null | undefined): string | null {
  return /charset=["']?([\w-]+)/i.exec(headers?.['content-type'] ?? '')?.[1] ?? null;
}

function isProse(reader: string): reader is ProseReader {
  return Object.hasOwn(PROSE_READERS, reader);
}

/** Keeps a reading that takes long to make. It is no evidence: whoever deletes it only has to wait for the next one. */
export function keepReading({ dir }: OpenRecord, capture: string, reading: TextReading): void {
  if (!isSlow(reading)) return;
  keepFile(readingPath(dir, capture), gzipSync(JSON.stringify(reading)));
}

/** The reading kept beside the bytes, or null where there is none that this program would make. */
export function keptReading({ dir }: OpenRecord, capture: string): TextReading | null {
  const path = readingPath(dir, capture);
  if (!existsSync(path)) return null;
  try {
    const reading = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as TextReading;
    return isProse(reading.reader) && PROSE_READERS[reading.reader] === reading.version ? reading : null;
  } catch {
    // Cut off by a kill, or by hand: it is made again.
    return null;
  }
}

function readingPath(dir: string, capture: string): string {
  return join(dir, 'readings', capture.slice(0, 2), `${capture}.json.gz`);
}
