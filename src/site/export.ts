import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Hono } from 'hono';
import { canonicalJson, type Effects, sha256, UserError } from '../base/index.ts';
import type { RecordReader } from '../record/index.ts';
import { createApp, type SiteOptions } from './app.tsx';
import { loadAssets } from './assets.ts';
import { contentKeys } from './content-key.ts';
import { targetsOf } from './export-targets.ts';
import { pageMaker } from './page-files.ts';
import { exportReader } from './remember.ts';
import { snapshotOf } from './snapshot.ts';

/** What a publication wrote: files of the site, their bytes, how many of them were new or different, and how many went. */
export interface Published {
  files: number;
  bytes: number;
  written: number;
  removed: number;
}

// A page in two languages and as JSON: near enough to say how much is left.
const FILES = 3;

/** Lists every file of a published site with its SHA-256, and the root of the record; says also that a folder is ours to write into. */
export const MANIFEST = 'countersign.json';

/**
 * Writes the site as files with relative links, for any folder of any static host. Asks the same routes that `serve`
 * does, so both show the same. Each file appears whole or not at all; an unchanged one is not touched.
 */
export async function exportSite(
  reader: RecordReader,
  dir: string,
  options: Pick<SiteOptions, 'assets' | 'outlook' | 'base'>,
  effects: Effects,
): Promise<Published> {
  const before = await readManifest(dir);
  const still = await exportReader(reader);
  const origin = await originOf(still);
  const app = createApp(still, { ...options, delivery: 'files', warn: effects.warn });
  const assets = loadAssets(options.assets);
  const { parts, pages } = await targetsOf(still, assets, options.outlook !== false);
  const keysOf = contentKeys(await snapshotOf(still), assets, options);
  const filesOfPage = await pageMaker(still, assets, keysOf, options);
  const hashes: Record<string, string> = {};
  const keys: Record<string, string> = {};
  const folders = new Set<string>();
  const sums = { files: 0, bytes: 0, written: 0 };
  const tell = (left: number) => {
    effects.progress(sums.files, sums.files + left, 'files');
  };
  const write = async (file: string, bytes: Uint8Array) => {
    const hash = sha256(bytes);
    hashes[file] = hash;
    sums.files++;
    sums.bytes += bytes.length;
    if (before.files[file] === hash && existsSync(join(dir, file))) return;
    await writeWhole(join(dir, file), bytes, folders);
    sums.written++;
  };
  /** Keeps files as they are where all are there and their content would be what it was. */
  const keep = async (of: string, key: string | null, files: string[]): Promise<boolean> => {
    if (key !== null) keys[of] = key;
    const there = (file: string) => file in before.files && existsSync(join(dir, file));
    if (key === null || key !== before.keys[of] || !files.every(there)) return false;
    for (const file of files) {
      hashes[file] = before.files[file]!;
      sums.files++;
      sums.bytes += (await stat(join(dir, file))).size;
    }
    return true;
  };
  for (const [i, { address, file, pictures }] of parts.entries()) {
    const kept = pictures !== undefined && (await keep(file, keysOf.map(pictures), [file]));
    if (!kept) await write(file, await answerOf(app, address));
    tell(parts.length - i + pages.length * FILES);
  }
  for (const [i, path] of pages.entries()) {
    const { key, names, make } = await filesOfPage(path);
    if (!(await keep(path, key, names)))
      for await (const [name, text] of make()) await write(name, encoder.encode(text));
    tell((pages.length - i - 1) * FILES);
  }
  // The manifest comes before the removals: a kill in between leaves files too many, never a page without its parts.
  const gone = Object.keys(before.files).filter((file) => !(file in hashes));
  const manifest = { files: hashes, keys, outlook: options.outlook !== false, ...origin };
  await writeWhole(join(dir, MANIFEST), encoder.encode(`${canonicalJson(manifest)}\n`), folders);
  for (const file of gone) await rm(join(dir, file), { force: true });
  return { ...sums, removed: gone.length };
}

const encoder = new TextEncoder();

/** What a route of the site answers. */
async function answerOf(app: Hono, address: string): Promise<Uint8Array> {
  const response = await app.request(address);
  if (response.status !== 200) throw new Error(`publishing ${address} answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // The driver frees its statements only when the event loop turns; without this, memory grows with every file.
  await setImmediate();
  return bytes;
}

/** From which state of the record the site is made: its root, and when the record had last learned something. */
async function originOf(reader: RecordReader) {
  return { recorded: (await reader.counts()).recorded, root: await reader.root() };
}

/** Writes a file so that it appears whole or not at all; `folders` are those known to be there. */
async function writeWhole(path: string, bytes: Uint8Array, folders: Set<string>): Promise<void> {
  const folder = dirname(path);
  if (!folders.has(folder)) await mkdir(folder, { recursive: true });
  folders.add(folder);
  const half = `${path}.half`;
  await writeFile(half, bytes);
  await rename(half, path);
}

/** What the manifest of the last publishing says: files with their hashes, pages with the keys of what they were made of. */
interface Before {
  files: Record<string, string>;
  keys: Record<string, string>;
}

async function readManifest(dir: string): Promise<Before> {
  if (!existsSync(dir) || (await readdir(dir)).length === 0) return { files: {}, keys: {} };
  const path = join(dir, MANIFEST);
  if (!existsSync(path)) {
    throw new UserError(
      `folder ${JSON.stringify(dir)} holds files that are no published site; give an empty or new one`,
    );
  }
  const text = await readFile(path, 'utf8');
  const files = filesOf(text);
  if (files) return { files, keys: (JSON.parse(text) as Partial<Before>).keys ?? {} };
  throw new UserError(
    `manifest ${JSON.stringify(path)} is none that this program wrote; give an empty folder or a new one`,
  );
}

/** The files that the text of a manifest names, with their hashes; null for one that is broken or names anything outside its folder. */
export function filesOf(manifest: string): Record<string, string> | null {
  try {
    const { files } = JSON.parse(manifest) as { files?: unknown };
    if (typeof files !== 'object' || files === null) return null;
    const inside = Object.entries(files).every(
      ([file, hash]) => !isAbsolute(file) && !file.split(/[/\\]/).includes('..') && typeof hash === 'string',
    );
    return inside ? (files as Record<string, string>) : null;
  } catch {
    return null;
  }
}
