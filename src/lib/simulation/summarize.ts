import { pathOf } from './columnar/path';
import type { Model } from './model/model';
import type { SimulationResult, Stopped } from './statistics/result';
import { summarize as summarizeTally } from './statistics/summarize';
import type { Tally } from './statistics/tally';

/** What was counted as a result, with the path that the model takes; `stopped`: it ended before its end. */
export function summarize(
  model: Model,
  tally: Tally,
  stopped: Stopped | null = null
): SimulationResult {
  return summarizeTally(model, tally, pathOf(model), stopped);
}
