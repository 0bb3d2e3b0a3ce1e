import { Matrix, solve } from 'ml-matrix';

/** A fitted logistic regression: log-odds = offset + weights · standardised features. The first feature is the constant. */
export interface Fitted {
  weights: number[];
  means: number[];
  scales: number[];
}

/** One case: its features without the constant, a known part of its log-odds, and what became of it. */
export interface Case {
  features: readonly number[];
  offset: number;
  happened: boolean;
}

const ROUNDS = 25;
const CLOSE = 1e-8;

/**
 * The weights that make the cases likeliest, shrunk by `ridge` (on standardised features, the constant left free): Newton's
 * method, each step halved until it makes them likelier. The same cases give the same weights.
 */
export function fitLogistic(cases: readonly Case[], ridge: number): Fitted {
  const { means, scales } = spread(cases);
  const size = means.length + 1;
  const sample: Sample = {
    size,
    rows: new Float64Array(cases.length * size),
    offsets: Float64Array.from(cases, ({ offset }) => offset),
    happened: Uint8Array.from(cases, ({ happened }) => (happened ? 1 : 0)),
  };
  for (const [i, { features }] of cases.entries())
    sample.rows.set(standardised(features, means, scales), i * size);
  let weights = new Array<number>(means.length + 1).fill(0);
  let loss = lossOf(sample, weights, ridge);
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(sample, weights, ridge);
    let size = 1;
    const moved = () => weights.map((weight, i) => weight + size * step[i]!);
    let next = lossOf(sample, moved(), ridge);
    while (next > loss && size > CLOSE) {
      size /= 2;
      next = lossOf(sample, moved(), ridge);
    }
    const gain = loss - next;
    if (gain > 0) {
      weights = moved();
      loss = next;
    }
    if (gain <= CLOSE * Math.abs(loss)) break;
  }
  return { weights, means, scales };
}

/** Cases behind one another, as fast loops like them: `size` numbers of `rows` are one case's. */
interface Sample {
  size: number;
  rows: Float64Array;
  offsets: Float64Array;
  happened: Uint8Array;
}

/** Log-odds of the case whose row begins at `at`. */
function oddsOf({ size, rows }: Sample, weights: readonly number[], offset: number, at: number): number {
  let odds = 0;
  for (let i = 0; i < size; i++) odds += weights[i]! * rows[at + i]!;
  return offset + odds;
}

function lossOf(sample: Sample, weights: readonly number[], ridge: number): number {
  const { size, offsets, happened } = sample;
  let loss = 0;
  for (let one = 0; one < offsets.length; one++) {
    const odds = oddsOf(sample, weights, offsets[one]!, one * size);
    // log(1 + e^x) without overflow.
    const either = odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
    loss += either - (happened[one] ? odds : 0);
  }
  for (let i = 1; i < weights.length; i++) loss += (ridge / 2) * weights[i]! ** 2;
  return loss;
}

function newtonStep(sample: Sample, weights: readonly number[], ridge: number): number[] {
  const { size, rows, offsets, happened } = sample;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  for (let one = 0; one < offsets.length; one++) {
    const at = one * size;
    const odds = sigmoid(oddsOf(sample, weights, offsets[one]!, at));
    const error = happened[one]! - odds;
    const weight = odds * (1 - odds);
    for (let i = 0; i < size; i++) {
      const value = rows[at + i]!;
      gradient[i]! += error * value;
      for (let j = 0; j <= i; j++) curvature[i * size + j]! += weight * value * rows[at + j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) curvature[j * size + i] = curvature[i * size + j]!;
    // A little on the constant too, so that a sample without any event can be solved.
    curvature[i * size + i]! += i === 0 ? 1e-6 : ridge;
    if (i > 0) gradient[i]! -= ridge * weights[i]!;
  }
  return solve(
    Matrix.from1DArray(size, size, [...curvature]),
    Matrix.columnVector([...gradient]),
  ).to1DArray();
}

/** The chance, from 0 to 1, that a fitted model gives to a case. */
export function chanceOf(fitted: Fitted, features: readonly number[], offset: number): number {
  return sigmoid(offset + dot(fitted.weights, standardised(features, fitted.means, fitted.scales)));
}

/** What each feature adds to the log-odds, against the average case. */
export function contributions({ weights, means, scales }: Fitted, features: readonly number[]): number[] {
  return standardised(features, means, scales)
    .slice(1)
    .map((value, i) => value * weights[i + 1]!);
}

/** What must be added to the log-odds of all cases for their chances to sum up to what happened. */
export function paceOf(cases: readonly Pick<Case, 'offset' | 'happened'>[]): number {
  // Half a case more that happened and half that did not: with none, or all, there is no such number.
  const wanted = cases.filter(({ happened }) => happened).length + 0.5;
  let pace = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let [sum, slope] = [sigmoid(pace), sigmoid(pace) * (1 - sigmoid(pace))];
    for (const { offset } of cases) {
      const chance = sigmoid(offset + pace);
      sum += chance;
      slope += chance * (1 - chance);
    }
    const step = (wanted - sum) / slope;
    pace += Math.max(-2, Math.min(2, step));
    if (Math.abs(step) < CLOSE) break;
  }
  return pace;
}

/** The log-odds of a chance, kept away from the ends. */
export function logit(chance: number): number {
  const kept = Math.min(0.999, Math.max(1e-5, chance));
  return Math.log(kept / (1 - kept));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function standardised(
  features: readonly number[],
  means: readonly number[],
  scales: readonly number[],
): number[] {
  const row = [1];
  for (let i = 0; i < means.length; i++) row.push((features[i]! - means[i]!) / scales[i]!);
  return row;
}

function spread(cases: readonly Case[]): { means: number[]; scales: number[] } {
  const size = cases[0]?.features.length ?? 0;
  const means = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(0);
  for (const { features } of cases)
    for (let i = 0; i < size; i++) {
      means[i]! += features[i]! / cases.length;
      squares[i]! += features[i]! ** 2 / cases.length;
    }
  const scales = squares.map((square, i) => Math.sqrt(Math.max(0, square - means[i]! ** 2)) || 1);
  return { means, scales };
}
