import type { HandoffTarget } from '$lib/program';

/** Hears what a transition did, in order. One-way: nothing it returns is used. */
export interface Sink {
  /** A token came to an instruction, for the run's `visit`-th time. */
  entered(pc: number, visit: number, at: number): void;
  /** A task opens at `opens` (may lie ahead) and is due at `due`; told again when either changes. */
  opened(pc: number, visit: number, opens: number, due: number): void;
  /** The task was completed or approved; disposition -1 is none. */
  completed(pc: number, visit: number, disposition: number, at: number): void;
  /** An approval was refused. */
  refused(pc: number, visit: number, at: number): void;
  /** By a person, or by itself when it was overdue, expired or lacked data. */
  skipped(pc: number, visit: number, at: number, why: SkipReason): void;
  /** A touch turned out not to have arrived. */
  bounced(pc: number, visit: number, at: number): void;
  /** The task opens again as visit `visit`: a repetition, a retry or a call back. */
  again(pc: number, visit: number, at: number): void;
  /** The token rests until a timer fires. */
  waiting(pc: number, visit: number, until: number): void;
  /** The token rests in front of an instruction whose requirements, or lead data, are missing. */
  held(pc: number, visit: number, at: number): void;
  /** A disposition asked for the exit `pc`, which is not allowed yet; it is on offer from now on. */
  offered(pc: number, at: number): void;
  /** The token left by a port (a row of the program's port columns). */
  left(port: number, at: number): void;
  /** A path of a fork ended at an exit or handoff of its own, or at its join. */
  pathEnded(pc: number, at: number): void;
  /** A token was taken away: its task or wait is cancelled. */
  cancelled(pc: number, visit: number, at: number): void;
  /** A handler of the cadence acted. */
  handled(handler: number, at: number): void;
  /** A time limit was reached: threshold `threshold` of the stage or task at `pc`. */
  slaReached(pc: number, visit: number, threshold: number, at: number): void;
  /** The lead goes to another cadence, or its other runs are told something. `pc` -1: by a handler. */
  handedOff(pc: number, target: HandoffTarget, at: number): void;
  paused(at: number): void;
  resumed(at: number): void;
  /** The run ended at an exit; the ends without an exit are `stopped`, `ended`. */
  exited(pc: number, at: number): void;
  /** The run ended by a handoff, a disposition that finishes, or its limit; see `RunState.cause`. */
  ended(at: number): void;
  /** Somebody took the lead out. */
  stopped(at: number): void;
  /** The run made more steps than any sensible cadence does. */
  ranAway(pc: number, at: number): void;
}

export type SkipReason = 'person' | 'overdue' | 'expired' | 'missingData';
