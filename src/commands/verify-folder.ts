import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Effects, UserError } from '../base/index.ts';
import { type OpenRecord, type RecordRoot, readRecord } from '../record/index.ts';

const MANIFEST = 'countersign.json';

/** What a published folder names: its files with their hashes, and the root of the record that it was made from. */
interface Manifest {
  files: Record<string, string>;
  root?: RecordRoot;
}

/**
 * What in a published folder differs from its manifest, file by file, and whether the record is the one that it names.
 * Reads only.
 */
export async function verifyFolder(
  record: OpenRecord,
  dir: string,
  effects: Effects,
): Promise<{ text: string; faults: string[] }> {
  const { files, root } = manifestOf(dir);
  const faults: string[] = [];
  const named = Object.keys(files).sort();
  for (const [done, name] of named.entries()) {
    const path = join(dir, name);
    if (!existsSync(path)) faults.push(`file ${JSON.stringify(name)} is missing`);
    else if ((await hashOfFile(path)) !== files[name])
      faults.push(`file ${JSON.stringify(name)} was changed`);
    effects.progress(done + 1, named.length, 'files verified');
  }
  for (const name of filesUnder(dir))
    if (name !== MANIFEST && !(name in files))
      faults.push(`file ${JSON.stringify(name)} is not in the manifest`);
  if (root) faults.push(...(await rootFaults(record, root)));
  const against = root ? `root ${root.root}` : 'the manifest names no root of a record';
  return { text: `verified ${named.length} files: ${faults.length} faults; ${against}\n`, faults };
}

function manifestOf(dir: string): Manifest {
  const path = join(dir, MANIFEST);
  if (!existsSync(path))
    throw new UserError(
      `folder ${JSON.stringify(dir)} has no ${MANIFEST}; give a folder that "countersign publish" made`,
    );
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>;
  if (!manifest.files)
    throw new UserError(
      `file ${JSON.stringify(path)} lists no files; give a folder that "countersign publish" made`,
    );
  return { ...manifest, files: manifest.files };
}

async function rootFaults(record: OpenRecord, published: RecordRoot): Promise<string[]> {
  const own = await (await readRecord(record)).root();
  if (own.root === published.root) return [];
  const parts = Object.keys(own.parts).filter((part) => own.parts[part] !== published.parts[part]);
  return [
    `record has the root ${own.root}, the folder was made from ${published.root}; they differ in ${parts.join(', ')}`,
  ];
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
