import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AGREEMENT_STATUSES, RULES } from '../../src/resolve/index.ts';
import { codebook } from './codebook.ts';
import { LISTS, wholeFolder } from './lists.ts';

const FOLDER = 'docs/codebook';
// Has no example from the lists.
const BY_HAND = ['certain.md', 'law.md'];
// The formatter lines the columns of tables up.
const bare = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

test('the codebook has every rule and every status', () => {
  const rules = [...read('rules.md').matchAll(/^### `(.+)`$/gm)].map(([, name]) => name);
  assert.deepEqual(
    rules,
    RULES.map(({ name }) => name),
  );
  for (const { says } of RULES) assert.ok(read('rules.md').includes(says), says);
  const statuses = [...read('status.md').matchAll(/^## `(.+)`/gm)].map(([, name]) => name);
  assert.deepEqual(statuses, [...AGREEMENT_STATUSES]);
});

test('every example of the codebook is what the 499 lists say', async (t) => {
  if (!existsSync(LISTS)) return t.skip(`${LISTS} is not here`);
  const { files, lines } = await wholeFolder();
  const pages = codebook(files, lines, LISTS);
  assert.deepEqual(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.md'))
      .sort(),
    [...Object.keys(pages), ...BY_HAND].sort(),
  );
  const differing = Object.entries(pages).filter(([name, text]) => {
    const same = bare(read(name)) === bare(text);
    if (!same && !process.env.CI) writeFileSync(join(FOLDER, `${name}.changed`), text);
    return !same;
  });
  assert.deepEqual(
    differing.map(([name]) => `${FOLDER}/${name} differs; the lists now give ${name}.changed`),
    [],
  );
});
