import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../base/index.ts';

/** The path of a capture's bytes below the store's folder. */
export function blobPath(dir: string, sha: string): string {
  return join(dir, sha.slice(0, 2), sha);
}

/**
 * Stores bytes unchanged under their SHA-256 and answers that hash. The bytes are on disk when it returns; a kill
 * leaves either all of them or none under that name. Storing the same bytes again writes nothing.
 */
export function putBlob(dir: string, bytes: Uint8Array): string {
  const sha = sha256(bytes);
  const path = blobPath(dir, sha);
  if (existsSync(path)) return sha;
  mkdirSync(dirname(path), { recursive: true });
  // The process id keeps two programs that add the same bytes at once out of each other's way.
  const temporary = `${path}.${process.pid}.part`;
  try {
    const file = openSync(temporary, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return sha;
}

/** The bytes stored under a hash, or null when the store does not hold them. */
export function getBlob(dir: string, sha: string): Buffer | null {
  const path = blobPath(dir, sha);
  return existsSync(path) ? readFileSync(path) : null;
}

function syncFolder(path: string): void {
  // Windows has no handle for folders; there the rename itself is durable.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
