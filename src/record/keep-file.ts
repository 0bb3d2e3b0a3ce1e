import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Keeps what can be worked out again, as a whole: nobody ever reads half of it. A record in a folder that may not be written
 * is read as well; then nothing is kept.
 */
export function keepFile(path: string, bytes: Buffer | string): void {
  const temporary = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch {
    // It is worked out again.
  }
}
