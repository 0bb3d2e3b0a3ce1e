import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quietEffects, UserError } from '../../src/base/index.ts';
import { readText } from '../../src/read/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function lines(text: string): string[] {
  const reading = readText(bytes(text));
  return reading.blocks.map((block) => `${block.kind}: ${reading.text.slice(block.start, block.end)}`);
}

test('paragraphs, a title, and wrapped lines as one block with the line end kept', () => {
  const text = `Sheriff ends program

The sheriff said on Tuesday that he would end the
program that his predecessor had begun in two
thousand and eight.

Second.`;
  assert.deepEqual(lines(text), [
    'heading: Sheriff ends program',
    'paragraph: The sheriff said on Tuesday that he would end the\nprogram that his predecessor had begun in two\nthousand and eight.',
    'paragraph: Second.',
  ]);
});

test('numbered and timed lines are items', () => {
  assert.deepEqual(
    lines('MINUTES OF THE BOARD\n\n1. CALL TO ORDER.\n   a. Roll called.\n6:22 Statement read.'),
    [
      'heading: MINUTES OF THE BOARD',
      'list-item: 1. CALL TO ORDER.',
      'list-item: a. Roll called.',
      'list-item: 6:22 Statement read.',
    ],
  );
});

test('a flattened page: bylines, image names, captions, advertisements and the tail are marked', () => {
  const text = `Jail wants more

By Staff report
May 7, 2025
Share  Tweet  Email

The jail spoke.

IMG_63FF0A
IMG_63FF0A

Protesters outside the jail.

Advertisement
Storm shelters
Scroll to continue reading

It spoke again.

Related Articles
Sheriff says no`;
  assert.deepEqual(
    lines(text).map((line) => line.split(':')[0]),
    [
      'heading',
      'furniture',
      'furniture',
      'furniture',
      'paragraph',
      'furniture',
      'furniture',
      'caption',
      'furniture',
      'furniture',
      'furniture',
      'paragraph',
      'furniture',
      'furniture',
    ],
  );
  assert.equal(readText(bytes(text)).published, '2025-05-07');
});

test('a binary, an empty file and a zip are refused in one line', () => {
  for (const bad of [
    Uint8Array.of(),
    Uint8Array.of(72, 105, 0, 1, 2),
    bytes('PK\u0003\u0004rest'),
    bytes('%PDF-1.7 x'),
  ]) {
    assert.throws(
      () => readText(bad),
      (error: unknown) => error instanceof UserError && /^document is .+; give/.test(error.message),
    );
  }
});

test('charsets: UTF-16 by its mark, Windows-1252 otherwise, UTF-8 cut inside a character', () => {
  assert.equal(readText(Uint8Array.from([0xff, 0xfe, 0x41, 0, 0xf1, 0])).text, 'Añ');
  assert.equal(readText(Uint8Array.from([0x41, 0xf1, 0x6f])).text, 'Año');
  assert.equal(readText(bytes('Año').subarray(0, 2)).text, 'A');
});

test('a text of a million lines is read as far as any document goes, with one warning', () => {
  const told: string[] = [];
  const { blocks } = readText(
    Buffer.from('a\n'.repeat(1_000_000)),
    {},
    quietEffects({ warn: (line) => told.push(line) }),
  );
  assert.equal(blocks.length, 200_000);
  assert.deepEqual(told, ['text has more than 200000 lines; the first 200000 were read']);
});
