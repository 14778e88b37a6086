import type {
  ComputeClient,
  FollowQuestion,
  FollowReply,
  FollowedLead
} from '$lib/worker/protocol';

type Refusal = Extract<FollowReply, { type: 'refused' }>;

/** The one simulated lead that is looked at, and the looking for it. */
export class Following {
  readonly #compute: Pick<ComputeClient, 'follow'>;
  #run: AbortController | null = $state.raw(null);
  #progress: { readonly done: number; readonly leads: number } | null = $state.raw(null);
  #lead: FollowedLead | null = $state.raw(null);
  #missing = $state(false);
  #refusal: Refusal | null = $state.raw(null);
  #error: string | null = $state(null);

  constructor(compute: Pick<ComputeClient, 'follow'>) {
    this.#compute = compute;
  }

  get running(): boolean {
    return this.#run !== null;
  }

  get progress(): { readonly done: number; readonly leads: number } | null {
    return this.#progress;
  }

  /** The lead that was found last. */
  get lead(): FollowedLead | null {
    return this.#lead;
  }

  /** Whether none was found when it was asked last. */
  get missing(): boolean {
    return this.#missing;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  get error(): string | null {
    return this.#error;
  }

  /** Looks for a lead, in place of one that is still looked for; the one before stays until it is found. */
  async ask(question: FollowQuestion): Promise<void> {
    this.cancel();
    const run = new AbortController();
    this.#run = run;
    this.#missing = false;
    this.#refusal = null;
    this.#error = null;
    const reply = await this.#compute
      .follow(question, {
        signal: run.signal,
        onProgress: (progress) => {
          if (this.#run === run) this.#progress = progress;
        }
      })
      .catch((error: unknown): FollowReply => ({ type: 'crashed', message: String(error) }));
    if (this.#run !== run) return;
    this.#end();
    if (reply.type === 'refused') this.#refusal = reply;
    if (reply.type === 'crashed') this.#error = reply.message;
    if (reply.type !== 'done') return;
    this.#missing = reply.lead === null;
    this.#lead = reply.lead ?? this.#lead;
  }

  /** Ends the looking; the lead before stays. */
  cancel(): void {
    this.#run?.abort();
    this.#end();
  }

  #end(): void {
    this.#run = null;
    this.#progress = null;
  }
}
