import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesOf, readFile } from '../../src/capture/index.ts';

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

test('a folder is its files: links to folders, hidden files and other records are left out', {
  skip: process.platform === 'win32',
}, () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-files-'));
  try {
    for (const name of ['a', 'a/b', 'a/record', 'outside']) mkdirSync(join(dir, name));
    for (const name of ['a/1.txt', 'a/b/2.txt', 'a/.hidden', 'a/record/record.db', 'a/record/3', 'outside/4'])
      writeFileSync(join(dir, name), 'x');
    symlinkSync('..', join(dir, 'a', 'loop'));
    symlinkSync(join(dir, 'outside'), join(dir, 'a', 'c'));
    symlinkSync(join(dir, 'outside', '4'), join(dir, 'a', '5.txt'));
    symlinkSync(join(dir, 'gone'), join(dir, 'a', '6.txt'));
    const found = ['1.txt', '5.txt', 'b/2.txt'].map((name) => join(dir, 'a', name));
    assert.deepEqual(filesOf(join(dir, 'a')), { files: found, folder: true });
    symlinkSync(join(dir, 'a'), join(dir, 'named'));
    assert.equal(filesOf(join(dir, 'named')).files.length, 3);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
