import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { GAP, unpacked } from '../../src/read/warc-gunzip.ts';
import { members, pieces } from './warc-file.ts';

/** What comes out of the bytes in pieces of a size: text, `|` for each gap, and the warnings. */
async function out(bytes: Buffer, size?: number) {
  const warnings: string[] = [];
  let text = '';
  for await (const piece of unpacked(pieces(bytes, size), (message) => warnings.push(message)))
    text += piece === GAP ? '|' : piece.toString('latin1');
  return { text, warnings };
}
const parts = ['first ', 'second ', '', 'third '].map((text) => Buffer.from(text.repeat(50)));
const text = Buffer.concat(parts).toString();

test('any number of members is one stream, however it is cut; what is no gzip stays as it is', async () => {
  const packed = members(parts);
  for (const size of [1, 7, 100, packed.length])
    assert.deepEqual(await out(packed, size), { text, warnings: [] });
  assert.deepEqual(await out(Buffer.from(text), 9), { text, warnings: [] });
  assert.deepEqual(await out(Buffer.alloc(0)), { text: '', warnings: [] });
});

test('a damaged member is told of once and left out, and those behind it come', async () => {
  const packed = parts.map((part) => gzipSync(part));
  const broken = Buffer.from(gzipSync(randomBytes(400)));
  broken.fill(0xff, 40, 80);
  const bytes = Buffer.concat([packed[0]!, broken, packed[1]!, packed[3]!]);
  for (const size of [bytes.length, 50]) {
    const { text, warnings } = await out(bytes, size);
    assert.ok(text.includes('|'), 'a gap stands where bytes were lost');
    assert.ok(text.endsWith(`${parts[1]}${parts[3]}`), String(size));
    assert.equal(warnings.length, 1, warnings.join('; '));
    assert.match(warnings[0]!, /^archive has a damaged stretch \(.+\); it is left out$/);
  }
});

test('an archive that is cut off gives what came whole, and says so', async () => {
  const packed = members([parts[0]!, randomBytes(3000)]);
  const { text, warnings } = await out(packed.subarray(0, -100), 500);
  assert.ok(text.startsWith(String(parts[0])) && text.endsWith('|'));
  assert.deepEqual(warnings, ['archive is cut off in its last record']);
});
