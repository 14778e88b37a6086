import { studentT } from './student-t';

const CONFIDENCE = 0.95;

/** A part of a mean: what was summed over so many leads. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** A mean and its 95 % interval; null where it cannot be known. */
export interface Interval {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

export function sumOfFractions(fractions: readonly Fraction[]): Fraction {
  let numerator = 0;
  let denominator = 0;
  for (const each of fractions) {
    numerator += each.numerator;
    denominator += each.denominator;
  }
  return { numerator, denominator };
}

/** The fraction as a number; 0 where there is nothing to divide by. */
export function quotient({ numerator, denominator }: Fraction): number {
  return denominator === 0 ? 0 : numerator / denominator;
}

/**
 * The mean over batches of unlike size that do not depend on each other, and how far it may lie from
 * the true one: Student's interval over their deviations from it. Batches without leads say nothing.
 */
export function intervalOf(batches: readonly Fraction[]): Interval {
  const telling = batches.filter(({ denominator }) => denominator > 0);
  const whole = sumOfFractions(telling);
  const mean = quotient(whole);
  const many = telling.length;
  if (many < 2) return { mean, low: null, high: null };
  let squares = 0;
  for (const { numerator, denominator } of telling) {
    const deviation = numerator - mean * denominator;
    squares += deviation * deviation;
  }
  const error = Math.sqrt((squares * many) / (many - 1)) / whole.denominator;
  const reach = studentT(many - 1, CONFIDENCE) * error;
  return { mean, low: mean - reach, high: mean + reach };
}
