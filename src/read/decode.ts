import { UserError } from '../base/index.ts';

const BOMS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
// %PDF, zip, PNG, GIF, JPEG, gzip: their first bytes may hold no NUL.
const MAGIC = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 3, 4],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
];
const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i;
const SNIFF = 4096;

/** The bytes as text: charset from BOM, then the hint (HTTP header), then `<meta>`, then UTF-8 if it is that, else Windows-1252. */
export function decodeBytes(bytes: Uint8Array, charset: string | null | undefined): string {
  for (const [mark, name] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return new TextDecoder(name).decode(bytes);
  }
  const named = charset ?? declared(bytes);
  if (named) {
    const text = tryDecode(bytes, named);
    if (text !== null) return text;
  }
  return tryDecode(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes);
}

/** Throws a UserError when the bytes are empty or no text at all: zip, PDF, picture, or anything with NULs or many control bytes. */
export function requireText(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UserError('document is empty; give a file that holds text');
  if (BOMS.some(([mark, name]) => name !== 'utf-8' && mark.every((byte, i) => bytes[i] === byte))) return;
  const head = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of head) {
    if (byte === 0) throw binary();
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control++;
  }
  // A stray form feed or escape is common in old text; one byte in fifty is not.
  if (control * 50 > head.length) throw binary();
  if (MAGIC.some((mark) => mark.every((byte, i) => bytes[i] === byte))) throw binary();
}

function binary(): UserError {
  return new UserError(
    'document is no text but a binary file; give it under its own type (.pdf, .xlsx, .html, .txt)',
  );
}

function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF));
  return META_CHARSET.exec(head)?.[1] ?? null;
}

/** The text under a charset, or null for an unknown charset or bytes that are not in it. */
function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return cutInTheMiddle(bytes, charset);
  }
}

// A download cut inside a character is still UTF-8; only its last bytes are not.
function cutInTheMiddle(bytes: Uint8Array, charset: string): string | null {
  if (!/^utf-?8$/i.test(charset)) return null;
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && lead > 0 && bytes[lead]! >= 0x80 && bytes[lead]! < 0xc0) lead--;
  if (lead < 1 || bytes[lead]! < 0xc2) return null;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes.subarray(0, lead));
  } catch {
    return null;
  }
}
