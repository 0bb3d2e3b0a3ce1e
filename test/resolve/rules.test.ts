import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { buildRegistry, RULES, resolveLists, ruleInWords } from '../../src/resolve/index.ts';
import { LISTS, wholeFolder } from './lists.ts';

test('every rule is named once and says something', () => {
  assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
  for (const { says } of RULES) assert.match(says, /^[A-Z].{20,}\.$/);
  assert.equal(ruleInWords('typing-slip').startsWith('The names differ'), true);
  assert.equal(ruleInWords('no-rule'), 'no-rule');
});

test('every rule that the 499 workbooks set off is told in words', async (t) => {
  if (!existsSync(LISTS)) return t.skip(`${LISTS} is not here`);
  const { files, lines } = await wholeFolder();
  const { merges, repairs, publications, agreements } = resolveLists(files, lines, buildRegistry([]), []);
  const used = new Set([...merges, ...repairs, ...publications].map(({ rule }) => rule));
  for (const rule of agreements.flatMap(({ rules }) => rules)) used.add(rule);
  const told = new Set(RULES.map(({ name }) => name));
  assert.deepEqual(
    [...used].filter((rule) => !told.has(rule)),
    [],
  );
});
