const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const SPACE = 32;
const BANG = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const QUESTION = 63;

/** The text of XML character data or of an attribute: the five entities and character references resolved. */
export function xmlText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, body: string) => {
    if (body[0] !== '#') return ENTITIES[body] ?? whole;
    const code =
      body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

/** True for what XML counts as a character: no control but tab and line ends, and no half of a pair. */
function isCharacter(code: number): boolean {
  if (code < SPACE) return code === 9 || code === 10 || code === 13;
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** What a scanner stands on: the next tag, its local name, where its attributes begin and where it ends. */
export interface XmlTag {
  name: string;
  /** True for `</name>`. */
  closing: boolean;
  /** True for `<name/>`. */
  empty: boolean;
  /** Offset of the `<`. */
  start: number;
  /** Offset behind the name. */
  attributes: number;
  /** Offset behind the `>`; the text that follows begins here. */
  end: number;
}

/**
 * Moves `tag` to the next tag at or behind `from` and answers true, or false at the end. One object serves a whole
 * document: a sheet has a hundred thousand tags. Namespace prefixes are dropped; comments and declarations skipped.
 */
export function nextTag(xml: string, from: number, tag: XmlTag): boolean {
  let start = xml.indexOf('<', from);
  while (start >= 0) {
    const first = xml.charCodeAt(start + 1);
    if (first !== BANG && first !== QUESTION) break;
    const close = xml.startsWith('<!--', start) ? xml.indexOf('-->', start) : xml.indexOf('>', start);
    if (close < 0) return false;
    start = xml.indexOf('<', close);
  }
  if (start < 0) return false;
  const end = xml.indexOf('>', start);
  if (end < 0) return false;
  const closing = xml.charCodeAt(start + 1) === SLASH;
  let nameStart = closing ? start + 2 : start + 1;
  let i = nameStart;
  for (; i < end; i++) {
    const c = xml.charCodeAt(i);
    if (c === COLON) nameStart = i + 1;
    else if (c <= SPACE || c === SLASH) break;
  }
  tag.name = xml.slice(nameStart, i);
  tag.closing = closing;
  tag.empty = xml.charCodeAt(end - 1) === SLASH;
  tag.start = start;
  tag.attributes = i;
  tag.end = end + 1;
  return true;
}

/** A fresh tag for `nextTag`. */
export function newTag(): XmlTag {
  return { name: '', closing: false, empty: false, start: 0, attributes: 0, end: 0 };
}

/** The raw value of an attribute of the tag (with or without a namespace prefix), or null. Looks no further than the tag. */
export function attribute(xml: string, tag: XmlTag, name: string): string | null {
  // Bounded loops in place of indexOf, which would run to the end of a hostile document at every tag.
  const end = tag.end - 1;
  let i = tag.attributes;
  while (i < end) {
    const equals = indexWithin(xml, EQUALS, i, end);
    // White space may stand on both sides of it.
    let open = equals + 1;
    while (open < end && xml.charCodeAt(open) <= SPACE) open++;
    let last = equals;
    while (last > i && xml.charCodeAt(last - 1) <= SPACE) last--;
    const quote = xml.charCodeAt(open);
    if (open >= end || (quote !== DOUBLE && quote !== SINGLE)) return null;
    const close = indexWithin(xml, quote, open + 1, end);
    if (last - name.length > i && xml.startsWith(name, last - name.length)) {
      const before = xml.charCodeAt(last - name.length - 1);
      if (before <= SPACE || before === COLON) return xml.slice(open + 1, close);
    }
    i = close + 1;
  }
  return null;
}

/** Offset of a character at or behind `from`, or `end` when it is not before that. */
function indexWithin(xml: string, code: number, from: number, end: number): number {
  let i = from;
  while (i < end && xml.charCodeAt(i) !== code) i++;
  return i;
}
