import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { quietEffects, UserError } from '../../src/base/index.ts';
import { readWarc, type WarcOptions, type WarcRecord } from '../../src/read/index.ts';
import { httpResponse, members, page, pieces, warcRecord } from './warc-file.ts';

async function read(bytes: Buffer, options: WarcOptions = {}, size?: number) {
  const warnings: string[] = [];
  const records: WarcRecord[] = [];
  const effects = quietEffects({ warn: (message) => void warnings.push(message) });
  const tally = await readWarc(pieces(bytes, size), (record) => void records.push(record), effects, options);
  return { warnings, records, tally, names: records.map((record) => record.url.split('/').at(-1)) };
}

const MIXED = [
  warcRecord('warcinfo', '', 'software: test'),
  warcRecord('request', 'https://example.org/a', 'GET /a HTTP/1.1\r\n\r\n'),
  page('a'),
  warcRecord(
    'response',
    'https://example.org/b',
    httpResponse('body { }', []).toString().replace('text/html', 'text/css'),
  ),
  page('c', '<p>See</p>', ['X-One: 1', 'X-One: 2']),
  warcRecord('response', 'https://example.org/gone', httpResponse('no', [], '404 Not Found'), 'gone'),
];

test('responses alone, with their headers, from gzip members, one gzip and plain bytes alike', async () => {
  for (const bytes of [members(MIXED), gzipSync(Buffer.concat(MIXED)), Buffer.concat(MIXED)]) {
    const { names, records, tally, warnings } = await read(bytes);
    assert.deepEqual(names, ['a', 'c', 'gone']);
    assert.deepEqual(tally, { records: 6, responses: 3, passed: 3, warnings: 0 });
    assert.deepEqual(warnings, []);
    const [, c, gone] = records;
    assert.deepEqual(
      [c!.id, c!.url, c!.date, c!.status, c!.mime, c!.headers['x-one'], c!.payload.toString()],
      ['urn:test:c', 'https://example.org/c', '2025-03-04T05:06:07Z', 200, 'text/html', '1, 2', '<p>See</p>'],
    );
    assert.equal(gone!.status, 404);
  }
});

test('content and transfer codings are undone, and a page that cannot be unpacked is told and left out', async () => {
  const text = 'Sheriff '.repeat(100);
  const bytes = members([
    page('gzip', gzipSync(text), ['Content-Encoding: gzip']),
    page('stored', text, ['Content-Encoding: gzip']),
    page('deflate', deflateSync(text), ['Content-Encoding: deflate']),
    page('raw', deflateRawSync(text), ['Content-Encoding: deflate']),
    page('br', brotliCompressSync(text), ['Content-Encoding: br']),
    page('both', deflateSync(gzipSync(text)), ['Content-Encoding: gzip, deflate']),
    page('chunked', `4\r\nSher\r\n${(text.length - 4).toString(16)};x=y\r\n${text.slice(4)}\r\n0\r\n\r\n`, [
      'Transfer-Encoding: chunked',
    ]),
    page('unchunked', text, ['Transfer-Encoding: chunked']),
    page('cut', gzipSync(text).subarray(0, 20), ['Content-Encoding: gzip']),
    page('bomb', gzipSync(Buffer.alloc(80 << 20)), ['Content-Encoding: gzip']),
    page('unknown', text, ['Content-Encoding: compress']),
    page('last', text),
  ]);
  const { names, records, warnings } = await read(bytes);
  assert.deepEqual(names, ['gzip', 'stored', 'deflate', 'raw', 'br', 'both', 'chunked', 'unchunked', 'last']);
  for (const record of records) assert.equal(record.payload.toString(), text, record.url);
  assert.equal(warnings.length, 3);
  for (const warning of warnings)
    assert.match(warning, /^page "https:.+cannot be unpacked \([^\n]+\); it is left out$/);
});

test('the prefilter sees raw bytes, unpacked ones where a coding hides them, and passes over what it does not want', async () => {
  const seen: (string | null)[] = [];
  const mayConcern = (bytes: Uint8Array, mime: string | null) => {
    seen.push(mime);
    return Buffer.from(bytes).includes('sheriff');
  };
  const { names, tally } = await read(
    members([
      page('no'),
      page('yes', 'the sheriff'),
      page('packed', gzipSync('the sheriff'), ['Content-Encoding: gzip']),
    ]),
    { mayConcern },
  );
  assert.deepEqual(names, ['yes', 'packed']);
  assert.deepEqual(seen, ['text/html', 'text/html', 'text/html']);
  assert.deepEqual([tally.responses, tally.passed], [3, 2]);
});

test('a wrong length, a missing one, garbage between records: one warning each, and the rest goes on', async () => {
  const broken: [string, Buffer, string[]][] = [
    [
      'too short',
      warcRecord('response', 'https://e.org/x', httpResponse('<p>xxxxxxxxxxxxxxxxxxx</p>'), 'x', 60),
      ['a', 'x', 'b', 'c'],
    ],
    [
      'too long',
      warcRecord('response', 'https://e.org/x', httpResponse('<p>x</p>'), 'x', 300),
      ['a', 'x', 'b', 'c'],
    ],
    [
      'far too long',
      warcRecord('response', 'https://e.org/x', httpResponse('<p>x</p>'), 'x', 90_000),
      ['a', 'x', 'b', 'c'],
    ],
    [
      'beyond all',
      warcRecord('response', 'https://e.org/x', httpResponse('<p>x</p>'), 'x', 9_000_000_000),
      ['a', 'b', 'c'],
    ],
    [
      'no number',
      Buffer.from(
        page('x')
          .toString()
          .replace(/Content-Length: \d+/, 'Content-Length: many'),
      ),
      ['a', 'b', 'c'],
    ],
    [
      'negative',
      Buffer.from(
        page('x')
          .toString()
          .replace(/Content-Length: /, 'Content-Length: -'),
      ),
      ['a', 'b', 'c'],
    ],
    ['garbage', Buffer.from(`${'junk '.repeat(50)}\r\n\r\n`), ['a', 'b', 'c']],
  ];
  for (const [what, bad, left] of broken) {
    const { names, warnings } = await read(Buffer.concat([page('a'), bad, page('b'), page('c')]));
    assert.deepEqual(names, left, what);
    assert.equal(warnings.length, 1, `${what}: ${warnings.join(' | ')}`);
    assert.match(warnings[0]!, /^archive: [^\n]+$/);
  }
});

test('an archive that is cut off gives its whole records and one warning', async () => {
  const plain = Buffer.concat([page('a'), page('b'), page('c')]);
  for (const bytes of [plain.subarray(0, -40), members([page('a'), page('b'), page('c')]).subarray(0, -40)]) {
    const { names, warnings } = await read(bytes);
    assert.deepEqual(names, ['a', 'b']);
    assert.equal(warnings.length, 1, warnings.join(' | '));
  }
});

test('a damaged gzip member is left out, once, and those around it are read once', async () => {
  const all = Array.from({ length: 40 }, (_, i) => page(`p${i}`, randomBytes(3000).toString('hex')));
  const packed = all.map((record) => gzipSync(record));
  for (const size of [1 << 20, 30_000, 1000]) {
    for (const hurt of [0, 17, 39]) {
      const copy = packed.map((member) => Buffer.from(member));
      copy[hurt]!.fill(0xff, 400, 500);
      const { names, warnings } = await read(Buffer.concat(copy), {}, size);
      assert.deepEqual(
        names,
        all.flatMap((_, i) => (i === hurt ? [] : [`p${i}`])),
        `${size} ${hurt}`,
      );
      assert.equal(warnings.length, 1, `${size} ${hurt} ${warnings.join(' | ')}`);
    }
  }
});

test('bytes behind the last member, a header without end, and no archive at all', async () => {
  const junk = await read(Buffer.concat([members([page('a')]), Buffer.from('trailing junk'.repeat(20))]));
  assert.deepEqual([junk.names, junk.warnings.length], [['a'], 1]);
  const endless = await read(
    Buffer.concat([page('a'), Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(20_000)}\r\n\r\n`), page('b')]),
  );
  assert.deepEqual([endless.names, endless.warnings.length], [['a', 'b'], 1]);
  const none = await read(Buffer.from('this is no archive'.repeat(100)));
  assert.deepEqual([none.names, none.warnings.length], [[], 1]);
  await assert.rejects(
    readWarc('/no/such/file.warc.gz', () => {}, quietEffects()),
    (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.match(
        error.message,
        /^archive "\/no\/such\/file.warc.gz" cannot be read .+; give another path$/,
      );
      return true;
    },
  );
});

test('an error of the one who takes the records comes through', async () => {
  await assert.rejects(
    readWarc(pieces(members(MIXED)), () => Promise.reject(new Error('full disk')), quietEffects()),
    /full disk/,
  );
});

test('records are the same however the bytes are cut', async () => {
  const bytes = Buffer.concat(MIXED);
  const packed = members(MIXED);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 700 }), fc.boolean(), async (size, isPacked) => {
      const { names, warnings } = await read(isPacked ? packed : bytes, {}, size);
      assert.deepEqual(names, ['a', 'c', 'gone']);
      assert.deepEqual(warnings, []);
    }),
    { numRuns: 60 },
  );
});

test('no bytes whatever make it throw', async () => {
  const whole = Buffer.concat(MIXED);
  const packed = members(MIXED);
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.nat(), fc.uint8Array({ maxLength: 40 }), async (isPacked, at, bad) => {
      const copy = Buffer.from(isPacked ? packed : whole);
      copy.set(bad, at % (copy.length - 40));
      const { tally } = await read(copy);
      assert.ok(tally.warnings <= 3);
    }),
    { numRuns: 200 },
  );
});

test('a record that is too large and cut off besides is told of once', async () => {
  const bomb = gzipSync(page('bomb', 'A'.repeat(65 << 20)));
  const { warnings, names } = await read(Buffer.concat([members([page('a')]), bomb.subarray(0, -20)]));
  assert.deepEqual(names, ['a']);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0]!, /a record of \d+ bytes is left out/);
});
