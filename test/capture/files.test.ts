import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readFile } from '../../src/capture/index.ts';

test('a device or a pipe, which never ends, is no file', { skip: process.platform === 'win32' }, () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-files-'));
  try {
    const pipe = join(dir, 'pipe');
    execFileSync('mkfifo', [pipe]);
    assert.throws(() => readFile(pipe), /is no file; give a file, a folder or an address/);
    assert.throws(() => readFile('/dev/zero'), /is no file/);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
