import { Tally, runShare, sharesOf, summarize, type Model, type Share } from '$lib/simulation';
import type { SimulationResult } from '$lib/simulation';
import type { RunEvents, ShareHelp } from '../simulation-protocol';
import type { Clock } from '../host/clock';
import { Slices } from './slices';

const PROGRESS_EVERY = 50;
const PARTIAL_EVERY = 250;

/** One simulation, led: its shares are run here and by whoever helps, and counted in one place. */
export class LedRun {
  readonly #run: string;
  readonly #model: Model;
  readonly #clock: Clock;
  readonly #events: RunEvents;
  readonly #tally: Tally;
  /** Shares that nobody has begun. */
  readonly #open: Share[];
  readonly #leads: number;
  /** Leads run of shares under way. */
  readonly #underWay = new Map<Share, number>();
  /** Leads of shares that are over. */
  #over = 0;
  readonly #helpers = new Map<ShareHelp, Promise<void>>();
  /** Milliseconds of work left from which others are asked to help. */
  readonly #worthHelp: number;
  readonly #began: number;
  #reported: number;
  #shown: number;
  #own: Share | null = null;
  #asked = false;
  #cancelled = false;

  constructor(run: string, model: Model, events: RunEvents, clock: Clock, worthHelp: number) {
    this.#run = run;
    this.#model = model;
    this.#events = events;
    this.#clock = clock;
    this.#worthHelp = worthHelp;
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
        return !this.#cancelled;
      });
      if (!over) return null;
      this.#own = null;
      this.#close(share);
    }
    await Promise.all(this.#helpers.values());
    return this.#cancelled ? null : summarize(this.#model, this.#tally);
  }

  /** Gives shares to a helper until none is left. */
  help(helper: ShareHelp, whenDone: () => void): void {
    this.#helpers.set(helper, this.#lend(helper).finally(whenDone));
  }

  cancel(): void {
    this.#cancelled = true;
    for (const helper of this.#helpers.keys()) void helper.stop();
  }

  async #lend(helper: ShareHelp): Promise<void> {
    for (let share = this.#take(); share; share = this.#take()) {
      const begun = share;
      const columns = await helper.run(begun, (done) => this.#note(begun, done));
      if (this.#cancelled) return;
      if (columns) this.#tally.absorb(columns);
      this.#close(begun);
    }
    this.#tally.absorb(await helper.rest());
  }

  #take(): Share | undefined {
    return this.#cancelled ? undefined : this.#open.shift();
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
    if (this.#cancelled) return;
    const time = this.#clock.now();
    let all = this.#over;
    for (const done of this.#underWay.values()) all += done;
    if (time - this.#reported >= PROGRESS_EVERY && all < this.#leads) {
      this.#reported = time;
      this.#events.progress({ run: this.#run, done: all, leads: this.#leads });
    }
    this.#askForHelp(all, time - this.#began);
    this.#show(time);
  }

  #askForHelp(done: number, spent: number): void {
    const left = this.#leads - done;
    if (this.#asked || this.#open.length === 0 || left * spent < this.#worthHelp * done) return;
    this.#asked = true;
    this.#events.help(this.#run, this.#open.length);
  }

  /** Leads that share people are half done while their share is: what they show then would mislead. */
  #show(time: number): void {
    if (time - this.#shown < PARTIAL_EVERY || (this.#own && this.#model.staff)) return;
    const result = summarize(this.#model, this.#tally);
    if (result.leads === 0) return;
    this.#shown = this.#clock.now();
    this.#events.partial({ run: this.#run, result });
  }
}
