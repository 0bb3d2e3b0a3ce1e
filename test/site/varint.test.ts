import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Reader, Writer } from '../../src/site/varint.ts';

test('numbers and strings come back as they were written', () => {
  const value = fc.oneof(
    fc.record({ kind: fc.constant('uint' as const), value: fc.nat(0x7fffffff) }),
    fc.record({
      kind: fc.constant('int' as const),
      value: fc.integer({ min: -0x3fffffff, max: 0x3fffffff }),
    }),
    fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'grapheme' }) }),
  );
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const out = new Writer();
      for (const one of values) {
        if (one.kind === 'text') out.text(one.value);
        else out[one.kind](one.value);
      }
      const input = new Reader(out.done());
      for (const one of values) assert.equal(input[one.kind](), one.value);
    }),
  );
});

test('a small number takes one byte', () => {
  const out = new Writer();
  out.uint(127);
  out.int(-64);
  assert.equal(out.done().length, 2);
});

test('data that ends too early is an error, never a number', () => {
  assert.throws(() => new Reader(new Uint8Array([0x80])).uint(), /ends too early/);
});
