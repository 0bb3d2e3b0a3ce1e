// Runs everything: types, lint, then every test file with Node's own runner. Names given narrow the tests to files whose path contains one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const names = process.argv.slice(2);
const failed = [];

function step(title, args) {
  console.log(`\n# ${title}`);
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) failed.push(title);
}

const bin = (pkg, file) => join('node_modules', pkg, file);
if (names.length === 0) {
  step('types', [bin('typescript', 'bin/tsc'), '--noEmit']);
  step('lint and format', [bin('@biomejs/biome', 'bin/biome'), 'ci', '.']);
}

const filesUnder = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(dir, entry.name)) : [join(dir, entry.name)],
  );
const tests = filesUnder('test')
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
  .sort();
if (tests.length === 0) {
  console.error(`no test file has ${names.join(' or ')} in its path`);
  process.exit(1);
}
if (!existsSync('../shared'))
  console.log('\n../shared is not here: the tests that need it are skipped and say so');
// A file of tests for every core: Node itself would leave one idle, on a machine of two the half of it.
const reporters = ['spec', './test/slowest.mjs'].flatMap((reporter) => [
  `--test-reporter=${reporter}`,
  '--test-reporter-destination=stdout',
]);
const concurrency = `--test-concurrency=${availableParallelism()}`;
step('tests', ['--import', 'tsx', '--test', concurrency, ...reporters, ...tests]);

if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exit(1);
}
