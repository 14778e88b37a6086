import { expose, proxy, releaseProxy, wrap } from 'comlink';
import { InvariantError } from '$lib/util';
import type {
  RunEvents,
  ShareHelp,
  SimulateApi,
  SimulateReply,
  SimulateRequest
} from '../simulation-protocol';
import type { Clock } from '../host/clock';
import type { CompiledCadences } from '../host/compiled-cadences';
import { LedRun } from './led-run';
import { requestedModel } from './requested-model';
import { ShareHelper } from './share-helper';

/** A run with less work left than this, milliseconds, is done before others have begun to help. */
export const WORTH_HELP = 60;

export interface SimulationsOptions extends Clock {
  /** Milliseconds of work left from which a run asks other workers for help. */
  readonly worthHelp?: number;
}

/** The simulations of one worker: those it leads, and shares of others. */
export class Simulations implements SimulateApi {
  readonly #options: SimulationsOptions;
  readonly #cadences: CompiledCadences;
  readonly #runs = new Map<string, LedRun>();

  constructor(options: SimulationsOptions, cadences: CompiledCadences) {
    this.#options = options;
    this.#cadences = cadences;
  }

  async simulate(request: SimulateRequest, events: RunEvents): Promise<SimulateReply> {
    const { now, worthHelp = WORTH_HELP } = this.#options;
    const began = now();
    const model = requestedModel(request, this.#cadences);
    if (!model.ok) return model.error;
    const run = new LedRun(model.value, {
      run: request.run,
      events,
      clock: this.#options,
      worthHelp,
      budget: request.budget ?? {}
    });
    this.#runs.set(request.run, run);
    try {
      const result = await run.toEnd();
      if (!result) return { type: 'cancelled' };
      return { type: 'done', result, milliseconds: now() - began, workers: run.workers };
    } finally {
      this.#runs.delete(request.run);
    }
  }

  serve(request: SimulateRequest, port: MessagePort): Promise<void> {
    const model = requestedModel(request, this.#cadences);
    if (!model.ok) throw new InvariantError('a run that goes on is refused by a helper');
    expose(new ShareHelper(model.value, this.#options), port);
    return Promise.resolve();
  }

  assist(run: string, port: MessagePort): Promise<void> {
    const remote = wrap<ShareHelp>(port);
    const helper: ShareHelp = {
      run: (share, onProgress) => remote.run(share, proxy(onProgress)),
      rest: () => remote.rest(),
      stop: () => remote.stop()
    };
    const release = (): void => remote[releaseProxy]();
    const led = this.#runs.get(run);
    if (led) led.help(helper, release);
    else release();
    return Promise.resolve();
  }

  cancel(run: string): Promise<void> {
    this.#runs.get(run)?.cancel();
    return Promise.resolve();
  }
}
