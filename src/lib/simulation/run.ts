import { openBetween, roll } from '$lib/calendar';
import { NO_DISPOSITION, PHASE, STATUS, advance, createState, type RunState } from '$lib/engine';
import { InvariantError } from '$lib/util';
import { Counters } from './counters';
import { Draws, PURPOSE, type Purpose } from './draw';
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

  /** Runs one lead from its arrival to its end. */
  #lead(index: number): void {
    const { program, segments, arrivalAt } = this.#model;
    const state = this.#state;
    this.#draws.lead(index);
    const arrived = arrivalAt(index, this.#draws.uniform(0, 1, PURPOSE.arrival));
    const segment = this.#drawSegment();
    state.fields = segments[segment]?.fields ?? {};
    state.leadKey = this.#draws.leadKey;
    advance(program, state, { type: 'start', at: arrived }, this.#counters);
    while (state.status === STATUS.running) this.#goOn(segment);
    if (state.status !== STATUS.ended) return;
    this.#counters.elapsed.add(state.endedAt - arrived);
    this.#counters.cycle.add(openBetween(program.calendar, arrived, state.endedAt));
  }

  #drawSegment(): number {
    const { segments } = this.#model;
    if (segments.length === 1) return 0;
    const u = this.#draws.uniform(0, 1, PURPOSE.segment);
    const found = segments.findIndex(({ upTo }) => u < upTo);
    return found < 0 ? segments.length - 1 : found;
  }

  #goOn(segment: number): void {
    switch (this.#state.phase) {
      case PHASE.task:
        return this.#doTask(segment);
      case PHASE.wait:
      case PHASE.closed:
        return this.#passTime();
      case PHASE.none:
        throw new InvariantError('a running lead that rests nowhere');
    }
  }

  /** The timer fires, later where the scenario says that the step is late. */
  #passTime(): void {
    const { program, steps } = this.#model;
    const { pc, since, until, phase } = this.#state;
    const step = steps[pc];
    const late = phase === PHASE.wait && step?.delay;
    const at = late ? late(program.calendar, until, this.#uniform(PURPOSE.delay)) : until;
    this.#counters.addWaiting(pc, at - since);
    advance(program, this.#state, { type: 'timer', at }, this.#counters);
  }

  /** Somebody takes the task up in opening hours, works on it, and something comes of it at the end. */
  #doTask(segment: number): void {
    const { program, steps } = this.#model;
    const { calendar } = program;
    const { pc, until: opens } = this.#state;
    const step = steps[pc];
    const begins = step?.delay
      ? roll(calendar, step.delay(calendar, opens, this.#uniform(PURPOSE.delay)))
      : opens;
    const effort = step?.effort
      ? Math.floor(step.effort(this.#uniform(PURPOSE.effort)) * MINUTE)
      : 0;
    this.#counters.addWaiting(pc, begins - opens);
    this.#counters.addEffort(pc, effort);
    const table = step?.outcomes?.[segment];
    const disposition = table ? outcomeOf(table, this.#uniform(PURPOSE.outcome)) : NO_DISPOSITION;
    const at = begins + effort;
    advance(program, this.#state, { type: 'complete', at, disposition }, this.#counters);
  }

  /** This lead's draw for this visit to the step it is at. */
  #uniform(purpose: Purpose): number {
    const { pc, visits } = this.#state;
    return this.#draws.uniform(this.#model.steps[pc]?.key ?? 0, visits[pc] ?? 1, purpose);
  }
}

function outcomeOf({ upTo, dispositions }: OutcomeTable, u: number): number {
  for (let i = 0; i < upTo.length; i++)
    if (u < (upTo[i] ?? 0)) return dispositions[i] ?? NO_DISPOSITION;
  return NO_DISPOSITION;
}
