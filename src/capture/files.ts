import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { messageOf, UserError } from '../base/index.ts';

// Beyond this a file is a mistake or an archive, which has its own reader.
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** The files that a path stands for: itself, or every file below a folder in the order of their names; hidden ones and folders behind links are left out. */
export function filesOf(path: string): { files: string[]; folder: boolean } {
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(path);
  } catch (error) {
    const gone = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (gone) throw new UserError(`file ${JSON.stringify(path)} is not there; check the path`);
    throw notRead(path, error);
  }
  if (!stat.isDirectory()) return { files: [path], folder: false };
  return { files: filesBelow(path), folder: true };
}

function filesBelow(dir: string): string[] {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => !name.startsWith('.'));
  } catch {
    // Told when its turn comes, like a file that cannot be read.
    return [dir];
  }
  // A record's captures were seen where it says, and not here; `merge` brings them.
  if (names.includes('record.db')) return [];
  return names.sort().flatMap((name) => {
    const path = join(dir, name);
    // A link to a folder may lead out of the one that was named, or back into it without end.
    try {
      if (lstatSync(path).isDirectory()) return filesBelow(path);
      return statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : [];
    } catch {
      return [path];
    }
  });
}

/** A file's bytes. Throws a UserError when it is empty, too large or cannot be read. */
export function readFile(path: string): Buffer {
  const name = JSON.stringify(path);
  try {
    const stat = statSync(path);
    // Told by the attempt why a folder that was to be listed could not be.
    if (stat.isDirectory()) readdirSync(path);
    // A pipe or a device never ends.
    if (!stat.isFile()) throw new UserError(`${name} is no file; give a file, a folder or an address`);
    const { size } = stat;
    if (size > MAX_FILE_BYTES)
      throw new UserError(`file ${name} has ${size} bytes; at most ${MAX_FILE_BYTES} are taken`);
    const bytes = readFileSync(path);
    if (bytes.length === 0) throw new UserError(`file ${name} is empty; give one with contents`);
    return bytes;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw notRead(path, error);
  }
}

function notRead(path: string, error: unknown): UserError {
  return new UserError(
    `file ${JSON.stringify(path)} cannot be read (${messageOf(error)}); check its permissions`,
  );
}

/** The last part of a path or URL, decoded: what its publisher called the file. */
export function nameOf(origin: string): string {
  if (!/^https?:\/\//i.test(origin)) return basename(origin);
  try {
    return decodeURIComponent(new URL(origin).pathname.split('/').pop() ?? '');
  } catch {
    return '';
  }
}
