// Every benchmark in turn, smaller than each alone would be. Goes on after a failure and names it at the end.
// Run: npm run bench [-- NAME …]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LISTS = '../shared/data/ice-287g';
const REGISTRY = '../shared/data/registry/fbi-lee-latest.csv';
const typescript = (name, ...args) => ['--import', 'tsx', `bench/${name}.ts`, ...args];

const BENCHES = {
  style: () => typescript('style'),
  lists: () => ['bench/lists.mjs', '1'],
  'one-list': () => ['bench/one-list.mjs', '3'],
  'peer-287g': () => typescript('peer-287g'),
  claims: () => typescript('claims'),
  quotations: () => typescript('quotations'),
  confidence: () => typescript('confidence'),
  articles: () => ['bench/run.mjs', 'articles'],
  dates: () => ['bench/run.mjs', 'dates'],
  prose: () => ['bench/run.mjs', 'prose'],
  agreements: () => typescript('agreements'),
  asof: () => ['--import', 'tsx', 'bench/asof.mjs', '0.1', '1'],
  kills: () => typescript('kills', '20'),
  publish: () => ['bench/publish.mjs', '1'],
  outlook: () => typescript('outlook', fullRecord()),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) {
  console.error(`no benchmark ${JSON.stringify(unknown)}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
if (!existsSync(LISTS)) {
  console.error(
    `${JSON.stringify(LISTS)} is not there; the benchmarks need the shared data beside the repository`,
  );
  process.exit(1);
}

const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const failed = [];
try {
  for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
    console.log(`\n## ${name}\n`);
    if (run(BENCHES[name]()) !== 0) failed.push(name);
  }
} finally {
  rmSync(dir, { recursive: true });
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function run(args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status;
}

function fullRecord() {
  const record = join(dir, 'record');
  for (const args of [['init'], ['add', REGISTRY], ['add', LISTS]])
    if (run(['dist/cli.js', '--record', record, ...args]) !== 0) throw new Error(`${args.join(' ')} failed`);
  return record;
}
