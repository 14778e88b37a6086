import { CalendarCache, compile, type CompileResult } from '$lib/compiler';
import type { CadenceFile } from '$lib/domain';
import { versionOf } from '$lib/domain';
import { SimulationRun, modelOf } from '$lib/simulation';
import type { ComputeApi, Progress, SimulateReply, SimulateRequest } from './protocol';

/** Leads between two looks at the clock. */
const BATCH = 128;
/** How long a run works before it lets messages in: a cancel is heard within about this time. */
const SLICE = 8;
const PROGRESS_EVERY = 50;

export interface ComputeHostOptions {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Resolves after messages that wait have been handled. */
  readonly pause: () => Promise<void>;
}

/** The compute worker's work as a plain object: the same in a worker and in-process. */
export class ComputeHost implements ComputeApi {
  readonly #options: ComputeHostOptions;
  readonly #calendars = new CalendarCache();
  readonly #cancelled = new Set<string>();
  readonly #running = new Set<string>();

  constructor(options: ComputeHostOptions) {
    this.#options = options;
  }

  check(file: CadenceFile) {
    const { diagnostics } = this.#compile(file);
    return Promise.resolve({ version: versionOf(file.cadence), diagnostics });
  }

  async simulate(
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

  cancel(run: string): Promise<void> {
    if (this.#running.has(run)) this.#cancelled.add(run);
    return Promise.resolve();
  }

  async #simulate(
    { run, file, scenario: id, ...options }: SimulateRequest,
    onProgress: (progress: Progress) => void
  ): Promise<SimulateReply> {
    const { now, pause } = this.#options;
    const began = now();
    const { program, diagnostics } = this.#compile(file);
    const scenario = file.scenarios.find((each) => each.id === id);
    if (!program || !scenario) {
      const faults = scenario
        ? []
        : [{ path: 'scenario', message: `there is no scenario "${id}"` }];
      return { type: 'refused', diagnostics, faults };
    }
    const model = modelOf(program, scenario, options);
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

  #compile(file: CadenceFile): CompileResult {
    return compile(file.cadence, {
      linked: file.linked.map(({ cadence }) => cadence.id),
      calendars: this.#calendars
    });
  }
}
