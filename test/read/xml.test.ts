import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attribute, newTag, nextTag, xmlText } from '../../src/read/xml.ts';

/** All tags of a text, as the scanner meets them. */
function tags(xml: string) {
  const tag = newTag();
  const found: (ReturnType<typeof newTag> & { raw: string })[] = [];
  for (let at = 0; nextTag(xml, at, tag); at = tag.end)
    found.push({ ...tag, raw: xml.slice(tag.start, tag.end) });
  return found;
}
const attributeOf = (xml: string, name: string) => attribute(xml, tags(xml)[0]!, name);

test('references are resolved once; what is none, or stands for no character, stays', () => {
  assert.equal(xmlText('a &lt;b&gt; &amp;amp; &quot;c&quot; &apos;'), 'a <b> &amp; "c" \'');
  assert.equal(xmlText('&#65;&#x42;&#X1F600;&#10;'), 'AB😀\n');
  for (const raw of ['&', 'AT&T', '&nbsp;', '&#0;', '&#x1F;', '&#xD800;', '&#x110000;', '&#xFFFE;', '&;'])
    assert.equal(xmlText(raw), raw);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(xmlText(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')), text);
    }),
  );
});

test('tags are met in order, prefixes dropped, comments and declarations passed', () => {
  const xml = '<?xml version="1.0"?><!-- <no/> --><x:row r="1"><c/>text</x:row ><!DOCTYPE a>';
  assert.deepEqual(
    tags(xml).map(({ name, closing, empty, raw }) => [name, closing, empty, raw]),
    [
      ['row', false, false, '<x:row r="1">'],
      ['c', false, true, '<c/>'],
      ['row', true, false, '</x:row >'],
    ],
  );
  for (const cut of ['', 'text', '<', '<row', '<!-- <a>', '<!--', '<?xml'])
    assert.deepEqual(tags(cut), [], cut);
});

test('an attribute is found by its whole name, with or without a prefix, in either quotes', () => {
  assert.equal(attributeOf('<c r="A1" s=\'2\' r:id="x">', 's'), '2');
  assert.equal(attributeOf('<c r="A1" r:id="x">', 'id'), 'x');
  assert.equal(attributeOf('<c grid="9" id="3"/>', 'id'), '3');
  assert.equal(attributeOf('<c\tr\n=\r\n"A1" s = "2">', 's'), '2');
  assert.equal(attributeOf('<c\tr\n=\r\n"A1">', 'r'), 'A1');
  assert.equal(attributeOf('<c title="id=5" id="3">', 'id'), '3');
  assert.equal(attributeOf('<c a="">', 'a'), '');
  for (const xml of ['<c>', '<c id>', '<c id=5>', '<c grid="1">', '<c id=', '<id="1">', '<c>id="4"'])
    assert.equal(attributeOf(`${xml}>`, 'id'), null, xml);
  // No further than the tag.
  assert.equal(attributeOf('<a b="1"><c id="2">', 'id'), null);
});

test('text of any kind is gone through to its end', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    '!',
    '?',
    '--',
    '=',
    '"',
    "'",
    ':',
    ' ',
    'id',
    'a',
    '\u0000',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const xml = parts.join('');
      let last = 0;
      for (const tag of tags(xml)) {
        assert.ok(tag.start >= last && tag.end > tag.start && tag.attributes <= tag.end);
        last = tag.end;
        attribute(xml, tag, 'id');
      }
    }),
  );
});
