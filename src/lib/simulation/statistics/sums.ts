/**
 * Sums of milliseconds that stay exact beyond 2^53: pairs of columns, `low` below CARRY and `high` in
 * units of it. One number has one representation, so sums made in any order are the same bytes.
 */
export const CARRY = 0x4000000000000;

/** Adds a whole amount from 0 to 2^51 to sum `row`; a sum takes two places of the column. */
export function addToSum(sums: Float64Array, row: number, amount: number): void {
  const at = 2 * row;
  const low = (sums[at] as number) + amount;
  if (low < CARRY) {
    sums[at] = low;
    return;
  }
  const high = Math.floor(low / CARRY);
  sums[at] = low - high * CARRY;
  sums[at + 1] = (sums[at + 1] as number) + high;
}

/** The sum `row`, rounded to the nearest number there is. */
export function sumOf(sums: Float64Array, row: number): number {
  return (sums[2 * row + 1] as number) * CARRY + (sums[2 * row] as number);
}

/** Adds every sum of one column to those of another. */
export function absorbSums(into: Float64Array, from: Float64Array): void {
  for (let at = 0; at < from.length; at += 2) {
    addToSum(into, at / 2, from[at] as number);
    into[at + 1] = (into[at + 1] as number) + (from[at + 1] as number);
  }
}
