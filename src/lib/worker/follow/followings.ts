import { LeadFollowing, LeadSearch, type Model, type ShareRun } from '$lib/simulation';
import type { FollowApi, FollowEvents, FollowReply, FollowRequest } from '../follow-protocol';
import type { Clock } from '../host/clock';
import type { CompiledCadences } from '../host/compiled-cadences';
import { requestedModel } from '../simulate/requested-model';
import { Slices } from '../simulate/slices';
import { followedLead } from './followed-lead';

const PROGRESS_EVERY = 50;

/** The single leads that one worker looks for and follows. */
export class Followings implements FollowApi {
  readonly #clock: Clock;
  readonly #cadences: CompiledCadences;
  readonly #cancelled = new Map<string, boolean>();

  constructor(clock: Clock, cadences: CompiledCadences) {
    this.#clock = clock;
    this.#cadences = cadences;
  }

  async follow(request: FollowRequest, events: FollowEvents): Promise<FollowReply> {
    const model = requestedModel(request, this.#cadences);
    if (!model.ok) return model.error;
    const { run } = request;
    this.#cancelled.set(run, false);
    try {
      return await this.#find(model.value, request, events);
    } finally {
      this.#cancelled.delete(run);
    }
  }

  cancel(run: string): void {
    if (this.#cancelled.has(run)) this.#cancelled.set(run, true);
  }

  async #find(model: Model, request: FollowRequest, events: FollowEvents): Promise<FollowReply> {
    const { run, wanted, from, replication = 0 } = request;
    if (from >= model.leads || replication >= model.replications)
      return { type: 'done', lead: null };
    let index: number | null = from;
    if (wanted !== 'any') {
      // Leads that only warm up are not among those that were counted.
      const search = new LeadSearch(model, wanted, Math.max(from, model.warmUp), replication);
      if (!(await this.#run(search, { run, leads: model.leads }, events)))
        return { type: 'cancelled' };
      index = search.found;
    }
    if (index === null) return { type: 'done', lead: null };
    const following = new LeadFollowing(model, index, replication);
    if (!(await this.#run(following, { run, leads: model.leads }, events)))
      return { type: 'cancelled' };
    return { type: 'done', lead: followedLead(model, following.log()) };
  }

  /** Runs to the end; false: it was cancelled. */
  #run(
    work: ShareRun,
    { run, leads }: { readonly run: string; readonly leads: number },
    events: FollowEvents
  ): Promise<boolean> {
    const { now } = this.#clock;
    let reported = now();
    return new Slices(this.#clock).run(work, () => {
      const cancelled = this.#cancelled.get(run) === true;
      if (!cancelled && now() - reported >= PROGRESS_EVERY) {
        reported = now();
        events.progress({ run, done: work.done, leads });
      }
      return !cancelled;
    });
  }
}
