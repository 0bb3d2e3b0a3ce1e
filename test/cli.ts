import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built command line as its user would and answers exit code and both outputs. */
export function countersign(...args: string[]): Promise<Ran> {
  return countersignIn('.', ...args);
}

/** The same in another folder. */
export function countersignIn(cwd: string, ...args: string[]): Promise<Ran> {
  return new Promise((done, fail) => {
    const program = [resolve('dist/cli.js'), ...args];
    const child = spawn(process.execPath, program, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', fail).on('close', (code) => done({ code, out, err }));
  });
}

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
