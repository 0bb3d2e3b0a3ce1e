// What publishing the full record costs, again unchanged, and after one new list; beside merely writing the same files.
// Run: node bench/publish.mjs [runs]
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, median } from './measure.mjs';
import { writeNextList } from './next-list.mjs';

const DATA = '../shared/data';
const NEWEST = join(DATA, 'ice-287g/participating-2026-05-18-am.xlsx');
const runs = Number(process.argv[2] ?? 1);
const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const record = join(dir, 'record');
const site = join(dir, 'site');
const cli = (...args) => ['dist/cli.js', '--record', record, ...args];
const hashes = () => JSON.parse(readFileSync(join(site, 'countersign.json'), 'utf8')).files;
const results = { write: [], publish: [], again: [], next: [] };
let told = '';

try {
  for (let run = 0; run < runs; run++) {
    rmSync(record, { recursive: true, force: true });
    rmSync(site, { recursive: true, force: true });
    measure(cli('init'));
    const registry = readdirSync(join(DATA, 'registry')).filter((name) => /agenc|fbi|lee/i.test(name));
    measure(cli('add', ...registry.map((name) => join(DATA, 'registry', name)), join(DATA, 'ice-287g')));
    results.publish.push(measure(cli('publish', site)));
    const first = hashes();
    const bytes = Object.keys(first).reduce((sum, name) => sum + statSync(join(site, name)).size, 0);
    results.write.push(measure(['bench/publish-peer.mjs', site, join(dir, 'copy')]));
    rmSync(join(dir, 'copy'), { recursive: true });
    results.again.push(measure(cli('publish', site)));
    await writeNextList(NEWEST, join(dir, 'participatingAgencies05192026am.xlsx'));
    measure(cli('add', join(dir, 'participatingAgencies05192026am.xlsx')));
    results.next.push(measure(cli('publish', site)));
    const second = hashes();
    const changed = Object.keys(second).filter((name) => first[name] !== second[name]);
    told = `${Object.keys(first).length} files, ${Math.round(bytes / 1e6)} MB; after one new list ${changed.length} are rewritten:\n${kinds(changed, second)}`;
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

const names = {
  write: 'writing the same files, nothing else (the limit)',
  publish: '`publish` into an empty folder',
  again: 'again, nothing new',
  next: 'again, after one new list',
};
for (const [key, name] of Object.entries(names)) {
  const { cpu, megabytes } = median(results[key]);
  console.log(`${name.padEnd(50)} ${cpu.toFixed(2).padStart(7)} s ${megabytes.toFixed(0).padStart(5)} MB`);
}
console.log(told);

/** How many files of each folder changed, of how many. */
function kinds(changed, all) {
  const count = (names) => {
    const counts = new Map();
    for (const name of names) {
      const folder = name.replace(/^es\//, '').split('/').slice(0, -1).join('/') || '.';
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    return counts;
  };
  const of = count(Object.keys(all));
  return [...count(changed)].map(([folder, n]) => `${folder} ${n} of ${of.get(folder)}`).join(', ');
}
