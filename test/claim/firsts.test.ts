import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { beginningsOf, firstsOf, mayBegin } from '../../src/claim/firsts.ts';
import { fold } from '../../src/claim/fold.ts';
import { ACTIVITIES } from '../../src/claim/lexicon-activities.ts';
import { STEPS } from '../../src/claim/lexicon-agreements.ts';
import { CONCEPTS } from '../../src/claim/lexicon-concepts.ts';
import { cue, expand } from '../../src/claim/lexicon-cues.ts';

test('the firsts of a pattern, or null where its form does not tell', () => {
  assert.deepEqual([...firstsOf('\\b(?:sign(?:s|ed)|honou?r|go)\\b x')!], ['sig', 'hon', 'go']);
  for (const source of ['\\b(?:a|be)\\b', '(?:sign)', '\\b(?:sign)?\\b', '\\b(?:sign)|join', '\\b(?:sign'])
    assert.equal(firstsOf(source), null, source);
});

test('no pattern of the lexicons matches where its firsts say that it cannot', () => {
  const sources = [...ACTIVITIES, ...STEPS].map(({ source }) => source).concat(Object.values(CONCEPTS));
  const patterns = sources.map((source) => ({ pattern: cue(source, ''), firsts: firstsOf(expand(source)) }));
  assert.ok(patterns.filter(({ firsts }) => firsts).length > 60);
  for (const name of [
    'paraphrases.tsv',
    'blind-a.txt',
    'blind-b.txt',
    'blind-c.txt',
    'blind-d.txt',
    'blind-e.txt',
    'blind-f.txt',
    'blind-i.txt',
    'blind-j.txt',
  ])
    for (const line of readFileSync(new URL(`../input/claim/${name}`, import.meta.url), 'utf8').split('\n')) {
      const text = fold(line);
      const beginnings = beginningsOf(text);
      for (const { pattern, firsts } of patterns)
        if (!mayBegin(firsts, beginnings))
          assert.ok(!pattern.test(text), `${pattern.source.slice(0, 60)}: ${line}`);
    }
});
