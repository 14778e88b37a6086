import { SimulationRun, modelOf } from '$lib/simulation';
import type { Progress, SimulateReply, SimulateRequest } from '../protocol';
import type { CompiledCadences } from './compiled-cadences';

/** Leads between two looks at the clock. */
const BATCH = 128;
/** How long a run works before it lets messages in: a cancel is heard within about this time. */
const SLICE = 8;
const PROGRESS_EVERY = 50;

export interface Clock {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Resolves after messages that wait have been handled. */
  readonly pause: () => Promise<void>;
}

/** Simulations in slices, so that each of them can be cancelled. */
export class Simulations {
  readonly #clock: Clock;
  readonly #cadences: CompiledCadences;
  readonly #cancelled = new Set<string>();
  readonly #running = new Set<string>();

  constructor(clock: Clock, cadences: CompiledCadences) {
    this.#clock = clock;
    this.#cadences = cadences;
  }

  async run(
    request: SimulateRequest,
    onProgress: (progress: Progress) => void
  ): Promise<SimulateReply> {
    this.#running.add(request.run);
    try {
      return await this.#simulate(request, onProgress);
    } finally {
      this.#running.delete(request.run);
      this.#cancelled.delete(request.run);
    }
  }

  cancel(run: string): void {
    if (this.#running.has(run)) this.#cancelled.add(run);
  }

  async #simulate(
    { run, file, scenario: id, ...options }: SimulateRequest,
    onProgress: (progress: Progress) => void
  ): Promise<SimulateReply> {
    const { now, pause } = this.#clock;
    const began = now();
    const { program, diagnostics } = this.#cadences.file(file);
    const scenario = file.scenarios.find((each) => each.id === id);
    if (!program || !scenario) {
      const faults = scenario
        ? []
        : [{ path: 'scenario', message: `there is no scenario "${id}"` }];
      return { type: 'refused', diagnostics, faults };
    }
    const model = modelOf(program, scenario, {
      ...options,
      linked: this.#cadences.linked(file)
    });
    if (!model.ok) return { type: 'refused', diagnostics, faults: model.error };

    const simulation = new SimulationRun(model.value);
    let sliceEnds = began + SLICE;
    let reported = began;
    while (!simulation.run(BATCH)) {
      const time = now();
      if (time < sliceEnds) continue;
      if (time - reported >= PROGRESS_EVERY) {
        reported = time;
        onProgress({ run, done: simulation.done, leads: simulation.leads });
      }
      await pause();
      if (this.#cancelled.has(run)) return { type: 'cancelled' };
      sliceEnds = now() + SLICE;
    }
    return { type: 'done', result: simulation.result(), milliseconds: now() - began };
  }
}
