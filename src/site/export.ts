import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { canonicalJson, type Effects, sha256, UserError } from '../base/index.ts';
import type { RecordReader } from '../record/index.ts';
import { createApp, type SiteOptions } from './app.tsx';
import { loadAssets } from './assets.ts';
import { targetsOf } from './export-targets.ts';
import { exportReader } from './remember.ts';

/** What a publication wrote: files of the site, their bytes, how many of them were new or different, and how many went. */
export interface Published {
  files: number;
  bytes: number;
  written: number;
  removed: number;
}

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
  const origin = await originOf(reader);
  const still = await exportReader(reader);
  const app = createApp(still, { ...options, delivery: 'files', warn: effects.warn });
  const targets = await targetsOf(still, loadAssets(options.assets), options.outlook !== false);
  const hashes: Record<string, string> = {};
  const folders = new Set<string>();
  let done = 0;
  let written = 0;
  let total = 0;
  for (const { address, file } of targets) {
    const response = await app.request(address);
    if (response.status !== 200) throw new Error(`publishing ${address} answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const hash = sha256(bytes);
    hashes[file] = hash;
    total += bytes.length;
    if (before[file] !== hash || !existsSync(join(dir, file))) {
      await writeWhole(join(dir, file), bytes, folders);
      written++;
    }
    // The driver frees its statements only when the event loop turns; without this, memory grows with every page.
    await setImmediate();
    effects.progress(++done, targets.length, 'files');
  }
  // The manifest comes before the removals: a kill in between leaves files too many, never a page without its parts.
  const gone = Object.keys(before).filter((file) => !(file in hashes));
  const manifest = { files: hashes, outlook: options.outlook !== false, ...origin };
  await writeWhole(join(dir, MANIFEST), new TextEncoder().encode(`${canonicalJson(manifest)}\n`), folders);
  for (const file of gone) await rm(join(dir, file), { force: true });
  return { files: targets.length, bytes: total, written, removed: gone.length };
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

async function readManifest(dir: string): Promise<Record<string, string>> {
  if (!existsSync(dir) || (await readdir(dir)).length === 0) return {};
  const path = join(dir, MANIFEST);
  if (!existsSync(path)) {
    throw new UserError(
      `folder ${JSON.stringify(dir)} holds files that are no published site; give an empty or new one`,
    );
  }
  const files = filesOf(await readFile(path, 'utf8'));
  if (files) return files;
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
