import { canonicalJson } from '../base/index.ts';
import type { RawItem } from './feed.ts';
import { plainText, type RawFeed } from './feed-xml.ts';

const MAX_ITEMS = 10_000;

/** A JSON Feed's title and items as written, or null when the text is none. */
export function jsonFeed(text: string): RawFeed | null {
  const feed = parsed(text);
  if (!isObject(feed) || !Array.isArray(feed.items)) return null;
  if (!/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(string(feed.version))) return null;
  const items = feed.items.slice(0, MAX_ITEMS).filter(isObject).map(itemOf);
  return { form: 'json', title: string(feed.title), items, isCut: false };
}

/** One entry of a JSON feed with its values as written. */
export function itemOf(item: Record<string, unknown>): RawItem {
  return {
    // Ids are to be strings; numbers occur.
    id: typeof item.id === 'number' ? String(item.id) : string(item.id),
    url: string(item.url) || string(item.external_url),
    title: plainText(string(item.title)),
    published: string(item.date_published) || string(item.date_modified),
    summary: string(item.summary) || string(item.content_text) || plainText(string(item.content_html)),
    html: string(item.content_html) || inParagraphs(string(item.content_text) || string(item.summary)),
    source: canonicalJson(item),
  };
}

function inParagraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped.replace(/[^\n]+/g, '<p>$&</p>');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
