import type { SimulationResult } from '../statistics/result';

/** A result without what is not counted in brief: what is left is the same in brief and in full. */
export function withoutDetails(result: SimulationResult): unknown {
  const { brief, cycle, firstResponse, days, measured, segments, ...main } = result;
  return {
    ...main,
    // Batches tell how far a mean may lie from the true one; in brief there is one alone.
    measured: measured
      .filter(({ metric }) => metric !== 'cycle' && metric !== 'firstResponse')
      .map(({ metric, mean }) => ({ metric, mean: Number(mean.toPrecision(12)) })),
    segments: segments.map(({ cycleMean, firstResponseMean, ...each }) => each)
  };
}
