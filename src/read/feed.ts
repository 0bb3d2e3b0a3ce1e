import { isDay, UserError } from '../base/index.ts';
import { localDay } from './days.ts';
import { decodeBytes, requireText } from './decode.ts';
import { jsonFeed } from './feed-json.ts';
import { type RawFeed, xmlFeed } from './feed-xml.ts';

/** One entry of a feed, as a lead to a document: never evidence itself. */
export interface FeedItem {
  /** The feed's own id of it, else its address, else its title. */
  id: string;
  url: string | null;
  title: string | null;
  /** EDTF: the day in the publisher's own time zone. */
  published: string | null;
  /** Plain text, cut at 2,000 characters. */
  summary: string | null;
  /** Its own element as it stands in an XML feed, in UTF-8; of a JSON feed its object in canonical form. */
  bytes: Buffer;
}

/** A feed of any of the three forms. */
export interface Feed {
  form: 'rss' | 'atom' | 'json';
  title: string | null;
  items: FeedItem[];
}

/** An entry with its values as they stand in the feed. */
export interface RawItem {
  id: string;
  url: string;
  title: string;
  published: string;
  summary: string;
  /** The longest of its texts, with its markup. */
  html: string;
  source: string;
}

const MAX_BYTES = 16 << 20;
const MAX_SUMMARY = 2000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The items of an RSS, Atom or JSON feed; `url`, the feed's own address, makes relative links whole.
 * A feed that is cut off gives what it has, with one warning. Throws a UserError for what is no feed.
 */
export function readFeed(
  bytes: Uint8Array,
  hints: { charset?: string | null; url?: string | null } = {},
  warn: (told: string) => void = () => {},
): Feed {
  requireText(bytes);
  const text = decodeBytes(bytes.subarray(0, MAX_BYTES), hints.charset, warn).trimStart();
  const raw = rawFeed(text);
  if (!raw) throw new UserError('feed is no RSS, Atom or JSON feed; give the address of the feed itself');
  if (bytes.length > MAX_BYTES) warn(`feed has ${bytes.length} bytes; the first ${MAX_BYTES} were read`);
  else if (raw.isCut) warn('feed is cut off before its end; what it holds was read, get it again');
  return {
    form: raw.form,
    title: line(raw.title),
    items: raw.items.flatMap((item) => itemOf(item, hints.url ?? null) ?? []),
  };
}

/** A feed that nests without end is none. */
function rawFeed(text: string): RawFeed | null {
  try {
    return text.startsWith('{') ? jsonFeed(text) : xmlFeed(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function itemOf(raw: RawItem, base: string | null): FeedItem | null {
  const url = addressOf(raw.url, base);
  const title = line(raw.title);
  const id = line(raw.id) ?? url ?? title;
  if (!id) return null;
  const summary = line(raw.summary);
  return {
    id,
    url,
    title,
    published: feedDay(raw.published),
    // A character is not cut in two.
    summary: summary?.slice(0, MAX_SUMMARY).replace(/[\ud800-\udbff]$/, '') ?? null,
    bytes: Buffer.from(raw.source),
  };
}

function line(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null;
}

function addressOf(raw: string, base: string | null): string | null {
  try {
    const url = new URL(raw.trim(), base ?? undefined);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** EDTF of a feed's date: `Tue, 04 Mar 2025 23:30:00 -0600` and `2025-03-04T23:30:00-06:00` are both the 4th; a stamp in UTC is read in Eastern time; null for no date. */
export function feedDay(raw: string): string | null {
  const text = raw.trim();
  const iso = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=$|[T\s])/.exec(text);
  if (iso?.[3]) return validDay(iso[0], text);
  if (iso) return iso[2] && (iso[2] < '01' || iso[2] > '12') ? null : iso[0];
  const mail = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4}|\d\d)\b/i.exec(text);
  if (!mail) return null;
  const month = MONTHS.indexOf(mail[2]!.toLowerCase()) + 1;
  const year = mail[3]!.length === 2 ? `20${mail[3]}` : mail[3];
  return validDay(`${year}-${String(month).padStart(2, '0')}-${mail[1]!.padStart(2, '0')}`, text);
}

function validDay(day: string, stamp: string): string | null {
  return isDay(day) ? localDay(day, stamp) : null;
}
