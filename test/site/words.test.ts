import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strongParts } from '../../src/site/phrase.ts';
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
