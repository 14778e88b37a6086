/** Reads a number as people type it: spaces and thousands commas allowed. Null: not a number. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s,_\u00a0\u202f]/g, '').replace('−', '-');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Number(plain);
}

/** With thousands commas, and no more decimals than the number has. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly integer?: boolean | undefined;
}

/** What is wrong with the number, as a sentence for the person who typed it; undefined: nothing. */
export function numberFault(value: number | null, limits: NumberLimits): string | undefined {
  const { min, max, integer } = limits;
  if (value === null) return 'Enter a number.';
  if (integer && !Number.isInteger(value)) return 'Enter a whole number.';
  if (min !== undefined && value < min) return `At least ${formatNumber(min)}.`;
  if (max !== undefined && value > max) return `At most ${formatNumber(max)}.`;
  return undefined;
}

/** One step up or down, kept within the limits and free of binary dust. */
export function stepNumber(value: number, step: number, limits: NumberLimits): number {
  const moved = Math.round((value + step) * 1e6) / 1e6;
  return Math.min(limits.max ?? Infinity, Math.max(limits.min ?? -Infinity, moved));
}
