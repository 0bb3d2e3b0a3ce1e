import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, isQuoted } from '../../src/claim/sentences.ts';
import { readText } from '../../src/read/index.ts';

const parse = (text: string) => documentOf(readText(new TextEncoder().encode(text)));

test('abbreviations end no sentence, quotations may hold several', () => {
  const { sentences } = parse(
    'Title\n\nGRAHAM, N.C. — Sgt. J. Doe met U.S. Immigration on Oct. 8. “No. We will not,” he said. Then he left.\n',
  );
  assert.deepEqual(
    sentences.slice(1).map((sentence) => sentence.plain),
    [
      'GRAHAM, N.C. — Sgt. J. Doe met U.S. Immigration on Oct. 8.',
      '"No.',
      'We will not," he said.',
      'Then he left.',
    ],
  );
});

test('folded and plain text keep the offsets of the text', () => {
  const document = parse('Title\n\nEl Año: “ICE” y el Ice, İstanbul y el 0FF1CE del jai1.\n');
  for (const sentence of document.sentences) {
    assert.equal(sentence.fold.length, sentence.end - sentence.start);
    assert.equal(sentence.plain.length, sentence.end - sentence.start);
  }
  assert.match(document.sentences[1]!.fold, /el ano: "ice" y el i_e, .* office del jail/);
});

test('a quotation over paragraphs', () => {
  const { sentences } = parse('Title\n\n“We begin here.\n\n“We end here,” she said. Not quoted.\n');
  assert.deepEqual(
    sentences.slice(1).map((sentence) => isQuoted(sentence, 4)),
    [true, true, false],
  );
});
