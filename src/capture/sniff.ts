/** The forms of capture that a reader knows, and those that it does not. */
export type Form = 'zip' | 'gzip' | 'warc' | 'pdf' | 'html' | 'feed' | 'text' | 'image' | 'binary' | 'empty';

const MAGIC: [Form, string][] = [
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['gzip', '\u001f\u008b\u0008'],
  ['warc', 'WARC/'],
  ['pdf', '%PDF-'],
  ['image', '\u0089PNG'],
  ['image', '\u00ff\u00d8\u00ff'],
  ['image', 'GIF8'],
];

/** The form of bytes, by what they begin with and never by a name. Bytes with NUL or many control characters are `binary`. */
export function sniffForm(bytes: Uint8Array): Form {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const start = head.toString('latin1', 0, 8);
  for (const [form, magic] of MAGIC) if (start.startsWith(magic)) return form;
  const utf16 = utf16Text(head);
  if (utf16 === null && isBinary(head)) return 'binary';
  const text = utf16 ?? head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const at = afterPrologue(text);
  if (text[at] === '{') return JSON_FEED.test(text) ? 'feed' : 'text';
  const tag = TAG.exec(text.slice(at, at + 40))?.[1]?.toLowerCase();
  if (tag === undefined) return 'text';
  return FEED_TAGS.has(tag) ? 'feed' : 'html';
}

const TAG = /^<(!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|rss|feed|rdf:rdf)(?![\w:-])/i;
const FEED_TAGS = new Set(['rss', 'feed', 'rdf:rdf']);
const JSON_FEED = /"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//i;
const PROLOGUE = /^<(?:\?|!doctype(?!\s+html))/i;

/** Where a document's first tag may stand: behind white space, comments and declarations. Each is passed once, whatever the bytes say. */
function afterPrologue(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && text[at]!.trim() === '') at++;
    const isComment = text.startsWith('<!--', at);
    if (!isComment && !PROLOGUE.test(text.slice(at, at + 40))) return at;
    const end = isComment ? text.indexOf('-->', at + 4) : text.indexOf('>', at);
    if (end < 0) return at;
    at = end + (isComment ? 3 : 1);
  }
}

function utf16Text(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  return head[0] === 0xfe && head[1] === 0xff ? new TextDecoder('utf-16be').decode(head) : null;
}

function isBinary(head: Buffer): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++;
  }
  return control * 20 > head.length;
}
