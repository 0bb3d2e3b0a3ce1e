import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LAW_COLUMNS } from '../../src/law/checks.ts';
import { EFFECTS, INSTRUMENT_KINDS, TOPICS } from '../../src/law/instrument.ts';

const page = readFileSync('docs/codebook/law.md', 'utf8');

/** The part of the page under a heading. */
const under = (title: string) => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
/** The words in the first column of the tables of a part. */
const firsts = (part: string) => [...part.matchAll(/^\| `([^`]+)`/gm)].map(([, word]) => word);
/** The words in a paragraph that begins with a name. */
const listed = (name: string) =>
  [...(new RegExp(`^${name}: ([^.]+)\\.$`, 'ms').exec(page)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(
    ([, word]) => word,
  );

test('the codebook of law names the columns of an editor’s files, in their order', () => {
  assert.deepEqual(firsts(under('instruments.csv')), LAW_COLUMNS.instruments.split(' '));
  const [columns = '', effects = ''] = under('provisions.csv').split('\nTopics:');
  assert.deepEqual(firsts(columns), LAW_COLUMNS.provisions.split(' '));
  assert.deepEqual(firsts(effects), [...EFFECTS]);
  assert.deepEqual(firsts(under('sources.csv')), LAW_COLUMNS.sources.split(' '));
});

test('it names every kind of instrument and every topic', () => {
  assert.deepEqual(listed('Kinds'), [...INSTRUMENT_KINDS]);
  assert.deepEqual(listed('Topics'), [...TOPICS]);
});
