import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openZip } from '../../src/read/zip.ts';
import { zipOf } from '../zip.ts';

/** The bytes with a number written at every place where a mark stands. */
function patched(bytes: Buffer, mark: string, offset: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(mark); at >= 0; at = copy.indexOf(mark, at + 1))
    copy.writeUInt16LE(value, at + offset);
  return copy;
}

test('the parts of a zip come out as they went in, packed or stored', async () => {
  const parts = { 'a.txt': 'words', 'd/é😀.bin': Buffer.alloc(70_000, 3), empty: '' };
  for (const stored of [false, true]) {
    const zip = await openZip(await zipOf(parts, { stored }));
    assert.deepEqual(zip.names, Object.keys(parts));
    for (const [name, content] of Object.entries(parts))
      assert.deepEqual(zip.part(name), Buffer.from(content));
    assert.equal(zip.part('b.txt'), null);
    assert.equal(zip.part('constructor'), null);
  }
});

test('what is no zip, cut off or changed inside is refused in one line', async () => {
  const whole = await zipOf({ 'a.txt': 'words that are stored' }, { stored: true });
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), whole.subarray(0, -10), whole.subarray(20)])
    await assert.rejects(openZip(bytes), /zip archive is damaged \(.+\); get the file again/);
  const changed = Buffer.from(whole);
  changed[changed.indexOf('words')] = 87;
  const zip = await openZip(changed);
  assert.throws(() => zip.part('a.txt'), /zip part "a.txt" differs from its checksum/);
});

test('locked and oddly packed parts are refused when they are asked for', async () => {
  const whole = await zipOf({ 'a.txt': 'words' });
  // The flags and the method in the directory, eight and ten bytes behind its mark.
  const locked = await openZip(patched(whole, 'PK\u0001\u0002', 8, 0x801));
  assert.throws(() => locked.part('a.txt'), /zip part "a.txt" is encrypted; save it without a password/);
  const odd = await openZip(patched(whole, 'PK\u0001\u0002', 10, 12));
  assert.throws(() => odd.part('a.txt'), /zip part "a.txt" uses packing method 12; pack it with deflate/);
});

test('no part inflates without end', async () => {
  const zip = await openZip(await zipOf({ bomb: Buffer.alloc((64 << 20) + 1) }));
  assert.throws(() => zip.part('bomb'), /zip part "bomb" inflates beyond 67108864 bytes; it is not read/);
});
