import { Parser } from 'htmlparser2';
import type { Feed, RawItem } from './feed.ts';

/** A feed as written, before its values are cleaned. */
export interface RawFeed {
  form: Feed['form'];
  title: string;
  items: RawItem[];
  /** It ends before its root element does. */
  isCut: boolean;
}

const MAX_ITEMS = 10_000;
const MAX_FIELD = 64 * 1024;
const SLICE = 1 << 16;
const MAX_DEPTH = 500;
const ROOTS: Record<string, Feed['form']> = { rss: 'rss', 'rdf:rdf': 'rss', feed: 'atom' };
// The first name that is filled wins.
const FIELDS: Record<Exclude<keyof RawItem, 'html' | 'source'>, string[]> = {
  id: ['guid', 'id'],
  url: ['link', 'feedburner:origlink'],
  title: ['title'],
  published: ['pubdate', 'published', 'dc:date', 'updated'],
  summary: ['description', 'summary', 'content:encoded', 'content'],
};
const TEXTS = ['content:encoded', 'content', 'description', 'summary'];
const NAMES = new Set(Object.values(FIELDS).flat());

/** An RSS or Atom feed's title and items as written, or null when the text is none. One pass, without a tree. */
export function xmlFeed(text: string): RawFeed | null {
  const scan = new Scan(text);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => scan.open(name.toLowerCase(), attributes, parser.startIndex),
      ontext: (data) => scan.say(data),
      onclosetag: (name) => scan.close(name.toLowerCase(), parser.endIndex + 1),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length && !scan.full; at += SLICE) parser.write(text.slice(at, at + SLICE));
  // The parser closes at the end what is still open.
  const isCut = !scan.full && scan.isOpen;
  if (!scan.full) parser.end();
  scan.finish();
  return scan.form && { form: scan.form, title: scan.title, items: scan.items, isCut };
}

class Scan {
  form: Feed['form'] | null = null;
  title = '';
  items: RawItem[] = [];
  full = false;
  private depth = 0;
  private itemDepth = 0;
  private field: string | null = null;
  private fieldDepth = 0;
  private values: Record<string, string> = {};
  private itemStart = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get isOpen(): boolean {
    return this.depth > 0;
  }

  open(name: string, attributes: Record<string, string>, at: number): void {
    this.depth++;
    if (this.depth === 1) this.form = ROOTS[name] ?? null;
    if (!this.form || this.depth > MAX_DEPTH || this.items.length >= MAX_ITEMS) this.full = true;
    if (!this.itemDepth && (name === 'item' || name === 'entry')) {
      this.itemDepth = this.depth;
      this.itemStart = at;
    }
    if (this.itemDepth && this.depth === this.itemDepth + 1) this.openField(name, attributes);
    else if (!this.itemDepth && name === 'title' && !this.title && this.depth <= 3) this.start(name);
    // Markup within a field is Atom's inline XHTML: its words count, parted.
    else if (this.field) this.say(' ');
  }

  private openField(name: string, attributes: Record<string, string>): void {
    // Atom writes addresses in attributes; only the page itself is meant, not its feed, comments or enclosure.
    const { href, rel } = attributes;
    if (name === 'link' && href !== undefined) {
      if (!rel || rel === 'alternate') this.values.link ||= href;
    } else if (NAMES.has(name) && !this.values[name]) this.start(name);
    if (name === 'guid' && attributes.isPermaLink?.toLowerCase() === 'false') this.values['no-link'] = '1';
  }

  private start(name: string): void {
    this.field = name;
    this.fieldDepth = this.depth;
    this.values[name] = '';
  }

  say(data: string): void {
    if (!this.field) return;
    const held = this.values[this.field]!;
    if (held.length < MAX_FIELD) this.values[this.field] = held + data.slice(0, MAX_FIELD - held.length);
  }

  close(name: string, end: number): void {
    if (this.field && this.depth === this.fieldDepth) {
      if (!this.itemDepth) this.title = plainText(this.values[name] ?? '');
      if (!this.itemDepth) this.values = {};
      this.field = null;
    }
    if (this.itemDepth && this.depth === this.itemDepth) this.finish(end);
    this.depth--;
  }

  /** Ends the item under way: at its end, or at the end of a feed that is cut off. */
  finish(end = this.text.length): void {
    if (!this.itemDepth || this.items.length >= MAX_ITEMS) return;
    const first = (names: string[]) => names.map((name) => this.values[name]?.trim()).find(Boolean) ?? '';
    const guid = this.values['no-link'] ? '' : (this.values.guid ?? '');
    this.items.push({
      id: first(FIELDS.id),
      url: first(FIELDS.url) || guid,
      title: plainText(first(FIELDS.title)),
      published: first(FIELDS.published),
      summary: plainText(first(FIELDS.summary)),
      html: longest(TEXTS.map((name) => this.values[name] ?? '')),
      source: this.text.slice(this.itemStart, end),
    });
    this.values = {};
    this.itemDepth = 0;
    this.field = null;
  }
}

function longest(texts: string[]): string {
  return texts.reduce((most, text) => (text.length > most.length ? text : most), '');
}

/** The words of a piece of HTML, its tags dropped and its character references resolved. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const parts: string[] = [];
  const parser = new Parser({
    ontext: (data) => parts.push(data),
    // Inline tags part no words: "<b>ICE</b>'s" stays whole.
    onopentagname: (name) => void (/^(?:p|div|li|br|h\d|td|tr)$/.test(name) && parts.push(' ')),
  });
  parser.end(html);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
