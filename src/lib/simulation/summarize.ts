import { pathOf } from './columnar/path';
import type { Model } from './model/model';
import type { PathReport, SimulationResult, Stopped } from './statistics/result';
import { summarize as summarizeTally } from './statistics/summarize';
import type { Tally } from './statistics/tally';

/** What was counted as a result, with the path that the model takes. */
export function summarize(
  model: Model,
  tally: Tally,
  path: PathReport = reportOf(model),
  stopped: Stopped | null = null
): SimulationResult {
  return summarizeTally(model, tally, path, stopped);
}

function reportOf(model: Model): PathReport {
  const { path, reasons } = pathOf(model);
  return { kind: path, reasons };
}
