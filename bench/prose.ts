// What it costs to go through a crawl: a WARC of other pages beside `zcat`, relevant pages from bytes to claims beside
// Readability on linkedom, the prefilter's recall, and (with --memory 10) the memory over so many generated gigabytes.
// Run: node bench/run.mjs prose [--memory GB]
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { quietEffects } from '../src/base/index.ts';
import { mayConcern } from '../src/claim/index.ts';
import { statementClaims } from '../src/claim/statement.ts';
import { projectGazetteer } from '../src/commands/gazetteer.ts';
import { readHtml, readWarc } from '../src/read/index.ts';

const PAGES = '../shared/data/benchmarks/article-extraction-benchmark/html';
const GOLD = '../shared/data/gold-claims';
const RAW = 1e9;

const [task, value = ''] = process.argv.slice(2);
// A child runs one task alone and needs none of the pages.
const pages =
  task === 'unpack' || task === 'scan'
    ? []
    : readdirSync(PAGES).map((file) => gunzipSync(readFileSync(join(PAGES, file))));
const other = pages.filter((page) => !mayConcern(page));
const members = other.map((page, i) => gzipSync(warcRecord(`https://example.org/${i}`, page)));
const rawOfAll = other.reduce((sum, page) => sum + page.length, 0);

if (task === 'unpack' || task === 'scan') {
  await readWarc(value, () => {}, quietEffects(), { mayConcern: task === 'scan' ? mayConcern : () => false });
  const { user, system } = process.cpuUsage();
  console.log((user + system) / 1e6);
} else {
  await archive();
  relevant();
  recall();
  if (task === '--memory') await memory(Number(value));
}

/** 1 GB of pages of which none says anything of the matter. */
async function archive(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const path = join(dir, 'other.warc.gz');
  const out = createWriteStream(path);
  const rounds = Math.ceil(RAW / rawOfAll);
  for (let i = 0; i < rounds; i++) for (const member of members) out.write(member);
  out.end();
  await finished(out);
  const runs = { zcat: [] as number[], unpack: [] as number[], scan: [] as number[] };
  // Each in a process of its own, which is counted from its start as zcat is.
  for (let i = 0; i < 3; i++) {
    runs.zcat.push(cpuOfShell(`zcat ${path} > /dev/null`));
    runs.unpack.push(cpuOfOwn('unpack', path));
    runs.scan.push(cpuOfOwn('scan', path));
  }
  rmSync(dir, { recursive: true });
  const median = (list: number[]) => list.sort((a, b) => a - b)[1]!.toFixed(2);
  console.log(
    `${((rounds * rawOfAll) / 1e6).toFixed(0)} MB of other pages, CPU seconds (median of 3 in turn): zcat ${median(runs.zcat)}, ` +
      `unpacking and framing ${median(runs.unpack)}, with the prefilter ${median(runs.scan)}`,
  );
}

/** Gold pages and those of the article benchmark that pass the prefilter: from bytes to claims. */
function relevant(): void {
  const gold = readdirSync(`${GOLD}/documents`).filter((file) => file.endsWith('.html'));
  const given = [
    ...gold.map((file) => readFileSync(`${GOLD}/documents/${file}`)),
    ...pages.filter((page) => mayConcern(page)),
  ];
  const gazetteer = projectGazetteer();
  const context = { published: '2025-03-04', publisher: null, gazetteer, capture: '' };
  const ways: Record<string, (page: Buffer) => unknown> = {
    'bytes to claims': (page) => statementClaims(readHtml(page), context),
    'bytes to article text': (page) => readHtml(page),
    'Readability on linkedom': (page) =>
      new Readability(parseHTML(page.toString('utf8')).document as unknown as Document).parse(),
  };
  const mb = given.reduce((sum, page) => sum + page.length, 0) / 1e6;
  console.log(`${given.length} relevant pages of ${((1000 * mb) / given.length).toFixed(0)} KB on average:`);
  for (const [name, way] of Object.entries(ways)) {
    const runs: number[] = [];
    for (let i = 0; i < 4; i++) {
      const before = process.cpuUsage();
      for (const page of given) way(page);
      runs.push(cpuSince(before));
    }
    // The first warms the engine.
    const best = runs.slice(1).sort((a, b) => a - b)[1]!;
    console.log(`  ${name.padEnd(24)} ${(given.length / best).toFixed(0)} pages a CPU second`);
  }
}

function recall(): void {
  const rows = readFileSync(`${GOLD}/gold.jsonl`, 'utf8').trim().split('\n');
  const files = readdirSync(`${GOLD}/documents`);
  const claiming = rows
    .map((row) => JSON.parse(row) as { id: string; claims: unknown[] })
    .filter(({ claims }) => claims.length > 0);
  const passed = claiming.filter(({ id }) =>
    mayConcern(readFileSync(`${GOLD}/documents/${files.find((file) => file.startsWith(`${id}.`))}`)),
  );
  console.log(`prefilter: ${passed.length} of ${claiming.length} gold documents with claims pass`);
}

/** Peak memory while so many raw gigabytes stream through. */
async function memory(gigabytes: number): Promise<void> {
  let raw = 0;
  async function* stream(): AsyncGenerator<Buffer> {
    while (raw < gigabytes * 1e9) {
      yield* members;
      raw += rawOfAll;
    }
  }
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(process.memoryUsage().rss), 200);
  const cpu = await cpuOf(() => readWarc(stream(), () => {}, quietEffects(), { mayConcern }));
  clearInterval(timer);
  const part = (from: number, to: number) =>
    Math.max(...seen.slice(seen.length * from, Math.max(1, seen.length * to))) / 1e6;
  console.log(
    `${gigabytes} GB generated: ${cpu.toFixed(1)} s of CPU, peak memory ${part(0, 0.2).toFixed(0)} MB in the first fifth, ` +
      `${part(0.8, 1).toFixed(0)} MB in the last`,
  );
}

async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return cpuSince(before);
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** CPU seconds of this program run for one task alone. */
function cpuOfOwn(name: string, path: string): number {
  return Number(spawnSync(process.execPath, [process.argv[1]!, name, path], { encoding: 'utf8' }).stdout);
}

/** CPU seconds of a shell command and all that it starts, as bash counts them. */
function cpuOfShell(command: string): number {
  const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time ${command}`], { encoding: 'utf8' });
  return stderr
    .trim()
    .split(' ')
    .reduce((sum, part) => sum + Number(part), 0);
}

function warcRecord(url: string, page: Buffer): Buffer {
  const http = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), page]);
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:bench:${url}>`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2025-03-04T05:06:07Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]);
}
