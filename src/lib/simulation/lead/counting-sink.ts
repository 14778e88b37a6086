import type { Sink } from '$lib/engine';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { LeadTally } from './lead-tally';

/** Hears of steps that a run has done or gone on from: there signals may come of them. */
export interface Watcher {
  /** The task was done, well or not. */
  done(pc: number, visit: number, at: number): void;
  /** The run went on by a port (a row of the program's port columns). */
  left(port: number, at: number): void;
}

/** Counts what happens to a run; a sink, so it hears exactly what the engine did. */
export class CountingSink implements Sink {
  /** Where it counts. */
  tally: CadenceTally;
  readonly #lead: LeadTally;
  readonly #watcher: Watcher | null;

  constructor(tally: CadenceTally, lead: LeadTally, watcher: Watcher | null = null) {
    this.tally = tally;
    this.#lead = lead;
    this.#watcher = watcher;
  }

  entered(pc: number, visit: number): void {
    this.tally.addVisit(pc, visit);
  }

  left(port: number, at: number): void {
    this.tally.addPassage(port);
    this.#watcher?.left(port, at);
  }

  completed(pc: number, visit: number, disposition: number, at: number): void {
    this.tally.addOutcome(pc, disposition);
    this.#lead.touch(at);
    this.#watcher?.done(pc, visit, at);
  }

  refused(pc: number, visit: number, at: number): void {
    this.tally.addRefused(pc);
    this.#watcher?.done(pc, visit, at);
  }

  skipped(pc: number): void {
    this.tally.addSkipped(pc);
  }

  held(pc: number): void {
    this.tally.addHeld(pc);
  }

  handled(handler: number): void {
    this.tally.addHandled(handler);
  }

  slaReached(pc: number, _visit: number, threshold: number): void {
    this.tally.addTimeLimit(pc, threshold);
  }

  again(pc: number): void {
    this.tally.addAgain(pc);
  }

  ranAway(pc: number): void {
    this.tally.addResting(pc);
  }

  // What the run's host sees for itself when it is over, or what is not counted.
  opened(): void {}
  waiting(): void {}
  bounced(): void {}
  offered(): void {}
  pathEnded(): void {}
  cancelled(): void {}
  handedOff(): void {}
  paused(): void {}
  resumed(): void {}
  exited(): void {}
  ended(): void {}
  stopped(): void {}
}
