import type { CadenceFile, Scenario } from '$lib/domain';
import type {
  ComputeClient,
  OptimizerSettings,
  SimulateReply,
  Subject,
  WantedLead
} from '$lib/worker/protocol';
import { Following } from './follow/following.svelte';
import { Investigation } from './investigate/investigation.svelte';
import { comparable, onLeadsOf, type KeptRun } from './investigate/kept-run';

export type SimulationResult = Extract<SimulateReply, { type: 'done' }>['result'];
export type Refusal = Extract<SimulateReply, { type: 'refused' }>;

export interface SimulateServices {
  readonly compute: Pick<ComputeClient, 'simulate' | 'investigate' | 'follow'>;
  /** The file as it stands now; read reactively. */
  readonly getFile: () => CadenceFile;
}

/** What can be set for one run without touching the file; what is absent is the scenario's own. */
interface Settings {
  readonly scenario?: string;
  readonly leads?: number;
  readonly seed?: number;
  readonly start?: string;
  readonly seconds?: number;
}

/** What a finished run took. */
export interface Effort {
  readonly milliseconds: number;
  readonly workers: number;
}

/** What a result was made of, to tell whether it still describes the cadence on screen. */
interface Made {
  readonly cadence: CadenceFile['cadence'];
  readonly scenario: Scenario | undefined;
  readonly leads: number;
  readonly seed: number;
  readonly start: string;
}

/** Simulates the cadence that is open: settings, the run, and what it found. */
export class SimulateState {
  readonly #services: SimulateServices;
  #settings: Settings = $state.raw({});
  #run: AbortController | null = $state.raw(null);
  #progress: { done: number; leads: number } | null = $state.raw(null);
  #partial: SimulationResult | null = $state.raw(null);
  #result: SimulationResult | null = $state.raw(null);
  #effort: Effort = $state.raw({ milliseconds: 0, workers: 1 });
  #made: Made | null = $state.raw(null);
  #refusal: Refusal | null = $state.raw(null);
  #error: string | null = $state(null);
  #kept: readonly KeptRun[] = $state.raw([]);
  readonly comparison: Investigation<'compare'>;
  readonly sensitivity: Investigation<'sensitivity'>;
  readonly optimization: Investigation<'optimize'>;
  readonly following: Following;

  readonly #scenario = $derived.by(() => {
    const { scenarios } = this.#services.getFile();
    return scenarios.find(({ id }) => id === this.#settings.scenario) ?? scenarios[0];
  });
  readonly #stale = $derived.by(() => {
    const made = this.#made;
    if (!made) return false;
    const now = this.#inputs();
    return (Object.keys(made) as (keyof Made)[]).some((key) => made[key] !== now[key]);
  });

  constructor(services: SimulateServices) {
    this.#services = services;
    this.comparison = new Investigation(services.compute, 'compare');
    this.sensitivity = new Investigation(services.compute, 'sensitivity');
    this.optimization = new Investigation(services.compute, 'optimize');
    this.following = new Following(services.compute);
  }

  get file(): CadenceFile {
    return this.#services.getFile();
  }

  /** The assumptions in use; undefined when the file holds none. */
  get scenario(): Scenario | undefined {
    return this.#scenario;
  }

  get leads(): number {
    return this.#settings.leads ?? this.#scenario?.leads ?? 10_000;
  }

  set leads(leads: number) {
    this.#settings = { ...this.#settings, leads };
  }

  get seed(): number {
    return this.#settings.seed ?? this.#scenario?.seed ?? 1;
  }

  set seed(seed: number) {
    this.#settings = { ...this.#settings, seed };
  }

  /** Local date-time of the cadence's calendar, `YYYY-MM-DDTHH:MM`. */
  get start(): string {
    return this.#settings.start ?? this.#scenario?.start ?? '';
  }

  set start(start: string) {
    this.#settings = { ...this.#settings, start };
  }

  /** Seconds after which a run ends with what it has; 0: it takes as long as it takes. */
  get seconds(): number {
    return this.#settings.seconds ?? 0;
  }

  set seconds(seconds: number) {
    this.#settings = { ...this.#settings, seconds };
  }

  get running(): boolean {
    return this.#run !== null;
  }

  /** Leads done so far; null when nothing runs. */
  get progress(): { readonly done: number; readonly leads: number } | null {
    return this.#progress;
  }

  /** The last finished run's; stays while the next one runs. */
  get result(): SimulationResult | null {
    return this.#result;
  }

  /** What to show: what the leads of the run that goes on show so far, else the last result. */
  get shown(): SimulationResult | null {
    return this.#partial ?? this.#result;
  }

  /** Whether what is shown sharpens still. */
  get sharpening(): boolean {
    return this.#partial !== null;
  }

  /** What the last finished run took. */
  get effort(): Effort {
    return this.#effort;
  }

  /** Whether the cadence, its assumptions or the settings have changed since the result. */
  get stale(): boolean {
    return this.#stale;
  }

  /** Why the last run was not begun; null when it was. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** Why the last run broke off, for the person; null when it did not. */
  get error(): string | null {
    return this.#error;
  }

  /** What a run would be of, as it is on screen now. */
  get subject(): Subject {
    const { leads, seed, start } = this;
    return { file: this.file, scenario: this.#scenario?.id ?? '', leads, seed, start };
  }

  /** Cadences and assumptions that were kept, oldest first. */
  get kept(): readonly KeptRun[] {
    return this.#kept;
  }

  /** What the one on screen can be compared with. */
  get comparable(): readonly KeptRun[] {
    return comparable(this.#kept, this.file, this.#scenario?.id ?? '');
  }

  /** Keeps what is on screen, to be compared with later. */
  keep(): void {
    const number = this.#kept.length + 1;
    const name = `Kept ${number}: ${this.#scenario?.name ?? 'no assumptions'}`;
    this.#kept = [...this.#kept, { id: `kept ${number}`, name, subject: this.subject }];
  }

  /** Compares what is on screen with another, on the leads that are set on screen. */
  compareWith({ name, subject }: KeptRun): Promise<void> {
    const now = this.subject;
    return this.comparison.ask({
      subjects: [
        { ...onLeadsOf(subject, now), name },
        { ...now, name: 'On screen' }
      ]
    });
  }

  /** How much a metric depends on each gap and assumption. */
  askWhatMatters(goal: string): Promise<void> {
    return this.sensitivity.ask({ subject: this.subject, goal });
  }

  askForBest(settings: OptimizerSettings): Promise<void> {
    return this.optimization.ask({ subject: this.subject, settings });
  }

  /** Follows the first lead from a number on, counted from 0, that ends as wanted. */
  follow(wanted: WantedLead, from: number): Promise<void> {
    return this.following.ask({ ...this.subject, wanted, from });
  }

  /** Takes another scenario of the file, with its own leads, seed and start. */
  chooseScenario(id: string): void {
    this.#settings = { scenario: id, seconds: this.seconds };
  }

  /** Simulates what is on screen now, in place of a run that is still going. */
  async run(): Promise<void> {
    this.cancel();
    const run = new AbortController();
    const made = this.#inputs();
    const { leads, seed, start } = made;
    this.#run = run;
    this.#progress = { done: 0, leads };
    const budget = this.seconds > 0 ? { budget: { seconds: this.seconds } } : {};
    const reply = await this.#services.compute
      .simulate(
        { file: this.file, scenario: made.scenario?.id ?? '', leads, seed, start, ...budget },
        {
          signal: run.signal,
          onProgress: ({ done, leads: all }) => {
            if (this.#run === run) this.#progress = { done, leads: all };
          },
          onPartial: ({ result }) => {
            if (this.#run === run) this.#partial = result;
          }
        }
      )
      .catch((error: unknown): SimulateReply => ({ type: 'crashed', message: String(error) }));
    if (this.#run !== run) return;
    this.#end();
    this.#take(reply, made);
  }

  /** Ends everything that runs. */
  stop(): void {
    this.cancel();
    for (const each of [this.comparison, this.sensitivity, this.optimization, this.following])
      each.cancel();
  }

  /** Ends the run; the result before it stays. */
  cancel(): void {
    this.#run?.abort();
    this.#end();
  }

  #end(): void {
    this.#run = null;
    this.#progress = null;
    this.#partial = null;
  }

  #take(reply: SimulateReply, made: Made): void {
    if (reply.type === 'cancelled') return;
    this.#refusal = reply.type === 'refused' ? reply : null;
    this.#error = reply.type === 'crashed' ? reply.message : null;
    if (reply.type !== 'done') return;
    this.#result = reply.result;
    this.#effort = { milliseconds: reply.milliseconds, workers: reply.workers };
    this.#made = made;
  }

  #inputs(): Made {
    return {
      cadence: this.file.cadence,
      scenario: this.#scenario,
      leads: this.leads,
      seed: this.seed,
      start: this.start
    };
  }
}
