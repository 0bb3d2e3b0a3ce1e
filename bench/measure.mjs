import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const usage = pathToFileURL(join(fileURLToPath(import.meta.url), '..', 'usage.mjs')).href;

/** CPU seconds and peak memory in MB of one run of a Node program, as the operating system counts them. Throws when it fails. */
export function measure(args, { env = {} } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const file = join(dir, 'usage.json');
  try {
    const { status, stderr } = spawnSync(process.execPath, ['--import', usage, ...args], {
      env: { ...process.env, USAGE_FILE: file, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The run with the median CPU of several. */
export function median(runs) {
  return [...runs].sort((a, b) => a.cpu - b.cpu)[Math.floor(runs.length / 2)];
}
