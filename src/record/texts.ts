import { getBlob } from '../capture/index.ts';
import { readHtml, readText, type TextReading } from '../read/index.ts';
import type { OpenRecord } from './open.ts';

/** The reading of a captured prose document, made again from its bytes, or null when it is none or the bytes are missing. */
export async function textOf({ db, captures }: OpenRecord, capture: string): Promise<TextReading | null> {
  const row = await db
    .selectFrom('capture')
    .select('reader')
    .where('sha', '=', capture)
    .where('form', '=', 'text')
    .executeTakeFirst();
  const bytes = row ? getBlob(captures, capture) : null;
  if (!row || !bytes) return null;
  return row.reader === 'html' ? readHtml(bytes) : readText(bytes);
}
