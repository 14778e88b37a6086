import { expose, proxy, releaseProxy, wrap } from 'comlink';
import type { CompiledCadences } from '../host/compiled-cadences';
import type { SimulationsOptions } from '../simulate/simulations';
import type {
  InvestigateReply,
  InvestigateRequest,
  InvestigationEvents,
  JobHelp
} from '../investigation-protocol';
import { experimentOf } from './experiments';
import { JobHelper } from './job-helper';
import { LedExperiment } from './led-experiment';

/** The investigations of one worker: those it leads, and jobs of others. */
export class Investigations {
  readonly #options: SimulationsOptions & { readonly worthHelp: number };
  readonly #cadences: CompiledCadences;
  readonly #runs = new Map<string, LedExperiment>();

  constructor(
    options: SimulationsOptions & { readonly worthHelp: number },
    cadences: CompiledCadences
  ) {
    this.#options = options;
    this.#cadences = cadences;
  }

  async investigate(
    request: InvestigateRequest,
    events: InvestigationEvents
  ): Promise<InvestigateReply> {
    const { now, worthHelp } = this.#options;
    const began = now();
    const experiment = experimentOf(request, this.#cadences);
    if (!experiment.ok) return experiment.error;
    const { run } = request;
    const led = new LedExperiment(experiment.value, {
      run,
      events,
      clock: this.#options,
      worthHelp
    });
    this.#runs.set(run, led);
    try {
      const report = await led.toEnd();
      if (!report) return { type: 'cancelled' };
      return { type: 'done', report, milliseconds: now() - began, workers: led.workers };
    } finally {
      this.#runs.delete(run);
    }
  }

  serveJobs(port: MessagePort): Promise<void> {
    expose(new JobHelper(this.#options), port);
    return Promise.resolve();
  }

  /** Gives jobs of a run led here to the worker behind the port; false: none of its name is. */
  assist(run: string, port: MessagePort): boolean {
    const led = this.#runs.get(run);
    if (!led) return false;
    const remote = wrap<JobHelp>(port);
    const helper: JobHelp = {
      run: (job, variant, onProgress) => remote.run(job, variant, proxy(onProgress)),
      stop: () => remote.stop()
    };
    led.help(helper, () => remote[releaseProxy]());
    return true;
  }

  cancel(run: string): void {
    this.#runs.get(run)?.cancel();
  }
}
