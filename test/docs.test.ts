import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../src/commands/index.ts';

const under = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(dir, name).replaceAll('\\', '/'),
  );
const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...under('docs').filter((name) => name.endsWith('.md')),
  'bench/README.md',
];
// What a newcomer follows. Decisions and changes tell what was, and may name what is gone.
const GUIDES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/architecture.md', 'docs/tour.md'];
const SOURCES = ['src', 'web', 'test', 'starter', 'sources'].flatMap(under);
const CODE = SOURCES.filter((path) => /^(src|web)\/.*\.tsx?$/.test(path)).map((path) =>
  readFileSync(path, 'utf8'),
);

const read = (page: string) => readFileSync(page, 'utf8');
/** What stands between backticks outside of blocks, and each line of a block. */
function codeOf(page: string): string[] {
  const text = read(page);
  const blocks = [...text.matchAll(/^```\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'));
  const spans = [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(
    ([, span = '']) => span,
  );
  return [...blocks, ...spans];
}

test('links between pages lead somewhere', () => {
  const dead = PAGES.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target.replace(/#.*$/, ''))
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  assert.deepEqual(dead, []);
});

test('functions and types that the guides name are in the code', () => {
  const gone = GUIDES.flatMap((page) =>
    codeOf(page)
      .map((span) => /^(?:\w+\.)?([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)(?:\(.*\))?$/.exec(span)?.[1])
      .filter((name) => name !== undefined && !CODE.some((text) => new RegExp(`\\b${name}\\b`).test(text)))
      .map((name) => `${page}: ${name}`),
  );
  assert.deepEqual(gone, []);
});

test('a function that a guide places in a folder is declared there', () => {
  const astray = GUIDES.flatMap((page) =>
    [...read(page).matchAll(/((?:`\w+`(?:, | and )?)+)\s\((\w+)[):]/g)]
      .filter(([, , folder]) => existsSync(`src/${folder}`))
      .flatMap(([, names = '', folder = '']) =>
        [...names.matchAll(/\w+/g)]
          .filter(([name]) => name !== 'and' && !declares(folder, name))
          .map(([name]) => `${page}: ${name} (${folder})`),
      ),
  );
  assert.deepEqual(astray, []);
});

test('files and folders that the guides name are there', () => {
  const gone = GUIDES.flatMap((page) =>
    codeOf(page)
      .filter((span) => /^[\w*./-]+(\/|\.(ts|tsx|csv|tsv|md))$/.test(span) && !span.includes('NAME'))
      .filter((span) => !/^(captures|readings)\/$/.test(span))
      .filter((span) => !isThere(span))
      .map((span) => `${page}: ${span}`),
  );
  assert.deepEqual(gone, []);
});

test('calls that the guides show are of scripts, commands and options that there are', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const faults = GUIDES.flatMap((page) =>
    codeOf(page).flatMap((span) => {
      const script = /^npm (?:run (?:-s )?)?([a-z:]+)/.exec(span)?.[1];
      const call = /^(?:npm run -s )?countersign(?: --)? ([a-z].*)$/.exec(span)?.[1];
      if (script !== undefined && !scripts[script]) return [`${page}: npm ${script}`];
      return call === undefined ? [] : faultsIn(call).map((fault) => `${page}: ${fault}`);
    }),
  );
  assert.deepEqual(faults, []);
});

function faultsIn(call: string): string[] {
  const [name = '', ...rest] = call.split(' ');
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) return [`command ${name}`];
  const flags = (command.options ?? []).map(({ flags }) => flags.split(' ')[0]);
  return rest
    .filter((word) => word.startsWith('--') && !flags.includes(word))
    .map((flag) => `${name} ${flag}`);
}

/** True where a file or folder ends like this; a star stands for any run of letters. */
function isThere(span: string): boolean {
  if (existsSync(span)) return true;
  const pattern = span.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+');
  return SOURCES.some((path) => new RegExp(`(^|/)${pattern}$`).test(path));
}

function declares(folder: string, name: string): boolean {
  const declared = new RegExp(`export (?:async )?(?:function|const|interface|type) ${name}\\b`);
  return SOURCES.some(
    (path) => path.startsWith(`src/${folder}/`) && /\.tsx?$/.test(path) && declared.test(read(path)),
  );
}
