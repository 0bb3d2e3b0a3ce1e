import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';

// The directory of a zip stands at its end; that of a web archive with few files is far smaller.
const EDGE = 64 * 1024;
const PIECES = [2048, 512, 256, 128, 64];

/** The form of a file that is a web archive, by what it holds and never by its name; null for any other file, or none. */
export function archiveForm(path: string): 'warc' | 'wacz' | null {
  let file: number;
  try {
    if (!statSync(path).isFile()) return null;
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const { size } = statSync(path);
    const head = pieceOf(file, 0, Math.min(size, EDGE));
    if (isWarc(head)) return 'warc';
    if (head.toString('latin1', 0, 2) !== 'PK') return null;
    const tail = pieceOf(file, Math.max(0, size - EDGE), Math.min(size, EDGE));
    return /archive\/[^/]{1,200}\.warc/i.test(head.toString('latin1') + tail.toString('latin1'))
      ? 'wacz'
      : null;
  } finally {
    closeSync(file);
  }
}

/** True for bytes that begin a WARC, gzipped or not. */
export function isWarc(head: Buffer): boolean {
  if (head.toString('latin1', 0, 5) === 'WARC/') return true;
  if (head[0] !== 0x1f || head[1] !== 0x8b) return false;
  // A byte damaged further on must not hide what the first ones say: shorter pieces are tried until one is sound.
  for (const length of PIECES) {
    try {
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * EDGE };
      return gunzipSync(head.subarray(0, length), options).toString('latin1', 0, 5) === 'WARC/';
    } catch {}
  }
  return false;
}

function pieceOf(file: number, at: number, length: number): Buffer {
  const piece = Buffer.alloc(length);
  return piece.subarray(0, readSync(file, piece, 0, length, at));
}
