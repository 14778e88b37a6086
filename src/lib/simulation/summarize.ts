import type { Channel, Slug } from '$lib/domain';
import { cadenceResultOf } from './cadence-result';
import type { Counters } from './counters';
import type { TimeGatherer } from './histogram';
import type { Model } from './model';
import type { SimulationResult, StepCount } from './result';

/** What a run of a model has counted so far. */
interface Found {
  readonly leads: number;
  readonly main: Counters;
  /** Of the linked cadences, in the model's order, and of later runs of the simulated one. */
  readonly linked: readonly Counters[];
  /** By row of the model's signals. */
  readonly signals: Float64Array;
  readonly elapsed: TimeGatherer;
  readonly cycle: TimeGatherer;
}

/** The counters as a result: a JSON value that is equal, byte for byte, on every machine. */
export function summarize(model: Model, found: Found): SimulationResult {
  const { leads } = found;
  const main = cadenceResultOf(found.main);
  const total = main.steps.reduce((sum, step) => sum + step.touches, 0);
  return {
    version: main.version,
    engine: model.program.engine,
    scenario: model.scenario,
    seed: model.seed,
    leads,
    exits: main.exits,
    otherEnds: main.otherEnds,
    unfinished: main.unfinished,
    steps: main.steps,
    edges: main.edges,
    touches: { total, perLead: leads === 0 ? 0 : total / leads, byChannel: byChannel(main.steps) },
    elapsed: found.elapsed.summary(),
    cycle: found.cycle.summary(),
    signals: signalCounts(model, found.signals),
    handlers: main.handlers,
    timeLimits: main.timeLimits,
    recycled: main.recycled,
    linked: found.linked.map(cadenceResultOf)
  };
}

function signalCounts(model: Model, counts: Float64Array): Readonly<Record<Slug, number>> {
  const sums: Record<Slug, number> = {};
  model.signals.forEach(({ signal }, row) => {
    sums[signal] = (sums[signal] ?? 0) + (counts[row] ?? 0);
  });
  return sums;
}

function byChannel(steps: readonly StepCount[]): Readonly<Partial<Record<Channel, number>>> {
  const sums: Partial<Record<Channel, number>> = {};
  for (const { channel, touches } of steps)
    if (channel !== null) sums[channel] = (sums[channel] ?? 0) + touches;
  return sums;
}
