/** Scores statement claims on the gold documents, or on a set of test prose: `npx tsx bench/claims.ts [--set FILE] [--errors] [--json] [--even | --odd] [--dump ID]`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goldClaim } from '../src/claim/index.ts';
import { statementClaims } from '../src/claim/statement.ts';
import { projectGazetteer } from '../src/commands/gazetteer.ts';
import { readHtml, readText } from '../src/read/index.ts';
import { passagesOfSet } from './prose-set.ts';

const GOLD = new URL('../../shared/data/gold-claims/', import.meta.url).pathname;

interface Row {
  id: string;
  published: string;
  publisher: string | null;
}

const args = process.argv.slice(2);
const gazetteer = projectGazetteer();
const dump = args[args.indexOf('--dump') + 1];
const set = args.includes('--set') ? passagesOfSet(args[args.indexOf('--set') + 1]!) : null;
const texts = new Map(set?.map(({ id, text }) => [id, text]));
const lines = (
  set
    ? set.map(({ text: _text, ...row }) => JSON.stringify(row))
    : readFileSync(join(GOLD, 'gold.jsonl'), 'utf8').trim().split('\n')
).filter((line) => {
  const number = Number(/"gc-(\d+)"/.exec(line)?.[1]);
  return args.includes('--even') ? number % 2 === 0 : args.includes('--odd') ? number % 2 === 1 : true;
});
const started = process.cpuUsage();
const predicted = lines.map((line) => {
  const { id, published, publisher } = JSON.parse(line) as Row;
  const html = join(GOLD, `documents/${id}.html`);
  const isHtml = existsSync(html);
  const text = texts.get(id);
  const bytes =
    text === undefined ? readFileSync(isHtml ? html : join(GOLD, `documents/${id}.txt`)) : Buffer.from(text);
  const reading = isHtml ? readHtml(bytes) : readText(bytes);
  const claims = statementClaims(reading, { published, publisher, gazetteer, capture: id });
  if (args.includes('--dump') && id === dump) {
    for (const claim of claims)
      console.log(JSON.stringify({ ...goldClaim(claim), rules: claim.rules }, null, 1));
  }
  return JSON.stringify({ id, claims: claims.map(goldClaim) });
});
const cpu = process.cpuUsage(started);
const folder = mkdtempSync(join(tmpdir(), 'claims-'));
writeFileSync(join(folder, 'gold.jsonl'), lines.join('\n'));
writeFileSync(join(folder, 'predicted.jsonl'), predicted.join('\n'));
const flags = args.filter((arg) => arg === '--errors' || arg === '--json');
if (!args.includes('--dump')) {
  const score = spawnSync(
    process.execPath,
    [join(GOLD, 'score.mjs'), join(folder, 'gold.jsonl'), join(folder, 'predicted.jsonl'), ...flags],
    { stdio: 'inherit' },
  );
  console.log(`\n${lines.length} documents in ${((cpu.user + cpu.system) / 1e6).toFixed(2)} s of CPU`);
  process.exitCode = score.status ?? 1;
}
