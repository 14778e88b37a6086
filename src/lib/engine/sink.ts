/** Hears what a transition did, in order. One-way: nothing it returns is used. */
export interface Sink {
  /** The token came to an instruction, for the `visit`-th time. */
  entered(pc: number, visit: number, at: number): void;
  /** A task opens at `opens` (the next open instant) and is due at `due`. */
  opened(pc: number, visit: number, opens: number, due: number): void;
  /** The task was completed; disposition -1 is none. */
  completed(pc: number, visit: number, disposition: number, at: number): void;
  skipped(pc: number, visit: number, at: number): void;
  /** The token rests until a timer fires. */
  waiting(pc: number, visit: number, until: number): void;
  /** The token left by a port (a row of the program's port columns). */
  left(port: number, at: number): void;
  exited(pc: number, at: number): void;
  stopped(at: number): void;
  /** The run made more steps than any sensible cadence does. */
  ranAway(pc: number, at: number): void;
}
