import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSources } from '../../src/capture/index.ts';
import { NOTICE_FORMS } from '../../src/read/index.ts';

const GOOD = {
  name: 'Orders',
  publisher: 'An office',
  addresses: ['https://example.org/orders?since={since}'],
  reader: 'page',
  hours: 24,
  licence: 'public domain',
  least: 0,
  most: 50,
};

function withSources<T>(files: Record<string, unknown>, work: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-sources-'));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
    return work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

test('each file of the folder is a source that goes by its name, in their order', () => {
  withSources(
    { 'b.json': { ...GOOD, words: ['detainer'] }, 'a.json': GOOD, 'read.md': 'no source' },
    (dir) => {
      const sources = readSources(dir, ['page']);
      assert.deepEqual(
        sources.map(({ id }) => id),
        ['a', 'b'],
      );
      assert.deepEqual(sources[0], { ...GOOD, id: 'a' });
      assert.throws(() => readSources(join(dir, 'a.json'), ['page']), /is a file; give the folder/);
      assert.throws(() => readSources(join(dir, 'none'), ['page']), /is not there/);
    },
  );
});

test('the sources that come with the program are such', () => {
  assert.ok(readSources('sources', ['ice-lists', ...NOTICE_FORMS]).length > 0);
});

test('a source that does not fit is refused by file, value and remedy', () => {
  for (const [change, said] of [
    [{ name: '' }, /name "" of source .* is no text; fill it in/],
    [{ licence: 3 }, /licence 3 of source/],
    [{ hours: 1.5 }, /hours 1.5 of source .* is no whole number/],
    [{ least: -1 }, /least -1/],
    [{ least: 60 }, /least 60 of source .* is more than most/],
    [{ reader: 'pdf' }, /reader "pdf" of source .* is unknown; use one of page/],
    [{ addresses: [] }, /address "" of source/],
    [{ addresses: 'https://example.org' }, /address "" of source/],
    [{ addresses: [GOOD.addresses[0], 'file:///etc'] }, /address "file:\/\/\/etc" of source/],
    [{ words: 'detainer' }, /words "detainer" of source .* is no list of words/],
    [{ words: ['detainer', 3] }, /words \["detainer",3\] of source/],
    [{ words: [] }, /words \[\] of source/],
    [{ key: null }, /key null of source/],
    [{ key: { header: 'X' } }, /key \{"header":"X"\} of source/],
  ] as const)
    withSources({ 'a.json': { ...GOOD, ...change } }, (dir) => {
      assert.throws(() => readSources(dir, ['page']), said);
    });
  for (const text of ['', '[]', 'null', '"x"', '{'])
    withSources({ 'a.json': text }, (dir) => {
      assert.throws(() => readSources(dir, ['page']), /is no JSON object/, text);
    });
});
