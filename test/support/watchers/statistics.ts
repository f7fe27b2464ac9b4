// SPDX-License-Identifier: GPL-3.0-or-later

/** Two-sample Kolmogorov–Smirnov: the largest distance of the two distributions, and how often chance alone makes it as large (asymptotic). */
export const compareSamples = (
  a: readonly number[],
  b: readonly number[],
): { readonly d: number; readonly p: number } => {
  if (a.length === 0 || b.length === 0) return { d: 0, p: 1 };
  const [x, y] = [a.toSorted((s, t) => s - t), b.toSorted((s, t) => s - t)];
  let [i, j, d] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const at = Math.min(x[i] ?? 0, y[j] ?? 0);
    while (i < x.length && (x[i] ?? 0) <= at) i += 1;
    while (j < y.length && (y[j] ?? 0) <= at) j += 1;
    d = Math.max(d, Math.abs(i / x.length - j / y.length));
  }
  const n = Math.sqrt((x.length * y.length) / (x.length + y.length));
  return { d, p: kolmogorov((n + 0.12 + 0.11 / n) * d) };
};

const kolmogorov = (lambda: number): number => {
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(Math.max(sum, 0), 1);
};

/** How often a Poisson count of this mean is at least `count`. */
export const atLeastByChance = (count: number, mean: number): number => {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, 1 - below);
};

/** Pearson's; none where one of them never changes. */
export const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / Math.max(of.length, 1);
  const [ma, mb] = [mean(a), mean(b)];
  const cross = a.reduce((sum, each, at) => sum + (each - ma) * ((b[at] ?? 0) - mb), 0);
  const spread = (of: readonly number[], m: number): number =>
    Math.sqrt(of.reduce((sum, each) => sum + (each - m) ** 2, 0));
  const both = spread(a, ma) * spread(b, mb);
  return both === 0 ? 0 : cross / both;
};

export const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

/** Sorted: how long after each of `from` the next of `to` is; those with none behind them are left out. */
export const waits = (from: readonly number[], to: readonly number[]): readonly number[] => {
  const sorted = to.toSorted((a, b) => a - b);
  return from.flatMap((at) => {
    const next = sorted.find((each) => each >= at);
    return next === undefined ? [] : [next - at];
  });
};
