import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * Compares a picture (PNG) with the one that is kept in a file. Answers null where they are alike, else a line that says how
 * they differ; the new picture then stands beside the kept one as `.changed.png`, to be looked at. `share` is how many of the
 * pixels may differ: days on which a record was made, and the edges of letters.
 */
export function differsFrom(path: string, bytes: Buffer, share: number): string | null {
  const beside = path.replace(/\.png$/, '.changed.png');
  const unlike = existsSync(path) ? unlikeness(readFileSync(path), bytes) : 'is not kept yet';
  const line = typeof unlike === 'string' ? unlike : unlike > share ? `differs in ${percent(unlike)}` : null;
  if (line === null) rmSync(beside, { force: true });
  else writeFileSync(beside, bytes);
  return line && `${path} ${line}; look at ${beside}`;
}

function unlikeness(kept: Buffer, bytes: Buffer): number | string {
  const [a, b] = [PNG.sync.read(kept), PNG.sync.read(bytes)];
  if (a.width !== b.width || a.height !== b.height)
    return `is ${a.width} by ${a.height} and now ${b.width} by ${b.height}`;
  return pixelmatch(a.data, b.data, null, a.width, a.height, { threshold: 0.15 }) / (a.width * a.height);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} % of its pixels`;
}
