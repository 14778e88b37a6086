/**
 * Whole weights in the same proportions that sum to 100 (largest remainders, earlier first when they
 * are equal); equal shares when all are 0.
 */
export function toHundred(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? 100 / weights.length : (weight * 100) / sum));
  const shares = exact.map(Math.floor);
  const missing = 100 - shares.reduce((total, share) => total + share, 0);
  const remainder = (index: number) => (exact[index] ?? 0) - (shares[index] ?? 0);
  const order = [...exact.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const index of order.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
