import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { quietEffects, UserError } from '../../src/base/index.ts';
import { readWacz } from '../../src/read/index.ts';
import { members, page } from './warc-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'countersign-wacz-'));
after(() => rmSync(dir, { recursive: true }));

/** A zip whose parts are stored unpacked, as WACZ stores its archives. */
function zip(parts: Record<string, Buffer>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, data] of Object.entries(parts)) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006'), end]);
}

function file(name: string, bytes: Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}

async function read(path: string) {
  const names: string[] = [];
  const warnings: string[] = [];
  const effects = quietEffects({ warn: (message) => void warnings.push(message) });
  const tally = await readWacz(path, (record) => void names.push(record.url.split('/').at(-1)!), effects);
  return { names, warnings, tally };
}

test('every archive of a WACZ is read, packed or not, and nothing else of it', async () => {
  const path = file(
    'good.wacz',
    zip({
      'datapackage.json': Buffer.from('{}'),
      'archive/one.warc.gz': members([page('a'), page('b')]),
      'archive/two.warc': page('c'),
      'indexes/index.warc.gz': members([page('not-this')]),
    }),
  );
  const { names, tally, warnings } = await read(path);
  assert.deepEqual(names, ['a', 'b', 'c']);
  assert.deepEqual(tally, { records: 3, responses: 3, passed: 3, warnings: 0 });
  assert.deepEqual(warnings, []);
});

test('one damaged archive is told, and the others are read', async () => {
  const hurt = members([page('a'), page('b')]);
  hurt.fill(0xff, 60, 90);
  const { names, warnings } = await read(
    file('hurt.wacz', zip({ 'archive/1.warc.gz': hurt, 'archive/2.warc': page('c') })),
  );
  assert.deepEqual(names, ['b', 'c']);
  assert.equal(warnings.length, 1);
});

test('a flipped byte in an archive that is not packed is told, and nothing of that archive is taken', async () => {
  const bytes = zip({ 'archive/1.warc': page('a'), 'archive/2.warc': page('b') });
  bytes[bytes.indexOf('text/html') + 3]! ^= 1;
  const { names, warnings } = await read(file('flipped.wacz', bytes));
  assert.deepEqual(names, ['b']);
  assert.deepEqual(warnings, [
    'archive "archive/1.warc" is damaged (it differs from its checksum); the rest of it is left out',
  ]);
});

test('what is no WACZ is refused in one line', async () => {
  const good = zip({ 'archive/one.warc': page('a') });
  const bad: [string, Buffer][] = [
    ['no.wacz', Buffer.from('no zip')],
    ['cut.wacz', good.subarray(0, -30)],
    ['none.wacz', zip({ 'pages/pages.jsonl': Buffer.from('{}') })],
  ];
  const paths = [...bad.map(([name, bytes]) => file(name, bytes)), join(dir, 'missing.wacz')];
  for (const path of paths) {
    await assert.rejects(read(path), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^wacz "[^"]+" .+; (?:get|give)[^\n]+$/);
      return true;
    });
  }
});

test('an error of the one who takes the records is not taken for damage', async () => {
  const path = file('ok.wacz', zip({ 'archive/one.warc': page('a') }));
  await assert.rejects(
    readWacz(path, () => Promise.reject(new Error('full disk')), quietEffects()),
    /full disk/,
  );
});
