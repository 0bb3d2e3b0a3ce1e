/**
 * How far each kind of rule is right, and what hangs on rules that fire in one document only: `npx tsx bench/confidence.ts`.
 * Confidence is judged by leaving one document out: the table for a document is learned from all the others.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Claim, goldClaim, statementClaims } from '../src/claim/index.ts';
import { projectGazetteer } from '../src/commands/gazetteer.ts';
import { readHtml, readText } from '../src/read/index.ts';
import { type Passage, passagesOfSet } from './prose-set.ts';

// The same as in src/claim/confidence.ts.
const PULL = 20;
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
  const open = row.claims.map((claim) =>
    [claim.agency, ...((claim.agency_alt ?? []) as unknown[])].map((agency) => keyOf({ ...claim, agency })),
  );
  return claims.map((claim) => {
    const key = keyOf(goldClaim(claim) as unknown as Record<string, unknown>);
    const found = open.findIndex((keys) => keys.includes(key));
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

const rightOf = (rows: readonly Judged[]): number => rows.filter((row) => row.right).length;
/** Right of all, drawn to the base rate by as many claims as `PULL`. */
const share = (rows: readonly Judged[], base: number): number =>
  (rightOf(rows) + PULL * base) / (rows.length + PULL);

const sets = readdirSync(SETS)
  .filter((name) => name.startsWith('blind-'))
  .flatMap((name) => passagesOfSet(SETS + name));
const rows = [...rowsOfGold(), ...sets];
const judged = rows.flatMap((row) => judge(row, claimsOf(row)));
const documents = [...new Set(judged.map((entry) => entry.document))];
let squared = 0;
let squaredBase = 0;
for (const document of documents) {
  const others = judged.filter((entry) => entry.document !== document);
  const base = rightOf(others) / others.length;
  for (const entry of judged.filter((one) => one.document === document)) {
    const same = others.filter((one) => one.kind === entry.kind);
    squared += (share(same, base) - Number(entry.right)) ** 2;
    squaredBase += (base - Number(entry.right)) ** 2;
  }
}
const baseOfAll = rightOf(judged) / judged.length;
for (const kind of [...new Set(judged.map((entry) => entry.kind))].sort()) {
  const own = judged.filter((entry) => entry.kind === kind);
  console.log(kind.padEnd(10), share(own, baseOfAll).toFixed(2), `${rightOf(own)} of ${own.length}`);
}
console.log(
  `Brier, each of ${documents.length} documents left out in turn: ${(squared / judged.length).toFixed(3)} by kind, ${(squaredBase / judged.length).toFixed(3)} by the base rate`,
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
