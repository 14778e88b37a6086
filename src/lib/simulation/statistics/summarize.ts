import type { Channel, Slug } from '$lib/domain';
import type { Model } from '../model/model';
import { cadenceResultOf } from './cadence-result';
import type { CadenceTally } from './cadence-tally';
import { wholeOf } from './cells';
import { DayTally } from './day-tally';
import { daysOf } from './days';
import { measuredOf } from './measured';
import { moneyOf } from './money';
import { peopleOf } from './people';
import type { PathReport, SimulationResult, StepCount, Stopped } from './result';
import { segmentsOf } from './segments';
import type { Tally } from './tally';
import { TimeTally } from './time-tally';

/** Times that nobody asked for. */
const NOTHING = new TimeTally().summary();

/** What was counted as a result: a JSON value that is equal, byte for byte, on every machine. */
export function summarize(
  model: Model,
  tally: Tally,
  path: PathReport,
  stopped: Stopped | null
): SimulationResult {
  const whole = wholeOf(model, tally);
  const main = cadenceResultOf(whole);
  const leads = whole.runs;
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
    elapsed: tally.elapsed.summary(),
    cycle: model.brief ? NOTHING : tally.cycle.summary(),
    signals: signalCounts(model, tally.signals),
    handlers: main.handlers,
    timeLimits: main.timeLimits,
    recycled: main.recycled,
    linked: linkedOf(model, tally).map(cadenceResultOf),
    firstResponse: model.brief ? NOTHING : tally.firstResponse.summary(),
    measured: measuredOf(model, tally),
    segments: segmentsOf(model, tally),
    people: peopleOf(model, tally.people),
    days: daysOf(model, model.brief ? new DayTally(model.midnight) : tally.days),
    money: moneyOf(model, tally),
    replications: model.replications,
    warmUp: model.warmUp,
    brief: model.brief,
    path,
    stopped
  };
}

/** The linked cadences in the file's order; later runs of the simulated one, if there are any. */
function linkedOf({ program }: Model, { linked }: Tally): readonly CadenceTally[] {
  return linked.filter((each) => each.program !== program || each.runs > 0);
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
