import { UserError } from '../base/index.ts';
import { feedDay, type RawItem } from './feed.ts';
import { itemOf } from './feed-json.ts';
import { xmlFeed } from './feed-xml.ts';
import { readHtml } from './html.ts';
import type { TextReading } from './reading.ts';

/** Counted up when the same bytes give another text. */
export const ENTRY_VERSION = '2';

/**
 * The reading of one entry of a feed, from its own bytes: its title, then the longest text that the feed gives of it.
 * Throws a UserError for what is no entry.
 */
export function readEntry(bytes: Buffer): TextReading {
  const item = entryIn(bytes.toString('utf8'));
  if (!item) throw new UserError('entry is no entry of a feed; give the feed itself');
  const heading = item.title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const page = readHtml(Buffer.from(`<meta charset="utf-8"><h1>${heading}</h1>\n<p>${item.html}`));
  return {
    ...page,
    reader: 'entry',
    version: ENTRY_VERSION,
    title: item.title || null,
    published: feedDay(item.published),
  };
}

function entryIn(text: string): RawItem | null {
  if (text.startsWith('{')) return jsonEntry(text);
  // An element of its own has lost its root, which tells the two forms apart.
  const root = /^<entry\b/i.test(text) ? 'feed' : 'rss';
  return xmlFeed(`<${root}>${text}</${root}>`)?.items[0] ?? null;
}

function jsonEntry(text: string): RawItem | null {
  try {
    return itemOf(JSON.parse(text) as Record<string, unknown>);
  } catch {
    return null;
  }
}
