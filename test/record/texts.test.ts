import assert from 'node:assert/strict';
import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects, sha256 } from '../../src/base/index.ts';
import { PROSE_READERS, type TextReading } from '../../src/read/index.ts';
import { charsetIn, freshText, keepReading, keptReading, textOf } from '../../src/record/texts.ts';
import { learn, listCapture, textCapture, withRecord } from './world.ts';

test('a captured text is read from its bytes; a list, and what is not held, is none', () =>
  withRecord(async (record) => {
    const text = textCapture(record, 'The jail will hold nobody.', []);
    const list = listCapture('2026-01-01', [{ agency: 'One PD' }]);
    await learn(record, '2026-01-02', text, list);
    assert.equal((await textOf(record, text.sha))?.text, 'The jail will hold nobody.');
    assert.deepEqual(await freshText(record, text.sha, quietEffects()), await textOf(record, text.sha));
    assert.equal(await textOf(record, list.sha), null);
    assert.equal(await textOf(record, sha256('nothing')), null);
  }));

test('a reading that took long is kept beside the bytes, until its reader is of another version or it is cut off', () =>
  withRecord(async (record) => {
    const sha = sha256('a page');
    const reading: TextReading = {
      form: 'text',
      reader: 'pdf',
      version: PROSE_READERS.pdf,
      text: 'é 😀',
      blocks: [],
      title: null,
      publisher: null,
      published: null,
      lang: null,
    };
    // One without pages is soon made again.
    keepReading(record, sha, reading);
    assert.equal(keptReading(record, sha), null);
    const slow = { ...reading, pages: [{ start: 0, end: 4 }] };
    keepReading(record, sha, slow);
    assert.deepEqual(keptReading(record, sha), slow);
    assert.deepEqual(await textOf(record, sha), slow);
    const folder = join(record.dir, 'readings', sha.slice(0, 2));
    assert.deepEqual(readdirSync(folder), [`${sha}.json.gz`]);
    keepReading(record, sha, { ...slow, version: 'old' });
    assert.equal(keptReading(record, sha), null);
    keepReading(record, sha, { ...slow, reader: 'constructor' });
    assert.equal(keptReading(record, sha), null);
    keepReading(record, sha, slow);
    truncateSync(join(folder, `${sha}.json.gz`), 20);
    assert.equal(keptReading(record, sha), null);
  }));

test('a charset is what the headers name', () => {
  assert.equal(charsetIn({ 'content-type': 'text/html; charset="windows-1252"' }), 'windows-1252');
  assert.equal(charsetIn({ 'content-type': 'text/html; CHARSET=utf-8; x=y' }), 'utf-8');
  for (const headers of [null, undefined, {}, { 'content-type': 'text/html' }])
    assert.equal(charsetIn(headers), null);
});
