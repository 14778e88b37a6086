import type { Input, LeadRun, LeadRuns, RunState } from '$lib/engine';
import type { CadenceTally } from '../statistics/cadence-tally';
import { CountingSink } from './counting-sink';
import { workOf, type Follower } from './follower';
import type { LeadTally } from './lead-tally';
import type { Planner } from './planner';
import type { RunWatcher } from './signals';
import type { Driven } from './world';

/** One enrollment of a lead: its run, people who work on it, and where it counts. Used again with its run. */
export class Part implements Driven {
  readonly run: LeadRun;
  readonly planner: Planner;
  readonly sink: CountingSink;
  readonly watcher: RunWatcher<LeadRun> | null;
  readonly #lead: LeadRuns;
  #follower: Follower | null = null;

  constructor(
    run: LeadRun,
    planner: Planner,
    watcher: RunWatcher<LeadRun> | null,
    tally: CadenceTally,
    count: LeadTally,
    lead: LeadRuns
  ) {
    this.run = run;
    this.planner = planner;
    this.watcher = watcher;
    this.sink = new CountingSink(tally, count, watcher);
    this.#lead = lead;
  }

  /** Turns to the run of another lead. */
  begin(tally: CadenceTally, lane: number, follower: Follower | null): void {
    this.sink.tally = tally;
    this.watcher?.begin(this.run, lane);
    this.#follower = follower;
  }

  get tally(): CadenceTally {
    return this.sink.tally;
  }

  get state(): RunState {
    return this.run.state;
  }

  get running(): boolean {
    return this.run.running;
  }

  apply(input: Input): void {
    this.#follower?.input(this.run, input, workOf(this.planner, input));
    this.#lead.apply(this.run, input);
  }
}
