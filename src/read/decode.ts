import { isAscii } from 'node:buffer';
import { UserError } from '../base/index.ts';

const BOMS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const UTF32 = [0xff, 0xfe, 0, 0];
// %PDF, zip, PNG, GIF, JPEG, gzip: their first bytes may hold no NUL.
const MAGIC = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 3, 4],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
];
const DECLARED = [
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i,
  /^\s{0,100}(?:\u00ef\u00bb\u00bf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})/i,
];
const SNIFF = 4096;
// Bytes that Windows-1252 leaves undefined: a text with one of them is in something else.
const NOT_WINDOWS = /[\u0081\u008d\u008f\u0090\u009d]/;
// 0x80 to 0x9f in Windows-1252. Node's own decoder leaves them as control characters: quotation marks would be lost.
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * The bytes as text. A BOM decides; then bytes that are valid UTF-8 are that, whatever a label says, since no other text
 * is by accident; then the label (HTTP header, else the page's own), UTF-8 with single faults, or Windows-1252. Letters
 * that may be lost are one warning.
 */
export function decodeBytes(
  bytes: Uint8Array,
  charset?: string | null,
  warn: (told: string) => void = () => {},
): string {
  if (startsWith(bytes, UTF32)) throw new UserError('document is in UTF-32; save it as UTF-8');
  const marked = BOMS.find(([mark]) => startsWith(bytes, mark))?.[1];
  if (marked) return tryDecode(bytes, marked) ?? lossy(bytes, marked, warn);
  const label = charset || declared(bytes);
  const named = knownCharset(charset) ?? knownCharset(declared(bytes));
  const ascii = isAscii(bytes);
  // Without a BOM, text that could be read as far as its label is no UTF-16.
  if (ascii) return (named?.startsWith('utf-16') ? null : named && tryDecode(bytes, named)) ?? latin(bytes);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const labelled = named && !named.startsWith('utf') ? tryDecode(bytes, named) : null;
  if (labelled !== null) return labelled;
  if (isMostlyUtf8(bytes)) return lossy(bytes, 'utf-8', warn);
  const windows = windows1252(bytes);
  // An unlabelled page in Windows-1252 is common and right; a label that does not fit may mean any other charset.
  if (label || NOT_WINDOWS.test(windows))
    warn(
      `document names ${label ? `charset ${JSON.stringify(label.slice(0, 40))}, which its bytes are not in` : 'no charset that its bytes are in'}; it was read as Windows-1252, save it as UTF-8`,
    );
  return windows;
}

/** Throws a UserError when the bytes are empty or no text at all: zip, PDF, picture, or anything with NULs or many control bytes. */
export function requireText(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UserError('document is empty; give a file that holds text');
  if (BOMS.some(([mark, name]) => name !== 'utf-8' && startsWith(bytes, mark))) return;
  const head = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of head) {
    if (byte === 0) throw binary();
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control++;
  }
  // A stray form feed or escape is common in old text; one byte in fifty is not.
  if (control * 50 > head.length) throw binary();
  if (MAGIC.some((mark) => startsWith(bytes, mark))) throw binary();
}

/** Throws a UserError for a text without a word. */
export function requireWords(text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new UserError('document is blank: it has no letter and no digit; give one with words');
}

function binary(): UserError {
  return new UserError(
    'document is no text but a binary file; give it under its own type (.pdf, .xlsx, .html, .txt)',
  );
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function windows1252(bytes: Uint8Array): string {
  return latin(bytes).replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
}

function declared(bytes: Uint8Array): string | null {
  const head = latin(bytes.subarray(0, SNIFF));
  for (const form of DECLARED) {
    const name = form.exec(head)?.[1];
    if (name) return name;
  }
  return null;
}

/** The standard name of a charset, or null for one that nobody knows. */
function knownCharset(label: string | null | undefined): string | null {
  try {
    return label ? new TextDecoder(label).encoding : null;
  } catch {
    return null;
  }
}

/** The text under a charset, or null for bytes that are not in it. */
function tryDecode(bytes: Uint8Array, charset: string): string | null {
  if (charset === 'windows-1252') return windows1252(bytes);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return charset === 'utf-8' ? cutInTheMiddle(bytes) : null;
  }
}

// A download cut inside a character is still UTF-8; only its last bytes are not.
function cutInTheMiddle(bytes: Uint8Array): string | null {
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && lead > 0 && bytes[lead]! >= 0x80 && bytes[lead]! < 0xc0) lead--;
  if (lead < 1 || bytes[lead]! < 0xc2) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, lead));
  } catch {
    return null;
  }
}

function lossy(bytes: Uint8Array, charset: string, warn: (told: string) => void): string {
  const text = new TextDecoder(charset).decode(bytes);
  const lost = text.split('\ufffd').length - 1;
  warn(
    `document is ${charset.toUpperCase()} but for ${lost} damaged characters, which are read as "\ufffd"; get it again`,
  );
  return text;
}

// One stray byte must not turn every other accent of a page into two letters; Windows-1252 has hardly a pair that is UTF-8.
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let faults = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const more = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
    let end = i + 1;
    while (end <= i + more && bytes[end]! >= 0x80 && bytes[end]! < 0xc0) end++;
    if (more > 0 && end === i + 1 + more) sound++;
    else faults++;
    i = end - 1;
  }
  return sound > faults;
}
