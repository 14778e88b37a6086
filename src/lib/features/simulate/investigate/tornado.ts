import type { Sensitivity } from '$lib/worker/protocol';

export interface TornadoBar {
  readonly path: string;
  readonly name: string;
  /** Lengths to either side, as shares of the longest. */
  readonly less: number;
  readonly more: number;
  /** The larger effect of its two sides. */
  readonly most: number;
  readonly seen: boolean;
}

/** Assumptions as bars around what stands, most first; those of no known effect are left out. */
export function tornado(assumptions: readonly Sensitivity[]): readonly TornadoBar[] {
  const effects = assumptions.flatMap(({ path, name, low, high, seen }) => {
    const sides = [low, high].flatMap((side) => side?.difference?.mean ?? []);
    if (sides.length === 0) return [];
    const less = Math.max(0, ...sides.map((mean) => -mean));
    const more = Math.max(0, ...sides);
    return [{ path, name, less, more, most: Math.max(less, more), seen }];
  });
  const longest = Math.max(...effects.map(({ most }) => most), Number.MIN_VALUE);
  return effects.map((bar) => ({ ...bar, less: bar.less / longest, more: bar.more / longest }));
}
