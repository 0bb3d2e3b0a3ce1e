/**
 * How well confidence tells right claims from wrong ones of prose that no rule had seen: `npx tsx bench/confidence.ts`.
 * `first-runs.tsv` has every claim that the extractor of its day made in its first run over each set of test prose, judged by
 * the set's labels. Each set in turn is left out; weights, wide rules and base rate are learned from the others.
 */
import { readFileSync } from 'node:fs';
import { type Grounds, groundsOf } from '../src/claim/confidence.ts';

type Key = keyof ReturnType<typeof groundsOf>;
type Weights = Record<'base' | Key, number>;

interface Row extends Grounds {
  set: string;
  document: string;
  right: boolean;
}

const KEYS: Key[] = ['refusal', 'wide', 'own', 'stateless', 'vague'];
// Documents of other sets in which a rule must have made claims.
const MANY = 5;
// Draws each weight to nothing as much as so many claims would.
const RIDGE = 2;
const ROUNDS = 100;
const BANDS = [0, 0.45, 0.55, 0.65, 0.75, 0.85, 1.01];

const rows = readFileSync(new URL('../test/input/claim/first-runs.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [set, document, rule, position, programme, own, state, right] = line.split('\t');
    return {
      set,
      document,
      rule,
      position,
      programme,
      speaksForAgency: own === 'yes',
      state: state === 'yes' ? '' : null,
      right: right === 'yes',
    } as Row;
  });

function wideOf(known: readonly Row[]): Set<string> {
  const documents = new Map<string, Set<string>>();
  for (const { rule, document } of known)
    documents.set(rule, (documents.get(rule) ?? new Set()).add(document));
  return new Set([...documents].filter(([, all]) => all.size >= MANY).map(([rule]) => rule));
}

const rateOf = (known: readonly Row[]): number => known.filter(({ right }) => right).length / known.length;
const chance = (weights: Weights, said: Record<Key, boolean>): number =>
  1 / (1 + Math.exp(-KEYS.reduce((sum, key) => sum + (said[key] ? weights[key] : 0), weights.base)));

function learn(known: readonly Row[], wide: Set<string>): Weights {
  const base = rateOf(known);
  const weights: Weights = {
    base: Math.log(base / (1 - base)),
    ...(Object.fromEntries(KEYS.map((key) => [key, 0])) as Record<Key, number>),
  };
  const said = known.map((row) => ({ ...groundsOf(row, wide), base: true, right: row.right }));
  for (let round = 0; round < ROUNDS; round++) {
    const chances = said.map((one) => chance(weights, one));
    for (const key of ['base', ...KEYS] as const) {
      const ridge = key === 'base' ? 0 : RIDGE;
      let slope = ridge * weights[key];
      let curve = ridge + 1e-6;
      said.forEach((one, i) => {
        if (!one[key]) return;
        slope += chances[i]! - Number(one.right);
        curve += chances[i]! * (1 - chances[i]!);
      });
      weights[key] -= (0.4 * slope) / curve;
    }
  }
  return weights;
}

const judged: { chance: number; base: number; right: boolean }[] = [];
for (const set of new Set(rows.map((row) => row.set))) {
  const others = rows.filter((row) => row.set !== set);
  const wide = wideOf(others);
  const weights = learn(others, wide);
  for (const row of rows.filter((one) => one.set === set))
    judged.push({ chance: chance(weights, groundsOf(row, wide)), base: rateOf(others), right: row.right });
}
const brier = (of: (one: (typeof judged)[number]) => number): number =>
  judged.reduce((sum, one) => sum + (of(one) - Number(one.right)) ** 2, 0) / judged.length;
const own = brier((one) => one.chance);
const base = brier((one) => one.base);
console.log(`${rows.length} claims of first runs, ${(100 * rateOf(rows)).toFixed(0)}% right`);
console.log(
  `Brier with each set left out in turn: ${own.toFixed(4)}, by the base rate ${base.toFixed(4)}, skill ${(1 - own / base).toFixed(3)}`,
);
console.log('said        claims  mean said  right');
for (let i = 0; i + 1 < BANDS.length; i++) {
  const band = judged.filter((one) => one.chance >= BANDS[i]! && one.chance < BANDS[i + 1]!);
  if (band.length === 0) continue;
  const mean = band.reduce((sum, one) => sum + one.chance, 0) / band.length;
  const right = band.filter((one) => one.right).length / band.length;
  console.log(
    `${BANDS[i]!.toFixed(2)}–${Math.min(1, BANDS[i + 1]!).toFixed(2)}   ${String(band.length).padStart(5)}  ${mean.toFixed(2).padStart(9)}  ${right.toFixed(2).padStart(5)}`,
  );
}
const wide = wideOf(rows);
console.log(
  'weights from all:',
  JSON.stringify(learn(rows, wide), (_, value) =>
    typeof value === 'number' ? Math.round(100 * value) / 100 : value,
  ),
);
console.log('wide rules:', [...wide].sort().join(' '));
