import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../base/index.ts';
import type { DataFile } from './snapshot.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Style and scripts by plain name (`look.css`), each with its content in the name under which it is served. */
export type Assets = Map<string, DataFile>;

/** The assets of a folder of built files. */
export function loadAssets(folder: string): Assets {
  const assets: Assets = new Map();
  for (const file of readdirSync(folder).sort()) {
    const [stem = '', ending = ''] = file.split('.');
    const type = TYPES[ending];
    if (!type || file.split('.').length !== 2) continue;
    const bytes = readFileSync(join(folder, file));
    assets.set(file, { name: `${stem}.${sha256(bytes).slice(0, 8)}.${ending}`, type, bytes });
  }
  return assets;
}
