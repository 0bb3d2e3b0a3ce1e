// Article text on the half of the public article-extraction benchmark beside the repository, by its official metric, with
// Readability on linkedom in the same run and the published scores of others.
// Run: node bench/run.mjs articles [--pages]   (--pages prints the pages that lose most)
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { articleText, readHtml } from '../src/read/index.ts';

const DIR = '../shared/data/benchmarks/article-extraction-benchmark';
const PUBLISHED: [string, number][] = [
  ['rs_trafilatura', 0.97],
  ['AutoExtract (2019)', 0.97],
  ['go_trafilatura', 0.96],
  ['trafilatura 2.0.0', 0.958],
  ['Diffbot (2019)', 0.951],
  ['newspaper4k', 0.949],
  ['readability_js 0.6.0', 0.947],
  ['go_domdistiller', 0.927],
  ['readability-lxml', 0.922],
  ['goose3', 0.896],
  ['justext', 0.804],
];

type Extract = (html: Buffer) => string;
const ways: Record<string, Extract> = {
  'this reader': (html) => articleText(readHtml(html)),
  'Readability 0.6.0 on linkedom 0.18.15': (html) => {
    const { document } = parseHTML(html.toString('utf8'));
    return new Readability(document as unknown as Document).parse()?.textContent ?? '';
  },
};

const truth = JSON.parse(readFileSync(`${DIR}/ground-truth.json`, 'utf8')) as Record<
  string,
  { articleBody: string }
>;
const pages = readdirSync(`${DIR}/html`).map((file) => ({
  id: file.replace('.html.gz', ''),
  html: gunzipSync(readFileSync(`${DIR}/html/${file}`)),
}));
for (const [name, extract] of Object.entries(ways)) {
  const before = process.cpuUsage();
  const texts = pages.map(({ html }) => extract(html));
  const { user, system } = process.cpuUsage(before);
  const scores = pages.map(({ id }, i) => ({ id, ...scoreOf(truth[id]!.articleBody, texts[i]!) }));
  const mean = (key: 'p' | 'r') => scores.reduce((sum, one) => sum + one[key], 0) / scores.length;
  const [p, r] = [mean('p'), mean('r')];
  const f = (2 * p * r) / (p + r);
  const perSecond = pages.length / ((user + system) / 1e6);
  console.log(
    `${name.padEnd(40)} F1 ${f.toFixed(3)}  precision ${p.toFixed(3)}  recall ${r.toFixed(3)}  ${perSecond.toFixed(0)} pages a CPU second`,
  );
  if (process.argv.includes('--pages') && name === 'this reader')
    for (const one of scores.sort((a, b) => a.p + a.r - b.p - b.r).slice(0, 40))
      console.log(`  ${one.id.slice(0, 12)} precision ${one.p.toFixed(2)} recall ${one.r.toFixed(2)}`);
}
console.log(`published, on all 181: ${PUBLISHED.map(([name, f]) => `${name} ${f}`).join(', ')}`);

/** Precision and recall of 4-word shingles, as the benchmark's own script counts them. */
function scoreOf(wanted: string, found: string): { p: number; r: number } {
  const [a, b] = [shingles(wanted), shingles(found)];
  let [tp, fp, fn] = [0, 0, 0];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [want, have] = [a.get(key) ?? 0, b.get(key) ?? 0];
    tp += Math.min(want, have);
    fp += Math.max(0, have - want);
    fn += Math.max(0, want - have);
  }
  if (fp === 0 && fn === 0) return { p: 1, r: 1 };
  return { p: tp + fp === 0 ? 0 : tp / (tp + fp), r: tp + fn === 0 ? 0 : tp / (tp + fn) };
}

function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const key = tokens.slice(i, i + 4).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
