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
  if (isUtf16(head)) return 'text';
  if (isBinary(head)) return 'binary';
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (FEED.test(text)) return 'feed';
  return /^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b/i.test(
    text,
  )
    ? 'html'
    : 'text';
}

const FEED =
  /^(?:(?:<!--[\s\S]*?-->|<\?[^>]*>|<!doctype[^>]*>)\s*)*<(?:rss|feed|rdf:rdf)\b|^\{[\s\S]*?"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//i;

function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

function isBinary(head: Buffer): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++;
  }
  return control * 20 > head.length;
}
