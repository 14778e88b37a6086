import { openBetween, roll } from '$lib/calendar';
import { PHASE, STATUS, advance, createState, type RunState, type Sink } from '$lib/engine';
import { InvariantError } from '$lib/util';
import { Counters } from './counters';
import { Draws, PURPOSE } from './draw';
import type { Model, OutcomeTable } from './model';
import type { SimulationResult } from './result';
import { summarize } from './summarize';

const MINUTE = 60_000;

/**
 * A simulation under way: leads one after the other, each run straight through `advance`. The caller
 * decides how many at a time and may stop between two leads. Results depend on the model alone.
 */
export class SimulationRun {
  readonly #model: Model;
  readonly #state: RunState;
  readonly #draws: Draws;
  readonly #counters: Counters;
  #next = 0;

  constructor(model: Model) {
    this.#model = model;
    this.#state = createState(model.program);
    this.#draws = new Draws(model.seed);
    this.#counters = new Counters(model.program);
  }

  get leads(): number {
    return this.#model.leads;
  }

  /** Leads run so far. */
  get done(): number {
    return this.#next;
  }

  /** Runs up to `count` more leads; true when all have been run. */
  run(count: number): boolean {
    const end = Math.min(this.#model.leads, this.#next + count);
    while (this.#next < end) this.#lead(this.#next++);
    return this.#next === this.#model.leads;
  }

  /** What was found so far. */
  result(): SimulationResult {
    return summarize(this.#model, this.#counters, this.#next);
  }

  #lead(index: number): void {
    const { calendar } = this.#model.program;
    const counters = this.#counters;
    const state = this.#state;
    const arrived = runLead(this.#model, this.#draws, state, index, counters, counters);
    if (state.status !== STATUS.ended) return;
    counters.elapsed.add(state.endedAt - arrived);
    counters.cycle.add(openBetween(calendar, arrived, state.endedAt));
  }
}

/** Hears of times that only the simulated world knows. */
interface WorldSink {
  addWaiting(pc: number, milliseconds: number): void;
  addEffort(pc: number, milliseconds: number): void;
}

/** Runs one lead from its arrival to its end; returns when it arrived. */
function runLead(
  model: Model,
  draws: Draws,
  state: RunState,
  index: number,
  sink: Sink,
  world: WorldSink
): number {
  draws.lead(index);
  const arrived = model.arrivalAt(index, draws.uniform(0, 1, PURPOSE.arrival));
  const segment = segmentOf(model, draws);
  state.fields = model.segments[segment]?.fields ?? {};
  state.leadKey = draws.leadKey;
  advance(model.program, state, { type: 'start', at: arrived }, sink);
  while (state.status === STATUS.running) {
    switch (state.phase) {
      case PHASE.task:
        doTask(model, draws, state, segment, sink, world);
        break;
      case PHASE.wait:
      case PHASE.closed:
        passTime(model, draws, state, sink, world);
        break;
      case PHASE.none:
        throw new InvariantError('a running lead that rests nowhere');
    }
  }
  return arrived;
}

function segmentOf({ segments }: Model, draws: Draws): number {
  if (segments.length === 1) return 0;
  const u = draws.uniform(0, 1, PURPOSE.segment);
  const found = segments.findIndex(({ upTo }) => u < upTo);
  return found < 0 ? segments.length - 1 : found;
}

/** The timer fires, later where the scenario says that the step is late. */
function passTime(model: Model, draws: Draws, state: RunState, sink: Sink, world: WorldSink): void {
  const { pc, since } = state;
  const step = model.steps[pc];
  const visit = state.visits[pc] ?? 1;
  const at =
    step?.delay && state.phase === PHASE.wait
      ? step.delay(
          model.program.calendar,
          state.until,
          draws.uniform(step.key, visit, PURPOSE.delay)
        )
      : state.until;
  world.addWaiting(pc, at - since);
  advance(model.program, state, { type: 'timer', at }, sink);
}

/** Somebody takes the task up in opening hours, works on it, and something comes of it at the end. */
function doTask(
  model: Model,
  draws: Draws,
  state: RunState,
  segment: number,
  sink: Sink,
  world: WorldSink
): void {
  const { pc, until: opens } = state;
  const { calendar } = model.program;
  const step = model.steps[pc];
  const visit = state.visits[pc] ?? 1;
  let begins = opens;
  if (step?.delay)
    begins = roll(
      calendar,
      step.delay(calendar, opens, draws.uniform(step.key, visit, PURPOSE.delay))
    );
  const effort = step?.effort
    ? Math.floor(step.effort(draws.uniform(step.key, visit, PURPOSE.effort)) * MINUTE)
    : 0;
  world.addWaiting(pc, begins - opens);
  world.addEffort(pc, effort);
  const table = step?.outcomes?.[segment];
  const disposition = table
    ? outcomeOf(table, draws.uniform(step.key, visit, PURPOSE.outcome))
    : -1;
  advance(model.program, state, { type: 'complete', at: begins + effort, disposition }, sink);
}

function outcomeOf({ upTo, dispositions }: OutcomeTable, u: number): number {
  for (let i = 0; i < upTo.length; i++) if (u < (upTo[i] ?? 0)) return dispositions[i] ?? -1;
  return -1;
}
