import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepFile } from '../../src/record/keep-file.ts';
import { inFolder } from './world.ts';

test('what is kept takes the place of what was there, in folders made for it, with nothing left beside', async () => {
  await inFolder(async (dir) => {
    const path = join(dir, 'readings', 'ab', 'text');
    keepFile(path, 'first');
    keepFile(path, 'second');
    assert.equal(readFileSync(path, 'utf8'), 'second');
    assert.deepEqual(readdirSync(join(dir, 'readings', 'ab')), ['text']);
  });
});

test('where nothing can be written the question is answered all the same', async () => {
  await inFolder(async (dir) => {
    writeFileSync(join(dir, 'readings'), 'a file where the folder should be');
    keepFile(join(dir, 'readings', 'text'), 'words');
    assert.deepEqual(readdirSync(dir), ['readings']);
  });
});
