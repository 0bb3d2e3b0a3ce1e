import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quotationsOf } from '../../src/claim/index.ts';
import { readText } from '../../src/read/index.ts';

const readingOf = (text: string) => readText(new TextEncoder().encode(`A title\n\n${text}\n`));

/** `source | cue | content … > speaker`, a line each. */
function told(text: string): string[] {
  const reading = readingOf(text);
  const words = (span: { start: number; end: number } | null) =>
    span ? reading.text.slice(span.start, span.end) : '–';
  return quotationsOf(reading).map(
    ({ source, cue, content, speaker }) =>
      `${words(source)} | ${words(cue)} | ${content.map(words).join(' … ')} > ${speaker ?? '–'}`,
  );
}

test('the reporter before, behind and between', () => {
  assert.deepEqual(told('Sheriff Ann Bell said the jail will close in May.'), [
    'Sheriff Ann Bell | said | the jail will close in May > Ann Bell',
  ]);
  assert.deepEqual(told('The jail will close in May, Sheriff Ann Bell said on Tuesday.'), [
    'Sheriff Ann Bell | said | The jail will close in May > Ann Bell',
  ]);
  assert.deepEqual(told('“We do not do that,” said Cara Smith, policy chief for Sheriff Tom Dart.'), [
    'Cara Smith, policy chief for Sheriff Tom Dart | said | “We do not do that,” > Cara Smith',
  ]);
  assert.deepEqual(told('“No,” Bo Lee said. “Not while I am here.”'), [
    'Bo Lee | said | “No,” … “Not while I am here.” > Bo Lee',
  ]);
});

test('whom, when and that stand outside of what is said', () => {
  assert.deepEqual(told('Bo Lee told the county board on Monday that nobody had asked him.'), [
    'Bo Lee | told | nobody had asked him > Bo Lee',
  ]);
  assert.deepEqual(told('Bo Lee told reporters nobody had asked him.'), [
    'Bo Lee | told | nobody had asked him > Bo Lee',
  ]);
  assert.deepEqual(told('Bo Lee, the police chief, said Monday he was never asked.'), [
    'Bo Lee, the police chief | said | he was never asked > Bo Lee',
  ]);
});

test('according to somebody, and a second verb of the same mouth', () => {
  assert.deepEqual(told('According to the Harlow Sun, the county has left the program.'), [
    'the Harlow Sun | According to | the county has left the program > Harlow Sun',
  ]);
  assert.deepEqual(told('The county has left the program, according to the Harlow Sun.'), [
    'the Harlow Sun | according to | The county has left the program > Harlow Sun',
  ]);
  assert.deepEqual(told('Bo Lee denied the report, saying the cells were full.'), [
    'Bo Lee | saying | the cells were full > Bo Lee',
  ]);
});

test('a number of people is the subject of what is said', () => {
  assert.deepEqual(told('The unions said more than 15,000 people registered for the rally.'), [
    'The unions | said | more than 15,000 people registered for the rally > The unions',
  ]);
});

test('a pronoun is the person named before, never a body or an outlet', () => {
  assert.deepEqual(
    told('Bo Lee leads the police. The Harlow Sun reported that he was sick. “I am well,” he said.').at(-1),
    'he | said | “I am well,” > Bo Lee',
  );
});

test('words in marks go on in the next sentence, and have no reporters of their own', () => {
  assert.deepEqual(told('“They asked us. I said never, and Sheriff Bell said the same,” Bo Lee said.'), [
    'Bo Lee | said | “They asked us. I said never, and Sheriff Bell said the same,” > Bo Lee',
  ]);
});

test('Spanish', () => {
  assert.deepEqual(told('“No nos han llamado”, dijo el alguacil Javier Salazar.'), [
    'el alguacil Javier Salazar | dijo | “No nos han llamado” > Javier Salazar',
  ]);
  assert.deepEqual(told('La oficina asegura que no tendrá que mover personal.'), [
    'La oficina | asegura | no tendrá que mover personal > La oficina',
  ]);
});

test('what looks like a report and is none', () => {
  for (const text of [
    'The deal was announced on Monday and the agency was told to wait.',
    'The sheriff declined to say whether he would stay.',
    'The United States lost to Canada in the final round of the cup.',
    'I think you know this already, and we hope that you will enjoy it.',
  ])
    assert.deepEqual(told(text), []);
});

test('every offset lies within the text, whatever the text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    ' said ',
    'Bo Lee',
    ', ',
    '. ',
    ' told him that ',
    'according to ',
    'é',
    ' and ',
    '; ',
    '\n\n',
    'he',
    ' saying ',
    '(',
    "'s ",
    ' claim that ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const reading = readingOf(pieces.join(''));
      for (const { content, cue, source } of quotationsOf(reading))
        for (const span of [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])])
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= reading.text.length);
    }),
    { numRuns: 300 },
  );
});
