import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { zipOf } from '../../src/publish/zip.ts';
import { openZip } from '../../src/read/zip.ts';

test('files come out as they went in, in their order, and the same files give the same bytes', async () => {
  const name = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'é', '😀', ' ', '.', '-') });
  const files = fc.uniqueArray(fc.record({ name, bytes: fc.uint8Array() }), {
    selector: (file) => file.name,
  });
  await fc.assert(
    fc.asyncProperty(files, async (all) => {
      const given = all.map(({ name, bytes }) => ({ name: `d/${name}x`, bytes: Buffer.from(bytes) }));
      const bytes = await zipOf(given);
      const zip = await openZip(bytes);
      assert.deepEqual(
        zip.names,
        given.map((file) => file.name),
      );
      for (const file of given) assert.deepEqual(zip.part(file.name), file.bytes);
      assert.deepEqual(await zipOf(given), bytes);
    }),
    { numRuns: 30 },
  );
});

test('no time of this machine and no packing of its own gets into it', async () => {
  const words = 'the same words '.repeat(50);
  const bytes = await zipOf([{ name: 'a.txt', bytes: Buffer.from(words) }]);
  assert.ok(bytes.includes(words));
  // The day of the directory's entry, in the old form: 1 January 1980.
  const entry = bytes.indexOf('PK\u0001\u0002');
  assert.equal(bytes.readUInt16LE(entry + 14), (0 << 9) | (1 << 5) | 1);
  assert.equal(bytes.readUInt16LE(entry + 12), 0);
});

test('the time zone of the machine does not get into it', async () => {
  const script = `import { zipOf } from './src/publish/zip.ts';
    process.stdout.write((await zipOf([{ name: 'a', bytes: Buffer.from('words') }])).toString('hex'));`;
  const inZone = async (TZ: string) => {
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, TZ } });
    return stdout;
  };
  const [utc, ...others] = await Promise.all(['UTC', 'America/Los_Angeles', 'Asia/Tokyo'].map(inZone));
  assert.match(utc!, /^504b0304/);
  assert.deepEqual(others, [utc, utc]);
});
