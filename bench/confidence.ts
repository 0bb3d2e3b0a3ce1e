/**
 * How far each kind of rule is right, and what hangs on rules that fire in one document only: `npx tsx bench/confidence.ts`.
 * Confidence is judged by cross-validation over documents: the table for a document is learned from all the others.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Claim, goldClaim, statementClaims } from '../src/claim/index.ts';
import { projectGazetteer } from '../src/commands/gazetteer.ts';
import { readHtml, readText } from '../src/read/index.ts';
import { type Passage, passagesOfSet } from './prose-set.ts';

const GOLD = new URL('../../shared/data/gold-claims/', import.meta.url).pathname;
const SETS = new URL('../test/input/claim/', import.meta.url).pathname;

interface Judged {
  document: string;
  rule: string;
  kind: string;
  right: boolean;
}

const gazetteer = projectGazetteer();

function judge(row: Passage, claims: Claim[]): Judged[] {
  const open = row.claims.map(keyOf);
  return claims.map((claim) => {
    const found = open.indexOf(keyOf(goldClaim(claim) as unknown as Record<string, unknown>));
    if (found >= 0) open.splice(found, 1);
    const rule = claim.rules[0] ?? '';
    return { document: row.id, rule, kind: rule.split(':')[0]!, right: found >= 0 };
  });
}

function keyOf(claim: Record<string, unknown>): string {
  const name = String(claim.agency)
    .toLowerCase()
    .replace(/(?:'s)? (?:office|department)$/, '');
  return [name, claim.state, claim.position, String(claim.programme).replace(/^287g.*/, '287g')].join('|');
}

function rowsOfGold(): Passage[] {
  return readFileSync(`${GOLD}gold.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Passage);
}

function claimsOf(row: Passage): Claim[] {
  const html = `${GOLD}documents/${row.id}.html`;
  const reading =
    row.text !== undefined
      ? readText(Buffer.from(row.text))
      : existsSync(html)
        ? readHtml(readFileSync(html))
        : readText(readFileSync(`${GOLD}documents/${row.id}.txt`));
  const { published, publisher } = row;
  return statementClaims(reading, { published, publisher, gazetteer, capture: row.id });
}

/** Right of all, one half added to each side. */
const share = (rows: readonly Judged[]): number =>
  (rows.filter((row) => row.right).length + 0.5) / (rows.length + 1);

const sets = readdirSync(SETS)
  .filter((name) => name.startsWith('blind-'))
  .flatMap((name) => passagesOfSet(SETS + name));
const rows = [...rowsOfGold(), ...sets];
const judged = rows.flatMap((row) => judge(row, claimsOf(row)));
const documents = [...new Set(judged.map((entry) => entry.document))];
let squared = 0;
let squaredBase = 0;
documents.forEach((document, i) => {
  const fold = i % 10;
  const inFold = new Set(documents.filter((_, j) => j % 10 === fold));
  const others = judged.filter((entry) => !inFold.has(entry.document));
  const base = share(others);
  for (const entry of judged.filter((one) => one.document === document)) {
    const same = others.filter((one) => one.kind === entry.kind);
    squared += ((same.length >= 5 ? share(same) : base) - Number(entry.right)) ** 2;
    squaredBase += (base - Number(entry.right)) ** 2;
  }
});
for (const kind of [...new Set(judged.map((entry) => entry.kind))].sort()) {
  const own = judged.filter((entry) => entry.kind === kind);
  console.log(
    kind.padEnd(10),
    share(own).toFixed(2),
    `${own.filter((one) => one.right).length} of ${own.length}`,
  );
}
console.log(
  `Brier, cross-validated over ${documents.length} documents: ${(squared / judged.length).toFixed(3)} by kind, ${(squaredBase / judged.length).toFixed(3)} by the base rate`,
);
const byRule = grouped(judged);
const lone = [...byRule.values()].filter((all) => new Set(all.map((one) => one.document)).size === 1).flat();
console.log(
  `rules that made claims: ${byRule.size}; of one document only: ${[...byRule.values()].filter((all) => new Set(all.map((one) => one.document)).size === 1).length}, with ${lone.filter((one) => one.right).length} right and ${lone.filter((one) => !one.right).length} wrong of ${judged.filter((one) => one.right).length} right claims`,
);

function grouped(entries: Judged[]): Map<string, Judged[]> {
  const map = new Map<string, Judged[]>();
  for (const entry of entries) map.set(entry.rule, [...(map.get(entry.rule) ?? []), entry]);
  return map;
}
