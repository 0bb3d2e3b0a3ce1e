import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WarcFrames } from '../../src/read/warc-frames.ts';
import { warcRecord } from './warc-file.ts';

/** The blocks that the pieces give, and how often something was told of. */
function framed(pieces: Buffer[], gapAfter = -1) {
  const blocks: string[] = [];
  const warnings: string[] = [];
  const frames = new WarcFrames(
    (header, block) => {
      assert.match(header, /^WARC\/1\.0\r\n[\s\S]*\r\n$/);
      blocks.push(block.toString());
    },
    (message) => warnings.push(message),
  );
  pieces.forEach((piece, i) => {
    frames.push(piece);
    if (i === gapAfter) frames.gap();
  });
  frames.end();
  return { blocks, warnings };
}
const record = (block: string, length?: number) =>
  warcRecord('response', 'https://example.org/', block, 'x', length);
const join = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

test('records come out whole however the stream is cut', () => {
  const bytes = join(
    record('first'),
    record(''),
    record('WARC/ inside\r\n\r\n and more'),
    record('é'.repeat(300)),
  );
  const whole = framed([bytes]);
  assert.deepEqual(whole, {
    blocks: ['first', '', 'WARC/ inside\r\n\r\n and more', 'é'.repeat(300)],
    warnings: [],
  });
  const cuts = fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 30 });
  fc.assert(
    fc.property(cuts, (at) => {
      const ends = [...at.sort((a, b) => a - b), bytes.length];
      assert.deepEqual(framed(ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end))), whole);
    }),
  );
  assert.deepEqual(framed(Array.from(bytes, (_, i) => bytes.subarray(i, i + 1))), whole);
});

test('behind damage of every kind reading goes on with the next record, told of once', () => {
  for (const [damage, told] of [
    ['garbage that is no record', /a record has a wrong length/],
    [record('short', 2), /a record has a wrong length/],
    [record('long', 4000), /a record has a wrong length/],
    ['WARC/1.0\r\nContent-Length: many\r\n\r\nx\r\n\r\n', /no valid length/],
    [record('x', 999_999_999), /a record of 999999999 bytes is left out/],
  ] as const) {
    const { blocks, warnings } = framed([join(record('before'), damage, '\r\n\r\n', record('behind'))]);
    assert.equal(blocks[0], 'before');
    assert.equal(blocks.at(-1), 'behind', String(told));
    assert.equal(warnings.length, 1, warnings.join('; '));
    assert.match(warnings[0]!, told);
  }
});

test('bytes before the first record are told of', () => {
  const { blocks, warnings } = framed([join('no record\r\n\r\n', record('a'))]);
  assert.deepEqual(blocks, ['a']);
  assert.match(warnings.join(), /^archive: bytes stand where a record should begin;/);
});

test('a record that is cut off is told of; line ends behind the last are not', () => {
  assert.deepEqual(framed([]), { blocks: [], warnings: [] });
  assert.deepEqual(framed([join(record('a'), '\r\n\r\n')]), { blocks: ['a'], warnings: [] });
  assert.equal(framed([join(record('a'), record('bcd').subarray(0, -6))]).warnings.length, 1);
  assert.deepEqual(framed([record('a').subarray(0, 30)]).blocks, []);
});

test('what a gap cuts in two is no record', () => {
  const bytes = record('torn apart');
  const { blocks } = framed([join(record('a'), bytes.subarray(0, -8)), bytes.subarray(-8), record('b')], 0);
  assert.deepEqual(blocks, ['a', 'b']);
});

test('a record that is too large is passed over by its length, piece by piece', () => {
  const size = 65 << 20;
  const head = record('', size).subarray(0, -4);
  const piece = Buffer.alloc(1 << 20, 'x');
  const { blocks, warnings } = framed([
    join(record('a'), head),
    ...Array.from({ length: 65 }, () => piece),
    join('\r\n\r\n', record('b')),
  ]);
  assert.deepEqual(blocks, ['a', 'b']);
  assert.deepEqual(warnings, [`archive: a record of ${size} bytes is left out; 67108864 are the most`]);
});
