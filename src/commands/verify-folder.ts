import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { type Effects, sha256, UserError } from '../base/index.ts';
import type { RecordReader, RecordRoot } from '../record/index.ts';
import { exportSite, filesOf, MANIFEST } from '../site/index.ts';
import { shipped } from './paths.ts';

/** What a published folder names: its files with their hashes, and the state of the record that it was made from. */
interface Manifest {
  files: Record<string, string>;
  /** Hash of the manifest itself. */
  hash: string;
  root: RecordRoot | null;
  recorded: string | null;
  outlook: boolean;
}

/**
 * What in a published folder differs from its manifest, file by file, and whether the record is the one that it names.
 * With `rebuild` the site is made again from the record and compared too: a manifest that was written to fit forged files
 * is found by that alone. Reads only.
 */
export async function verifyFolder(
  reader: RecordReader,
  dir: string,
  effects: Effects,
  { rebuild = false } = {},
): Promise<{ text: string; faults: string[] }> {
  const manifest = manifestOf(dir);
  const { files, hash, root } = manifest;
  const faults: string[] = [];
  const named = Object.keys(files).sort();
  for (const [done, name] of named.entries()) {
    const found = await hashOfFile(join(dir, name));
    if (found === null) faults.push(`file ${JSON.stringify(name)} is missing`);
    else if (found !== files[name]) faults.push(`file ${JSON.stringify(name)} was changed`);
    effects.progress(done + 1, named.length, 'files verified');
  }
  for (const name of filesUnder(dir))
    if (name !== MANIFEST && !(name in files))
      faults.push(`file ${JSON.stringify(name)} is not in the manifest`);
  const differs = await rootFaults(reader, manifest);
  faults.push(...differs);
  if (rebuild && differs.length === 0) faults.push(...(await rebuiltFaults(reader, manifest, effects)));
  const against =
    rebuild && differs.length === 0 ? 'made again from the record' : 'not made again (--rebuild)';
  const what = `verified ${named.length} files, ${against}: ${faults.length} faults`;
  return { text: `${what}\nmanifest ${hash}\nroot ${root?.root ?? 'not named'}\n`, faults };
}

function manifestOf(dir: string): Manifest {
  const path = join(dir, MANIFEST);
  if (!existsSync(path))
    throw new UserError(
      `folder ${JSON.stringify(dir)} has no ${MANIFEST}; give a folder that "countersign publish" made`,
    );
  const text = readFileSync(path, 'utf8');
  const files = filesOf(text);
  if (!files)
    throw new UserError(
      `file ${JSON.stringify(path)} is no manifest of ours; give a folder that "countersign publish" made`,
    );
  const { root, recorded, outlook } = JSON.parse(text) as { [key: string]: unknown };
  return {
    files,
    hash: sha256(text),
    root: isRoot(root) ? root : null,
    recorded: typeof recorded === 'string' ? recorded : null,
    outlook: outlook !== false,
  };
}

function isRoot(value: unknown): value is RecordRoot {
  const { root, parts } = (value ?? {}) as Partial<RecordRoot>;
  return typeof root === 'string' && typeof parts === 'object' && parts !== null;
}

/** Whether the record, as it was when the folder was made, is the one that the manifest names. */
async function rootFaults(reader: RecordReader, { root, recorded }: Manifest): Promise<string[]> {
  // Else whoever takes the root out of a manifest would have nothing to answer for.
  if (!root || recorded === null) return ['the manifest names no root of a record; publish anew'];
  const own = await reader.root(recorded);
  const faults =
    own.events === root.events
      ? []
      : [
          `what happened to the record itself up to ${JSON.stringify(recorded)} (its events) is not what the manifest names`,
        ];
  if (own.root === root.root) return faults;
  const parts = Object.keys(own.parts).filter((part) => own.parts[part] !== root.parts[part]);
  return [
    ...faults,
    `the record as of ${JSON.stringify(recorded)} has the root ${own.root}, the manifest names ${root.root}; they differ in ${parts.join(', ') || 'nothing else'}`,
  ];
}

/** Makes the site again in a folder of its own, and answers where the manifest says otherwise. */
async function rebuiltFaults(reader: RecordReader, manifest: Manifest, effects: Effects): Promise<string[]> {
  const { files, recorded, outlook } = manifest;
  const now = (await reader.counts()).recorded;
  if (now !== recorded)
    return [
      `the record has learned more since ${recorded} (${now}), so the pages cannot be made again; publish anew, or verify against a copy of that day`,
    ];
  const dir = mkdtempSync(join(tmpdir(), 'countersign-verify-'));
  try {
    await exportSite(reader, dir, { assets: shipped('dist/web'), outlook }, effects);
    const made = manifestOf(dir).files;
    const names = [...new Set([...Object.keys(files), ...Object.keys(made)])].sort();
    return names.flatMap((name) => {
      if (files[name] === made[name]) return [];
      if (made[name] === undefined) return [`file ${JSON.stringify(name)} is none that the record makes`];
      if (files[name] === undefined) return [`file ${JSON.stringify(name)} is left out of the manifest`];
      return [`file ${JSON.stringify(name)} is not what the record makes`];
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The hash of a file, or null where there is none: a folder or a link of that name is no file that was published. */
async function hashOfFile(path: string): Promise<string | null> {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
