// How much the whole add of ICE's 499 lists costs, beside the least that any program must do and what others need.
// Run: node bench/lists.mjs [runs]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, median } from './measure.mjs';

const LISTS = '../shared/data/ice-287g';
const NEWEST = join(LISTS, 'participating-2026-05-18-am.xlsx');
const runs = Number(process.argv[2] ?? 3);
const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const cli = (record, ...args) => ['dist/cli.js', '--record', join(dir, record), ...args];
const results = { inflate: [], sheetjs: [], hucre: [], add: [], again: [], one: [] };

try {
  measure(cli('starter', 'init'));
  measure(cli('starter', 'add', LISTS));
  for (let run = 0; run < runs; run++) {
    for (const peer of ['inflate', 'sheetjs', 'hucre'])
      results[peer].push(measure(['bench/lists-peer.mjs', peer, LISTS]));
    const record = `record-${run}`;
    measure(cli(record, 'init'));
    results.add.push(measure(cli(record, 'add', LISTS)));
    results.again.push(measure(cli(record, 'add', LISTS)));
    // One list more on a full record: all but the newest, then the newest.
    const almost = join(dir, `almost-${run}`);
    cpSync(LISTS, join(dir, `lists-${run}`), { recursive: true, filter: (path) => path !== NEWEST });
    measure(cli(`almost-${run}`, 'init'));
    measure(cli(`almost-${run}`, 'add', join(dir, `lists-${run}`)));
    results.one.push(measure(cli(`almost-${run}`, 'add', NEWEST)));
    rmSync(almost, { recursive: true, force: true });
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

const names = {
  inflate: 'inflating every part, nothing else',
  sheetjs: 'SheetJS 0.18.5, parsing alone',
  hucre: 'hucre 1.0.0, parsing alone',
  add: 'countersign add, all 499, claims and record',
  again: 'countersign add, the same folder again',
  one: 'countersign add, one new list on the full record',
};
const base = median(results.inflate).cpu;
console.log(`499 workbooks, median of ${runs} runs in turn; CPU of the whole process\n`);
console.log('| | CPU s | of inflating | peak MB |\n|---|---|---|---|');
for (const [key, name] of Object.entries(names)) {
  const { cpu, megabytes } = median(results[key]);
  console.log(`| ${name} | ${cpu.toFixed(2)} | ${(cpu / base).toFixed(1)} | ${Math.round(megabytes)} |`);
}
