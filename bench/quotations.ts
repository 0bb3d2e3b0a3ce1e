/** Scores who-says-what on articles with labels: `npm run bench:quotations -- [FOLDER] [--errors]`. */
import { figuresOf, labelledArticles, scoreArticles } from './quotation-set.ts';

const args = process.argv.slice(2);
const folder =
  args.find((arg) => !arg.startsWith('--')) ?? new URL('../test/input/quotations/', import.meta.url).pathname;
const articles = labelledArticles(folder);
const onError = args.includes('--errors') ? (line: string) => console.log(line) : () => {};
console.log('overlap  labelled  found  precision  recall  F     speaker');
for (const threshold of [0.3, 0.8]) {
  const score = scoreArticles(articles, threshold, onError);
  const { precision, recall, f, speaker } = figuresOf(score);
  const cells = [precision, recall, f, speaker].map((share) => share.toFixed(3));
  console.log(
    `${threshold}      ${String(score.labelled).padEnd(8)}  ${String(score.found).padEnd(5)}  ${cells.join('      ')}`,
  );
}
