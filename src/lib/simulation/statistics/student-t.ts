import { normalQuantile } from '../chance/exact-math';

const HALF_PI = 1.5707963267948966;
/** From so many degrees of freedom on the expansion around the normal is exact to nine digits. */
const MANY = 300;
const STEPS = 64;

/**
 * The t at which Student's distribution with `freedom` degrees of freedom holds `confidence` between -t
 * and t; Infinity without any freedom. From arithmetic alone, so that every machine gets the same bits.
 */
export function studentT(freedom: number, confidence: number): number {
  if (freedom < 1) return Infinity;
  if (freedom >= MANY) return expanded(freedom, confidence);
  let low = 0;
  let high = 2;
  while (within(freedom, high) < confidence) high *= 2;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (within(freedom, middle) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How much of the distribution lies between -t and t: the finite sums for whole degrees of freedom. */
function within(freedom: number, t: number): number {
  const length = Math.sqrt(freedom + t * t);
  const sine = t / length;
  const cosine = Math.sqrt(freedom) / length;
  const even = freedom % 2 === 0;
  let term = even ? sine : sine * cosine;
  let sum = 0;
  for (let k = even ? 2 : 3; k <= freedom; k += 2) {
    sum += term;
    term *= (cosine * cosine * (k - 1)) / k;
  }
  return even ? sum : (sum + arcTangent(t / Math.sqrt(freedom))) / HALF_PI;
}

/** Of a number of 0 or more: halved three times, then its series. */
function arcTangent(x: number): number {
  let y = x;
  for (let half = 0; half < 3; half++) y /= 1 + Math.sqrt(1 + y * y);
  let sum = 0;
  for (let k = 25; k >= 1; k -= 2) sum = 1 / k - sum * y * y;
  return 8 * y * sum;
}

/** Normal quantile with corrections in powers of 1 / freedom (E. A. Cornish and R. A. Fisher, 1938). */
function expanded(freedom: number, confidence: number): number {
  const z = normalQuantile((1 + confidence) / 2);
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * (5 * z2 * z2 + 16 * z2 + 3)) / 96;
  const third = (z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15)) / 384;
  return z + (first + (second + third / freedom) / freedom) / freedom;
}
