import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniffForm } from '../../src/capture/index.ts';
import { decodeBytes } from '../../src/read/decode.ts';

const SAID = 'El alguacil de Doña Ana dijo “no” — José Núñez';
const windows = Buffer.from(
  SAID.replace('“', '\u0093').replace('”', '\u0094').replace('—', '\u0097'),
  'latin1',
);
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

/** What a decoding gives, and what is told of it. */
function read(bytes: Buffer, charset: string | null = null): [string, string[]] {
  const told: string[] = [];
  const text = decodeBytes(bytes, charset, (line) => told.push(line));
  return [text, told];
}

test('right text and no warning: whatever the label says, and without one', () => {
  const utf8 = Buffer.from(SAID);
  for (const [bytes, charset] of [
    [utf8, null],
    [utf8, 'utf-8'],
    [utf8, 'iso-8859-1'],
    [utf8, 'windows-1252'],
    [utf8, 'utf-16'],
    [utf8, 'no-such-charset'],
    [windows, null],
    [windows, 'iso-8859-1'],
    [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), 'windows-1252'],
    [utf16(SAID), 'utf-8'],
    [utf16(SAID, true), null],
  ] as const)
    assert.deepEqual(read(bytes, charset), [SAID, []], `${bytes.toString('latin1', 0, 8)} as ${charset}`);
});

test('a label that does not fit, or that nobody knows, is told where it could matter', () => {
  for (const charset of ['utf-8', 'utf-16le', 'no-such-charset'])
    assert.deepEqual(read(windows, charset), [
      SAID,
      [
        `document names charset "${charset}", which its bytes are not in; it was read as Windows-1252, save it as UTF-8`,
      ],
    ]);
  assert.deepEqual(read(Buffer.from('Cook County'), 'no-such-charset'), ['Cook County', []]);
});

test('plain ASCII is never taken for UTF-16, whatever the page says', () => {
  const page = '<meta charset="utf-16"><p>Cook County';
  assert.deepEqual(read(Buffer.from(page)), [page, []]);
  assert.deepEqual(read(Buffer.from('Cook County'), 'utf-16be'), ['Cook County', []]);
});

test('a label that is right serves where the bytes are no UTF-8', () => {
  const greek = Buffer.from([0xc1, 0xe8, 0xde, 0xed, 0xe1]);
  assert.deepEqual(read(greek, 'iso-8859-7'), ['Αθήνα', []]);
  const xml = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="ISO-8859-7"?>'), greek]);
  assert.match(read(xml)[0], /Αθήνα$/);
});

test('a stray byte in UTF-8 spoils itself alone, with one warning', () => {
  const bytes = Buffer.concat([Buffer.from('Doña '), Buffer.from([0xf1]), Buffer.from(' Ana, José')]);
  const [text, told] = read(bytes, 'utf-8');
  assert.equal(text, 'Doña \ufffd Ana, José');
  assert.deepEqual(told, [
    'document is UTF-8 but for 1 damaged characters, which are read as "\ufffd"; get it again',
  ]);
  assert.deepEqual(read(Buffer.from(`${'Doña, cut in José'.slice(0, -1)}é`).subarray(0, -1))[1], []);
});

test('what is in no charset that is known is read with one warning; UTF-32 is refused', () => {
  const [, told] = read(Buffer.from([0x81, 0x40, 0x8d, 0x20, 0x9d]));
  assert.deepEqual(told, [
    'document names no charset that its bytes are in; it was read as Windows-1252, save it as UTF-8',
  ]);
  assert.throws(() => read(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])), /is in UTF-32; save it as UTF-8/);
});

test('a page in UTF-16 is a page', () => {
  assert.equal(sniffForm(utf16('<!doctype html><p>Doña Ana')), 'html');
  assert.equal(sniffForm(utf16('<html><p>Doña Ana', true)), 'html');
  assert.equal(sniffForm(utf16('Doña Ana')), 'text');
});
