import { openBetween } from '$lib/calendar';
import { STATUS } from '$lib/engine';
import { Counters } from './counters';
import { Draws, PURPOSE } from './draw';
import { TimeGatherer } from './histogram';
import type { Life } from './life';
import { LinkedWorld } from './linked-world';
import type { Model } from './model';
import type { SimulationResult } from './result';
import { SingleWorld } from './single-world';
import { summarize } from './summarize';

/**
 * A simulation under way: leads one after the other, each run straight through `advance`. The caller
 * decides how many at a time and may stop between two leads. Results depend on the model alone.
 */
export class SimulationRun {
  readonly #model: Model;
  readonly #draws: Draws;
  readonly #counters: Counters;
  readonly #life: Life;
  readonly #elapsed = new TimeGatherer();
  readonly #cycle = new TimeGatherer();
  /** How often each signal of the model came. */
  readonly #signals: Float64Array;
  #next = 0;

  constructor(model: Model) {
    this.#model = model;
    this.#draws = new Draws(model.seed);
    this.#counters = new Counters(model.program);
    this.#signals = new Float64Array(model.signals.length);
    const World = mayRunTwice(model) ? LinkedWorld : SingleWorld;
    this.#life = new World(model, this.#counters, this.#draws, (row) => {
      this.#signals[row] = (this.#signals[row] ?? 0) + 1;
    });
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
    return summarize(this.#model, {
      leads: this.#next,
      main: this.#counters,
      linked: this.#life.linked,
      signals: this.#signals,
      elapsed: this.#elapsed,
      cycle: this.#cycle
    });
  }

  /** Runs one lead from its arrival to its end. */
  #lead(index: number): void {
    const { program, arrivalAt } = this.#model;
    this.#draws.lead(index);
    const at = arrivalAt(index, this.#draws.uniform(0, 1, PURPOSE.arrival));
    const state = this.#life.live({
      at,
      segment: this.#drawSegment(),
      leadKey: this.#draws.leadKey
    });
    if (state.status !== STATUS.ended) return;
    this.#elapsed.add(state.endedAt - at);
    this.#cycle.add(openBetween(program.calendar, at, state.endedAt));
  }

  #drawSegment(): number {
    const { segments } = this.#model;
    if (segments.length === 1) return 0;
    const u = this.#draws.uniform(0, 1, PURPOSE.segment);
    const found = segments.findIndex(({ upTo }) => u < upTo);
    return found < 0 ? segments.length - 1 : found;
  }
}

/** Whether a lead may come to another cadence, or to the simulated one again. */
function mayRunTwice({ program, linked }: Model): boolean {
  const { cadence, entry, handoffs, handlers } = program;
  return (
    linked.length > 0 ||
    (entry.reEntry === 'always' && entry.signals.length > 0) ||
    handoffs.some(({ to }) => to.type === 'enroll' && to.cadence === cadence) ||
    handlers.some(({ effect }) => effect.type === 'start' && effect.cadence === cadence)
  );
}
