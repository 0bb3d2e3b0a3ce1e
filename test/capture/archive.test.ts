import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { archiveForm, isWarc } from '../../src/capture/archive.ts';
import { members, page } from '../read/warc-file.ts';
import { zipOf } from '../zip.ts';

test('a web archive is known by what it holds, whatever its name', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-archive-'));
  const form = (name: string, bytes: Buffer) => {
    writeFileSync(join(dir, name), bytes);
    return archiveForm(join(dir, name));
  };
  try {
    const warc = page('a');
    assert.equal(form('x.html', warc), 'warc');
    assert.equal(form('x.txt', members([warc])), 'warc');
    const wacz = await zipOf({ 'datapackage.json': '{}', 'archive/data.warc.gz': members([warc]) });
    assert.equal(form('x.xlsx', wacz), 'wacz');
    // Its directory stands at the end of the file, far from what lies before it.
    const late = { big: Buffer.alloc(200_000, 7), 'archive/rec.warc': warc, end: Buffer.alloc(100_000, 7) };
    assert.equal(form('late.zip', await zipOf(late, { stored: true })), 'wacz');
    // Neither a workbook, nor a gzip of something else, nor words about a WARC, nor nothing at all.
    assert.equal(form('x.warc', await zipOf({ 'xl/workbook.xml': '<workbook/>' })), null);
    assert.equal(form('x.warc.gz', gzipSync('words')), null);
    assert.equal(form('about.txt', Buffer.from('see archive/data.warc')), null);
    assert.equal(form('empty.warc', Buffer.alloc(0)), null);
    mkdirSync(join(dir, 'folder.warc'));
    assert.equal(archiveForm(join(dir, 'folder.warc')), null);
    assert.equal(archiveForm(join(dir, 'absent')), null);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('the beginning of a packed WARC is enough; damaged packing is none', () => {
  const packed = gzipSync(page('a', randomBytes(9000)));
  assert.ok(packed.length > 4096);
  assert.ok(isWarc(packed.subarray(0, 4096)));
  assert.equal(isWarc(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])), false);
  assert.equal(isWarc(Buffer.from('WARC')), false);
});
