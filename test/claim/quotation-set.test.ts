import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf, labelledArticle, labelledArticles, scoreArticles } from '../../bench/quotation-set.ts';

const FOLDERS = ['quotations', 'quotations-second', 'quotations-third'].map(
  (name) => new URL(`../input/${name}/`, import.meta.url).pathname,
);

test('a marked article gives its text and what is said in it, in pieces', () => {
  const { text, quotations } = labelledArticle('[q1 “No,”] [s1 she] [c1 said]. [q1 “Never.”]');
  assert.equal(text, '“No,” she said. “Never.”');
  assert.deepEqual(quotations, [
    {
      content: [
        { start: 0, end: 5 },
        { start: 16, end: 24 },
      ],
      source: [{ start: 6, end: 9 }],
    },
  ]);
  assert.throws(() => labelledArticle('[q1 “No,” she said.'), /not closed/);
});

test('articles written for it: who says what is found, with its ends and its speaker', () => {
  const articles = FOLDERS.flatMap(labelledArticles);
  for (const [threshold, least] of [
    [0.3, 0.95],
    [0.8, 0.92],
  ] as const) {
    const { f, speaker } = figuresOf(scoreArticles(articles, threshold));
    assert.ok(
      f >= least,
      `F ${f.toFixed(3)} at overlap ${threshold}; npm run bench:quotations -- --errors shows why`,
    );
    assert.ok(speaker >= 0.96, `speaker ${speaker.toFixed(3)} at overlap ${threshold}`);
  }
});
