import { Parser } from 'htmlparser2';
import { UserError } from '../base/index.ts';
import { decodeBytes } from './decode.ts';
import { FURNITURE_TAIL, namedKind } from './furniture.ts';
import { guessLanguage } from './language.ts';
import { metadataOf, type PageFacts } from './metadata.ts';
import type { Block, TextReading } from './reading.ts';

/** Counted up when the same bytes give another text. */
export const HTML_VERSION = '1';
/** A larger page is read this far: no article is longer, and hostile ones are. */
const MAX_BYTES = 16 << 20;
const MAX_DEPTH = 1000;
const SLICE = 1 << 16;
const MAX_SCRIPT = 1 << 18;

type Kind = Block['kind'];

const KIND_OF: Record<string, Kind> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dd: 'list-item',
  dt: 'list-item',
  tr: 'table-row',
  figcaption: 'caption',
  caption: 'caption',
};
const BLOCKS = new Set(
  'address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead tr ul caption button'.split(
    ' ',
  ),
);
const FURNITURE_TAGS = new Set('nav footer aside form button select menu dialog'.split(' '));
const SILENT = new Set(
  'script style noscript template svg math iframe object canvas audio video textarea'.split(' '),
);

/** One open element: what its text is, inherited from around it unless it says otherwise. */
interface Open {
  name: string;
  kind: Kind;
  silent: boolean;
}

/** The reading of an HTML page: its visible text, one line a block, with furniture and captions marked, and what the page says of itself. */
export function readHtml(bytes: Uint8Array, hints: { charset?: string | null } = {}): TextReading {
  if (bytes.length === 0) throw new UserError('page is empty; give a file that holds HTML');
  const page = scan(decodeBytes(bytes.subarray(0, MAX_BYTES), hints.charset));
  const { text, blocks } = page.finish();
  const { title, publisher, published, lang } = metadataOf(page.facts);
  return {
    form: 'text',
    reader: 'html',
    version: HTML_VERSION,
    text,
    blocks,
    title,
    publisher,
    published,
    lang: lang ?? guessLanguage(text),
  };
}

function scan(html: string): Page {
  const page = new Page();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (data) => page.say(data),
    },
    { decodeEntities: true },
  );
  // In slices, so that a page deeper than any real one is left as soon as it shows.
  for (let at = 0; at < html.length && page.depth < MAX_DEPTH; at += SLICE)
    parser.write(html.slice(at, at + SLICE));
  if (page.depth < MAX_DEPTH) parser.end();
  return page;
}

/** The page as it is scanned: open elements, text so far, blocks so far. */
class Page {
  readonly facts: PageFacts = {
    meta: new Map(),
    jsonLd: [],
    titleTag: '',
    heading: '',
    time: null,
    byline: '',
    lang: null,
  };
  private readonly stack: Open[] = [{ name: '', kind: 'paragraph', silent: false }];
  private readonly parts: string[] = [];
  private readonly blocks: Block[] = [];
  private length = 0;
  private line = '';
  private lineKind: Kind = 'paragraph';
  private script: string | null = null;

  get depth(): number {
    return this.stack.length;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'html' && attributes.lang) this.facts.lang = attributes.lang.trim();
    if (name === 'meta') this.note(attributes);
    if (name === 'time' && this.facts.time === null && attributes.datetime)
      this.facts.time = attributes.datetime;
    if (BLOCKS.has(name)) this.endLine();
    else if (name === 'td' || name === 'th') this.line += ' ';
    if (this.depth >= MAX_DEPTH) return;
    const above = this.stack.at(-1)!;
    const silent = above.silent || SILENT.has(name) || hidden(attributes);
    this.stack.push({ name, silent, kind: kindIn(above.kind, name, attributes) });
    if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) this.script = '';
  }

  close(name: string): void {
    if (name === 'script' && this.script !== null) {
      if (this.facts.jsonLd.length < 20) this.facts.jsonLd.push(this.script);
      this.script = null;
    }
    if (BLOCKS.has(name)) this.endLine();
    for (let at = this.stack.length - 1; at > 0; at--) {
      if (this.stack[at]!.name !== name) continue;
      this.stack.length = at;
      return;
    }
  }

  say(data: string): void {
    if (this.script !== null) {
      if (this.script.length < MAX_SCRIPT) this.script += data;
      return;
    }
    const here = this.stack.at(-1)!;
    if (here.name === 'title' && this.stack[1]?.name !== 'body') {
      if (this.facts.titleTag.length < 500) this.facts.titleTag += data.replace(/\s+/g, ' ');
      return;
    }
    if (here.silent) return;
    if (this.line.trim() === '') this.lineKind = here.kind;
    // A caption or furniture inside a paragraph's line must not lend it its words.
    else if (rank(here.kind) !== rank(this.lineKind) && data.trim() !== '') {
      this.endLine();
      this.lineKind = here.kind;
    }
    this.line += data;
  }

  finish(): { text: string; blocks: Block[] } {
    this.endLine();
    const text = this.parts.join('\n');
    markTail(text, this.blocks);
    return { text, blocks: this.blocks };
  }

  private endLine(): void {
    const line = this.line.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    this.line = '';
    if (line === '') return;
    if (this.lineKind === 'heading' && this.facts.heading === '') this.facts.heading = line;
    if (this.lineKind === 'furniture' && this.facts.byline === '' && line.length < 200 && /\d{4}/.test(line))
      this.facts.byline = line;
    this.blocks.push({ start: this.length, end: this.length + line.length, kind: this.lineKind });
    this.parts.push(line);
    this.length += line.length + 1;
  }

  private note(attributes: Record<string, string>): void {
    const name = (
      attributes.property ??
      attributes.name ??
      attributes.itemprop ??
      attributes['http-equiv']
    )?.toLowerCase();
    const content = attributes.content?.trim();
    if (name && content && content.length < 2000 && !this.facts.meta.has(name))
      this.facts.meta.set(name, content);
  }
}

const RANK: Partial<Record<Kind, number>> = { caption: 1, furniture: 2 };

function rank(kind: Kind): number {
  return RANK[kind] ?? 0;
}

function kindIn(above: Kind, name: string, attributes: Record<string, string>): Kind {
  if (above === 'furniture') return above;
  if (FURNITURE_TAGS.has(name)) return 'furniture';
  const named = namedKind(name, attributes);
  if (named === 'furniture') return named;
  if (above === 'caption' || named === 'caption' || name === 'figure') return 'caption';
  if (name === 'header') return 'paragraph';
  const own = KIND_OF[name];
  return own ?? (name === 'p' && above === 'heading' ? 'paragraph' : above);
}

function hidden(attributes: Record<string, string>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '');
}

// "Related Articles" as a plain heading of the article box: its list of links is furniture up to the next heading.
function markTail(text: string, blocks: Block[]): void {
  let tail = false;
  for (const [index, block] of blocks.entries()) {
    const line = text.slice(block.start, block.end);
    if (index > 1 && line.length < 60 && FURNITURE_TAIL.test(line)) tail = true;
    else if (block.kind === 'heading') tail = false;
    if (tail && (block.kind === 'heading' || block.kind === 'list-item' || line.length < 120))
      block.kind = 'furniture';
    else if (tail) tail = false;
  }
}
