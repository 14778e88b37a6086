import type {
  ComputeClient,
  InvestigateReply,
  QuestionKind,
  Questions,
  Reports
} from '$lib/worker/protocol';

type Refusal = Extract<InvestigateReply, { type: 'refused' }>;

/** One kind of question about many simulations: the asking, and what is known so far. */
export class Investigation<K extends QuestionKind> {
  readonly #compute: Pick<ComputeClient, 'investigate'>;
  readonly #kind: K;
  #run: AbortController | null = $state.raw(null);
  #progress: { readonly done: number; readonly leads: number } | null = $state.raw(null);
  #report: Reports[K] | null = $state.raw(null);
  #refusal: Refusal | null = $state.raw(null);
  #error: string | null = $state(null);

  constructor(compute: Pick<ComputeClient, 'investigate'>, kind: K) {
    this.#compute = compute;
    this.#kind = kind;
  }

  get running(): boolean {
    return this.#run !== null;
  }

  get progress(): { readonly done: number; readonly leads: number } | null {
    return this.#progress;
  }

  /** What is known: it sharpens while the run goes on. */
  get report(): Reports[K] | null {
    return this.#report;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  get error(): string | null {
    return this.#error;
  }

  /** Asks, in place of a question that is still worked on. */
  async ask(question: Questions[K]): Promise<void> {
    this.cancel();
    const run = new AbortController();
    this.#run = run;
    this.#progress = { done: 0, leads: 1 };
    this.#refusal = null;
    this.#error = null;
    const reply = await this.#compute
      .investigate(this.#kind, question, {
        signal: run.signal,
        onProgress: (progress) => {
          if (this.#run === run) this.#progress = progress;
        },
        onPartial: (report) => {
          if (this.#run === run) this.#report = report;
        }
      })
      .catch((error: unknown) => ({ type: 'crashed', message: String(error) }) as const);
    if (this.#run !== run) return;
    this.#end();
    if (reply.type === 'done') this.#report = reply.report;
    if (reply.type === 'refused') this.#refusal = reply;
    if (reply.type === 'crashed') this.#error = reply.message;
  }

  /** Ends the run; what is known so far stays. */
  cancel(): void {
    this.#run?.abort();
    this.#end();
  }

  /** Forgets what was found. */
  clear(): void {
    this.cancel();
    this.#report = null;
    this.#refusal = null;
    this.#error = null;
  }

  #end(): void {
    this.#run = null;
    this.#progress = null;
  }
}
