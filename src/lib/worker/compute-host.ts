import { diffCadences, versionOf, type Cadence, type CadenceFile } from '$lib/domain';
import { attemptLead, explainLead, foldLead, type Attempt, type FoldInput } from '$lib/engine';
import { Followings } from './follow/followings';
import { CompiledCadences } from './host/compiled-cadences';
import { foldInputOf } from './host/fold-input';
import { previewOf } from './host/migrations';
import { Investigations } from './investigate/investigations';
import { Simulations, WORTH_HELP, type SimulationsOptions } from './simulate/simulations';
import type { ComputeApi, LeadRequest, MigrationRequest } from './protocol';
import type { FollowEvents, FollowRequest } from './follow-protocol';
import type { InvestigateRequest, InvestigationEvents } from './investigation-protocol';
import type { RunEvents, SimulateRequest } from './simulation-protocol';

export type ComputeHostOptions = SimulationsOptions;

/** The compute worker's work as a plain object: the same in a worker and in-process. */
export class ComputeHost implements ComputeApi {
  readonly #cadences = new CompiledCadences();
  readonly #simulations: Simulations;
  readonly #investigations: Investigations;
  readonly #followings: Followings;

  constructor(options: ComputeHostOptions) {
    this.#simulations = new Simulations(options, this.#cadences);
    this.#followings = new Followings(options, this.#cadences);
    const { worthHelp = WORTH_HELP } = options;
    this.#investigations = new Investigations({ ...options, worthHelp }, this.#cadences);
  }

  check(file: CadenceFile) {
    const { diagnostics, analysis } = this.#cadences.file(file);
    return Promise.resolve({ version: versionOf(file.cadence), diagnostics, analysis });
  }

  simulate(request: SimulateRequest, events: RunEvents) {
    return this.#simulations.simulate(request, events);
  }

  serve(request: SimulateRequest, port: MessagePort) {
    return this.#simulations.serve(request, port);
  }

  assist(run: string, port: MessagePort) {
    if (this.#investigations.assist(run, port)) return Promise.resolve();
    return this.#simulations.assist(run, port);
  }

  investigate(request: InvestigateRequest, events: InvestigationEvents) {
    return this.#investigations.investigate(request, events);
  }

  serveJobs(port: MessagePort) {
    return this.#investigations.serveJobs(port);
  }

  follow(request: FollowRequest, events: FollowEvents) {
    return this.#followings.follow(request, events);
  }

  cancel(run: string) {
    this.#followings.cancel(run);
    this.#investigations.cancel(run);
    return this.#simulations.cancel(run);
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
