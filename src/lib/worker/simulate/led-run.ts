import {
  Tally,
  exceeded,
  runShare,
  sharesOf,
  summarize,
  type Model,
  type RunBudget,
  type Share,
  type SimulationResult,
  type Stopped
} from '$lib/simulation';
import type { RunEvents, ShareHelp } from '../simulation-protocol';
import type { Clock } from '../host/clock';
import { Slices } from './slices';

const PROGRESS_EVERY = 50;
const PARTIAL_EVERY = 250;

export interface LedRunOptions {
  readonly run: string;
  readonly events: RunEvents;
  readonly clock: Clock;
  /** Milliseconds of work left from which others are asked to help. */
  readonly worthHelp: number;
  /** A run that takes longer ends with what it has. */
  readonly budget: RunBudget;
}

/** One simulation, led: its shares are run here and by whoever helps, and counted in one place. */
export class LedRun {
  readonly #model: Model;
  readonly #options: LedRunOptions;
  readonly #clock: Clock;
  readonly #tally: Tally;
  /** Shares that nobody has begun. */
  readonly #open: Share[];
  readonly #leads: number;
  /** Leads run of shares under way. */
  readonly #underWay = new Map<Share, number>();
  /** Leads of shares that are over. */
  #over = 0;
  readonly #helpers = new Map<ShareHelp, Promise<void>>();
  readonly #began: number;
  #reported: number;
  #shown: number;
  #own: Share | null = null;
  #asked = false;
  #ended: 'cancelled' | 'time' | 'memory' | null = null;

  constructor(model: Model, options: LedRunOptions) {
    const { clock } = options;
    this.#model = model;
    this.#options = options;
    this.#clock = clock;
    this.#tally = new Tally(model);
    this.#open = [...sharesOf(model)];
    this.#leads = this.#open.reduce((sum, { from, to }) => sum + to - from, 0);
    this.#began = this.#reported = this.#shown = clock.now();
  }

  /** How many workers took part. */
  get workers(): number {
    return 1 + this.#helpers.size;
  }

  /** Runs to the end; null: it was cancelled. */
  async toEnd(): Promise<SimulationResult | null> {
    const slices = new Slices(this.#clock);
    for (let share = this.#take(); share; share = this.#take()) {
      this.#own = share;
      const begun = share;
      const work = runShare(this.#model, share, this.#tally);
      const over = await slices.run(work, () => {
        this.#note(begun, work.done);
        return this.#ended === null;
      });
      if (!over) {
        work.stop?.();
        this.#underWay.set(share, work.done);
        break;
      }
      this.#own = null;
      this.#close(share);
    }
    if (this.#ended === 'cancelled') return null;
    await Promise.all(this.#helpers.values());
    return this.#result();
  }

  #result(): SimulationResult | null {
    const ended = this.#ended;
    if (ended === 'cancelled') return null;
    const stopped = ended && { reason: ended, done: this.#done, of: this.#leads };
    return stopped ? this.#soFar(stopped) : summarize(this.#model, this.#tally);
  }

  /** What the leads counted so far show, of as many replications as they are. */
  #soFar(stopped: Stopped | null): SimulationResult {
    const { leads, warmUp } = this.#model;
    const result = summarize(this.#model, this.#tally, stopped);
    return { ...result, replications: Math.max(1, Math.ceil(result.leads / (leads - warmUp))) };
  }

  /** Gives shares to a helper until none is left. */
  help(helper: ShareHelp, whenDone: () => void): void {
    this.#helpers.set(helper, this.#lend(helper).finally(whenDone));
  }

  cancel(): void {
    this.#end('cancelled');
  }

  #end(why: 'cancelled' | 'time' | 'memory'): void {
    this.#ended = why;
    for (const helper of this.#helpers.keys()) void helper.stop();
  }

  async #lend(helper: ShareHelp): Promise<void> {
    for (let share = this.#take(); share; share = this.#take()) {
      const begun = share;
      const columns = await helper.run(begun, (done) => this.#note(begun, done));
      if (this.#ended === 'cancelled') return;
      if (columns) this.#tally.absorb(columns);
      if (this.#ended === null) this.#close(begun);
    }
    this.#tally.absorb(await helper.rest());
  }

  #take(): Share | undefined {
    return this.#ended === null ? this.#open.shift() : undefined;
  }

  get #done(): number {
    let done = this.#over;
    for (const leads of this.#underWay.values()) done += leads;
    return done;
  }

  #close(share: Share): void {
    this.#underWay.delete(share);
    this.#over += share.to - share.from;
    this.#report();
  }

  #note(share: Share, done: number): void {
    this.#underWay.set(share, done);
    this.#report();
  }

  #report(): void {
    if (this.#ended !== null) return;
    const time = this.#clock.now();
    const spent = time - this.#began;
    const done = this.#done;
    const { run, events, budget } = this.#options;
    if (done === this.#leads) return;
    const over = exceeded(budget, { seconds: spent / 1000, megabytes: 0 });
    if (over) return this.#end(over);
    if (time - this.#reported >= PROGRESS_EVERY) {
      this.#reported = time;
      events.progress({ run, done, leads: this.#leads });
    }
    this.#askForHelp(done, spent);
    this.#show(time);
  }

  #askForHelp(done: number, spent: number): void {
    const left = this.#leads - done;
    const { run, events, worthHelp } = this.#options;
    if (this.#asked || this.#open.length === 0 || left * spent < worthHelp * done) return;
    this.#asked = true;
    events.help(run, this.#open.length);
  }

  /** Leads that share people are half done while their share is: what they show then would mislead. */
  #show(time: number): void {
    if (time - this.#shown < PARTIAL_EVERY || (this.#own && this.#model.staff)) return;
    const result = this.#soFar(null);
    if (result.leads === 0) return;
    this.#shown = this.#clock.now();
    const { run, events } = this.#options;
    events.partial({ run, result });
  }
}
