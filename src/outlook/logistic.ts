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
  const sample = cases.map((one) => ({ ...one, row: standardised(one.features, means, scales) }));
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

type Sample = readonly { row: readonly number[]; offset: number; happened: boolean }[];

function lossOf(sample: Sample, weights: readonly number[], ridge: number): number {
  let loss = 0;
  for (const { row, offset, happened } of sample) {
    const odds = offset + dot(weights, row);
    // log(1 + e^x) without overflow.
    const either = odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
    loss += either - (happened ? odds : 0);
  }
  for (let i = 1; i < weights.length; i++) loss += (ridge / 2) * weights[i]! ** 2;
  return loss;
}

function newtonStep(sample: Sample, weights: readonly number[], ridge: number): number[] {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (const { row, offset, happened } of sample) {
    const odds = sigmoid(offset + dot(weights, row));
    const weight = odds * (1 - odds);
    for (let i = 0; i < size; i++) {
      gradient[i]! += ((happened ? 1 : 0) - odds) * row[i]!;
      const line = curvature[i]!;
      for (let j = 0; j <= i; j++) line[j]! += weight * row[i]! * row[j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) curvature[j]![i] = curvature[i]![j]!;
    // A little on the constant too, so that a sample without any event can be solved.
    curvature[i]![i]! += i === 0 ? 1e-6 : ridge;
    if (i > 0) gradient[i]! -= ridge * weights[i]!;
  }
  return solve(new Matrix(curvature), Matrix.columnVector(gradient)).to1DArray();
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
