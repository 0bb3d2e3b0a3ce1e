import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
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
 * leaves either all of them or none under that name. Storing the same bytes again writes nothing, unless what stands
 * under their name is not they: then it is mended.
 */
export function putBlob(dir: string, bytes: Uint8Array): string {
  const sha = sha256(bytes);
  if (holdsBlob(dir, sha, bytes)) return sha;
  const path = blobPath(dir, sha);
  const made = mkdirSync(dirname(path), { recursive: true });
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
    // A folder that is new is a name in the one around it.
    if (made !== undefined)
      for (let at = dirname(path); at !== dirname(made); ) syncFolder((at = dirname(at)));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return sha;
}

/** True when the store holds exactly these bytes under their hash. */
export function holdsBlob(dir: string, sha: string, bytes: Uint8Array): boolean {
  const path = blobPath(dir, sha);
  return statSync(path, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(path).equals(bytes);
}

/** Removes what programs that were killed left half-written below a folder. Those of programs that run are let be. */
export function removeParts(dir: string): void {
  for (const name of namesIn(dir)) {
    const path = join(dir, name);
    if (/^[0-9a-f]{2}$/.test(name)) removeParts(path);
    const pid = /\.(\d+)\.part(?:-wal|-shm|-journal)?$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(path, { force: true });
  }
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The bytes stored under a hash, or null when the store does not hold them. */
export function getBlob(dir: string, sha: string): Buffer | null {
  const path = blobPath(dir, sha);
  return existsSync(path) ? readFileSync(path) : null;
}

/** Puts a folder's names on disk: a file that was renamed into it is there after a loss of power too. */
export function syncFolder(path: string): void {
  // Windows has no handle for folders; there the rename itself is durable.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
