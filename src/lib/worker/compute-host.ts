import { diffCadences, versionOf, type Cadence, type CadenceFile } from '$lib/domain';
import { attemptLead, explainLead, foldLead, type Attempt, type FoldInput } from '$lib/engine';
import { CompiledCadences } from './host/compiled-cadences';
import { foldInputOf } from './host/fold-input';
import { previewOf } from './host/migrations';
import { Simulations, type Clock } from './host/simulations';
import type {
  ComputeApi,
  LeadRequest,
  MigrationRequest,
  Progress,
  SimulateRequest
} from './protocol';

export type ComputeHostOptions = Clock;

/** The compute worker's work as a plain object: the same in a worker and in-process. */
export class ComputeHost implements ComputeApi {
  readonly #cadences = new CompiledCadences();
  readonly #simulations: Simulations;

  constructor(options: ComputeHostOptions) {
    this.#simulations = new Simulations(options, this.#cadences);
  }

  check(file: CadenceFile) {
    const { diagnostics, analysis } = this.#cadences.file(file);
    return Promise.resolve({ version: versionOf(file.cadence), diagnostics, analysis });
  }

  simulate(request: SimulateRequest, onProgress: (progress: Progress) => void) {
    return this.#simulations.run(request, onProgress);
  }

  cancel(run: string) {
    this.#simulations.cancel(run);
    return Promise.resolve();
  }

  fold(request: LeadRequest) {
    return Promise.resolve(foldLead(this.#inputOf(request), request.now));
  }

  explain(request: LeadRequest) {
    return Promise.resolve(explainLead(this.#inputOf(request), request.now));
  }

  attempt(request: LeadRequest, attempt: Attempt) {
    return Promise.resolve(attemptLead(this.#inputOf(request), request.now, attempt));
  }

  diff(before: Cadence, after: Cadence) {
    return Promise.resolve(diffCadences(before, after));
  }

  previewMigration(request: MigrationRequest) {
    return Promise.resolve(previewOf(request, this.#cadences));
  }

  #inputOf(request: Omit<LeadRequest, 'now'>): FoldInput {
    return foldInputOf(request, this.#cadences);
  }
}
