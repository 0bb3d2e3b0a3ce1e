import { Parser } from 'htmlparser2';
import { type Effects, quietEffects, UserError } from '../base/index.ts';
import { type Element, type Line, type Mark, markBody } from './body.ts';
import { decodeBytes } from './decode.ts';
import { FURNITURE_TAIL, isInviting, namedKind } from './furniture.ts';
import { guessLanguage } from './language.ts';
import { metadataOf, type PageFacts } from './metadata.ts';
import type { Block, TextReading } from './reading.ts';
import { type DateMark, holdsDate, shownDates } from './shown-dates.ts';

/** Counted up when the same bytes give another text. */
export const HTML_VERSION = '3';
/** A larger page is read this far: no article is longer, and hostile ones are. */
const MAX_BYTES = 16 << 20;
const MAX_DEPTH = 1000;
const TAIL = 16_384;
const SLICE = 1 << 16;
const MAX_SCRIPT = 1 << 18;
/** Elements and lines of a page; the largest real ones have some ten thousand. */
const MAX_PARTS = 200_000;
/** Dates beyond these stand in lists of other articles or in comments. */
const MAX_MARKS = 200;

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
  /** Index of the element that its lines belong to. */
  element: number;
  /** The nearest element around it that is marked, or 0: words of two of them are never one line. */
  marked: number;
  linked: boolean;
  attributes: Record<string, string>;
}

/** The reading of an HTML page: its visible text, one line a block, with furniture and captions marked, and what the page says of itself. */
export function readHtml(
  bytes: Uint8Array,
  hints: { charset?: string | null } = {},
  effects: Effects = quietEffects(),
): TextReading {
  if (bytes.length === 0) throw new UserError('page is empty; give a file that holds HTML');
  const html = decodeBytes(bytes.subarray(0, MAX_BYTES), hints.charset, effects.warn);
  const page = scan(html);
  if (bytes.length > MAX_BYTES)
    effects.warn(`page has ${bytes.length} bytes; the first ${MAX_BYTES} were read`);
  else if (page.depth >= MAX_DEPTH)
    effects.warn(`page nests its elements ${MAX_DEPTH} deep; it was read up to there`);
  else if (page.isFull) effects.warn(`page has more than ${MAX_PARTS} elements; it was read up to there`);
  else if (isCutOff(html))
    effects.warn('page seems cut off: it ends within a tag or before its body does; get it again');
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

// Tags that close a page may be left out, but hardly anybody who opens its body does so. Most pages show theirs near the end.
function isCutOff(html: string): boolean {
  const end = /<\/(?:body|html)\s*>/i;
  const tail = html.slice(-TAIL);
  if (/<[a-z/!][^<>]*$/i.test(tail)) return true;
  return !end.test(tail) && /<body[\s>]/i.test(html) && !end.test(html);
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
  const goesOn = () => page.depth < MAX_DEPTH && !page.isFull;
  for (let at = 0; at < html.length && goesOn(); at += SLICE) parser.write(html.slice(at, at + SLICE));
  if (goesOn()) parser.end();
  return page;
}

const HOLDS = new Set('div section article main td body'.split(' '));

/** The page as it is scanned: open elements, text so far, blocks so far. */
class Page {
  readonly facts: PageFacts = {
    meta: new Map(),
    jsonLd: [],
    titleTag: '',
    heading: '',
    stamp: null,
    printed: [],
    lang: null,
  };
  private readonly stack: Open[] = [
    { name: '', kind: 'paragraph', silent: false, element: 0, marked: 0, linked: false, attributes: {} },
  ];
  private readonly elements: Element[] = [{ name: '', parent: 0, mark: null, names: '', inviting: false }];
  private readonly parts: string[] = [];
  private readonly blocks: Line[] = [];
  private length = 0;
  private line = '';
  /** Known without looking at the line, which would be read again with every piece of it. */
  private isBlank = true;
  private lineAt: Open = this.stack[0]!;
  private lineLinked = 0;
  private script: string | null = null;
  private readonly marks: DateMark[] = [];
  private inMark: DateMark | null = null;

  get depth(): number {
    return this.stack.length;
  }

  get isFull(): boolean {
    return this.elements.length + this.blocks.length > MAX_PARTS;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'html' && attributes.lang) this.facts.lang = attributes.lang.trim();
    if (name === 'meta') this.note(attributes);
    if (BLOCKS.has(name)) this.endLine();
    else if (name === 'td' || name === 'th') this.line += ' ';
    if (this.depth >= MAX_DEPTH) return;
    this.stack.push(this.opened(name, attributes, this.stack.at(-1)!));
    if (holdsDate(name, attributes)) this.markDate(attributes);
    if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) this.script = '';
  }

  private opened(name: string, attributes: Record<string, string>, above: Open): Open {
    const mark = above.silent ? null : markOf(name, attributes);
    const own = mark !== null || BLOCKS.has(name) || HOLDS.has(name);
    const element = own ? this.elements.length : above.element;
    if (own)
      this.elements.push({
        name,
        parent: above.element,
        mark,
        names: attributes.class ?? '',
        inviting: isInviting(name, attributes),
      });
    return {
      name,
      kind: kindIn(above.kind, name, attributes),
      silent: above.silent || SILENT.has(name),
      element,
      marked: mark === null ? above.marked : element,
      linked: above.linked || name === 'a',
      attributes,
    };
  }

  private markDate(attributes: Record<string, string>): void {
    const here = this.stack.at(-1)!;
    if (here.silent || this.marks.length === MAX_MARKS) return;
    const mark = {
      stamp: attributes.datetime ?? attributes.content ?? null,
      words: '',
      names: this.stack.slice(-3).map(namesOf).join(' '),
      before: this.line.slice(-60),
      element: here.element,
      line: this.blocks.length,
    };
    this.marks.push(mark);
    this.inMark = mark;
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
      this.inMark = null;
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
    const said = data.trim() !== '';
    if (this.isBlank) this.lineAt = here;
    // A caption or furniture inside a paragraph's line must not lend it its words.
    else if (this.isApart(here) && said) {
      this.endLine();
      this.lineAt = here;
    }
    this.line += data;
    if (said) this.isBlank = false;
    if (this.inMark && this.inMark.words.length < 100) this.inMark.words += data;
    if (here.linked) this.lineLinked += data.trim().length;
  }

  private isApart({ kind, marked }: Open): boolean {
    return marked !== this.lineAt.marked || (kind === 'caption') !== (this.lineAt.kind === 'caption');
  }

  finish(): { text: string; blocks: Block[] } {
    this.endLine();
    const text = this.parts.join('\n');
    markBody(text, this.blocks, this.elements);
    const title = this.facts.meta.get('og:title') ?? this.facts.titleTag;
    Object.assign(
      this.facts,
      shownDates(text, this.blocks, this.elements, { marks: this.marks, title: title.trim() }),
    );
    markTail(text, this.blocks);
    return shownOf(text, this.blocks);
  }

  private endLine(): void {
    const line = this.line.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    this.line = '';
    this.isBlank = true;
    if (line === '') return;
    const { kind, element } = this.lineAt;
    if (kind === 'heading' && this.facts.heading === '') this.facts.heading = line;
    const linked = Math.min(this.lineLinked, line.length);
    this.blocks.push({ start: this.length, end: this.length + line.length, kind, element, linked });
    this.parts.push(line);
    this.length += line.length + 1;
    this.lineLinked = 0;
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

/** What names an element that holds a date. */
function namesOf({ attributes }: Open): string {
  const { class: classes = '', id = '', itemprop = '' } = attributes;
  return `${classes} ${id} ${itemprop} ${'pubdate' in attributes ? 'pubdate' : ''}`;
}

function kindIn(above: Kind, name: string, attributes: Record<string, string>): Kind {
  if (above === 'caption' || name === 'figure' || namedKind(name, attributes) === 'caption') return 'caption';
  if (name === 'header') return 'paragraph';
  return KIND_OF[name] ?? (name === 'p' && above === 'heading' ? 'paragraph' : above);
}

function markOf(name: string, attributes: Record<string, string>): Mark | null {
  if (isHidden(attributes)) return 'hidden';
  if (FURNITURE_TAGS.has(name)) return 'furniture';
  const named = namedKind(name, attributes);
  return named === 'caption' ? null : named;
}

function isHidden(attributes: Record<string, string>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '');
}

/** The text and blocks without the lines that a reader never sees. */
function shownOf(text: string, lines: Line[]): { text: string; blocks: Block[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  for (const { start, end, kind, hidden } of lines) {
    if (hidden) continue;
    parts.push(text.slice(start, end));
    blocks.push({ start: at, end: at + end - start, kind });
    at += end - start + 1;
  }
  return { text: parts.join('\n'), blocks };
}

// "Related Articles" as a plain heading of the article box: its list of links is furniture up to the next heading.
function markTail(text: string, blocks: Line[]): void {
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
