import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

// The arrow of docs/architecture.md: a folder may import itself and those before it.
const ORDER = [
  'base',
  'capture',
  'read',
  'claim',
  'resolve',
  'law',
  'record',
  'outlook',
  'publish',
  'site',
  'commands',
  'cli.ts',
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'));

const folderOf = (file: string) => file.split('/')[0] ?? '';

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(join('src', file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g,
  );
  return [...found].map(([, type, from, lazy]) => ({
    target: normalize(join(dirname(file), from ?? lazy ?? '')).replaceAll('\\', '/'),
    typeOnly: type !== undefined,
  }));
}

test('every folder of src stands in the order', () => {
  for (const file of files) assert.ok(ORDER.includes(folderOf(file)), `${file} is in no stage`);
});

test('imports run along the arrow, through the index of another folder', () => {
  for (const file of files) {
    for (const { target } of importsOf(file)) {
      const [from, to] = [folderOf(file), folderOf(target)];
      assert.ok(ORDER.indexOf(to) <= ORDER.indexOf(from), `${file} imports ${target} against the arrow`);
      const isIndex = /\/index\.tsx?$/.test(target);
      if (from !== to && from !== 'cli.ts')
        assert.ok(isIndex, `${file} imports ${target}, not the index of ${to}`);
    }
  }
});

test('no module imports itself in a circle', () => {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    assert.ok(!path.includes(file), `circle: ${[...path, file].join(' → ')}`);
    if (done.has(file)) return;
    for (const { target, typeOnly } of importsOf(file))
      if (!typeOnly && files.includes(target)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});
