// What adding one new list to the full record costs, and the same folder again, beside the least that any program must do.
// Run: node bench/one-list.mjs [runs]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, median } from './measure.mjs';
import { writeNextList } from './next-list.mjs';

const LISTS = '../shared/data/ice-287g';
const REGISTRY = '../shared/data/registry/fbi-lee-latest.csv';
const NEWEST = join(LISTS, 'participating-2026-05-18-am.xlsx');
const runs = Number(process.argv[2] ?? 5);
const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const cli = (record, ...args) => ['dist/cli.js', '--record', join(dir, record), ...args];
const next = join(dir, 'participatingAgencies05192026am.xlsx');
const LIMIT = `import { createHash } from 'node:crypto'; import { readFileSync } from 'node:fs';
import { partsOf } from ${JSON.stringify(new URL('./next-list.mjs', import.meta.url).href)};
const bytes = readFileSync(${JSON.stringify(next)}); createHash('sha256').update(bytes).digest('hex'); partsOf(bytes);`;
const names = {
  start: 'node, nothing else',
  limit: 'inflating and hashing that one list',
  help: '`--help`',
  find: '`find "haris county sherif"`',
  status: '`status`',
  agreements: '`agreements`',
  one: '**one new list on the full record**, its changes printed',
  registry: 'the same with the FBI’s 17,000 agencies in the record',
  again: 'the folder of 499 again',
};
const results = Object.fromEntries(Object.keys(names).map((key) => [key, []]));

try {
  await writeNextList(NEWEST, next);
  measure(cli('full', 'init'));
  measure(cli('full', 'add', LISTS));
  cpSync(join(dir, 'full'), join(dir, 'registry'), { recursive: true });
  measure(cli('registry', 'add', REGISTRY));
  for (let run = 0; run < runs; run++) {
    results.start.push(measure(['-e', '0']));
    results.limit.push(measure(['--input-type=module', '-e', LIMIT]));
    results.help.push(measure(['dist/cli.js', '--help']));
    results.find.push(measure(cli('full', 'find', 'haris county sherif')));
    results.status.push(measure(cli('full', 'status')));
    results.agreements.push(measure(cli('full', 'agreements')));
    cpSync(join(dir, 'full'), join(dir, 'one'), { recursive: true });
    results.one.push(measure(cli('one', 'add', next)));
    results.again.push(measure(cli('one', 'add', LISTS)));
    rmSync(join(dir, 'one'), { recursive: true });
    cpSync(join(dir, 'registry'), join(dir, 'one'), { recursive: true });
    results.registry.push(measure(cli('one', 'add', next)));
    rmSync(join(dir, 'one'), { recursive: true });
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

console.log(`median of ${runs} runs in turn; CPU of the whole process\n`);
const start = median(results.start).cpu;
console.log('| | CPU s | of node alone | peak MB |\n|---|---|---|---|');
for (const [key, name] of Object.entries(names)) {
  const { cpu, megabytes } = median(results[key]);
  console.log(`| ${name} | ${cpu.toFixed(2)} | ${(cpu / start).toFixed(1)} | ${Math.round(megabytes)} |`);
}
