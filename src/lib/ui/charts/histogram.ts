import { scaleLinear } from 'd3-scale';

export interface Bin {
  /** In the unit of the axis; the last bin may hold everything beyond its end too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Bar extends Bin {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface HistogramLayout {
  readonly bars: readonly Bar[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  x(value: number): number;
}

/** Where everything of a histogram stands, in pixels from the plot's top left corner. */
export function layoutHistogram(
  bins: readonly Bin[],
  size: { readonly width: number; readonly height: number }
): HistogramLayout {
  const domain = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const tallest = Math.max(1, ...bins.map((bin) => bin.count));
  const x = scaleLinear(domain, [0, size.width]);
  const y = scaleLinear([0, tallest], [size.height, 0]).nice(3);
  const bars = bins.map((bin) => {
    const slot = x(bin.to) - x(bin.from);
    const gap = Math.min(4, slot * 0.18);
    return {
      ...bin,
      x: x(bin.from) + gap / 2,
      y: y(bin.count),
      width: Math.max(0.5, slot - gap),
      height: size.height - y(bin.count)
    };
  });
  return {
    bars,
    xTicks: x
      .ticks(Math.max(2, Math.floor(size.width / 56)))
      .map((value) => ({ at: x(value), value })),
    yTicks: y.ticks(3).map((value) => ({ at: y(value), value })),
    x
  };
}

/** Joins neighbors until at most `most` bins are left, and drops empty ones after the last filled. */
export function coarsen(bins: readonly Bin[], most: number): readonly Bin[] {
  const last = bins.findLastIndex((bin) => bin.count > 0);
  const filled = bins.slice(0, last + 1);
  const size = Math.max(1, Math.ceil(filled.length / most));
  const joined: Bin[] = [];
  for (let at = 0; at < filled.length; at += size) {
    const group = filled.slice(at, at + size);
    const first = group[0];
    if (!first) break;
    const width = first.to - first.from;
    joined.push({
      from: first.from,
      to: first.from + width * size,
      count: group.reduce((sum, bin) => sum + bin.count, 0)
    });
  }
  return joined;
}
