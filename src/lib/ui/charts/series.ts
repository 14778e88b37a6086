import { scaleLinear } from 'd3-scale';
import type { Tick } from './histogram';

/** Values side by side, one for each place of the axis. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly values: readonly number[];
  /** A CSS value, usually a token. */
  readonly color: string;
  /** Fill down to the axis. */
  readonly area?: boolean;
}

export interface SeriesLayout {
  readonly lines: readonly { readonly id: string; readonly line: string; readonly area: string }[];
  /** `value` is the place. */
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

/** Paths of the series, in pixels from the plot's top left corner. */
export function layoutSeries(
  series: readonly Series[],
  size: { readonly width: number; readonly height: number },
  highest = 1
): SeriesLayout {
  const places = Math.max(1, ...series.map(({ values }) => values.length));
  const top = Math.max(highest, ...series.flatMap(({ values }) => values));
  const x = scaleLinear([0, Math.max(1, places - 1)], [0, size.width]);
  const y = scaleLinear([0, top], [size.height, 0]).nice(3);
  const few = Math.min(places, Math.max(2, Math.floor(size.width / 72)));
  const step = Math.max(1, Math.ceil(places / few));
  return {
    lines: series.map(({ id, values }) => {
      const points = values.map((value, at) => `${tenth(x(at))} ${tenth(y(value))}`);
      const line = points.length === 0 ? '' : `M${points.join('L')}`;
      const right = tenth(x(Math.max(0, values.length - 1)));
      return { id, line, area: line && `${line}L${right} ${size.height}L0 ${size.height}Z` };
    }),
    xTicks: Array.from({ length: Math.ceil(places / step) }, (_, nth) => ({
      at: x(nth * step),
      value: nth * step
    })),
    yTicks: y.ticks(3).map((value) => ({ at: y(value), value }))
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
