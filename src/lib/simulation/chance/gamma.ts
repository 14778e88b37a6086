/**
 * The gamma distribution by arithmetic alone (see exact-math): its logarithms never underflow, so that
 * the ends of its range are as exact as the middle.
 */
import { exp, ln } from './exact-math';

/** Terms of a series or fraction; far more than figures within the limits of quantile.ts take. */
const MOST_TERMS = 20_000;
const PRECISION = 1e-16;

/** ½ ln 2π. */
const HALF_LN_TAU = 0.9189385332046727;

/** Stirling's series: B(2k) / (2k (2k - 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

/** ln Γ(a), a above 0. */
export function lnGamma(a: number): number {
  let below = 0;
  let x = a;
  // The series is exact to the last bits from 10 on; Γ(x) = Γ(x + 1) / x leads there.
  while (x < 10) {
    below += ln(x);
    x += 1;
  }
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum / (x * x) + (STIRLING[k] ?? 0);
  return (x - 0.5) * ln(x) - x + HALF_LN_TAU + sum / x - below;
}

/** The sum S in P(a, x) = xᵃ e⁻ˣ / Γ(a) · S, the share below x. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction F in Q(a, x) = xᵃ e⁻ˣ / Γ(a) · F, the share above x, for x > a + 1 (Lentz). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < PRECISION * 4) break;
  }
  return value;
}

/** ln (xᵃ e⁻ˣ / Γ(a)). */
function lnFront(a: number, x: number): number {
  return a * ln(x) - x - lnGamma(a);
}

/** The share of a gamma distribution of this shape and scale 1 above x. */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = lnFront(a, x);
  if (x > a + 1) return front < -700 ? 0 : exp(front) * upperFraction(a, x);
  return 1 - exp(Math.max(-700, front)) * lowerSeries(a, x);
}

/** The quantile of a gamma distribution of this shape and scale 1, for 0 < u < 1. */
export function gammaQuantile(a: number, u: number): number {
  // P(a, x) ≤ xᵃ / Γ(a + 1), which gives a lower bound. Both ln P and ln Q are concave in y = ln x, so
  // that Newton's steps come to the quantile from one side; steps are kept from leaping over it.
  const target = u < 0.5 ? ln(u) : ln(1 - u);
  const start = (ln(u) + lnGamma(a + 1)) / a;
  // Below the least positive number all that a machine can hold is 0.
  if (start < -690 && u < 0.5) return exp(Math.max(start, -700));
  let y = u < 0.5 || a < 1 ? Math.max(start, -690) : Math.max(start, ln(a) - 1);
  for (let round = 0; round < 100; round++) {
    const x = exp(y);
    const step = u < 0.5 ? lowerStep(a, x, target) : upperStep(a, x, target);
    y += Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-14) break;
  }
  return exp(y);
}

/** Newton's step in ln x towards ln P(a, x) = target. */
function lowerStep(a: number, x: number, target: number): number {
  const series = lowerSeries(a, x);
  return (target - lnFront(a, x) - ln(series)) * series;
}

/** Newton's step in ln x towards ln Q(a, x) = target. */
function upperStep(a: number, x: number, target: number): number {
  const front = lnFront(a, x);
  if (x > a + 1) {
    const fraction = upperFraction(a, x);
    return (front + ln(fraction) - target) * fraction;
  }
  const density = exp(Math.max(-700, front));
  const above = 1 - density * lowerSeries(a, x);
  return ((ln(above) - target) * above) / density;
}
