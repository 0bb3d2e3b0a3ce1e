// Installs what package-lock.json names and builds dist/, each only when it is out of date. Needs nothing but Node.js.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(fileURLToPath(import.meta.url)));
const quiet = process.argv.includes('--quiet');
const say = (text) => quiet || console.error(text);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node.js ${process.versions.node} is too old; install 20.19 or newer from https://nodejs.org`,
  );
  process.exit(1);
}

const hash = createHash('sha256');
const lock = hash
  .copy()
  .update(readFileSync('package-lock.json'))
  .update(process.version.split('.')[0])
  .digest('hex');
const stamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
if (stamp('node_modules/.countersign-lock') !== lock) {
  say('Installing packages …');
  // npm is a script on every platform; a shell finds it on all of them.
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.countersign-lock', lock);
}

const filesUnder = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(dir, entry.name)) : [join(dir, entry.name)],
  );
const sources = ['src', 'web']
  .flatMap(filesUnder)
  .concat('build.mjs', 'package-lock.json', 'tsconfig.json')
  .sort();
for (const file of sources)
  hash
    .update(file)
    .update(String(statSync(file).size))
    .update(readFileSync(file));
const source = hash.digest('hex');
if (stamp('dist/.built-from') !== source) {
  say('Building …');
  execFileSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
  writeFileSync('dist/.built-from', source);
}
