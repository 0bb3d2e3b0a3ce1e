import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../src/base/index.ts';
import { blobPath, getBlob, putBlob } from '../../src/capture/index.ts';

test('gives back the bytes that were put, under their hash, and leaves no parts behind', () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  try {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), (bytes) => {
        const sha = putBlob(dir, bytes);
        assert.equal(sha, sha256(bytes));
        assert.equal(putBlob(dir, bytes), sha);
        assert.deepEqual(new Uint8Array(getBlob(dir, sha) ?? []), bytes);
      }),
      { numRuns: 30 },
    );
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      files.filter((name) => name.endsWith('.part')),
      [],
    );
    assert.equal(getBlob(dir, '0'.repeat(64)), null);
    assert.match(blobPath(dir, 'ab'.repeat(32)), /ab.abab/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
