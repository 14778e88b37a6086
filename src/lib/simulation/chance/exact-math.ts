/**
 * Logarithm, exponential and normal quantile from the four operations and the square root alone, so
 * that every machine gets the same bits: `Math.log` and `Math.exp` differ between JavaScript engines.
 */

const LN2 = 0.6931471805599453;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** 2 to a whole power between -1022 and 1023. */
function powerOfTwo(exponent: number): number {
  words[0] = 0;
  words[1] = (exponent + 1023) << 20;
  return float[0] ?? 1;
}

/** Natural logarithm of a positive, normal number; error below 1e-15 relative. */
export function ln(x: number): number {
  float[0] = x;
  const high = words[1] ?? 0;
  let exponent = ((high >>> 20) & 0x7ff) - 1023;
  words[1] = (high & 0x000fffff) | 0x3ff00000;
  let m = float[0] ?? 1;
  if (m > 1.4142135623730951) {
    m /= 2;
    exponent++;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)); |s| <= 0.172, so 13 odd terms are enough.
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let sum = 0;
  for (let k = 25; k >= 1; k -= 2) sum = sum * s2 + 1 / k;
  return exponent * LN2 + 2 * s * sum;
}

/** e to the power x, for |x| up to 700. */
export function exp(x: number): number {
  const exponent = Math.round(x / LN2);
  const r = x - exponent * LN2;
  let sum = 1;
  for (let k = 18; k >= 1; k--) sum = 1 + (sum * r) / k;
  return sum * powerOfTwo(exponent);
}

const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
  -3.066479806614716e1, 2.506628277459239
];
const B = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
  -1.328068155288572e1, 1
];
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783
];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

/** Quantile of the standard normal at 0 < p < 1; relative error below 1.2e-9 (P. J. Acklam's rational approximation). */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * ln(p));
    return polynomial(C, q) / polynomial(D, q);
  }
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / polynomial(B, r);
}
