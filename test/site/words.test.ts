import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, fill, inPrint, strongParts } from '../../src/site/phrase.ts';
import { wordsOf } from '../../src/site/words.ts';

/** Every string of a catalogue by its path. */
function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}

const en = new Map(strings(wordsOf('en')));
const es = new Map(strings(wordsOf('es')));

test('both languages fill in the same names and set the same number of words strong', () => {
  assert.deepEqual([...es.keys()], [...en.keys()]);
  for (const [path, phrase] of en) {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    assert.deepEqual(names(es.get(path)!), names(phrase), path);
    assert.equal(
      strongParts(es.get(path)!).filter((part) => part.strong).length,
      strongParts(phrase).filter((part) => part.strong).length,
      path,
    );
  }
});

test('nothing is left untranslated', () => {
  // The same in both languages, or no words at all.
  const same =
    /^(\W|\{\w+\}|Countersign|Atlas|ORI|JSON|Parquet|SHA-256|287|g)*$|^\.(site|data\.csv|download\.parquet)$|\.id$/;
  const left = [...en].filter(
    ([path, phrase]) => es.get(path) === phrase && !same.test(phrase) && !path.endsWith('.id'),
  );
  assert.deepEqual(left, []);
});

test('phrases follow their number and keep unknown names', () => {
  const phrases = { one: '{n} claim', other: '{n} claims' };
  assert.equal(count(phrases, 1, 'en'), '1 claim');
  assert.equal(count(phrases, 1551, 'en'), '1,551 claims');
  assert.equal(fill('{a} and {b}', { a: 'x' }), 'x and {b}');
  assert.deepEqual(strongParts('**Ended** it'), [
    { text: 'Ended', strong: true },
    { text: ' it', strong: false },
  ]);
  assert.equal(inPrint("Sheriff's"), 'Sheriff’s');
});
